// A .docx as the zip it is: its parts unpacked one at a time, within bounds.

import { decodeText, listZip, unpackPart } from "@yinuo/spreadsheet/reading";
import { LIMITS, type FileRefusal } from "./reading.ts";

export type Archive = {
  readonly names: readonly string[];
  /** `undefined` when there is no such part, or it is broken or too large. */
  readonly bytesOf: (name: string) => Uint8Array | undefined;
  readonly textOf: (name: string) => string | undefined;
};

export type OpenedArchive =
  | { readonly ok: true; readonly value: Archive }
  | { readonly ok: false; readonly error: FileRefusal };

export const openArchive = (bytes: Uint8Array): OpenedArchive => {
  const parts = listZip(bytes);
  if (parts === undefined) return { ok: false, error: { code: "fileDamaged" } };
  if (parts.length > LIMITS.zipEntries) return { ok: false, error: { code: "fileTooMuch" } };
  if (parts.some(({ encrypted }) => encrypted)) return { ok: false, error: { code: "fileEncrypted" } };
  const total = parts.reduce((all, { unpackedBytes }) => all + unpackedBytes, 0);
  if (
    total > 4 * LIMITS.unpackedBytes ||
    parts.some(({ unpackedBytes }) => unpackedBytes > LIMITS.unpackedBytes)
  )
    return { ok: false, error: { code: "fileTooMuch" } };
  const byName = new Map(parts.map((part) => [part.name, part]));
  const bytesOf = (name: string): Uint8Array | undefined => {
    const part = byName.get(name);
    return part === undefined ? undefined : unpackPart(bytes, part);
  };
  return {
    ok: true,
    value: {
      names: [...byName.keys()],
      bytesOf,
      textOf: (name) => {
        const unpacked = bytesOf(name);
        return unpacked === undefined ? undefined : decodeText(unpacked, undefined)?.text;
      },
    },
  };
};
