// Sentences of the refusals about checks, findings and appeals.

import type { Sentences } from "./say.ts";

type Own = Pick<
  Sentences,
  | "checkUnknown"
  | "subjectUnknown"
  | "wrongCheckStage"
  | "frameEmpty"
  | "findingThere"
  | "notAssigned"
  | "actedForOwner"
  | "alreadyAppealed"
  | "appealTooLate"
  | "noAppeal"
>;

const zh: Own = {
  checkUnknown: ({ check }) => `没有编号为“${check}”的督查，请从督查列表进入。`,
  subjectUnknown: ({ number }) => `这次督查的清单里没有第 ${number} 号事项，请从清单进入。`,
  wrongCheckStage: ({ stage, wanted }, say) =>
    `这次督查现在是“${say.checkStage(stage)}”，只有“${wanted.map(say.checkStage).join("”“")}”的督查才能这样办理，请刷新后查看。`,
  frameEmpty: () => "按这个范围一个事项也没有，没有可以核查的对象；请取消这次督查，换一个范围另行安排。",
  findingThere: ({ number }) =>
    `第 ${number} 号事项已有核查结论，不能重复登记或改派；如有更正，请写明理由修改原结论。`,
  notAssigned: ({ number }) => `第 ${number} 号事项还没有可以核查的单位，请组织单位先改派。`,
  actedForOwner: ({ body }, say) =>
    `这个账号代表${say.body(body)}办理过这一事项，应当回避，请由其他账号核查。`,
  alreadyAppealed: ({ on }, say) => `这一结论已于${say.day(on)}申诉过，每个结论只能申诉一次。`,
  appealTooLate: ({ last }, say) => `申诉期限到${say.day(last)}为止，已经过了，不能再申诉。`,
  noAppeal: () => "这一结论没有等待答复的申诉，请刷新后查看。",
};

const en: Own = {
  checkUnknown: ({ check }) => `There is no check “${check}”; please open it from the list of checks.`,
  subjectUnknown: ({ number }) => `This check has no subject number ${number}; please open it from its list.`,
  wrongCheckStage: ({ stage, wanted }, say) =>
    `This check is now “${say.checkStage(stage)}”; that can be done only while it is “${wanted.map(say.checkStage).join("” or “")}”. Please reload the page.`,
  frameEmpty: () =>
    "Nothing at all is within this frame, so there is nothing to look at; please call this check off and plan one with another frame.",
  findingThere: ({ number }) =>
    `Subject ${number} has its finding already; it is neither recorded twice nor reassigned. To correct it, revise it with a reason.`,
  notAssigned: ({ number }) =>
    `Nobody may inspect subject ${number} yet; the body that organises the check must reassign it first.`,
  actedForOwner: ({ body }, say) =>
    `This account has acted for ${say.body(body)} in this matter and stands aside; another account must inspect it.`,
  alreadyAppealed: ({ on }, say) =>
    `This finding was appealed against on ${say.day(on)}; that can be done once only.`,
  appealTooLate: ({ last }, say) =>
    `Appeals against this finding were open until ${say.day(last)}; it is too late.`,
  noAppeal: () => "This finding has no appeal that waits for an answer; please reload the page.",
};

export const checkRefusals = { "zh-CN": zh, en } as const;
