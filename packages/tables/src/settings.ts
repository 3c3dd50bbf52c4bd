// What the person importing decided about a file, beside how its cells are read.

import type { Period } from "@yinuo/period";
import type { Noun } from "./columns/index.ts";

/** What a column of the sheet is used for. */
export type Use =
  | { readonly to: "column"; readonly key: string }
  /** Wide tables: the column holds the values of one period … */
  | { readonly to: "period"; readonly period: Period }
  /** … or of one indicator. */
  | { readonly to: "indicator"; readonly indicator: string }
  /** A breakdown: only rows where the column is empty (the totals) are read. */
  | { readonly to: "totalsOnly" }
  | { readonly to: "ignore" };

/** By position in the opened sheet's columns. */
export type Mapping = readonly Use[];

export const IMPORT_NOUNS = [
  "commitments",
  "bodies",
  "indicators",
  "observations",
] as const satisfies readonly Noun[];
export type ImportNoun = (typeof IMPORT_NOUNS)[number];

export type Settings = {
  readonly noun: ImportNoun;
  /** For rows that name no programme, body or indicator of their own. */
  readonly programme?: string | undefined;
  readonly body?: string | undefined;
  readonly indicator?: string | undefined;
  readonly calendar?: "gregorian" | "roc" | undefined;
  /** Whether `2011-12` is a fiscal year (true) or December (false). */
  readonly fiscal?: boolean | undefined;
  readonly dayOrder?: "dmy" | "mdy" | undefined;
  readonly decimal?: "." | "," | undefined;
  /** Whether an unmarked 0.35 among percentages is 35 or 0.35. */
  readonly percent?: "fraction" | "points" | undefined;
  /** The year of days and periods that name none. */
  readonly year?: number | undefined;
  /** Whether the workbook counts its days from 1904; as detected. */
  readonly dates1904?: boolean | undefined;
  /** Bodies named in the file and not in the ledger are made with it. */
  readonly createBodies?: boolean | undefined;
  /** Published records change only with a reason. */
  readonly reason?: string | undefined;
  /** Unlikely values are kept only with a reason. */
  readonly confirmed?: string | undefined;
  /** Texts with personal data in them are taken only with a reason. */
  readonly keepPersonalData?: string | undefined;
};
