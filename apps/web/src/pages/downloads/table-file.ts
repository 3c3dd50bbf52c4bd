// A list as a file: the columns the import reads, as CSV, a workbook or JSON.

import { writeCsv, writeXlsx, type TableColumn, type TableValue } from "@yinuo/spreadsheet";
import { COLUMNS, headerOf, type Column, type Noun } from "@yinuo/tables";
import { inLang, type Lang } from "../../lang.ts";
import type { Ctx } from "../../site.ts";
import { dataWords } from "../../words/data.ts";

export const FORMATS = ["csv", "xlsx", "json"] as const;
export type Format = (typeof FORMATS)[number];

export const readFormat = (text: string | undefined): Format | undefined =>
  FORMATS.find((format) => format === text);

/** What a cell holds before it is written: days and periods as their strings, codes as a list. */
export type CellValue = string | number | boolean | readonly string[] | undefined;
/** By the keys of the noun's columns. */
export type FileRow = Readonly<Record<string, CellValue>>;

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
};

type FileProps = {
  readonly noun: Noun;
  readonly format: Format;
  readonly rows: readonly FileRow[];
};

/** The same rows for everybody, so that they may be kept by their address as pages are. */
export const sendTable = (c: Ctx, props: FileProps): Response => {
  const { noun, format } = props;
  const bytes = format === "json" ? jsonFile(c, props) : sheetFile(c.get("lang"), format, props);
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    "content-type": MEDIA_TYPES[format],
    "content-disposition": `attachment; filename="${noun}-${c.get("today")}.${format}"`,
    "cache-control": "public, max-age=0, must-revalidate",
    // Open data may be read by any page; no cookie is involved.
    "access-control-allow-origin": "*",
  });
};

const sheetFile = (lang: Lang, format: "csv" | "xlsx", { noun, rows }: FileProps): Uint8Array => {
  const columns = COLUMNS[noun];
  const table = {
    name: dataWords[lang].nouns[noun],
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
  return words === undefined ? value : inLang(lang, words.zh, words.en);
};

const jsonFile = (c: Ctx, { noun, rows }: FileProps): Uint8Array => {
  const { name, nameEn, licence, licenceUrl, sample } = c.get("jurisdiction");
  const keys = COLUMNS[noun].map(({ key }) => key);
  const file = {
    jurisdiction: name,
    jurisdictionEn: nameEn,
    ...(sample ? { sample } : {}),
    licence,
    licenceUrl,
    asOf: c.get("today"),
    [noun]: rows.map((row) => Object.fromEntries(keys.map((key) => [key, row[key] ?? null]))),
  };
  return new TextEncoder().encode(JSON.stringify(file));
};
