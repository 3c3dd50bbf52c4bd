// Changes whose base is printed: 去年同期为…, 由…增加到…, 比上年增加…, "compared to … last year", "from … to …".

import type { Claim } from "../finding.ts";
import { meets, minus } from "../interval.ts";
import { directionOf, isReal, isRealIn, isYearly } from "../role.ts";
import type { Figure, Scan, Sentence } from "../scan.ts";
import { arithmetic, claim, shown } from "./claim.ts";
import { baseOf, growthClaim, yearlyGrowthOf, lenient, signed } from "./growth.ts";

export const changes = (scan: Scan): readonly Claim[] =>
  scan.sentences.flatMap((sentence, index) => {
    const earlier = ratesOf(scan.sentences[index - 1]);
    const claims = [...againstBase(sentence), ...fromTo(sentence), ...byAmount(sentence)];
    return claims.map((each) => (isCopied(each, earlier) ? { ...each, code: "ratesCopied" as const } : each));
  });

const ratesOf = (sentence: Sentence | undefined): ReadonlySet<string> =>
  new Set(
    sentence?.figures
      .filter(({ sort, decimals }) => sort === "percent" && decimals > 0)
      .map(({ lexeme }) => lexeme),
  );

const isCopied = ({ agrees, code, reads }: Claim, earlier: ReadonlySet<string>): boolean =>
  !agrees && code === "changeRate" && earlier.has(reads.at(-1)?.lexeme ?? "");

const isLevel = ({ sort, bound, weak }: Figure): boolean =>
  (sort === "count" || sort === "measure") && bound === "exact" && !weak;

/** The words between two places of a sentence. */
const between = ({ text, start }: Sentence, from: number, to: number): string =>
  text.slice(from - start, to - start);

/** 97件134人，去年同期为197件375人，件数和人数分别下降50.76%、64.27%: units by order, or by their name. */
const againstBase = (sentence: Sentence): readonly Claim[] => {
  const { figures } = sentence;
  const first = figures.findIndex((each) => each.role === "base" && isLevel(each));
  if (first === -1) return [];
  const bases = figures.slice(first).filter((each) => each.role === "base" && isLevel(each));
  const rates = figures
    .slice(first)
    .filter((each) => each.sort === "percent" && each.start > (bases.at(-1)?.end ?? 0));
  return bases.flatMap((from, order) => {
    const to = figures
      .slice(0, first)
      .findLast((each) => isLevel(each) && each.unit === from.unit && each.role === "level");
    const rate = rateFor(sentence, from, { rates, order, of: bases.length });
    if (to === undefined || rate === undefined || isReal(sentence.text)) return [];
    const direction = directionAt(sentence, bases.at(-1)?.end ?? from.end, rate);
    const exact = from.sort === "count" && from.step === 1 && to.step === 1;
    return direction === 0
      ? []
      : listed(growthClaim({ from, to, rate, direction, severity: exact ? "fault" : "review" }));
  });
};

const listed = <T>(one: T | undefined): readonly T[] => (one === undefined ? [] : [one]);

type Rates = { readonly rates: readonly Figure[]; readonly order: number; readonly of: number };

const rateFor = (sentence: Sentence, base: Figure, { rates, order, of }: Rates): Figure | undefined => {
  const named = rates.find(
    ({ label }) => base.unit !== "" && label.includes(`${base.unit}数`) && !/和|与|、/.test(label),
  );
  if (named !== undefined) return named;
  if (rates.some(({ label }) => /[件人]数/.test(label) && !/分别/.test(label))) return undefined;
  return rates.length >= of && between(sentence, base.end, rates[of - 1]?.end ?? 0).length < 60
    ? rates[order]
    : undefined;
};

/** The nearest word that says up or down, before the rate. */
const directionAt = (sentence: Sentence, from: number, rate: Figure): -1 | 0 | 1 => {
  const own = directionOf(rate.label.replace(/.*(?:比|较)/, ""));
  if (own !== 0) return own;
  const before = directionOf(between(sentence, from, rate.start));
  if (before !== 0) return before;
  return directionOf(between(sentence, rate.end, Math.min(rate.end + 24, sentence.end)));
};

const FROM = /(?:由|从)[^，,]{0,16}$|\bfrom(?: [a-z]+){0,2} ?[$£€¥]?$/i;
const TO = /(?:到|至|为|\bto(?: [$£€¥])?)(?: ?(?:19|20)\d\d ?年(?:底|末)?的?)? ?$/i;

/** 由5.24亿元增加到15.07亿元，年均增长23.53% */
const fromTo = (sentence: Sentence): readonly Claim[] =>
  sentence.figures.flatMap((from, at) => {
    const to = sentence.figures[at + 1];
    if (to === undefined || !FROM.test(from.label) || !TO.test(to.label) || from.unit !== to.unit) return [];
    if (from.sort !== to.sort || from.bound !== "exact" || to.bound !== "exact" || to.start - from.end > 40)
      return [];
    const stated = sentence.figures[at + 2];
    if (from.sort === "percent")
      return stated === undefined ? [] : ofPercentages(sentence, { from, to, stated });
    if (!isLevel(from) || !isLevel(to)) return [];
    const says = directionOf(to.label);
    const turned = says !== 0 && says * (to.value - from.value) < 0 && !meets(from.interval, to.interval);
    if (turned)
      return [claim({ code: "changeDirection", severity: "review", agrees: false, figures: [from, to] })];
    return stated === undefined || stated.start - to.end > 24 ? [] : ofLevels(sentence, { from, to, stated });
  });

const isRealFrom = (sentence: Sentence, first: Figure, last: Figure): boolean =>
  isRealIn(
    sentence.text,
    between(sentence, Math.max(sentence.start, first.clause.start - 16), last.end + 16),
  );

