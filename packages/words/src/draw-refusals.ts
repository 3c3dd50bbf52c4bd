// One sentence per refusal of a draw and language: what is wrong, with the value, and a way out.

import type { DrawRefusal, FileKind, IdFault } from "@yinuo/random-draw";
import type { Language } from "@yinuo/period";

type Sentences = {
  readonly [C in DrawRefusal["code"]]: (refusal: Extract<DrawRefusal, { readonly code: C }>) => string;
};

const FILES: Readonly<Record<Language, Readonly<Record<FileKind, string>>>> = {
  "zh-CN": {
    plan: "抽查方案",
    seed: "随机种子记录",
    result: "抽查结果",
    replacements: "替补清单",
    evidence: "日志凭证",
  },
  en: {
    plan: "plan",
    seed: "record of the seed",
    result: "result",
    replacements: "list of replacements",
    evidence: "evidence from the log",
  },
};

const FAULTS: Readonly<Record<Language, Readonly<Record<IdFault, string>>>> = {
  "zh-CN": {
    empty: "是空的",
    outerSpace: "前后有空格",
    invisible: "含有看不见的字符",
    notNormal: "用了异体编码（请用 Unicode NFC）",
    reserved: "是留给抽取检查人员用的",
  },
  en: {
    empty: "is empty",
    outerSpace: "begins or ends with a space",
    invisible: "has an invisible character in it",
    notNormal: "is not in its ordinary spelling (Unicode NFC)",
    reserved: "is reserved for the draw of inspectors",
  },
};

const SOURCES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  "zh-CN": { dice: "骰子", reveal: "揭示值", beacon: "随机信标", checkpoint: "日志检查点" },
  en: { dice: "dice", reveal: "a reveal", beacon: "the beacon", checkpoint: "the log's checkpoint" },
};

const zh: Sentences = {
  frameEmpty: () => "抽查范围是空的，请先列入抽查对象。",
  frameLineUnreadable: ({ line }) =>
    `抽查范围第 ${line} 行读不出来；每行应为“分层、制表符、编号”，其后可加责任单位。`,
  frameIdFaulty: ({ id, fault }) => `抽查范围中的“${id}”${FAULTS["zh-CN"][fault]}，请改正后重新生成。`,
  frameIdTwice: ({ id }) => `“${id}”在抽查范围中出现了两次，每个对象只能有一次抽中的机会。`,
  frameIdsAlike: ({ id, other }) => `“${id}”和“${other}”看起来一样，分不清是一个还是两个，请改正编号。`,
  sampleTooSmall: ({ least }) => `抽查数太少，至少要抽 ${least} 个（每层至少一个）。`,
  sampleTooLarge: ({ size, stratum }) =>
    `抽查数太多，${stratum === undefined ? "全部" : `“${stratum}”层`}只有 ${size} 个。`,
  stratumUnknown: ({ stratum }) => `抽查范围中没有“${stratum}”这一层。`,
  fileUnlike: ({ file, at }) =>
    at === ""
      ? `${FILES["zh-CN"][file]}文件不是有效的 JSON。`
      : `${FILES["zh-CN"][file]}文件的“${at}”一项缺失、多余或写法不对。`,
  frameDiffers: ({ which }) =>
    `${which === "subjects" ? "抽查对象名录" : "检查人员名录"}与方案公布时的摘要不一致，名录被改动过，或方案不是它的。`,
  strataDiffer: ({ stratum }) => `“${stratum}”层的个数与方案所写的不一致。`,
  excludedInFrame: ({ id }) => `“${id}”写明不列入抽查，却仍在抽查范围里。`,
  excludedTwice: ({ id }) => `“${id}”在不列入抽查的清单中出现了两次。`,
  seedTooWeak: ({ bits, least }) =>
    `掷骰次数太少，只有 ${bits} 比特，至少要 ${least} 比特（十面骰 20 次，或六面骰 25 次）。`,
  seedNotPublic: () => "随机种子须有公开掷骰或公共信标；只靠单位揭示值或日志检查点，有人可以左右结果。",
  sourceTwice: ({ source }) => `随机种子的来源“${source}”写了两次。`,
  beaconTooEarly: ({ round, first }) =>
    `信标第 ${round} 轮在抽查之前就已公布，请改用第 ${first} 轮或更晚的。`,
  predecessorNotNamed: ({ number }) =>
    `方案序号是 ${number}；首份方案序号为 1，重抽的方案须写明取代哪一份并说明理由。`,
  recusedUnknown: ({ id }) => `回避清单中的“${id}”不在名录里。`,
  inspectorsTooFew: ({ subject, left }) => `除去须回避的，能检查“${subject}”的只有 ${left} 人，人数不够。`,
  rollUnreadable: ({ roll, typed }) => `第 ${roll} 掷录入的是“${typed}”，不是骰子上的点数。`,
  rollsTooFew: ({ typed, wanted }) => `只录入了 ${typed} 掷，应为 ${wanted} 掷。`,
  rollsTooMany: ({ typed, wanted }) => `录入了 ${typed} 掷，应为 ${wanted} 掷。`,
  rollsDiffer: ({ roll, first, second }) =>
    `第 ${roll} 掷两遍录入不一致：第一遍是 ${first}，第二遍是 ${second}，请对照现场记录改正。`,
  rollSumDiffers: ({ sum }) => `录入的点数之和是 ${sum}，与现场合计不符，请逐掷核对。`,
  seedOfOtherPlan: () => "这份随机种子不是按这份方案产生的。",
  seedPartsDiffer: ({ place, wanted }) =>
    wanted === ""
      ? `随机种子的第 ${place} 部分不在方案之内。`
      : `随机种子的第 ${place} 部分应是方案写明的${SOURCES["zh-CN"][wanted] ?? wanted}。`,
  revealDiffers: ({ by }) => `${by} 的揭示值与事先公布的摘要不符。`,
  replacedNotDrawn: ({ id }) => `“${id}”没有被抽中，或已被替补，不能再替补。`,
  replacementReasonMissing: ({ id }) => `替补“${id}”须写明理由。`,
  nobodyLeft: ({ id }) => `名录已经用尽，没有可以替补“${id}”的了。`,
  receiptRefused: ({ of, why }) => `日志凭证“${of}”不成立（${why}）。`,
  entryHoldsOther: ({ of }) => `日志凭证“${of}”对应的条目里不是这份文件。`,
};

