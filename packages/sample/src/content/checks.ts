// The checks of the sample county: one finished, one under way, one look-back; told in days before today. All of it is invented.

import type { CheckKind, FindingConclusion, Frame } from "@yinuo/core";
import type { PictureName } from "./pictures.ts";
import type { Both } from "./shapes.ts";

/** `at`: which of the subjects that were given to the inspector and decide nothing yet, from 0. */
export type CheckHappening = { readonly ago: number } & (
  | {
      readonly find: FindingConclusion;
      readonly at: number;
      readonly text: string;
      readonly place?: string;
      readonly photo?: PictureName;
      readonly caption?: string;
    }
  | { readonly appeal: string; readonly at: number }
  | { readonly answer: string; readonly at: number }
  | { readonly finish: string }
);

export type CheckOf = {
  readonly kind: Exclude<CheckKind, "single">;
  readonly title: Both;
  readonly frame: Pick<Frame, "of" | "standing"> & { readonly body?: string };
  readonly checklist: readonly string[];
  readonly inspectors: readonly string[];
  readonly ago: number;
  /** Days from its opening to its last day. */
  readonly days: number;
  readonly story: readonly CheckHappening[];
};

export const CHECKS: readonly CheckOf[] = [
  {
    kind: "scheduled",
    title: ["工作措施落实情况定期督查", "Scheduled check of the measures"],
    frame: { of: "measure" },
    checklist: ["计划安排与台账是否一致？", "有没有可以查看的原始记录？", "服务对象是否知道这项措施？"],
    inspectors: ["RD"],
    ago: 52,
    days: 25,
    story: [
      {
        ago: 48,
        find: "confirmed",
        at: 0,
        text: "查看签到表和课件，十二场都有原始记录，与台账一致。",
        place: "培训教室",
        photo: "hall",
        caption: "培训签到",
      },
      { ago: 46, find: "partly", at: 1, text: "抽查五份记录，三份有时间和地点，两份只有标题。" },
      { ago: 45, find: "notConfirmed", at: 2, text: "台账写明每周一次，实际最近六周只有两次。" },
      { ago: 44, find: "cannotBeVerified", at: 3, text: "原始记录在外单位装订，未能查看。" },
      { ago: 40, appeal: "两份记录的时间、地点写在封底，核查时没有翻到，已附复印件。", at: 1 },
      { ago: 34, answer: "重新查看封底，一份确有时间和地点，另一份仍然没有，维持原结论。", at: 1 },
      { ago: 29, finish: "牵头科室当周集中办案，改在下一次督查查看。" },
    ],
  },
  {
    kind: "lookBack",
    title: ["销号问题回头看", "Look-back at problems that were struck off"],
    frame: { of: "problem", standing: "delisted" },
    checklist: ["问题有没有反弹？"],
    inspectors: ["RD"],
    ago: 17,
    days: 10,
    story: [
      { ago: 15, find: "confirmed", at: 0, text: "到现场再看一次，没有反弹。" },
      { ago: 11, finish: "现场道路施工，暂时无法进入。" },
    ],
  },
  {
    kind: "scheduled",
    title: ["县法院年度承诺定期督查", "Scheduled check of the court’s commitments"],
    frame: { of: "commitment", body: "FY" },
    checklist: ["进展与现场是否一致？", "群众办事时能不能看到？"],
    inspectors: ["RD", "DC"],
    ago: 7,
    days: 16,
    story: [
      {
        ago: 5,
        find: "notConfirmed",
        at: 0,
        text: "到窗口查看，公示的办理时限与承诺不一致。",
        place: "诉讼服务中心",
      },
      { ago: 4, appeal: "公示牌正在更换，新牌次日已经挂出。", at: 0 },
      { ago: 3, find: "partly", at: 1, text: "抽查十件，八件与台账一致，两件没有记录完成日期。" },
    ],
  },
];
