// One sentence per refusal of a decision about draws and language; what the arithmetic refuses has its own.

import type { DrawStage, Refusal } from "@yinuo/core";
import type { Language } from "@yinuo/period";
import { drawRefusalText } from "./draw-refusals.ts";

type Codes =
  | "drawUnknown"
  | "wrongDrawStage"
  | "roundOpen"
  | "notEligible"
  | "ceremonyPassed"
  | "planNotPublished"
  | "ceremonyNotBegun"
  | "drawRefused";

type Say = { readonly drawStage: (stage: DrawStage) => string };

type Sentences = {
  readonly [C in Codes]: (refusal: Extract<Refusal, { readonly code: C }>, say: Say) => string;
};

const zh: Sentences = {
  drawUnknown: ({ draw }) => `没有编号为“${draw}”的抽查方案，请从随机抽查清单中打开。`,
  wrongDrawStage: ({ stage, wanted }, say) =>
    `这一方案现在是“${say.drawStage(stage)}”，只有“${wanted.map(say.drawStage).join("”“")}”的方案才能这样办理，请刷新后查看。`,
  roundOpen: ({ draw, stage }, say) =>
    `本轮已有方案“${draw}”，现在是“${say.drawStage(stage)}”；须先中止或作废它并说明理由，才能另立方案重抽。`,
  notEligible: ({ id }) => `“${id}”不在按筛选条件列出的名录中，不必写在“不列入抽查”里，请核对编号。`,
  ceremonyPassed: () => "抽签时间已经过去；方案必须公布在前，请定在以后的时间。",
  planNotPublished: () =>
    "方案还没有列入已公布的日志检查点，现在掷骰没有人会相信结果；通常只需几秒钟，请稍后刷新再录入。",
  ceremonyNotBegun: () => "还没有到方案公布的抽签时间，请到时再录入点数。",
  drawRefused: ({ refusal }) => drawRefusalText("zh-CN", refusal),
};

const en: Sentences = {
  drawUnknown: ({ draw }) => `There is no draw “${draw}”; open one from the list of draws.`,
  wrongDrawStage: ({ stage, wanted }, say) =>
    `This draw is “${say.drawStage(stage)}” now, and this can be done only while “${wanted.map(say.drawStage).join("” or “")}”; reload the page to see how it stands.`,
  roundOpen: ({ draw, stage }, say) =>
    `The round has the plan “${draw}”, which is “${say.drawStage(stage)}”; abort it or call it off with a reason before you plan another.`,
  notEligible: ({ id }) =>
    `“${id}” is not among what the filter lists, so it need not be excluded; check the code.`,
  ceremonyPassed: () => "The time of the ceremony has passed; a plan comes first, so set a later one.",
  planNotPublished: () =>
    "The plan is in no published checkpoint of the log yet, and nobody would believe dice rolled now; it takes a few seconds, so reload the page and type them then.",
  ceremonyNotBegun: () => "The ceremony has not begun by the time in the plan; type the rolls then.",
  drawRefused: ({ refusal }) => drawRefusalText("en", refusal),
};

export const drawDecisions: Readonly<Record<Language, Sentences>> = { "zh-CN": zh, en };