const en: Sentences = {
  frameEmpty: () => "The frame is empty; list what can be drawn.",
  frameLineUnreadable: ({ line }) =>
    `Line ${line} of the frame cannot be read; a line is a stratum, a tab, an id, and then the bodies.`,
  frameIdFaulty: ({ id, fault }) =>
    `“${id}” in the frame ${FAULTS.en[fault]}; mend it and make the frame again.`,
  frameIdTwice: ({ id }) => `“${id}” is in the frame twice; everything has one chance to be drawn.`,
  frameIdsAlike: ({ id, other }) => `“${id}” and “${other}” look alike, and may be one or two; mend the ids.`,
  sampleTooSmall: ({ least }) => `Too few would be drawn; draw at least ${least} (one of each stratum).`,
  sampleTooLarge: ({ size, stratum }) =>
    `Too many would be drawn; there are only ${size}${stratum === undefined ? "" : ` in “${stratum}”`}.`,
  stratumUnknown: ({ stratum }) => `There is no stratum “${stratum}” in the frame.`,
  fileUnlike: ({ file, at }) =>
    at === ""
      ? `The ${FILES.en[file]} is not valid JSON.`
      : `In the ${FILES.en[file]}, “${at}” is missing, not expected, or not written as it should be.`,
  frameDiffers: ({ which }) =>
    `The frame of ${which} does not have the digest in the plan: it was changed, or belongs to another plan.`,
  strataDiffer: ({ stratum }) => `The number in stratum “${stratum}” is not the one in the plan.`,
  excludedInFrame: ({ id }) => `“${id}” is said to be excluded and is in the frame all the same.`,
  excludedTwice: ({ id }) => `“${id}” is excluded twice.`,
  seedTooWeak: ({ bits, least }) =>
    `Too few rolls: they have ${bits} bits, and ${least} are needed (20 rolls of ten sides, or 25 of six).`,
  seedNotPublic: () =>
    "The seed needs dice rolled in public or a public beacon; reveals and the log's checkpoint alone can be bent.",
  sourceTwice: ({ source }) => `The seed has the source “${source}” twice.`,
  beaconTooEarly: ({ round, first }) =>
    `Round ${round} of the beacon is out before the ceremony; name round ${first} or a later one.`,
  predecessorNotNamed: ({ number }) =>
    `The plan has the number ${number}; the first has 1, and a redraw names the plan it replaces, with a reason.`,
  recusedUnknown: ({ id }) => `“${id}” among the recusals is in no frame.`,
  inspectorsTooFew: ({ subject, left }) =>
    `Without those recused only ${left} can inspect “${subject}”, too few.`,
  rollUnreadable: ({ roll, typed }) => `Roll ${roll} was typed as “${typed}”, which no die shows.`,
  rollsTooFew: ({ typed, wanted }) => `Only ${typed} rolls were typed, of ${wanted}.`,
  rollsTooMany: ({ typed, wanted }) => `${typed} rolls were typed, of ${wanted}.`,
  rollsDiffer: ({ roll, first, second }) =>
    `Roll ${roll} was typed as ${first} first and ${second} then; look at the record of the ceremony.`,
  rollSumDiffers: ({ sum }) =>
    `The rolls typed add up to ${sum}, not to the sum taken in the room; compare each.`,
  seedOfOtherPlan: () => "This seed was not made for this plan.",
  seedPartsDiffer: ({ place, wanted }) =>
    wanted === ""
      ? `Part ${place} of the seed is not in the plan.`
      : `Part ${place} of the seed should be what the plan says: ${SOURCES.en[wanted] ?? wanted}.`,
  revealDiffers: ({ by }) => `What ${by} revealed is not what it committed to.`,
  replacedNotDrawn: ({ id }) => `“${id}” was not drawn, or has been replaced already.`,
  replacementReasonMissing: ({ id }) => `Give a reason for replacing “${id}”.`,
  nobodyLeft: ({ id }) => `Nobody is left to take the place of “${id}”.`,
  receiptRefused: ({ of, why }) => `The receipt “${of}” of the log does not hold (${why}).`,
  entryHoldsOther: ({ of }) => `The log's entry of “${of}” does not hold this file.`,
};

const sentences: Readonly<Record<Language, Sentences>> = { "zh-CN": zh, en };

export const drawRefusalText = (lang: Language, refusal: DrawRefusal): string => {
  // The table is keyed by the code, so that the sentence found is the one for this very refusal.
  const sentence = sentences[lang][refusal.code] as (refusal: DrawRefusal) => string;
  return sentence(refusal);
};
