// Balances: what was there and came in, less what went out, is what is left; exports less imports are the surplus.

import type { Claim } from "../finding.ts";
import { meets, minus, sum } from "../interval.ts";
import type { Figure, Scan, Sentence } from "../scan.ts";
import { arithmetic, claim, plus, shown } from "./claim.ts";

const OPENING =
  /上年度?末?(?:结转|未结|遗留|存)|年初|期初|旧存|原有|opening|brought forward|carried (?:over|forward) from/i;
const IN = /新收|新受理|收到|受理|新增|接收|receiv|new(?:ly)? /i;
const OUT = /办结|审结|结案|答复|处理完毕|销号|closed|resolved|completed/i;
const CLOSING =
  /结转(?:至|下|到)|年末|期末|未结|尚未|剩余|余下|结存|closing|carried (?:over|forward) (?:to|into)|remain|outstanding/i;

export const balances = (scan: Scan): readonly Claim[] =>
  scan.sentences.flatMap((sentence, index) => [
    ...stock(sentence),
    ...outcome(sentence, scan.sentences[index - 1]),
    ...surplus(scan, index),
  ]);

const isFigure = ({ role, bound, sort }: Figure): boolean =>
  role !== "change" && bound === "exact" && (sort === "count" || sort === "measure");

/** In Chinese what is counted stands before the number, in English after it: "88 were received". */
const wordsOf = ({ text, start }: Sentence, { label, unit, end }: Figure): string =>
  unit === "" ? (/^[^,;.\d]*/.exec(text.slice(end - start))?.[0] ?? "") : label;

/** All four in one sentence, each once, in one unit. */
const stock = (sentence: Sentence): readonly Claim[] => {
  const { figures } = sentence;
  const one = (label: RegExp, not: readonly Figure[]): Figure | undefined => {
    const found = figures.filter(
      (each) =>
        isFigure(each) &&
        !not.includes(each) &&
        (label.test(each.label) || label.test(wordsOf(sentence, each))),
    );
    return found.length === 1 ? found[0] : undefined;
  };
  const closing = one(CLOSING, []);
  const opening = closing && one(OPENING, [closing]);
  const taken = closing && opening && one(IN, [closing, opening]);
  const done = closing && opening && taken && one(OUT, [closing, opening, taken]);
  if (closing === undefined || opening === undefined || taken === undefined || done === undefined) return [];
  if (new Set([closing, opening, taken, done].map(({ unit }) => unit)).size > 1) return [];
  const computed = minus(sum([opening.interval, taken.interval]), done.interval);
  return [
    claim({
      code: "balanceOpen",
      severity: "fault",
      agrees: meets(computed, closing.interval),
      figures: [opening, taken, done, closing],
      arithmetic: arithmetic(`${plus([opening, taken])} − ${shown(done.value)}`, {
        computed,
        stated: closing.interval,
        unit: closing.unit,
      }),
    }),
  ];
};

/** 处理结果中，部分公开2件，…，结转下年2件: all that was there has one outcome. */
const outcome = ({ figures, text }: Sentence, before: Sentence | undefined): readonly Claim[] => {
  if (!/(?:处理|办理)(?:结果|情况)/.test(text) || before === undefined) return [];
  const parts = figures.filter((each) => isFigure(each) && each.depth === 0);
  const closed = /结转/.test(parts.at(-1)?.label ?? "");
  const taken = before.figures.filter((each) => isFigure(each) && each.unit === parts[0]?.unit);
  if (parts.length < 2 || !closed || taken.length !== 2 || !taken.some(({ label }) => /结转/.test(label)))
    return [];
  const [computed, stated] = [
    sum(parts.map(({ interval }) => interval)),
    sum(taken.map(({ interval }) => interval)),
  ];
  return [
    claim({
      code: "balanceOpen",
      severity: "review",
      agrees: meets(computed, stated),
      figures: [...taken, ...parts],
      arithmetic: arithmetic(plus(parts), { computed, stated, unit: parts[0]?.unit ?? "" }),
    }),
  ];
};

/** 出口254545亿元…进口183923亿元…顺差70622亿元 */
const surplus = ({ sentences }: Scan, index: number): readonly Claim[] => {
  const stated = sentences[index]?.figures.find(
    ({ label, role }) => /[顺逆]差/.test(label) && role === "level",
  );
  if (stated === undefined) return [];
  const near = sentences.slice(Math.max(0, index - 2), index + 1).flatMap(({ figures }) => figures);
  const of = (name: RegExp): Figure | undefined =>
    near.findLast(
      (each) =>
        isFigure(each) && each.unit === stated.unit && each.end <= stated.start && name.test(each.label),
    );
  const [out, into] = [of(/^(?!.*进).*出口/), of(/^(?!.*出).*进口/)];
  if (out === undefined || into === undefined) return [];
  const deficit = /逆差/.test(stated.label);
  const [larger, smaller] = deficit ? [into, out] : [out, into];
  const computed = minus(larger.interval, smaller.interval);
  return [
    claim({
      code: "balanceOpen",
      severity: "review",
      agrees: meets(computed, stated.interval),
      figures: [larger, smaller, stated],
      arithmetic: arithmetic(`${shown(larger.value)} − ${shown(smaller.value)}`, {
        computed,
        stated: stated.interval,
        unit: stated.unit,
      }),
    }),
  ];
};
