// Totals and their parts in a sentence: 其中, 包括, 分为, brackets, lists that end with 其他, "of which".

import type { Claim } from "../finding.ts";
import { meets, sum } from "../interval.ts";
import type { Figure, Scan, Sentence } from "../scan.ts";
import { arithmetic, claim, plus } from "./claim.ts";
import { isClosed } from "./closed.ts";

const CUE =
  /其中|包括|包含|分为|分别(?:为|是|有)|\bof which\b|\bof (?:those|these)\b|\bincluding\b|\bcomprising\b|(?<=[a-z]): (?=\d)/gi;
/** The whole is named as such: no part may be missing. */
const WHOLE_CUE = /分为/;
/** A clause that begins so tells of something else. */
const NEW_SUBJECT =
  /^(?:共|总|累计|合计|总计|此外|另外|另|同时|全[年省市县区国]|新增|截至|截止|during|in total|overall)/i;

export const sums = (scan: Scan): readonly Claim[] =>
  scan.sentences.flatMap((sentence, index) => {
    const cues = [...sentence.text.matchAll(CUE)].map(({ index: at, 0: word }) => ({
      at: sentence.start + at,
      word,
    }));
    const lists = cues.flatMap((cue, which) => cued(scan, index, cue, cues[which + 1]?.at));
    return [...lists, ...bracketed(sentence), ...(cues.length === 0 ? restList(sentence) : [])];
  });

const isPart = ({ role, sort, bound }: Figure): boolean =>
  role === "level" && bound !== "range" && (sort === "count" || sort === "measure");

type Cue = { readonly at: number; readonly word: string };

const cued = (scan: Scan, index: number, cue: Cue, nextCue: number | undefined): readonly Claim[] => {
  const sentence = scan.sentences[index] as Sentence;
  const after = sentence.figures.filter(({ start }) => start > cue.at && start < (nextCue ?? sentence.end));
  const depth = depthAt(sentence, cue.at);
  const stop =
    after.find(({ label, depth: own }) => own < depth || NEW_SUBJECT.test(label))?.start ?? sentence.end;
  const parts = after.filter((figure) => figure.depth === depth && figure.start < stop && isPart(figure));
  return unitsOf(parts).flatMap((unit) => {
    const own = parts.filter((part) => part.unit === unit && part.clause.start >= sentence.start);
    const totals = totalsBefore(scan, index, cue.at, depth).filter((total) => total.unit === unit);
    return judge(
      totals,
      own,
      WHOLE_CUE.test(cue.word) || isClosed(labelsOf(own, sentence)) ? "fault" : "open",
    );
  });
};

const depthAt = ({ text, start }: Sentence, at: number): number => {
  const before = text.slice(0, at - start);
  return Math.max(0, before.split("(").length - before.split(")").length);
};

const unitsOf = (parts: readonly Figure[]): readonly string[] => [...new Set(parts.map(({ unit }) => unit))];

/** In English what is counted stands after the number. */
const labelsOf = (parts: readonly Figure[], { text, start }: Sentence): readonly string[] =>
  parts.map(({ named, unit, end }) =>
    unit === "" ? (/^[^,;:.()\d]*/.exec(text.slice(end - start))?.[0] ?? "") : named,
  );

/** In the sentence before the cue; where the sentence begins with it, in the sentence before. */
const totalsBefore = ({ sentences }: Scan, index: number, at: number, depth: number): readonly Figure[] => {
  const sentence = sentences[index] as Sentence;
  const own = sentence.figures.filter((each) => each.end <= at && each.depth <= depth && isTotal(each));
  if (own.length > 0 || at - sentence.start > 12) return own;
  const before = sentences[index - 1];
  return before === undefined || before.block < sentence.block - 1
    ? []
    : before.figures.filter((each) => each.depth === 0 && isTotal(each));
};

const isTotal = (figure: Figure): boolean => isPart(figure) && !figure.weak && figure.bound === "exact";

type Closed = "fault" | "review" | "open";

