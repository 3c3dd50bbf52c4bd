// A file to a report, by its bytes and, among text files, its name.

import { readDocx } from "./docx.ts";
import { readHtml } from "./html.ts";
import { readMarkdown } from "./markdown.ts";
import { readPdf } from "./pdf.ts";
import { readPlainText } from "./plain-text.ts";
import { LIMITS, refuseFile, type ReadingResult } from "./reading.ts";

export const readReport = async (bytes: Uint8Array, name: string): Promise<ReadingResult> => {
  if (bytes.length === 0) return refuseFile({ code: "fileEmpty" });
  if (bytes.length > LIMITS.bytes) return refuseFile({ code: "fileTooLarge", bytes: bytes.length });
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (head.startsWith("PK\u0003\u0004")) return readDocx(bytes);
  if (head.includes("%PDF-")) return readPdf(bytes);
  // A compound file: a .docx under a password, or a .doc of before 2007.
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0"))
    return refuseFile({ code: isProtected(bytes) ? "fileEncrypted" : "formatUnknown" });
  if (/\.html?$/i.test(name) || /^\s*(?:<!doctype html|<html)/i.test(head)) return readHtml(bytes);
  return /\.(?:md|markdown|rmd|qmd)$/i.test(name) ? readMarkdown(bytes) : readPlainText(bytes);
};

/** MS-OFFCRYPTO 2.3: the name of its stream, in UTF-16. */
const isProtected = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  );
