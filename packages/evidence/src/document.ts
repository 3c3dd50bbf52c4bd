// One file read for personal data, by its kind; runs in a process of its own (reading-child.ts).

import { ok, refuse, type Result } from "@yinuo/core";
import { decodeText } from "@yinuo/spreadsheet/reading";
import { collecting, type DocumentRead } from "./collect.ts";
import type { DocumentKind } from "./file-kind.ts";
import { isStop, stop, type ReadingLimits, type ReadingRefusal } from "./limits.ts";
import { readOffice } from "./office.ts";

export const readDocument = async (
  kind: DocumentKind,
  bytes: Uint8Array,
  limits: ReadingLimits,
): Promise<Result<DocumentRead, ReadingRefusal>> => {
  const collector = collecting(limits);
  try {
    if (kind === "pdf") await (await import("./pdf.ts")).readPdf(bytes, limits, collector);
    else if (kind === "txt") readPlain(bytes, collector.text);
    else readOffice(bytes, limits, collector);
    return ok(collector.done());
  } catch (problem) {
    // What a reader of damaged files throws besides has no list.
    return refuse(isStop(problem) ? problem.stop : "fileDamaged");
  }
};

const readPlain = (
  bytes: Uint8Array,
  text: (place: { part: "line"; name: string }, line: string) => void,
) => {
  const decoded = decodeText(bytes, undefined);
  if (decoded === undefined) throw stop("fileDamaged");
  for (const [at, line] of decoded.text.split(/\r\n|\r|\n/).entries())
    if (line !== "") text({ part: "line", name: String(at + 1) }, line);
};
