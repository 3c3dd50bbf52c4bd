// Writes a past that has already been decided, change by change, each by its own author: how a ledger begins that did not begin today.

import {
  changedFields,
  type By,
  type Change,
  type Check,
  type Commitment,
  type Evidence,
  type Finding,
  type Observation,
  type Problem,
  type Programme,
  type Progress,
} from "@yinuo/core";
import { compareDays, firstDay, lastDay } from "@yinuo/period";
import { checkRow, subjectRows } from "./check-rows.ts";
import { checkEntry } from "./checks.ts";
import { commitmentRow, milestoneRows, targetRows } from "./commitment-rows.ts";
import { commitmentEntry, placeOf } from "./commitments.ts";
import { refreshCompletions } from "./completions.ts";
import type { Db } from "./connection.ts";
import { evidencePlace, insertEvidence, type EvidenceSubject } from "./evidence.ts";
import { findingRow } from "./finding-rows.ts";
import { findingEntry, findingPlace } from "./findings.ts";
import { addHistory, type HistoryEntry, type HistoryPlace } from "./history.ts";
import { observationPlace, observationRow } from "./observations.ts";
import { problemRow, stepRows } from "./problem-rows.ts";
import { problemEntry, problemPlace } from "./problems.ts";
import { programmePlace, programmeRow } from "./programmes.ts";
import { insertRows } from "./rows.ts";
import { insertProgress } from "./progress.ts";

/** A decided change; `was` is the state it was decided on. */
export type Past = { readonly by: By } & (
  | { readonly noun: "programme"; readonly was: Programme | undefined; readonly change: Change<Programme> }
  | { readonly noun: "commitment"; readonly was: Commitment | undefined; readonly change: Change<Commitment> }
  | { readonly noun: "progress"; readonly change: Change<Commitment> & { readonly progress: Progress } }
  | {
      readonly noun: "observation";
      readonly was: Observation | undefined;
      readonly change: Change<Observation>;
    }
  | { readonly noun: "problem"; readonly was: Problem | undefined; readonly change: Change<Problem> }
  | { readonly noun: "check"; readonly was: Check | undefined; readonly change: Change<Check> }
  | { readonly noun: "finding"; readonly was: Finding | undefined; readonly change: Change<Finding> }
  | { readonly noun: "evidence"; readonly subject: EvidenceSubject; readonly change: Change<Evidence> }
);

/**
 * In the order of time, within a transaction, into a ledger that has the bodies and indicators but none of these
 * programmes, commitments, figures, problems and checks yet: every state is written once, as it is at the end, and every change has its
 * history entry.
 */
export const replay = async (tx: Db, past: readonly Past[]): Promise<void> => {
  const end = endOf(past);
  await insertRows(tx, "programme", [...end.programmes.values()].map(programmeRow));
  const commitments = [...end.commitments.values()];
  await insertRows(tx, "commitment", commitments.map(commitmentRow));
  await insertRows(tx, "target", commitments.flatMap(targetRows));
  await insertRows(tx, "milestone", commitments.flatMap(milestoneRows));
  const problems = [...end.problems.values()];
  await insertRows(tx, "problem", problems.map(problemRow));
  await insertRows(tx, "problem_step", problems.flatMap(stepRows));
  await insertRows(tx, "observation", [...end.observations.values()].map(observationRow));
  const checks = [...end.checks.values()];
  await insertRows(tx, "inspection", checks.map(checkRow));
  await insertRows(tx, "inspection_subject", checks.flatMap(subjectRows));
  await insertRows(tx, "finding", [...end.findings.values()].map(findingRow));
  const ids = await insertBeside(tx, past);
  await addHistory(
    tx,
    past.map((one, at) => ({
      ...entryOf(one, { id: ids.get(at), problems: end.problems, findings: end.findings }),
      ...one.change.event,
      by: one.by,
    })),
  );
  for (const programme of end.programmes.keys()) await refreshCompletions(tx, { programme });
};

