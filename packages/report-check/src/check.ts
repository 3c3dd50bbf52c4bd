// The whole check: scans a report once, recomputes every claim it finds, and gives what does not agree.

import { balances } from "./claims/balances.ts";
import { captions } from "./claims/captions.ts";
import { changes } from "./claims/changes.ts";
import { conflicts } from "./claims/conflicts.ts";
import { dates } from "./claims/dates.ts";
import { divisions } from "./claims/division.ts";
import { englishChanges } from "./claims/english-changes.ts";
import { englishLists } from "./claims/english-lists.ts";
import { enumerations } from "./claims/enumerations.ts";
import { impossibleRates } from "./claims/grim.ts";
import { lists } from "./claims/lists.ts";
import { multiples } from "./claims/multiples.ts";
import { percentPairs } from "./claims/percent-pairs.ts";
import { periods } from "./claims/periods.ts";
import { placeholders } from "./claims/placeholders.ts";
import { rates } from "./claims/rates.ts";
import { shares } from "./claims/shares.ts";
import { sums } from "./claims/sums.ts";
import { tables } from "./claims/tables.ts";
import { KIND_OF, type Claim, type Finding } from "./finding.ts";
import { againstPrevious } from "./previous/index.ts";
import { placeOf, type Report } from "./report.ts";
import { scanReport, type Scan } from "./scan.ts";

const CHECKS: readonly ((scan: Scan) => readonly Claim[])[] = [
  placeholders,
  sums,
  englishLists,
  englishChanges,
  tables,
  changes,
  rates,
  percentPairs,
  divisions,
  shares,
  multiples,
  balances,
  impossibleRates,
  dates,
  periods,
  lists,
  enumerations,
  captions,
  conflicts,
];

export type Checked = {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** Claims that were recomputed and agree. */
  readonly agreeing: readonly Claim[];
  readonly quantities: number;
};

/** `previous`: the edition before, whose figures, targets and plans this one is held against. */
export const checkReport = (report: Report, previous?: Report): Checked => {
  const scan = scanReport(report);
  const earlier = previous === undefined ? [] : againstPrevious(scan, scanReport(previous));
  const claims = [...CHECKS.flatMap((check) => check(scan)), ...earlier];
  return {
    findings: findingsOf(
      report,
      claims.filter(({ agrees }) => !agrees),
    ),
    agreeing: claims.filter(({ agrees }) => agrees),
    quantities: scan.tokens.filter(({ is }) => is === "quantity").length,
  };
};

const WEIGHT = { fault: 0, review: 1, silent: 2 } as const;

/** One finding for one place: the graver, then the one that was found first. */
export const findingsOf = (report: Report, claims: readonly Claim[]): readonly Finding[] => {
  const kept: Claim[] = [];
  const byGravity = claims.toSorted(
    (a, b) => a.start - b.start || WEIGHT[a.severity] - WEIGHT[b.severity] || b.end - a.end,
  );
  for (const each of byGravity) {
    const same = kept.findLast(
      (other) => other.start === each.start && KIND_OF[other.code] === KIND_OF[each.code],
    );
    const isSame =
      same !== undefined &&
      same.end === each.end &&
      same.reads.at(-1)?.start === each.reads.at(-1)?.start &&
      same.named?.["words"] === each.named?.["words"];
    if (!isSame) kept.push(each);
  }
  return kept.map((each) => ({
    code: each.code,
    kind: KIND_OF[each.code],
    severity: each.severity,
    start: each.start,
    end: each.end,
    quote: report.text.slice(each.start, each.end),
    place: placeOf(report, each.start),
    reads: each.reads,
    arithmetic: each.arithmetic,
    named: each.named,
  }));
};
