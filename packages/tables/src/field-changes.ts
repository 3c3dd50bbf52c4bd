// What changed between two records, field by field, as a person would read it in a sheet.

import { changedFields } from "@yinuo/core";
import type { FieldChange, PlannedRow } from "./plan.ts";
import type { RowRead, RowRecord } from "./records.ts";

/** Fields that are not typed by anybody. */
const QUIET = new Set(["version", "stage", "firstDue", "recordedOn", "lastRecordedOn"]);

/** Plans each row that is a record; the others stay what reading made of them. */
export const planRows = (
  rows: readonly RowRead[],
  plan: (record: RowRecord) => PlannedRow,
): readonly PlannedRow[] => rows.map((read) => (read.kind === "record" ? plan(read.record) : unread(read)));

/** A row that is no record: nothing in it, or not to be read. */
export const unread = (read: Exclude<RowRead, { readonly kind: "record" }>): PlannedRow =>
  read.kind === "skipped"
    ? { row: read.row, outcome: "skipped" }
    : { row: read.row, outcome: "refused", error: read.error };

export const changedRow = (
  record: RowRecord,
  subject: string,
  label: string,
  was: object | undefined,
  now: object,
): PlannedRow => ({
  row: record.row,
  outcome: was === undefined ? "created" : "updated",
  subject,
  label,
  fields: fieldChanges(was, now),
});

export const fieldChanges = (was: object | undefined, now: object): readonly FieldChange[] => {
  const { old, new: after } = changedFields(was, now);
  const keys = new Set([...Object.keys(old), ...Object.keys(after)]);
  return [...keys]
    .filter((key) => !QUIET.has(key))
    .map((key) => ({ key, old: plain(old[key]), new: plain(after[key]) }))
    .filter((change) => change.old !== change.new);
};

const plain = (value: unknown): string | undefined => {
  if (value === undefined || value === null || value === "") return undefined;
  if (Array.isArray(value))
    return value.length === 0 ? undefined : value.map((one) => plain(one) ?? "").join("；");
  if (typeof value === "object")
    return Object.values(value)
      .map((one) => plain(one) ?? "")
      .join(" ");
  return typeof value === "string" ? value : JSON.stringify(value);
};
