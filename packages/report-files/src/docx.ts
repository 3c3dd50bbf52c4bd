// Word documents: body, footnotes, headers and footers, with insertions read and deletions left out.

import { reportOf } from "@yinuo/report-check";
import { openArchive, type Archive } from "./archive.ts";
import { collectParts } from "./parts.ts";
import type { FileRefusal, ReadingResult, ReadReport } from "./reading.ts";
import { readWordXml, type Source } from "./word-xml.ts";

export const MAIN_PART = "word/document.xml";

export type WordReport = ReadReport & {
  readonly archive: Archive;
  /** The body's XML, and for each block of the body where it comes from; notes and headers follow and have none. */
  readonly xml: string;
  readonly sources: readonly (readonly Source[])[];
};

export type WordResult =
  | { readonly ok: true; readonly value: WordReport }
  | { readonly ok: false; readonly error: FileRefusal };

export const readDocx = (bytes: Uint8Array): ReadingResult => {
  const read = readWord(bytes);
  if (!read.ok) return read;
  const { format, report, encoding, notes } = read.value;
  return { ok: true, value: { format, report, encoding, notes } };
};

export const readWord = (bytes: Uint8Array): WordResult => {
  const opened = openArchive(bytes);
  if (!opened.ok) return opened;
  const archive = opened.value;
  const xml = archive.textOf(MAIN_PART);
  if (xml === undefined || !/<(?:\w+:)?document[\s>]/.test(xml.slice(0, 4000)))
    return {
      ok: false,
      error: { code: archive.names.includes(MAIN_PART) ? "fileDamaged" : "formatUnknown" },
    };
  const parts = collectParts();
  const body = readWordXml(xml, { parts });
  for (const name of archive.names.filter((one) => BESIDES.test(one))) {
    const beside = archive.textOf(name);
    if (beside !== undefined) readWordXml(beside, { parts, kind: "note", tableFrom: 1000 });
  }
  if (parts.isFull()) return { ok: false, error: { code: "fileTooMuch" } };
  if (parts.all.length === 0) return { ok: false, error: { code: "noText" } };
  return {
    ok: true,
    value: {
      format: "docx",
      report: reportOf(parts.all),
      encoding: undefined,
      notes: body.tracked ? ["trackedChanges"] : [],
      archive,
      xml,
      sources: body.sources,
    },
  };
};

const BESIDES = /^word\/(?:footnotes|endnotes|header\d*|footer\d*)\.xml$/;
