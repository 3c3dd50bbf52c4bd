// Text files: encoding found out, line ends made one, control characters made spaces.

import { plainReport } from "@yinuo/report-check";
import { decodeText } from "@yinuo/spreadsheet/reading";
import { LIMITS, refuseFile, type ReadingResult } from "./reading.ts";

export type Decoded = { readonly text: string; readonly encoding: string; readonly certain: boolean };

/** `undefined` when the bytes are no text. */
export const decode = (bytes: Uint8Array): Decoded | undefined => {
  const decoded = decodeText(bytes, undefined);
  if (decoded === undefined) return undefined;
  const text = decoded.text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, " ");
  return { text, encoding: decoded.encoding.chosen, certain: decoded.encoding.certain };
};

export const readPlainText = (bytes: Uint8Array): ReadingResult => {
  const decoded = decode(bytes);
  if (decoded === undefined) return refuseFile({ code: "fileDamaged" });
  const { text, encoding, certain } = decoded;
  if (text.length > LIMITS.characters) return refuseFile({ code: "fileTooMuch" });
  if (text.trim() === "") return refuseFile({ code: "noText" });
  return {
    ok: true,
    value: { format: "txt", report: plainReport(text), encoding, notes: certain ? [] : ["encodingGuessed"] },
  };
};