const endOf = (past: readonly Past[]) => {
  const programmes = new Map<string, Programme>();
  const commitments = new Map<string, Commitment>();
  const observations = new Map<string, Observation>();
  const problems = new Map<string, Problem>();
  const checks = new Map<string, Check>();
  const findings = new Map<string, Finding>();
  for (const one of past) {
    if (one.noun === "programme") programmes.set(one.change.state.code, one.change.state);
    if (one.noun === "commitment" || one.noun === "progress") {
      const key = placeOf(one.change.state).subject;
      commitments.set(key, withLatest(one.change.state, commitments.get(key)?.lastRecordedOn));
    }
    if (one.noun === "check") checks.set(one.change.state.code, one.change.state);
    if (one.noun === "finding") findings.set(findingPlace(one.change.state).subject, one.change.state);
    if (one.noun === "problem") problems.set(one.change.state.code, one.change.state);
    if (one.noun === "observation") {
      observations.set(observationPlace(one.change.state).subject, one.change.state);
      touch(commitments, one.change.state);
    }
  }
  return { programmes, commitments, observations, problems, checks, findings };
};

const withLatest = (commitment: Commitment, day: Commitment["lastRecordedOn"]): Commitment =>
  day !== undefined &&
  (commitment.lastRecordedOn === undefined || compareDays(day, commitment.lastRecordedOn) > 0)
    ? { ...commitment, lastRecordedOn: day }
    : commitment;

/** A figure within a target's period is a sign of life of an open commitment, as it is when figures are recorded one by one. */
const touch = (
  commitments: Map<string, Commitment>,
  { indicator, body, period, recordedOn }: Observation,
): void => {
  for (const [key, commitment] of commitments) {
    if (commitment.stage !== "published" && commitment.stage !== "declared") continue;
    const counts = commitment.targets.some(
      (target) =>
        target.indicator === indicator &&
        target.body === body &&
        firstDay(target.period) <= lastDay(period) &&
        lastDay(target.period) >= firstDay(period),
    );
    if (counts) commitments.set(key, withLatest(commitment, recordedOn));
  }
};

/** Progress and evidence; their ids by their place in the past. */
const insertBeside = async (tx: Db, past: readonly Past[]): Promise<ReadonlyMap<number, number>> => {
  const ids = new Map<number, number>();
  const progress = past.flatMap((one, at) => (one.noun === "progress" ? [{ at, ...one.change }] : []));
  if (progress.length > 0)
    for (const [place, { id }] of (await insertProgress(tx, progress)).entries())
      ids.set(progress[place]?.at ?? -1, id);
  const shown = past.flatMap((one, at) =>
    one.noun === "evidence" ? [{ at, subject: one.subject, evidence: one.change.state }] : [],
  );
  if (shown.length > 0)
    for (const [place, { id }] of (await insertEvidence(tx, shown)).entries())
      ids.set(shown[place]?.at ?? -1, id);
  return ids;
};

type Entry = Omit<HistoryEntry, "verb" | "happenedOn" | "by">;

type Told = {
  readonly id: number | undefined;
  readonly problems: ReadonlyMap<string, Problem>;
  readonly findings: ReadonlyMap<string, Finding>;
};

const entryOf = (one: Past, { id, ...known }: Told): Entry => {
  switch (one.noun) {
    case "programme":
      return { ...programmePlace(one.change.state), ...changedFields(one.was, one.change.state) };
    case "commitment":
      return commitmentEntry(one, { by: one.by });
    case "progress":
      return { ...placeOf(one.change.state), old: {}, new: { progress: id, ...one.change.progress } };
    case "observation":
      return { ...observationPlace(one.change.state), ...changedFields(one.was, one.change.state) };
    case "evidence":
      return { ...placeShown(one.subject, known), old: {}, new: { evidence: id, ...one.change.state } };
    case "problem":
      return problemEntry(one, { by: one.by });
    case "check":
      return checkEntry(one, { by: one.by });
    case "finding":
      return findingEntry(one, { by: one.by });
  }
};

const placeShown = (subject: EvidenceSubject, { problems, findings }: Omit<Told, "id">): HistoryPlace => {
  if ("inspection" in subject) {
    const finding = findings.get(`finding/${subject.inspection}/${subject.number}`);
    if (finding === undefined) throw new Error(`evidence of no finding: ${subject.inspection}`);
    return findingPlace(finding);
  }
  if (!("problem" in subject)) return evidencePlace(subject);
  const problem = problems.get(subject.problem);
  if (problem === undefined) throw new Error(`evidence of a problem that is not there: ${subject.problem}`);
  return problemPlace(problem);
};
