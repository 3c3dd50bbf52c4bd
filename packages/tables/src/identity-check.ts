// The caseload identity of a table that carries opening, new, closed and pending cases side by side.

import { checkIdentity, type IdentityCheck } from "@yinuo/core";
import type { Opened } from "@yinuo/spreadsheet";
import { plainHeader } from "./header.ts";
import { readNumberCell, textOf } from "./reading.ts";
import type { Settings } from "./settings.ts";

/** What courts and bureaus call the four columns, most particular first. */
const NAMES = {
  opening: ["旧存", "旧受", "舊受", "上期未结", "期初未结", "期初", "opening"],
  added: ["新收", "新受", "本期新收", "new", "received"],
  closed: ["结案", "终结", "終結", "已结", "办结", "closed", "disposed"],
  pending: ["未结", "未結", "期末未结", "pending"],
} as const;

/** `undefined` when the table does not have all four. Rows are labelled by their first cell. */
export const identityOf = (opened: Opened, settings: Settings): IdentityCheck | undefined => {
  const columns = Object.entries(NAMES).map(([key, names]) => {
    const plain = names.map(plainHeader);
    return [key, opened.columns.find(({ header }) => plain.includes(plainHeader(header)))] as const;
  });
  if (columns.some(([, column]) => column === undefined)) return undefined;
  const rows = opened.rows.map((row) => {
    const numbers = columns.map(([key, column]) => {
      const cell = column === undefined ? undefined : row.cells[column.index];
      if (cell === undefined || column === undefined) return [key, undefined];
      const read = readNumberCell(cell, key, { sheetColumn: column, settings });
      return [key, read.ok ? read.value : undefined];
    });
    return { label: textOf(row.cells[0]) ?? String(row.row), ...Object.fromEntries(numbers) };
  });
  return checkIdentity(rows as Parameters<typeof checkIdentity>[0]);
};
