// What an import would do, row by row, before anything is written.

import type { Body, Change, Commitment, IdentityCheck, Indicator, Observation } from "@yinuo/core";
import type { ImportNoun } from "./settings.ts";
import type { TableRefusal } from "./reading.ts";

/** A field's old and new value as they are written in a sheet; absent is empty. */
export type FieldChange = {
  readonly key: string;
  readonly old?: string | undefined;
  readonly new?: string | undefined;
};

export type PlannedRow =
  | {
      readonly row: number;
      readonly outcome: "created" | "updated";
      readonly subject: string;
      readonly label: string;
      readonly fields: readonly FieldChange[];
    }
  | { readonly row: number; readonly outcome: "unchanged"; readonly subject: string; readonly label: string }
  /** A breakdown row of a table of which only totals are read, or a row with nothing in it. */
  | { readonly row: number; readonly outcome: "skipped" }
  | {
      readonly row: number;
      readonly outcome: "refused";
      readonly header?: string | undefined;
      readonly value?: string | undefined;
      readonly error: TableRefusal;
    };

/** A write the plan wants, in the order it must be done. */
export type PlannedWrite =
  | { readonly noun: "body"; readonly was: Body | undefined; readonly change: Change<Body> }
  | { readonly noun: "indicator"; readonly was: Indicator | undefined; readonly change: Change<Indicator> }
  | { readonly noun: "commitment"; readonly was: Commitment | undefined; readonly change: Change<Commitment> }
  | {
      readonly noun: "observation";
      readonly was: Observation | undefined;
      readonly change: Change<Observation>;
    };

export type Outcome = PlannedRow["outcome"];

export type Plan = {
  readonly noun: ImportNoun;
  readonly rows: readonly PlannedRow[];
  readonly writes: readonly PlannedWrite[];
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Bodies that are named in the file only. */
  readonly newBodies: readonly { readonly code: string; readonly name: string }[];
  /** Rows whose title is nearly that of another commitment. */
  readonly nearTitles: readonly NearTitle[];
  readonly identity?: IdentityCheck | undefined;
};

export type NearTitle = {
  readonly row: number;
  readonly title: string;
  readonly otherTitle: string;
  /** The row of the other in the same file, or the code it has in the ledger. */
  readonly other: { readonly row: number } | { readonly code: string };
};

export const countOutcomes = (rows: readonly PlannedRow[]): Plan["counts"] => {
  const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
};

/** What makes two plans the same: an apply goes ahead only with the plan that was looked at. */
export const planDigest = (plan: Plan): string =>
  JSON.stringify([
    plan.counts,
    plan.newBodies,
    plan.rows.map((row) => [row.row, row.outcome, "fields" in row ? row.fields : ""]),
  ]);
