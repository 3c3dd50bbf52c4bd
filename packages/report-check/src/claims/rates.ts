// Rates of counts: "32 out of 77 (42%)", 不捕率48.98%, 占39%, shares in brackets after a count.

import type { Claim } from "../finding.ts";
import { meets, over, times, type Interval } from "../interval.ts";
import type { Figure, Scan, Sentence } from "../scan.ts";
import type { Quantity } from "../tokens/token.ts";
import { arithmetic, claim, shown } from "./claim.ts";
import { outcomesOf } from "./english-lists.ts";
import { lenient } from "./growth.ts";

export const rates = (scan: Scan): readonly Claim[] =>
  scan.sentences.flatMap((sentence, index) => [
    ...outOf(sentence),
    ...ofOutcomes(scan, index),
    ...sentence.figures.flatMap((rate) => (rate.sort === "percent" ? named(scan, index, rate) : [])),
  ]);

const isCount = ({ sort, bound, role }: Figure): boolean =>
  sort === "count" && bound === "exact" && role !== "change";

const rateOf = (part: Interval, whole: Interval): Interval | undefined => {
  const ratio = over(part, whole);
  return ratio && times(ratio, 100);
};

const fits = (part: Quantity, whole: Interval, rate: Quantity): boolean => {
  const computed = rateOf(part.interval, whole);
  return computed !== undefined && computed.low <= 100 && meets(computed, lenient(rate));
};

type Rate = { readonly part: Quantity; readonly whole: Quantity; readonly rate: Quantity };

const made = ({ part, whole, rate }: Rate, severity: "fault" | "review"): Claim =>
  claim({
    code: "rateNotOfCounts",
    severity,
    agrees: fits(part, whole.interval, rate),
    figures: [part, whole, rate],
    span: { start: Math.min(part.start, rate.start), end: Math.max(part.end, rate.end) },
    arithmetic: arithmetic(`${shown(part.value)} ÷ ${shown(whole.value)}`, {
      computed: rateOf(part.interval, whole.interval) ?? whole.interval,
      stated: rate.interval,
      unit: "%",
    }),
  });

