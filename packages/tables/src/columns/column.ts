// A column of a ledger table: the one definition that the export writes and the import reads.

export type ColumnKind = "text" | "code" | "codes" | "day" | "number" | "choice" | "flag" | "period";

export type Column = {
  /** The name in JSON and in the code. */
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  /** Other headers offices use for the same thing; compared without spaces, case and punctuation. */
  readonly aliases: readonly string[];
  readonly kind: ColumnKind;
  /** For `choice`: what each value is called in a sheet; the first names are written, all are read. */
  readonly choices?: Readonly<
    Record<string, { readonly zh: string; readonly en: string; readonly aliases: readonly string[] }>
  >;
  /** Worked out from other records: exported, recognised on import, never imported. */
  readonly computed?: true;
  /** The table cannot be read without it. */
  readonly needed?: true;
  /** What the column holds, for the data catalogue. */
  readonly noteZh: string;
  readonly noteEn: string;
};

export const NOUNS = [
  "commitments",
  "milestones",
  "targets",
  "bodies",
  "indicators",
  "observations",
  "programmes",
  "problems",
  "silence",
  "draws",
  "checks",
  "findings",
  "corrections",
  "redactions",
] as const;
export type Noun = (typeof NOUNS)[number];

/** The header as it is written in a language. */
export const headerOf = (column: Column, lang: "zh-CN" | "en"): string =>
  lang === "en" ? column.en : column.zh;
