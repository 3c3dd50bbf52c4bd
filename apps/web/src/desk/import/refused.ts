// The refused rows as the same spreadsheet with one more column: why.

import { writeXlsx, type Opened } from "@yinuo/spreadsheet";
import type { Plan } from "@yinuo/tables";
import { cellRefusalText } from "@yinuo/words/import";
import type { Lang } from "../../lang.ts";
import { importWords } from "../../words/import.ts";

type Reader = { readonly lang: Lang; readonly bodyName: (code: string) => string | undefined };

/** What a workbook's cell holds; a text file may have longer ones. */
const LONGEST_CELL = 32_767;

const cellText = (text: string): string =>
  text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;

export const refusedRows = (opened: Opened, plan: Plan, { lang, bodyName }: Reader): Uint8Array => {
  const reasons = new Map<number, string[]>();
  for (const row of plan.rows)
    if (row.outcome === "refused")
      reasons.set(row.row, [
        ...(reasons.get(row.row) ?? []),
        cellRefusalText(lang, row.error, { noun: plan.noun, bodyName }),
      ]);
  const columns = opened.columns.map(({ header, letter }, index) => ({
    key: String(index),
    header: header === "" ? letter : cellText(header),
    kind: "text" as const,
  }));
  const rows = opened.rows
    .filter(({ row }) => reasons.has(row))
    .map(({ row, cells }) => ({
      ...Object.fromEntries(columns.map(({ key }, index) => [key, cellText(cells[index]?.text ?? "")])),
      why: cellText([...new Set(reasons.get(row))].join(" ")),
    }));
  return writeXlsx([
    {
      name: "refused",
      columns: [...columns, { key: "why", header: importWords[lang].reasonColumn, kind: "text" }],
      rows,
    },
  ]);
};
