// A table of the ledger as CSV or a workbook with the headers of a language, or as plain records for JSON.

import { writeCsv, writeXlsx, type TableColumn, type TableValue } from "@yinuo/spreadsheet";
import { COLUMNS, headerOf, type Column, type Noun } from "./columns/index.ts";
import type { CellValue, FileRow } from "./file-rows.ts";

type Lang = "zh-CN" | "en";

export type LedgerTable = {
  readonly noun: Noun;
  /** What the table is called in the reader's language: the name of the sheet. */
  readonly name: string;
  readonly rows: readonly FileRow[];
};

export const writeLedgerTable = (
  { noun, name, rows }: LedgerTable,
  format: "csv" | "xlsx",
  lang: Lang,
): Uint8Array => {
  const columns = COLUMNS[noun];
  const table = {
    name,
    columns: columns.map((column) => sheetColumn(column, lang)),
    rows: rows.map((row) =>
      Object.fromEntries(columns.map((column) => [column.key, sheetValue(row[column.key], column, lang)])),
    ),
  };
  return format === "csv" ? writeCsv(table) : writeXlsx([table]);
};

const sheetColumn = (column: Column, lang: Lang): TableColumn => ({
  key: column.key,
  header: headerOf(column, lang),
  kind: sheetKind(column),
  ...(column.key === "completion" ? { decimals: 1 } : {}),
});

const sheetKind = (column: Column): TableColumn["kind"] => {
  if (column.key === "completion") return "percent";
  return column.kind === "day" || column.kind === "number" ? column.kind : "text";
};

const sheetValue = (value: CellValue, column: Column, lang: Lang): TableValue => {
  if (value === undefined) return null;
  if (typeof value === "boolean") return choiceWord(column, value ? "yes" : "no", lang);
  if (typeof value === "number") return value;
  if (typeof value === "string") return column.kind === "choice" ? choiceWord(column, value, lang) : value;
  return value.join("；");
};

const choiceWord = (column: Column, value: string, lang: Lang): string => {
  const words = column.choices?.[value];
  return words === undefined ? value : words[lang === "en" ? "en" : "zh"];
};

/** Every column of the noun in its order; what is absent is null. */
export const ledgerRecords = ({ noun, rows }: Pick<LedgerTable, "noun" | "rows">) => {
  const keys = COLUMNS[noun].map(({ key }) => key);
  return rows.map((row) => Object.fromEntries(keys.map((key) => [key, row[key] ?? null])));
};
