// Records as the API gives them: every key of their table, null where there is nothing.

import {
  problemStandingOf,
  type Body,
  type Commitment,
  type Draw,
  type Indicator,
  type Observation,
  type Problem,
  type Standing,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import type { EvidenceEntry, History } from "@yinuo/store";
import { COLUMNS, type Noun } from "@yinuo/tables";
import {
  bodyPath,
  commitmentPath,
  drawPath,
  evidencePath,
  indicatorPath,
  problemPath,
} from "../pages/addresses.ts";
import {
  bodyRow,
  commitmentRow,
  drawRow,
  indicatorRow,
  observationRow,
  problemRow,
} from "../pages/downloads/rows.ts";
import type { FileRow } from "../pages/downloads/table-file.ts";
import type { Lang } from "../lang.ts";

export type Keyed = Readonly<Record<string, unknown>>;

export const byColumns = (noun: Noun, row: FileRow): Keyed =>
  Object.fromEntries(COLUMNS[noun].map(({ key }) => [key, row[key] ?? null]));

export const inBoth = (path: (lang: Lang) => string) => ({ "zh-CN": path("zh-CN"), en: path("en") });

export const bodyRecord = (body: Body): Keyed => ({
  ...byColumns("bodies", bodyRow(body)),
  page: inBoth((lang) => bodyPath(lang, body.code)),
});

export const indicatorRecord = (indicator: Indicator): Keyed => ({
  ...byColumns("indicators", indicatorRow(indicator)),
  page: inBoth((lang) => indicatorPath(lang, indicator.code)),
});

export const observationRecord = (observation: Observation, scale: number): Keyed => ({
  ...byColumns("observations", observationRow(observation, scale)),
  page: inBoth((lang) => indicatorPath(lang, observation.indicator, observation.body)),
});

type CommitmentProps = {
  readonly commitment: Commitment;
  readonly lead: Body | undefined;
  readonly standing: Standing;
  /** 0 to 1. */
  readonly completion: number | undefined;
};

export const commitmentRecord = ({ commitment, lead, standing, completion }: CommitmentProps): Keyed => ({
  ...byColumns(
    "commitments",
    commitmentRow({ commitment, leadName: lead?.name ?? commitment.lead, standing: standing.is, completion }),
  ),
  standingDays: standing.days ?? null,
  leadNameEn: lead?.nameEn ?? null,
  page: inBoth((lang) => commitmentPath(lang, commitment)),
});

type ProblemProps = { readonly problem: Problem; readonly owner: Body | undefined; readonly today: Day };

export const problemRecord = ({ problem, owner, today }: ProblemProps): Keyed => {
  const standing = problemStandingOf(problem, today);
  const ownerName = owner?.name ?? problem.owner;
  return {
    ...byColumns("problems", problemRow({ problem, ownerName, standing: standing.is })),
    standingDays: standing.days ?? null,
    ownerNameEn: owner?.nameEn ?? null,
    page: inBoth((lang) => problemPath(lang, problem.code)),
  };
};

export const drawRecord = (draw: Draw, body: Body | undefined): Keyed => ({
  ...byColumns("draws", drawRow({ draw, bodyName: body?.name ?? draw.body })),
  page: inBoth((lang) => drawPath(lang, draw.code)),
});

export const evidenceRecord = (evidence: EvidenceEntry): Keyed => ({
  sha256: evidence.sha256,
  fileName: evidence.fileName,
  mediaType: evidence.mediaType,
  size: evidence.size,
  caption: evidence.caption,
  showsOn: evidence.showsOn,
  milestone: ("milestone" in evidence.subject ? evidence.subject.milestone : undefined) ?? null,
  href: evidencePath(evidence),
  recordedAt: evidence.recordedAt,
});

/** Accounts and their roles are not among the fields. */
export const entryRecord = (entry: History): Keyed => ({
  seq: entry.seq,
  recordedAt: entry.recordedAt,
  happenedOn: entry.happenedOn,
  verb: entry.verb,
  subject: entry.subject,
  programme: entry.programme ?? null,
  commitment: entry.commitment ?? null,
  indicator: entry.indicator ?? null,
  problem: entry.problem ?? null,
  draw: entry.draw ?? null,
  check: entry.inspection ?? null,
  body: entry.body ?? null,
  actorBody: entry.actorBody ?? null,
  reason: entry.reason ?? null,
  old: entry.old,
  new: entry.new,
});