/** 88% (44 of 50); 85% of calls (1,700 of 2,000) */
const BEFORE_COUNTS = /^(?:,? ?\(?(?:or )?| of (?:[a-z]+ ){0,4}[a-z]+,? \((?:or )?)$/i;

/** Both counts and their rate stand in the text. */
const outOf = ({ figures, text, start }: Sentence): readonly Claim[] =>
  figures.flatMap((part, at) => {
    const whole = figures[at + 1];
    if (whole === undefined || !isCount(part) || !isCount(whole) || whole.value < part.value || whole.weak)
      return [];
    if (
      !/^(?: [a-z]+)? (?:out of|of)(?: the| those| all)? ?$/i.test(
        text.slice(part.end - start, whole.start - start),
      )
    )
      return [];
    const [before, after] = [figures[at - 1], figures[at + 2]];
    const gapBefore = before && text.slice(before.end - start, part.start - start);
    const gapAfter = after && text.slice(whole.end - start, after.start - start);
    if (before?.sort === "percent" && before.bound === "exact" && BEFORE_COUNTS.test(gapBefore ?? "x"))
      return [made({ part, whole, rate: before }, "fault")];
    if (
      after?.sort === "percent" &&
      after.bound === "exact" &&
      /^[^().;%]{0,120}(?:\(|, or )$/.test(gapAfter ?? "")
    )
      return [made({ part, whole, rate: after }, "fault")];
    return [];
  });

/** "… and one was withdrawn (2%)": the whole is the list, or any count before that fits. */
const ofOutcomes = ({ sentences }: Scan, index: number): readonly Claim[] => {
  const sentence = sentences[index] as Sentence;
  const outcomes = outcomesOf(sentence).map(({ figure }) => figure);
  const rate = sentence.figures.findLast(({ sort, depth }) => sort === "percent" && depth > 0);
  const part = outcomes.findLast(({ end }) => end < (rate?.start ?? 0));
  if (rate === undefined || part === undefined || rate.start - part.end > 40 || outcomes.length < 2)
    return [];
  const others = sentences
    .slice(Math.max(0, index - 3), index + 1)
    .flatMap(({ figures }) => figures)
    .filter((each) => isCount(each) && !outcomes.includes(each) && each.value >= part.value);
  const total = outcomes.reduce((all, { value }) => all + value, 0);
  const list: Quantity = { ...part, value: total, interval: { low: total, high: total } };
  const whole = others.find((each) => fits(part, each.interval, rate)) ?? list;
  const known = others.some(({ value }) => value === total);
  return known || fits(part, whole.interval, rate) ? [made({ part, whole, rate }, "review")] : [];
};

const RATE_NAME = /([^，。；;、:()的]{1,12})率(?:\([^)]{0,12}\))?[^，。；;:()]{0,4}$/;
const SHARE_NAME = /占[^，。；;]{0,16}$|占比[^，。；;]{0,6}$/;
const DONE = /办结|答复|审结|结案|整改|调解|回复|销号|执结|化解|采纳|处置/;
const TAKEN = /受理|收到|接收|登记|交办|新收|承办|排查|发现|收件|提出|制发/;

/** Counts of the same paragraph and the one before: any that fits makes the rate agree. */
const named = (scan: Scan, index: number, rate: Figure): readonly Claim[] => {
  if (rate.role !== "level" || rate.bound !== "exact") return [];
  const sentence = scan.sentences[index] as Sentence;
  const label = sentence.text.slice(
    Math.max(0, rate.clause.start - sentence.start),
    rate.from - sentence.start,
  );
  const stem = RATE_NAME.exec(label)?.[1];
  if (stem === undefined && !SHARE_NAME.test(label)) return [];
  const counts = countsNear(scan, index, rate);
  const part =
    stem === undefined
      ? nearestBefore(counts, rate)
      : counts.findLast((each) => each.end <= rate.start && endsAlike(each.named, stem));
  if (part === undefined) return [];
  const wholes = counts.filter(
    (each) => each.unit === part.unit && each !== part && each.value >= part.value,
  );
  const fit = wholes.find((whole) => fits(part, whole.interval, rate)) ?? pairThatFits(counts, part, rate);
  if (fit !== undefined) return [made({ part, whole: fit, rate }, "review")];
  const expected =
    stem === undefined ? announced(sentence, { part, rate }, wholes) : counterpart(counts, part, stem);
  return expected === undefined ? [] : [made({ part, whole: expected, rate }, "review")];
};

const countsNear = ({ sentences }: Scan, index: number, rate: Figure): readonly Figure[] => {
  const block = sentences[index]?.block ?? 0;
  return sentences
    .slice(Math.max(0, index - 8), index + 2)
    .filter((each) => each.block >= block - 1 && each.block <= block)
    .flatMap(({ figures }) => figures)
    .filter(
      (each) =>
        (each.sort === "count" || each.sort === "measure") &&
        each.role === "level" &&
        each.bound === "exact" &&
        !each.weak,
    )
    .filter(({ start }) => Math.abs(start - rate.start) < 600)
    .slice(-40);
};

const nearestBefore = (counts: readonly Figure[], rate: Figure): Figure | undefined => {
  const before = counts.findLast(({ end }) => end <= rate.start);
  return before !== undefined && rate.start - before.end <= 30 ? before : undefined;
};

/** The same deed in other words: 审结 gives the 结案率. */
const ALIKE: readonly (readonly [string, RegExp])[] = [
  ["结案", /(?<!未)(?:审结|办结|结案)$/],
  ["办结", /(?<!未)(?:办结|审结|结案)$/],
  ["破案", /(?:破获|侦破|破案)[^，]{0,6}$/],
  ["不捕", /不(?:予)?(?:批准)?(?:逮捕|批捕)$/],
  ["不诉", /不(?:予)?(?:提起)?(?:公诉|起诉)$/],
  ["执结", /(?:执结|执行完毕)$/],
];

/** 不捕24人 and 不捕率: the label ends with the name of the rate. */
const endsAlike = (label: string, stem: string): boolean => {
  const tail = stem.slice(-2);
  if (ALIKE.some(([name, words]) => stem.endsWith(name) && words.test(label.slice(-8)))) return true;
  return (
    tail.length === 2 &&
    label.slice(-8).includes(tail) &&
    label.includes(`不${tail}`) === stem.includes(`不${tail}`)
  );
};

const pairThatFits = (counts: readonly Figure[], part: Figure, rate: Figure): Quantity | undefined => {
  for (const other of counts) {
    if (other === part || other.unit !== part.unit) continue;
    const whole = together(part, other);
    if (fits(part, whole.interval, rate)) return whole;
  }
  return undefined;
};

const together = (a: Figure, b: Figure): Quantity => ({
  ...b,
  value: a.value + b.value,
  interval: { low: a.interval.low + b.interval.low, high: a.interval.high + b.interval.high },
});

/** 逮捕25人，不捕24人: the whole of 不捕率 is both. Received and closed: the whole is what was received. */
const counterpart = (counts: readonly Figure[], part: Figure, stem: string): Quantity | undefined => {
  const inOnes = counts.filter(
    (each) => each.unit === part.unit && each !== part && each.sort === "count" && each.step === 1,
  );
  if (part.sort !== "count" || part.step !== 1) return undefined;
  const core = stem.slice(-2).replace(/^不/, "");
  const isNegated = stem.slice(-3).includes("不");
  const near = inOnes.findLast(
    (each) =>
      each.end <= part.start &&
      part.start - each.end <= 14 &&
      (each.named.endsWith(core) || (core === "起诉" && each.named.endsWith("公诉"))),
  );
  if (isNegated && near !== undefined && core.length > 0) return together(part, near);
  if (!DONE.test(stem)) return undefined;
  const taken = inOnes.filter((each) => each.end <= part.start && TAKEN.test(each.label));
  return taken.length === 1 && (taken[0]?.value ?? 0) >= part.value ? taken[0] : undefined;
};

const OWN_SHARE = /^占(?:比|总数|总量|全部)?的?(?:比重)?$/;

/** 共100件，其中甲30件，占30%: the only larger count before it in the sentence. */
const announced = (
  sentence: Sentence,
  { part, rate }: { readonly part: Figure; readonly rate: Figure },
  wholes: readonly Figure[],
): Figure | undefined => {
  const before = wholes.filter(
    (each) => each.start >= sentence.start && each.end <= part.start && each.value > part.value,
  );
  const [only] = before;
  const cue = sentence.text.lastIndexOf("其中", part.start - sentence.start);
  const nearest = before.findLast(({ end }) => end <= sentence.start + cue);
  // 现有职工142人，其中党员98人，占69%; 占全市的60% is of something else.
  if (cue !== -1 && nearest !== undefined && OWN_SHARE.test(rate.label)) return nearest;
  return before.length === 1 &&
    only !== undefined &&
    part.sort === "count" &&
    part.step === 1 &&
    /共|总|合计|累计/.test(only.label)
    ? only
    : undefined;
};
