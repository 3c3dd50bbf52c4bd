// Evidence in the database: which file shows what, and the day it shows.

import {
  addEvidence as decideEvidence,
  ok,
  refuse,
  type BodyCode,
  type CommitmentCode,
  type Context,
  type Evidence,
  type EvidenceInput,
  type IndicatorCode,
  type ProgrammeCode,
  type Refusal,
  type Result,
  type Screening,
} from "@yinuo/core";
import type { Day, Period } from "@yinuo/period";
import { sql } from "kysely";
import { getCommitment, placeOf } from "./commitments.ts";
import type { Db } from "./connection.ts";
import { findingPlace, getFinding } from "./findings.ts";
import { addHistory, type HistoryPlace } from "./history.ts";
import { getObservation, observationPlace } from "./observations.ts";
import { getProblem, problemPlace } from "./problems.ts";
import { present } from "./rows.ts";
import { writing } from "./transaction.ts";

/** A commitment, perhaps one of its milestones or progress entries; an observation; a problem; or a finding. */
export type EvidenceSubject =
  | {
      readonly programme: string;
      readonly commitment: string;
      readonly milestone?: string | undefined;
      readonly progress?: number | undefined;
    }
  | { readonly indicator: string; readonly body: string; readonly period: Period }
  | { readonly problem: string }
  /** A finding. */
  | { readonly inspection: string; readonly number: number };

export type EvidenceEntry = Evidence & {
  readonly id: number;
  readonly subject: EvidenceSubject;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
};

/**
 * Locks, asks core, saves and writes the history; the file itself is in the file store already.
 * Refuses as core's addEvidence, and commitmentUnknown, milestoneUnknown, observationMissing, problemUnknown.
 */
export const addEvidence = (
  db: Db,
  subject: EvidenceSubject,
  evidence: EvidenceInput,
  context: Context,
): Promise<Result<EvidenceEntry, Refusal>> =>
  writing(db, async (tx) => {
    const found = await findSubject(tx, subject);
    if (!found.ok) return found;
    const { owners, inspected, place } = found.value;
    const decided = decideEvidence(owners, evidence, context, { inspected });
    if (!decided.ok) return decided;
    const { state, event } = decided.value;
    const [row] = await insertEvidence(tx, [{ subject, evidence: state }]);
    if (row === undefined) throw new Error("the evidence was not inserted");
    const { id, recorded_at } = row;
    await addHistory(tx, [{ ...event, by: context.by, ...place, old: {}, new: { evidence: id, ...state } }]);
    return ok({ ...state, id, subject, recordedAt: recorded_at.toISOString() });
  });

type Found = {
  readonly owners: readonly [BodyCode, ...BodyCode[]];
  readonly place: HistoryPlace;
  /** Other bodies may show what they saw; with a body, that one alone. */
  readonly inspected: boolean | BodyCode;
};

const findSubject = async (tx: Db, subject: EvidenceSubject): Promise<Result<Found, Refusal>> => {
  if ("indicator" in subject) {
    const observation = await getObservation(tx, subject);
    if (observation === undefined) return refuse({ code: "observationMissing" });
    return ok({ owners: [observation.body], place: evidencePlace(subject), inspected: false });
  }
  if ("problem" in subject) return findProblem(tx, subject.problem);
  if ("inspection" in subject) return findFinding(tx, subject);
  const { programme, commitment: code, milestone } = subject;
  const commitment = await getCommitment(tx, { programme, code }, { desk: true });
  if (commitment === undefined)
    return refuse({
      code: "commitmentUnknown",
      programme: programme as ProgrammeCode,
      commitment: code as CommitmentCode,
    });
  if (milestone !== undefined && !commitment.milestones.some((one) => one.code === milestone))
    return refuse({ code: "milestoneUnknown", milestone });
  return ok({
    owners: [commitment.lead, ...commitment.support],
    place: evidencePlace(subject),
    inspected: false,
  });
};

const findProblem = async (tx: Db, code: string): Promise<Result<Found, Refusal>> => {
  const problem = await getProblem(tx, code);
  return problem === undefined
    ? refuse({ code: "problemUnknown", problem: code })
    : ok({ owners: [problem.owner], place: problemPlace(problem), inspected: true });
};

const findFinding = async (
  tx: Db,
  { inspection: check, number }: { readonly inspection: string; readonly number: number },
): Promise<Result<Found, Refusal>> => {
  const finding = await getFinding(tx, { check, number });
  return finding === undefined
    ? refuse({ code: "subjectUnknown", number })
    : ok({ owners: finding.owners, place: findingPlace(finding), inspected: finding.body });
};

