// Headers as offices write them, compared without spaces, case, width and punctuation.

import type { Column } from "./columns/index.ts";

/** What is left of a header once everything that varies between offices is gone. */
export const plainHeader = (header: string): string =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%]/gu, "");

/** A merged header `责任分工 / 牵头单位` is tried whole, then by its last part, then by its first. */
export const headerParts = (header: string): readonly string[] => {
  const parts = header.split(" / ").map((part) => part.trim());
  return [...new Set([header, parts.at(-1) ?? "", parts[0] ?? ""])].filter((part) => part !== "");
};

const namesOf = (column: Column): readonly string[] =>
  [column.key, column.zh, column.en, ...column.aliases].map(plainHeader);

/** The column whose own name, or else one of whose other names, is this header. */
export const columnFor = (columns: readonly Column[], header: string): Column | undefined => {
  for (const part of headerParts(header)) {
    const plain = plainHeader(part);
    if (plain === "") continue;
    const own = columns.find((column) => [column.key, column.zh, column.en].map(plainHeader).includes(plain));
    const found = own ?? columns.find((column) => namesOf(column).includes(plain));
    if (found !== undefined) return found;
  }
  return undefined;
};
