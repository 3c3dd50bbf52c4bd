// A commitment's form read into what the decision takes, and a commitment written into the form.

import {
  COMMITMENT_KINDS,
  ok,
  refuse,
  typedChoice,
  typedDay,
  typedNumber,
  typedPeriod,
  type Commitment,
  type CommitmentInput,
  type MilestoneInput,
  type Refusal,
  type Result,
  type TargetInput,
} from "@yinuo/core";
import { gather } from "./context.ts";
import { formOf, type Form } from "./form.ts";

/** Empty rows below the filled ones. */
export const SPARE_ROWS = 3;
const MOST_ROWS = 60;

export const TARGET_FIELDS = ["indicator", "body", "period", "value", "baseline"] as const;
export const MILESTONE_FIELDS = ["code", "title", "titleEn", "due", "weight"] as const;

type Rows = "targets" | "milestones";

/** How many rows the form has: as many as it said, and never so many that a page cannot hold them. */
export const rowCount = (form: Form, rows: Rows): number =>
  Math.min(MOST_ROWS, Math.max(SPARE_ROWS, Math.trunc(Number(form.text(`rows.${rows}`))) || 0));

const filled = (form: Form, rows: Rows, fields: readonly string[]): readonly string[] =>
  Array.from({ length: rowCount(form, rows) }, (_, index) => `${rows}.${index}`).filter((row) =>
    fields.some((field) => form.text(`${row}.${field}`).trim() !== ""),
  );

const TEXTS = [
  "externalId",
  "titleEn",
  "promise",
  "promiseEn",
  "beneficiaries",
  "beneficiariesEn",
  "criterion",
  "criterionEn",
  "source",
] as const;

/** All that cannot be read, at once. */
export const readCommitment = (form: Form): Result<CommitmentInput, readonly Refusal[]> => {
  const { refusals, take, need } = gather();
  const kind = need("kind", typedChoice("kind", COMMITMENT_KINDS, form.text("kind")));
  const start = take(typedDay("start", form.text("start")));
  const due = take(typedDay("due", form.text("due")));
  const targets = filled(form, "targets", TARGET_FIELDS).flatMap((row) => take(readTarget(form, row)) ?? []);
  const milestones = filled(form, "milestones", MILESTONE_FIELDS).flatMap(
    (row) => take(readMilestone(form, row)) ?? [],
  );
  if (kind === undefined || refusals.length > 0) return refuse(refusals);
  const seen = Number(form.text("seenVersion"));
  return ok({
    code: form.text("code"),
    kind,
    title: form.text("title"),
    ...Object.fromEntries(TEXTS.map((name) => [name, form.text(name)])),
    externalId: form.text("externalId").trim() || undefined,
    lead: form.text("lead"),
    support: form.texts("support").filter((code) => code !== ""),
    start,
    due,
    targets,
    milestones,
    seenVersion: Number.isInteger(seen) && seen > 0 ? seen : undefined,
  });
};

const readTarget = (form: Form, row: string): Result<TargetInput, Refusal> => {
  const { refusals, need, take } = gather();
  const field = (name: string) => `${row}.${name}`;
  const text = (name: string) => form.text(field(name));
  if (text("indicator").trim() === "") return refuse({ code: "textMissing", field: field("indicator") });
  const period = need(field("period"), typedPeriod(field("period"), text("period")));
  const value = need(field("value"), typedNumber(field("value"), text("value")));
  const baseline = take(typedNumber(field("baseline"), text("baseline")));
  const [first] = refusals;
  if (period === undefined || value === undefined || first !== undefined)
    return refuse(first ?? { code: "textMissing", field: field("value") });
  return ok({ indicator: text("indicator"), body: text("body"), period, value, baseline });
};

const readMilestone = (form: Form, row: string): Result<MilestoneInput, Refusal> => {
  const { refusals, need, take } = gather();
  const field = (name: string) => `${row}.${name}`;
  const text = (name: string) => form.text(field(name));
  if (text("title").trim() === "") return refuse({ code: "textMissing", field: field("title") });
  const due = need(field("due"), typedDay(field("due"), text("due")));
  const weight = take(typedNumber(field("weight"), text("weight")));
  const [first] = refusals;
  if (due === undefined || first !== undefined)
    return refuse(first ?? { code: "textMissing", field: field("due") });
  return ok({ code: text("code"), title: text("title"), titleEn: text("titleEn"), due, weight });
};

export const commitmentForm = (commitment: Commitment): Form => {
  const { targets, milestones, support, programme, version } = commitment;
  return formOf({
    ...Object.fromEntries(
      ["code", "kind", "title", "lead", "start", "due", ...TEXTS].map((name) => [
        name,
        textOf(commitment, name),
      ]),
    ),
    programme,
    support,
    seenVersion: String(version),
    "rows.targets": String(targets.length + SPARE_ROWS),
    "rows.milestones": String(milestones.length + SPARE_ROWS),
    ...rowsOf("targets", TARGET_FIELDS, targets),
    ...rowsOf("milestones", MILESTONE_FIELDS, milestones),
  });
};

const rowsOf = (rows: Rows, fields: readonly string[], values: readonly object[]): Record<string, string> =>
  Object.fromEntries(
    values.flatMap((value, index) => fields.map((name) => [`${rows}.${index}.${name}`, textOf(value, name)])),
  );

const textOf = (record: object, name: string): string => {
  const value: unknown = Object.entries(record).find(([key]) => key === name)?.[1];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};
