// What a program found by reading a file that is to be published: personal data, where it stands, or nothing it could read.

import type { Find } from "@yinuo/personal-data";

/**
 * Whether the text inside a file was read: `picture` has none; `byEye` is a scan, or has parts that no program here reads,
 * so a person has to look; `unread` arrived before files were read.
 */
export const SCREENINGS = ["picture", "read", "byEye", "unread"] as const;
export type Screening = (typeof SCREENINGS)[number];

/** Parts of files; some are counted or named, as page 3 or cell B12 of a sheet. */
export const FILE_PARTS = [
  "page",
  "sheet",
  "slide",
  "slideNotes",
  "line",
  "body",
  "header",
  "footer",
  "notes",
  "comments",
  "properties",
  "links",
  "embedded",
  "other",
] as const;

export type FilePlace = {
  readonly part: (typeof FILE_PARTS)[number];
  /** The page's number, the cell, the file inside. */
  readonly name?: string | undefined;
};

/** One find. Nothing of it is kept but what is left when it is masked; `before` and `after` stand beside it. */
export type FoundInFile = Pick<Find, "certainty"> & {
  readonly kind: Find["kind"] | "personName";
  readonly place: FilePlace;
  readonly before: string;
  readonly masked: string;
  readonly after: string;
};

/** The first finds of a file, and how many there are in all. */
export type FoundInside = { readonly found: readonly FoundInFile[]; readonly count: number };
