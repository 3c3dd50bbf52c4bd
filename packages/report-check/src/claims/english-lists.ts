// English lists of outcomes: "Two were upheld, three were partially upheld and ten were not upheld."

import type { Claim } from "../finding.ts";
import { meets, sum } from "../interval.ts";
import type { Figure, Scan, Sentence } from "../scan.ts";
import { arithmetic, claim, plus } from "./claim.ts";

/** What follows a number that counts outcomes: "39 complaints were not upheld". */
const OUTCOME = /^(?: [a-z-]+){0,4}? (?:was|were) ((?:not |partially |partly )?[a-z-]+)/i;

type Outcome = { readonly figure: Figure; readonly what: string };

/** The counts of one list of outcomes. */
export const outcomesOf = ({ figures, text, start }: Sentence): readonly Outcome[] =>
  figures.flatMap((figure) => {
    if (figure.sort !== "count" || figure.unit !== "" || figure.depth > 0) return [];
    const what = OUTCOME.exec(text.slice(figure.end - start, figure.end - start + 60))?.[1];
    return what === undefined ? [] : [{ figure, what: what.toLowerCase() }];
  });

/** X and not X: whatever was decided is one of the two. */
const isWhole = (outcomes: readonly Outcome[]): boolean =>
  outcomes.some(({ what }) => outcomes.some((other) => other.what === `not ${what}`));

export const englishLists = ({ sentences }: Scan): readonly Claim[] =>
  sentences.flatMap((sentence, index) => {
    const outcomes = outcomesOf(sentence);
    if (outcomes.length < 2) return [];
    const parts = outcomes.map(({ figure }) => figure);
    const added = sum(parts.map(({ interval }) => interval));
    const before = sentences.slice(Math.max(0, index - 2), index).flatMap(({ figures }) => figures);
    const own = sentence.figures.filter(({ end }) => end < (parts[0]?.start ?? 0));
    const totals = [...before, ...own].filter(
      ({ sort, unit, weak }) => sort === "count" && unit === "" && !weak,
    );
    const total = totals.findLast(({ interval }) => meets(interval, added)) ?? totals.at(-1);
    if (total === undefined) return [];
    const agrees = meets(total.interval, added);
    // With several totals about, which one was meant is a guess.
    if (!agrees && (!isWhole(outcomes) || totals.length > 1)) return [];
    return [
      claim({
        code: "partsDoNotAdd",
        severity: "review",
        agrees,
        figures: [total, ...parts],
        span: { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 },
        arithmetic: arithmetic(plus(parts), { computed: added, stated: total.interval, unit: "" }),
      }),
    ];
  });
