// What is said of draws alike on the site and by the command: sizes, bounds, refusals, and each step of a verification.

import { discoverySample, type Finding, mostFaults, type SizeQuestion } from "@yinuo/random-draw";
import type { Step, StepName } from "@yinuo/random-draw";
import type { Language } from "@yinuo/period";
import { drawRefusalText } from "./draw-refusals.ts";

export { drawRefusalText };

/** “To be 95 % sure of noticing if 5 % were not as declared, look at 56 of 500.” `undefined` where there is no question. */
export const sampleText = (lang: Language, question: SizeQuestion): string | undefined => {
  const sample = discoverySample(question);
  if (sample === undefined) return undefined;
  const { size, sharePercent, surePercent } = question;
  const [n, all] = [numeral(lang, sample), numeral(lang, size)];
  return lang === "en"
    ? `To be ${surePercent} % sure of noticing if ${sharePercent} % were not as declared, look at ${n} of ${all}.`
    : `如果 ${all} 件中有 ${sharePercent}% 与申报不符，要有 ${surePercent}% 的把握至少查出一件，须抽查 ${n} 件。`;
};

/** What the faults found say about the whole frame, in words; never the share found alone. */
export const boundText = (lang: Language, finding: Finding): string | undefined => {
  const most = mostFaults(finding);
  if (most === undefined) return undefined;
  const { size, drawn, faults, surePercent } = finding;
  const [n, all, found, bound] = [drawn, size, faults, most].map((one) => numeral(lang, one));
  const share = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 1 }).format(
    most / size,
  );
  if (lang === "en") {
    if (drawn === size) return `All ${all} were looked at; ${found} were not as declared.`;
    return `${faults === 0 ? "None" : found} of the ${n} looked at ${faults === 1 ? "was" : "were"} not as declared. With ${surePercent} % certainty at most ${bound} of all ${all} (${share}) are not.`;
  }
  if (drawn === size) return `全部 ${all} 件都查过，${found} 件与申报不符。`;
  return `抽查 ${n} 件，${faults === 0 ? "没有" : `${found} 件`}与申报不符${faults === 0 ? "的" : ""}。有 ${surePercent}% 的把握说，全部 ${all} 件中与申报不符的不超过 ${bound} 件（${share}）。`;
};

const numeral = (lang: Language, value: number): string => new Intl.NumberFormat(lang).format(value);

type Steps = Readonly<Record<StepName, string>>;

const STEP_NAMES: Readonly<Record<Language, Steps>> = {
  "zh-CN": {
    files: "各文件可以读取、写法规范",
    planPublished: "日志中有这份方案，且已公布",
    frame: "名录与方案公布时一致",
    planSound: "方案自身没有破绽",
    planBeforeSeed: "方案公布在前，随机种子产生在后",
    oneSeed: "日志中只有这一份随机种子",
    seedParts: "随机种子的来源与方案一致",
    beacon: "信标签名是真的",
    logRoot: "日志检查点是真的",
    seed: "随机种子计算无误",
    picks: "抽中的对象重算一致",
    replacements: "替补按签号依次进行",
    inspectors: "检查人员重算一致，该回避的都已回避",
    plansOfRound: "本轮各份方案前后相接，没有隐藏的方案",
  },
  en: {
    files: "The files can be read and are as they should be",
    planPublished: "The log has this plan, and it was published",
    frame: "The frames are those of the published plan",
    planSound: "The plan holds together",
    planBeforeSeed: "The plan was published before there was a seed",
    oneSeed: "The log has this seed and no other one",
    seedParts: "The parts of the seed are those of the plan",
    beacon: "The beacon's signature is genuine",
    logRoot: "The log's root is genuine",
    seed: "The seed is computed rightly",
    picks: "The same are drawn when it is computed again",
    replacements: "Replacements follow the order of tickets",
    inspectors: "The same inspectors are drawn, and nobody inspects their own",
    plansOfRound: "Each plan of the round names the one before; none is hidden",
  },
};

type Outcomes = Readonly<Record<Step["is"], string>>;

const OUTCOMES: Readonly<Record<Language, Outcomes>> = {
  "zh-CN": {
    matches: "一致",
    differs: "不一致",
    notShown: "没有提供凭证，无从判断",
    noPart: "本次抽查没有这一部分",
    notReached: "前面已不一致，未再比对",
  },
  en: {
    matches: "matches",
    differs: "DIFFERS",
    notShown: "not shown, so that nobody can tell",
    noPart: "no part of this draw",
    notReached: "not reached, because something before it differs",
  },
};

/** One line of a verification. */
export const stepText = (lang: Language, step: Step): string => {
  const line = `${STEP_NAMES[lang][step.step]}${lang === "en" ? ": " : "："}${OUTCOMES[lang][step.is]}`;
  if (step.is !== "differs") return line;
  const why =
    step.why === undefined ? comparison(lang, step.wanted, step.found) : drawRefusalText(lang, step.why);
  return why === "" ? line : `${line}${lang === "en" ? ". " : "。"}${why}`;
};

const comparison = (lang: Language, wanted: string | undefined, found: string | undefined): string => {
  if (found === undefined) return "";
  if (wanted === undefined) return lang === "en" ? `Found: ${found}.` : `发现：${found}。`;
  return lang === "en" ? `Wanted: ${wanted}. Found: ${found}.` : `应为：${wanted}。实为：${found}。`;
};

/** Over the steps: whether all of it is so. */
export const verificationText = (
  lang: Language,
  { ok, plans }: { readonly ok: boolean; readonly plans?: number | undefined },
): string => {
  const count =
    plans === undefined
      ? ""
      : lang === "en"
        ? ` Plans of this round so far: ${plans}.`
        : `本轮共有方案 ${plans} 份。`;
  if (lang === "en")
    return `${ok ? "Every step matches." : "Not every step matches, or not everything was shown."}${count}`;
  return `${ok ? "各步全部一致。" : "有不一致之处，或有凭证没有提供。"}${count}`;
};
