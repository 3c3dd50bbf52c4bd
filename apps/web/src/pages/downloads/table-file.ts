// A list as a file: the columns the import reads, as CSV, a workbook or JSON.

import { ledgerRecords, writeLedgerTable, type FileRow, type Noun } from "@yinuo/tables";
import type { Ctx } from "../../site.ts";
import { dataWords } from "../../words/data.ts";

export const FORMATS = ["csv", "xlsx", "json"] as const;
export type Format = (typeof FORMATS)[number];

export const readFormat = (text: string | undefined): Format | undefined =>
  FORMATS.find((format) => format === text);

export type { FileRow } from "@yinuo/tables";

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
  const { noun, format, rows } = props;
  const lang = c.get("lang");
  const bytes =
    format === "json"
      ? jsonFile(c, props)
      : writeLedgerTable({ noun, rows, name: dataWords[lang].nouns[noun] }, format, lang);
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    "content-type": MEDIA_TYPES[format],
    "content-disposition": `attachment; filename="${noun}-${c.get("today")}.${format}"`,
    "cache-control": "public, max-age=0, must-revalidate",
    // Open data may be read by any page; no cookie is involved.
    "access-control-allow-origin": "*",
  });
};

const jsonFile = (c: Ctx, { noun, rows }: FileProps): Uint8Array => {
  const { name, nameEn, licence, licenceUrl, sample } = c.get("jurisdiction");
  const file = {
    jurisdiction: name,
    jurisdictionEn: nameEn,
    ...(sample ? { sample } : {}),
    licence,
    licenceUrl,
    asOf: c.get("today"),
    [noun]: ledgerRecords({ noun, rows }),
  };
  return new TextEncoder().encode(JSON.stringify(file));
};
