// Shares that should make a whole: 11.6:54.3:34.1, 占比分别为6.8%、36.5%、56.7%, lists of percentages.

import type { Claim } from "../finding.ts";
import { around, exactly, meets, sum, type Interval } from "../interval.ts";
import type { Figure, Scan, Sentence } from "../scan.ts";
import type { Ratio } from "../tokens/token.ts";
import { arithmetic, claim, plus, shown } from "./claim.ts";
import { isClosed } from "./closed.ts";

const WHOLE = exactly(100);

export const shares = (scan: Scan): readonly Claim[] =>
  scan.sentences.flatMap((sentence, index) => [
    ...sentence.tokens.flatMap((token) => (token.is === "ratio" ? [ofRatio(token)] : [])),
    ...respective(sentence, scan.sentences[index - 1]),
  ]);

/** Often forced to 100, so that a part may be off by a step; the sum may not. */
const ofRatio = ({ parts, start, end, lexeme }: Ratio): Claim => {
  const decimals = Math.max(...parts.map((part) => part.decimals));
  const computed = sum(parts.map(({ value }) => around(value, 10 ** -decimals / 2)));
  const made = claim({
    code: "sharesNotWhole",
    severity: "fault",
    agrees: meets(computed, WHOLE),
    figures: [],
    span: { start, end },
    arithmetic: arithmetic(parts.map(({ value }) => shown(value)).join(" + "), {
      computed,
      stated: WHOLE,
      unit: "%",
    }),
  });
  return {
    ...made,
    reads: [{ start, end, lexeme, value: parts.reduce((all, { value }) => all + value, 0), unit: "%" }],
  };
};

/** Where several answers may be given, shares may pass 100. */
const SEVERAL = /多选|可选多项|select|more than one|all that apply|multiple (?:answers|choices|responses)/i;
const SHARE = /占|比重|比例|占比|构成|结构|accounted for|made up|share|proportion/i;

/** A run of percentages joined by 、 after 分别 or 占: whole only if it says so or comes within a hair of it. */
const respective = (sentence: Sentence, before: Sentence | undefined): readonly Claim[] => {
  if (SEVERAL.test(sentence.text) || SEVERAL.test(before?.text ?? "")) return [];
  return runsOf(sentence).flatMap((run) => {
    const [first] = run;
    if (first === undefined || run.length < 2) return [];
    const lead = sentence.text.slice(
      Math.max(0, first.start - sentence.start - 60),
      first.start - sentence.start,
    );
    if (!SHARE.test(lead) && !run.every(({ label }) => SHARE.test(label))) return [];
    return judge(run, /三次产业|构成|结构/.test(lead));
  });
};

const judge = (run: readonly Figure[], whole: boolean): readonly Claim[] => {
  const computed: Interval = sum(run.map(({ interval }) => interval));
  const agrees = meets(computed, WHOLE);
  const middle = (computed.low + computed.high) / 2;
  const closed = (whole && run.length >= 3) || isClosed(run.map(({ label }) => label));
  // Without a word that closes it, a list of shares may be part of the whole; above it, it cannot be.
  const near = run.length >= 3 && middle > 98.5 && middle < 103;
  if (!agrees && !closed && !near) return [];
  return [
    claim({
      code: "sharesNotWhole",
      severity: "review",
      agrees,
      figures: run,
      arithmetic: arithmetic(plus(run), { computed, stated: WHOLE, unit: "%" }),
    }),
  ];
};

/** Percentages that follow one another, nothing but their labels and commas between. */
const runsOf = ({ figures, text, start }: Sentence): readonly (readonly Figure[])[] => {
  const runs: Figure[][] = [];
  let run: Figure[] = [];
  for (const figure of figures) {
    const fits = figure.sort === "percent" && figure.bound === "exact" && figure.role === "level";
    const last = run.at(-1);
    const joined =
      last !== undefined && /^[^。；;()]{0,30}$/.test(text.slice(last.end - start, figure.start - start));
    if (fits && (joined || last === undefined)) run.push(figure);
    else {
      runs.push(run);
      run = fits ? [figure] : [];
    }
  }
  return [...runs, run].filter(({ length }) => length >= 2);
};
