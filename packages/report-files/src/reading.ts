// What reading a file gives: the report with how it was read, or why it could not be read; and how much is read at most.

import type { Report } from "@yinuo/report-check";

export type Format = "docx" | "pdf" | "html" | "md" | "txt";

export type ReadReport = {
  readonly format: Format;
  readonly report: Report;
  /** Of a text file; the reader may have had to guess. */
  readonly encoding: string | undefined;
  readonly notes: readonly Note[];
};

/** `trackedChanges`: insertions were read, deletions not. `pagesWithoutText`: pictures of pages. */
export type Note = "encodingGuessed" | "trackedChanges" | "pagesWithoutText";

export type FileRefusal =
  | { readonly code: "formatUnknown" }
  | { readonly code: "fileEmpty" }
  | { readonly code: "fileTooLarge"; readonly bytes: number }
  /** More characters, pages or unpacked bytes than are read. */
  | { readonly code: "fileTooMuch" }
  | { readonly code: "fileDamaged" }
  | { readonly code: "fileEncrypted" }
  | { readonly code: "noText" };

export type ReadingResult =
  | { readonly ok: true; readonly value: ReadReport }
  | { readonly ok: false; readonly error: FileRefusal };

export const refuseFile = (error: FileRefusal): ReadingResult => ({ ok: false, error });

export const LIMITS = {
  bytes: 50 * 1024 * 1024,
  /** What one part of a zip may unpack to. */
  unpackedBytes: 64 * 1024 * 1024,
  zipEntries: 10_000,
  characters: 3_000_000,
  pages: 2000,
  tables: 5000,
} as const;