/** The subject's codes are those of records that exist; a problem's place names its owner too. */
export const evidencePlace = (
  subject: Exclude<EvidenceSubject, { readonly problem: string } | { readonly inspection: string }>,
): HistoryPlace => {
  if ("indicator" in subject)
    return observationPlace({
      ...subject,
      indicator: subject.indicator as IndicatorCode,
      body: subject.body as BodyCode,
    });
  const { programme, commitment, milestone } = subject;
  const place = placeOf({ programme: programme as ProgrammeCode, code: commitment as CommitmentCode });
  return milestone === undefined
    ? place
    : { ...place, subject: `milestone/${programme}/${commitment}/${milestone}` };
};

/** Answers one row for each, in their order. */
export const insertEvidence = async (
  tx: Db,
  shown: readonly { readonly subject: EvidenceSubject; readonly evidence: Evidence }[],
) => {
  await tx
    .insertInto("file")
    .values(
      shown.map(({ evidence: { sha256, mediaType, size } }) => ({ sha256, media_type: mediaType, size })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx
    .insertInto("evidence")
    .values(
      shown.map(({ subject, evidence: { sha256, fileName, caption, showsOn, screening } }) => ({
        sha256,
        file_name: fileName,
        caption,
        shows_on: showsOn,
        screening,
        ...subject,
      })),
    )
    .returning(["id", "recorded_at"])
    .execute();
};

export type EvidenceFilter = {
  readonly programme?: string | undefined;
  readonly commitment?: string | undefined;
  readonly indicator?: string | undefined;
  readonly body?: string | undefined;
  readonly period?: Period | undefined;
  readonly problem?: string | undefined;
  readonly inspection?: string | undefined;
  readonly number?: number | undefined;
  readonly sha256?: string | undefined;
  readonly limit?: number | undefined;
  /** Also what belongs to drafts and unpublished programmes. */
  readonly desk?: boolean | undefined;
};

/** Newest first; without those whose file was redacted. With `sha256` alone: whether and where a file is public. */
export const listEvidence = async (db: Db, filter: EvidenceFilter): Promise<readonly EvidenceEntry[]> => {
  let query = db
    .selectFrom("evidence as e")
    .innerJoin("file as f", "f.sha256", "e.sha256")
    .selectAll("e")
    .select(["f.sha256", "f.media_type", "f.size"])
    .orderBy("e.shows_on", "desc")
    .orderBy("e.id", "desc");
  for (const column of [
    "programme",
    "commitment",
    "indicator",
    "body",
    "period",
    "problem",
    "inspection",
    "number",
    "sha256",
  ] as const) {
    const wanted = filter[column];
    if (wanted !== undefined) query = query.where(`e.${column}`, "=", wanted);
  }
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  if (filter.desk !== true)
    query = query.where(sql<boolean>`(e.commitment IS NULL OR EXISTS (
      SELECT FROM commitment AS c JOIN programme AS p ON p.code = c.programme
      WHERE c.programme = e.programme AND c.code = e.commitment AND c.stage <> 'draft' AND p.published_on IS NOT NULL))`);
  return (await query.execute()).map(toEntry);
};

type Subject = {
  programme: string | null;
  commitment: string | null;
  milestone: string | null;
  progress: number | null;
  indicator: string | null;
  body: string | null;
  period: string | null;
  problem: string | null;
  inspection: string | null;
  number: number | null;
};

type Row = Subject & {
  id: number;
  file_name: string;
  media_type: string;
  size: number;
  caption: string;
  shows_on: string;
  screening: string;
  recorded_at: Date;
};

const toEntry = (row: Row & { readonly sha256: string }): EvidenceEntry => ({
  id: row.id,
  sha256: row.sha256,
  fileName: row.file_name,
  mediaType: row.media_type,
  size: row.size,
  caption: row.caption,
  showsOn: row.shows_on as Day,
  screening: row.screening as Screening,
  recordedAt: row.recorded_at.toISOString(),
  subject: subjectOf(row),
});

const subjectOf = (row: Subject): EvidenceSubject => {
  const { programme, commitment, milestone, progress, indicator, body, period, problem, inspection, number } =
    row;
  return present({
    programme,
    commitment,
    milestone,
    progress,
    indicator,
    body,
    period,
    problem,
    inspection,
    number,
  }) as EvidenceSubject;
};