type Change = { readonly from: Figure; readonly to: Figure; readonly stated: Figure };

const ofLevels = (sentence: Sentence, { from, to, stated }: Change): readonly Claim[] => {
  const direction = directionAt(sentence, to.end, stated) || directionOf(to.label);
  if (direction === 0 || stated.bound !== "exact" || /同比|环比|上年/.test(stated.label)) return [];
  if (stated.sort === "percent") {
    if (isYearly(`${stated.label} ${between(sentence, stated.end, stated.end + AFTER)}`))
      return yearly(sentence, { from, to, stated }, direction);
    if (
      isReal(between(sentence, sentence.start, stated.start)) ||
      !/^[^一-龥]*(?:累计|共|实际|净)?(?:增|减|下|上|提|降|升|涨|跌)|^[a-z ,(]*$/i.test(stated.label)
    )
      return [];
    return listed(growthClaim({ from, to, rate: stated, direction, severity: severityOf(from, to) }));
  }
  if (stated.unit !== from.unit || stated.role !== "change") return [];
  const computed = signed(minus(to.interval, from.interval), direction);
  return [
    claim({
      code: "changeAmount",
      severity: severityOf(from, to),
      agrees: meets(computed, stated.interval),
      figures: [from, to, stated],
      arithmetic: arithmetic(`|${shown(to.value)} − ${shown(from.value)}|`, {
        computed,
        stated: stated.interval,
        unit: to.unit,
      }),
    }),
  ];
};

/** 10% a year: in English the words come after the rate. */
const AFTER = 10;

const severityOf = (from: Figure, to: Figure): "fault" | "review" =>
  from.sort === "count" && from.step === 1 && to.step === 1 ? "fault" : "review";

/** The years are printed, or implied by 五年; then any that fits will do and none that does not is held against it. */
const yearly = (sentence: Sentence, { from, to, stated }: Change, direction: -1 | 1): readonly Claim[] => {
  const years = sentence.tokens.flatMap((token) =>
    token.is === "date" && token.year !== undefined && token.start < stated.start ? [token] : [],
  );
  // 2018年的400件, but 400 in 2018.
  const yearOf = (value: Figure) =>
    years.find(({ start }) => /^ in $/.test(between(sentence, value.end, start))) ??
    years.findLast(({ end }) => end <= value.start);
  const [first, last] = [yearOf(from), yearOf(to)];
  const printed = first?.year !== undefined && last?.year !== undefined ? last.year - first.year : 0;
  const fits = (count: number): boolean => {
    const computed = yearlyGrowthOf(from.interval, to.interval, count);
    return computed !== undefined && meets(computed, signed(lenient(stated), direction));
  };
  const count =
    printed > 0 && first !== last
      ? ([printed, printed + 1, printed - 1].find(fits) ?? printed)
      : [5, 4, 3, 2, 6, 10].find(fits);
  if (count === undefined || count < 1 || (isRealFrom(sentence, from, stated) && !fits(count))) return [];
  return listed(growthClaim({ from, to, rate: stated, direction, years: count, severity: "review" }));
};

/** 由21.6%提高到25.2%，提高3.6个百分点 */
const ofPercentages = (sentence: Sentence, { from, to, stated }: Change): readonly Claim[] => {
  const direction = directionAt(sentence, to.end, stated) || directionOf(to.label);
  if (direction === 0 || stated.start - to.end > 16 || stated.bound !== "exact" || isYearly(stated.label))
    return [];
  if (stated.role !== "change" && stated.label !== "") return [];
  const computed = signed(minus(to.interval, from.interval), direction);
  const shared = {
    figures: [from, to, stated],
    arithmetic: arithmetic(`|${shown(to.value)} − ${shown(from.value)}|`, {
      computed,
      stated: stated.interval,
      unit: "点",
    }),
  };
  if (stated.sort === "points")
    return [
      claim({
        code: "pointsDiffer",
        severity: "review",
        agrees: meets(computed, stated.interval),
        ...shared,
      }),
    ];
  if (stated.sort !== "percent" || !meets(computed, stated.interval)) return [];
  return [claim({ code: "pointsAsPercent", severity: "review", agrees: false, ...shared })];
};

const COMPARED = /比|较|增|减|more than|less than|fewer than|increase of|decrease of/;

/** 70650万吨，比上年增加1109万吨，增长1.6% */
const byAmount = (sentence: Sentence): readonly Claim[] =>
  sentence.figures.flatMap((change, at) => {
    const to = sentence.figures[at - 1];
    const stated = sentence.figures[at + 1];
    if (to === undefined || stated === undefined || change.role !== "change" || to.role !== "level")
      return [];
    if (to.unit !== change.unit || !isLevel(to) || !isLevel(change) || stated.sort !== "percent") return [];
    if (!COMPARED.test(change.label) || stated.start - change.end > 16 || change.start - to.end > 24)
      return [];
    const direction = directionOf(change.label.replace(/.*(?:比|较)[^增减多少上下提降]*/, ""));
    const own = directionAt(sentence, change.end, stated);
    if (
      direction === 0 ||
      own !== direction ||
      stated.bound !== "exact" ||
      !/^[^，]{0,4}$/.test(stated.label)
    )
      return [];
    const from = baseOf(to, change, direction);
    if (isYearly(stated.label)) return yearly(sentence, { from, to, stated }, direction);
    return isRealFrom(sentence, to, stated)
      ? []
      : listed(
          growthClaim({
            from,
            to,
            rate: stated,
            direction,
            severity: "review",
            span: { start: to.start, end: stated.end },
          }),
        );
  });
