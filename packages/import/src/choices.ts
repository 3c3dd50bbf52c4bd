// What was decided about an uploaded file so far, kept with its batch as JSON.

import { createHash } from "node:crypto";
import type { Choices } from "@yinuo/spreadsheet";
import type { Mapping, Settings } from "@yinuo/tables";
import type { ImportBatch } from "@yinuo/store";

export type BatchChoices = {
  readonly pasted: boolean;
  readonly reading: Choices;
  readonly settings: Settings;
  /** Absent until somebody confirmed the proposed one. */
  readonly mapping?: Mapping | undefined;
  /** Of the plan that was looked at and confirmed. */
  readonly digest?: string | undefined;
};

export const choicesOf = (batch: ImportBatch): BatchChoices => {
  const kept = batch.choices as Partial<BatchChoices>;
  return {
    pasted: kept.pasted ?? false,
    reading: kept.reading ?? {},
    settings: kept.settings ?? { noun: batch.kind },
    mapping: kept.mapping,
    digest: kept.digest,
  };
};

/** Sheets with the same headers come from the same source: their mapping is remembered together. */
export const sourceOf = (headers: readonly string[]): string =>
  createHash("sha256").update(headers.join("\n")).digest("base64url").slice(0, 22);