/** The nearest total is meant; an earlier one that fits makes the list agree all the same. */
const judge = (totals: readonly Figure[], parts: readonly Figure[], closed: Closed): readonly Claim[] => {
  const nearest = totals.at(-1);
  if (nearest === undefined || parts.every(({ weak }) => weak)) return [];
  for (const total of totals.toReversed()) {
    const run = runThatAdds(total, parts);
    if (run !== undefined) return [made(total, run, { agrees: true, severity: "silent" })];
  }
  const severity = parts.length < 2 ? "silent" : severityOf(nearest, parts, closed);
  return severity === "silent" ? [] : [made(nearest, parts, { agrees: false, severity })];
};

/** Several partitions of one total may follow one another: one that adds up from the first part on is enough. */
const runThatAdds = (total: Figure, parts: readonly Figure[]): readonly Figure[] | undefined => {
  for (let length = 2; length <= Math.min(parts.length, 60); length++) {
    const run = parts.slice(0, length);
    if (meets(sum(run.map(({ interval }) => interval)), total.interval)) return run;
  }
  return undefined;
};

const severityOf = (
  total: Figure,
  parts: readonly Figure[],
  closed: Closed,
): "fault" | "review" | "silent" => {
  if (parts.some(({ bound }) => bound !== "exact")) return "silent";
  if (closed !== "open") return closed;
  const { low, high } = sum(parts.map(({ interval }) => interval));
  // An open list may leave something out, but by so little only by mistake.
  const near =
    Math.abs((low + high) / 2 - total.value) <= total.value * (low > total.interval.high ? 0.05 : 0.01);
  return parts.length >= 3 && near && total.value >= 20 ? "review" : "silent";
};

const made = (
  total: Figure,
  parts: readonly Figure[],
  { agrees, severity }: { readonly agrees: boolean; readonly severity: "fault" | "review" | "silent" },
): Claim =>
  claim({
    code: "partsDoNotAdd",
    severity,
    agrees,
    figures: [total, ...parts],
    arithmetic: arithmetic(plus(parts), {
      computed: sum(parts.map(({ interval }) => interval)),
      stated: total.interval,
      unit: total.unit,
    }),
  });

/** 100件（民事60件、刑事40件）: the parts in brackets right after their total. */
const bracketed = (sentence: Sentence): readonly Claim[] =>
  sentence.figures.flatMap((total, at) => {
    const { figures, text, start } = sentence;
    const gap = text.slice(total.end - start, total.end - start + 4);
    if (!/^ ?\(/.test(gap) || !isTotal(total)) return [];
    const inside: Figure[] = [];
    for (const figure of figures.slice(at + 1, at + 40)) {
      if (figure.depth <= total.depth) break;
      inside.push(figure);
    }
    const parts = inside.filter(
      (figure) => figure.depth === total.depth + 1 && isPart(figure) && figure.unit === total.unit,
    );
    const lead = text.slice(total.end - start, (inside[0]?.start ?? total.end) - start);
    const whole =
      parts.length >= 2 && !/其中|含|包括|除/.test(lead) && parts.every(({ label }) => label !== "");
    return /其中|包括/.test(lead)
      ? []
      : judge([total], parts, isClosed(labelsOf(parts, sentence)) ? "fault" : whole ? "review" : "open");
  });

/** Without such a word the first number of a list may be one of its parts. */
const WHOLE_NAME = /共|总|合计|累计|各类|各项|受理|收到|接收|登记|收案|^[^，]{0,6}案件$/;

/** 案件50件，控告2件；刑事申诉0件；…其他类0件: no word says so, but the last part closes the list. */
const restList = (sentence: Sentence): readonly Claim[] => {
  const { figures } = sentence;
  const [total] = figures;
  if (total === undefined || !isTotal(total) || !WHOLE_NAME.test(total.label)) return [];
  const parts = figures
    .slice(1)
    .filter((each) => each.depth === 0 && isPart(each) && each.unit === total.unit);
  return parts.length >= 3 && isClosed(labelsOf(parts, sentence)) ? judge([total], parts, "fault") : [];
};
