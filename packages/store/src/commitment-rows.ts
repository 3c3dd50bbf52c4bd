// A commitment as rows and back: its own row, its targets, its milestones.

import type {
  BodyCode,
  CheckCode,
  Commitment,
  CommitmentCode,
  CommitmentKind,
  Conclusion,
  IndicatorCode,
  Milestone,
  ProgrammeCode,
  Stage,
  Target,
} from "@yinuo/core";
import type { Day, Period } from "@yinuo/period";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "./connection.ts";
import { present } from "./rows.ts";
import { searchedText, searchTerms } from "./search.ts";

/** The whole of each commitment with its kept completion, ready for more conditions. */
export const selectCommitments = (db: Db) =>
  db
    .selectFrom("commitment as c")
    .select(COLUMNS)
    .select((where) => [
      jsonArrayFrom(
        where
          .selectFrom("target as t")
          .select(["t.indicator", "t.body", "t.period", "t.value", "t.baseline"])
          .whereRef("t.programme", "=", "c.programme")
          .whereRef("t.commitment", "=", "c.code")
          .orderBy("t.position"),
      ).as("targets"),
      jsonArrayFrom(
        where
          .selectFrom("milestone as m")
          .select(["m.code", "m.title", "m.title_en", "m.due", "m.first_due", "m.weight", "m.done_on"])
          .whereRef("m.programme", "=", "c.programme")
          .whereRef("m.commitment", "=", "c.code")
          .orderBy("m.position"),
      ).as("milestones"),
    ]);

const COLUMNS = [
  "c.programme",
  "c.code",
  "c.external_id",
  "c.kind",
  "c.title",
  "c.title_en",
  "c.promise",
  "c.promise_en",
  "c.beneficiaries",
  "c.beneficiaries_en",
  "c.criterion",
  "c.criterion_en",
  "c.lead",
  "c.support",
  "c.start",
  "c.due",
  "c.first_due",
  "c.source",
  "c.stage",
  "c.published_on",
  "c.declared_on",
  "c.verdict_conclusion",
  "c.verdict_body",
  "c.verdict_on",
  "c.verdict_finding",
  "c.verdict_check",
  "c.verdict_number",
  "c.withdrawn_on",
  "c.last_recorded_on",
  "c.completion",
  "c.version",
] as const;

type Row = Awaited<ReturnType<ReturnType<typeof selectCommitments>["execute"]>>[number];

/** `completion`: 0 to 1 as computed when something last changed; absent when unknown. */
export type KeptCommitment = Commitment & { readonly completion?: number | undefined };

export const toCommitment = (row: Row): KeptCommitment => ({
  programme: row.programme as ProgrammeCode,
  code: row.code as CommitmentCode,
  kind: row.kind as CommitmentKind,
  title: row.title,
  lead: row.lead as BodyCode,
  support: row.support as readonly string[] as readonly BodyCode[],
  targets: row.targets.map(toTarget),
  milestones: row.milestones.map(toMilestone),
  stage: row.stage as Stage,
  version: row.version,
  ...present({
    externalId: row.external_id,
    titleEn: row.title_en,
    promise: row.promise,
    promiseEn: row.promise_en,
    beneficiaries: row.beneficiaries,
    beneficiariesEn: row.beneficiaries_en,
    criterion: row.criterion,
    criterionEn: row.criterion_en,
    start: row.start as Day | null,
    due: row.due as Day | null,
    firstDue: row.first_due as Day | null,
    source: row.source,
    publishedOn: row.published_on as Day | null,
    declaredOn: row.declared_on as Day | null,
    withdrawnOn: row.withdrawn_on as Day | null,
    lastRecordedOn: row.last_recorded_on as Day | null,
    completion: row.completion,
  }),
  ...(row.verdict_conclusion === null
    ? {}
    : {
        verdict: {
          conclusion: row.verdict_conclusion as Conclusion,
          body: row.verdict_body as BodyCode,
          on: row.verdict_on as Day,
          finding: row.verdict_finding ?? "",
          ...present({ check: row.verdict_check as CheckCode | null, number: row.verdict_number }),
        },
      }),
});

const toTarget = (row: Row["targets"][number]): Target =>
  present({
    indicator: row.indicator as IndicatorCode,
    body: row.body as BodyCode,
    period: row.period as Period,
    value: row.value,
    baseline: row.baseline,
  });

const toMilestone = (row: Row["milestones"][number]): Milestone =>
  present({
    code: row.code,
    title: row.title,
    titleEn: row.title_en,
    due: row.due as Day,
    firstDue: row.first_due as Day,
    weight: row.weight,
    doneOn: row.done_on as Day | null,
  });

export const commitmentRow = (commitment: Commitment) => ({
  programme: commitment.programme,
  code: commitment.code,
  external_id: commitment.externalId,
  kind: commitment.kind,
  title: commitment.title,
  title_en: commitment.titleEn,
  promise: commitment.promise,
  promise_en: commitment.promiseEn,
  beneficiaries: commitment.beneficiaries,
  beneficiaries_en: commitment.beneficiariesEn,
  criterion: commitment.criterion,
  criterion_en: commitment.criterionEn,
  lead: commitment.lead,
  support: commitment.support,
  start: commitment.start,
  due: commitment.due,
  first_due: commitment.firstDue,
  source: commitment.source,
  stage: commitment.stage,
  published_on: commitment.publishedOn,
  declared_on: commitment.declaredOn,
  verdict_conclusion: commitment.verdict?.conclusion,
  verdict_body: commitment.verdict?.body,
  verdict_on: commitment.verdict?.on,
  verdict_finding: commitment.verdict?.finding,
  verdict_check: commitment.verdict?.check,
  verdict_number: commitment.verdict?.number,
  withdrawn_on: commitment.withdrawnOn,
  last_recorded_on: commitment.lastRecordedOn,
  version: commitment.version,
  ...searchColumns(commitment),
});

const searchColumns = (commitment: Commitment) => {
  const text = searchedText(commitment);
  return { search_text: text, search_terms: searchTerms(text) };
};

export const targetRows = ({ programme, code, targets }: Commitment) =>
  targets.map((target, position) => ({
    programme,
    commitment: code,
    position,
    ...target,
    baseline: target.baseline,
  }));

export const milestoneRows = ({ programme, code, milestones }: Commitment) =>
  milestones.map((milestone, position) => ({
    programme,
    commitment: code,
    code: milestone.code,
    position,
    title: milestone.title,
    title_en: milestone.titleEn,
    due: milestone.due,
    first_due: milestone.firstDue,
    weight: milestone.weight,
    done_on: milestone.doneOn,
  }));
