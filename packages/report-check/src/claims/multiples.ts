// Multiples: 由50件增加到150件，增长2倍; 是50件的3倍; 翻两番; "nearly double the previous".

import type { Claim } from "../finding.ts";
import { meets, over, type Interval } from "../interval.ts";
import type { Figure, Scan, Sentence } from "../scan.ts";
import type { Quantity } from "../tokens/token.ts";
import { arithmetic, claim, shown } from "./claim.ts";

export const multiples = ({ sentences }: Scan): readonly Claim[] =>
  sentences.flatMap((sentence, index) => [...chinese(sentence), ...english(sentence, sentences[index - 1])]);

/** 增长3倍 is four times as much, 翻两番 too; 是…的3倍 is three times. */
const factorOf = ({ unit, value, interval, label }: Figure): Interval => {
  if (unit === "番") return { low: 2 ** value * 0.9, high: 2 ** value * 1.1 };
  return /增|升|提高/.test(label) && !/[到至为]$/.test(label)
    ? { low: interval.low + 1, high: interval.high + 1 }
    : interval;
};

const chinese = (sentence: Sentence): readonly Claim[] =>
  sentence.figures.flatMap((multiple, at) => {
    const [first, second] = [sentence.figures[at - 2], sentence.figures[at - 1]];
    if (multiple.sort !== "multiple" || first === undefined || second === undefined) return [];
    if (
      first.unit !== second.unit ||
      first.bound !== "exact" ||
      second.bound !== "exact" ||
      first.sort === "percent"
    )
      return [];
    const turned = /(?:由|从)[^，]{0,16}$/.test(first.label) && /[到至为]$/.test(second.label);
    const times = /是[^，。]{0,12}$/.test(second.label) && /^的$/.test(multiple.label);
    if ((!turned && !times) || multiple.start - second.end > 16) return [];
    const [from, to] = turned ? [first, second] : [second, first];
    return made({ from, to, multiple, stated: loosen(factorOf(multiple), multiple) });
  });

const loosen = ({ low, high }: Interval, { bound }: Quantity): Interval =>
  bound === "above"
    ? { low, high: high * 1.3 }
    : bound === "below"
      ? { low: low * 0.8, high }
      : { low, high };

type Made = {
  readonly from: Quantity;
  readonly to: Quantity;
  readonly multiple?: Quantity;
  readonly stated: Interval;
  readonly span?: { start: number; end: number };
};

const made = ({ from, to, multiple, stated, span }: Made): readonly Claim[] => {
  const computed = over(to.interval, from.interval);
  if (computed === undefined) return [];
  return [
    claim({
      code: "multipleDiffers",
      severity: "review",
      agrees: meets(computed, stated),
      figures: [from, to, ...(multiple === undefined ? [] : [multiple])],
      ...(span === undefined ? {} : { span }),
      arithmetic: arithmetic(`${shown(to.value)} ÷ ${shown(from.value)}`, { computed, stated, unit: "×" }),
    }),
  ];
};

const WORDS =
  /\b(nearly |almost |more than |over |about |roughly )?(doubled?|twice|tripled?|three times|quadrupled?|four times|halved|half)\b( (?:that of )?(?:the )?(?:previous|last|prior|preceding))?/gi;
const FACTOR: readonly (readonly [RegExp, number])[] = [
  [/^doubl|^twice/i, 2],
  [/^tripl|^three/i, 3],
  [/^quadr|^four/i, 4],
  [/^hal/i, 0.5],
];
/** "Nearly" stays below, "more than" above; how far is generous. */
const LOOSE: Readonly<Record<string, readonly [number, number]>> = {
  "": [0.9, 1.1],
  nearly: [0.8, 1.02],
  almost: [0.8, 1.02],
  "more than": [0.99, 1.5],
  over: [0.99, 1.5],
  about: [0.85, 1.15],
  roughly: [0.85, 1.15],
};

const english = (sentence: Sentence, before: Sentence | undefined): readonly Claim[] =>
  [...sentence.text.matchAll(WORDS)].flatMap((found) => {
    const factor = FACTOR.find(([word]) => word.test(found[2] ?? ""))?.[1] ?? 1;
    const [low, high] = LOOSE[(found[1] ?? "").trim().toLowerCase()] ?? [0.9, 1.1];
    const stated = { low: factor * low, high: factor * high };
    const start = sentence.start + found.index;
    const span = { start, end: start + found[0].length };
    const pair = found[3] === undefined ? fromTo(sentence) : withPrevious(sentence, before, start);
    if (pair === undefined) return [];
    return made({ ...pair, stated, span: { start: Math.min(span.start, pair.to.start), end: span.end } });
  });

type Pair = { readonly from: Quantity; readonly to: Quantity };

const fromTo = ({ figures, text, start }: Sentence): Pair | undefined => {
  for (const [at, from] of figures.entries()) {
    const to = figures[at + 1];
    if (to === undefined || from.sort !== to.sort || from.bound !== "exact" || to.bound !== "exact") continue;
    const lead = text.slice(Math.max(0, from.start - start - 6), from.start - start);
    if (/from $/i.test(lead) && / to $/i.test(text.slice(from.end - start, to.start - start).slice(-4)))
      return { from, to };
  }
  return undefined;
};

/** The number the words follow, against the last of its sort in the sentence before. */
const withPrevious = ({ figures }: Sentence, before: Sentence | undefined, at: number): Pair | undefined => {
  const to = figures.findLast(({ end, bound, sort }) => end <= at && bound === "exact" && sort === "percent");
  const from = before?.figures.findLast(({ sort, bound }) => sort === to?.sort && bound === "exact");
  return to === undefined || from === undefined ? undefined : { from, to };
};
