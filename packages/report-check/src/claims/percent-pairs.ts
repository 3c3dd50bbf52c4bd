// Counts with their share in brackets, one after another: "98 (31%) were upheld, 120 (38%) …", 咨询120件（60%）.

import type { Claim } from "../finding.ts";
import { meets, over, times, type Interval } from "../interval.ts";
import type { Figure, Scan, Sentence } from "../scan.ts";
import { arithmetic, claim, shown } from "./claim.ts";
import { lenient } from "./growth.ts";

type Pair = { readonly part: Figure; readonly rate: Figure };

/** One whole that fits all but one of them is meant for that one too; of two or fewer, nothing is said but that they agree. */
export const percentPairs = ({ sentences }: Scan): readonly Claim[] =>
  sentences.flatMap((sentence, index) => {
    const pairs = pairsOf(sentence);
    if (pairs.length === 0) return [];
    const near = sentences
      .slice(Math.max(0, index - 3), index + 1)
      .flatMap(({ figures }) => figures)
      .filter((each) => isCount(each) && each.unit === pairs[0]?.part.unit);
    const wholes = [
      ...near.filter((each) => !pairs.some(({ part }) => part === each)).map(({ value }) => value),
      pairs.reduce((all, { part }) => all + part.value, 0),
    ];
    const fitting = wholes.map((whole) => ({ whole, fit: pairs.filter((pair) => fits(pair, whole)) }));
    const best = fitting.toSorted((a, b) => b.fit.length - a.fit.length)[0];
    if (best === undefined) return [];
    const { whole, fit } = best;
    const agreeing = fit.map((pair) => made(pair, whole, true));
    const odd = pairs.filter((pair) => !fit.includes(pair));
    const [only] = odd;
    return only !== undefined && odd.length === 1 && (fit.length >= 2 || OF.test(sentence.text))
      ? [...agreeing, made(only, whole, false)]
      : agreeing;
  });

/** Of 312 complaints, 98 (31%) …: no other whole is meant. */
const OF = /^\s*of (?:the |these |those )?\d/i;

const isCount = ({ sort, bound, role, weak }: Figure): boolean =>
  sort === "count" && bound === "exact" && role !== "change" && !weak;

/** 98 (31%); 14 were upheld (25%) */
const BRACKET = /^(?: (?:[a-z]+ ){1,4}| ?)\((?:占|占比|or )? ?$/i;
/** 咨询类120件，占60% */
const SHARE = /^，占(?:比|总数|总量|全部)?的?(?:比重)?$/;

const pairsOf = ({ figures, text, start }: Sentence): readonly Pair[] =>
  figures.flatMap((first, at) => {
    const second = figures[at + 1];
    if (second === undefined || first.bound !== "exact" || second.bound !== "exact") return [];
    const gap = text.slice(first.end - start, second.start - start);
    const close = text.charAt(second.end - start);
    const joined = (close === ")" && BRACKET.test(gap)) || SHARE.test(gap);
    if (isCount(first) && second.sort === "percent" && joined) return [{ part: first, rate: second }];
    const swapped = first.sort === "percent" && isCount(second) && second.unit === "" && close === ")";
    return swapped && /^ ?[(,] ?$/.test(gap) ? [{ part: second, rate: first }] : [];
  });

const rateOf = ({ part }: Pair, whole: number): Interval | undefined => {
  const ratio = over(part.interval, { low: whole, high: whole });
  return ratio && times(ratio, 100);
};

const fits = (pair: Pair, whole: number): boolean => {
  const computed = rateOf(pair, whole);
  return computed !== undefined && computed.high <= 100 && meets(computed, lenient(pair.rate));
};

const made = (pair: Pair, whole: number, agrees: boolean): Claim => {
  const { part, rate } = pair;
  return claim({
    code: "rateNotOfCounts",
    severity: "review",
    agrees,
    figures: part.start < rate.start ? [part, rate] : [rate, part],
    arithmetic: arithmetic(`${shown(part.value)} ÷ ${shown(whole)}`, {
      computed: rateOf(pair, whole) ?? rate.interval,
      stated: rate.interval,
      unit: "%",
    }),
  });
};
