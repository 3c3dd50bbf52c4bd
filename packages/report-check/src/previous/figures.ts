// Growth and last year's values held against what the earlier edition printed for the same quantity.

import type { Claim } from "../finding.ts";
import { meets } from "../interval.ts";
import { nameOf, planReader } from "../names.ts";
import { directionOf, isReal, isTarget, isYearly } from "../role.ts";
import type { Figure, Scan, Sentence } from "../scan.ts";
import { arithmetic, claim, shown } from "../claims/claim.ts";
import { growthClaim } from "../claims/growth.ts";

type Known = ReadonlyMap<string, readonly Figure[]>;

export const figuresAgainst = (scan: Scan, previous: Scan): readonly Claim[] => {
  const known = knownFigures(previous);
  const isPlan = planReader();
  return scan.sentences.flatMap((sentence) => {
    if (isPlan(sentence) || isTarget(sentence.text)) return [];
    return sentence.figures.flatMap((figure, at) => [
      ...growth(sentence, at, known),
      ...(figure.role === "base" ? restated(sentence, figure, known) : []),
    ]);
  });
};

/** What the earlier edition reported; its plans and targets are none. */
const knownFigures = (previous: Scan): Known => {
  const known = new Map<string, Figure[]>();
  const isPlan = planReader();
  for (const sentence of previous.sentences) {
    if (isPlan(sentence) || isTarget(sentence.text)) continue;
    for (const figure of sentence.figures) {
      const key = figure.role === "level" ? keyOf(figure) : undefined;
      if (key !== undefined) known.set(key, [...(known.get(key) ?? []), figure]);
    }
  }
  return known;
};

const keyOf = ({ label, unit, sort, bound, weak }: Figure): string | undefined => {
  const name = nameOf(label);
  const fits = (sort === "count" || sort === "measure") && bound === "exact" && !weak;
  return fits && /[一-龥]{4}|[A-Za-z]{5}/.test(name) ? `${name}|${unit}` : undefined;
};

const YEAR_ON_YEAR = /同比|比上年|较上年|比去年|较去年|^(?:增长|下降|增加|减少)$|year on year|last year/;

const growth = ({ figures, text, start }: Sentence, at: number, known: Known): readonly Claim[] => {
  const [to, rate] = [figures[at], figures[at + 1]];
  if (to === undefined || rate === undefined || to.role !== "level" || rate.sort !== "percent") return [];
  if (rate.role !== "change" || rate.bound !== "exact" || rate.start - to.end > 12) return [];
  const key = keyOf(to);
  const words = text.slice(Math.max(0, to.clause.start - start), rate.end - start + 14);
  if (key === undefined || !YEAR_ON_YEAR.test(rate.label) || isReal(words) || isYearly(words)) return [];
  const direction = directionOf(rate.label.replace(/.*[比较][^增减上下提降]*/, ""));
  if (direction === 0) return [];
  const made = (known.get(key) ?? []).flatMap(
    (from) =>
      growthClaim({
        from,
        to,
        rate,
        direction,
        severity: "review",
        code: "growthAgainstPrevious",
        span: { start: to.clause.start, end: rate.end },
      }) ?? [],
  );
  return oneOf(made);
};

/** Printed more than once in the earlier edition: one value that fits is enough, and several that do not prove little. */
const oneOf = (claims: readonly Claim[]): readonly Claim[] => {
  const fit = claims.find(({ agrees }) => agrees);
  if (fit !== undefined) return [fit];
  return new Set(claims.map(({ reads }) => reads[0]?.value)).size === 1 ? claims.slice(0, 1) : [];
};

const restated = (sentence: Sentence, base: Figure, known: Known): readonly Claim[] => {
  const now = sentence.figures.find(
    (each) => each.role === "level" && each.unit === base.unit && each.end <= base.start,
  );
  const key = now && keyOf(now);
  if (now === undefined || key === undefined) return [];
  const made = (known.get(key) ?? []).map((before) =>
    claim({
      code: "figureRestated",
      severity: "review",
      agrees: meets(before.interval, base.interval),
      figures: [now, base],
      span: { start: base.clause.start, end: base.end },
      arithmetic: arithmetic(shown(before.value), {
        computed: before.interval,
        stated: base.interval,
        unit: base.unit,
      }),
    }),
  );
  return oneOf(made);
};
