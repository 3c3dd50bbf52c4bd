// A month's round as a file: the meeting paper for Word and WPS, or a workbook with a sheet for every list.

import { listBodies } from "@yinuo/store";
import type { Ctx } from "../../../site.ts";
import { notFound } from "../../errors.tsx";
import { namesOf } from "../../names.ts";
import { roundBook } from "./book.ts";
import { roundPaper } from "./paper.ts";
import { readRound } from "./read.ts";

const MEDIA_TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

type Format = keyof typeof MEDIA_TYPES;

const readFormat = (text: string | undefined): Format | undefined =>
  (["docx", "xlsx"] as const).find((format) => format === text);

export const roundFile = async (c: Ctx): Promise<Response> => {
  const format = readFormat(c.req.param("format"));
  const month = format === undefined ? undefined : await readRound(c);
  if (format === undefined || month === undefined) return notFound(c);
  const lang = c.get("lang");
  const nameOf = namesOf(await listBodies(c.get("deps").store.db), lang);
  const { name, nameEn } = c.get("jurisdiction");
  const told = { month, lang, nameOf, jurisdiction: lang === "en" ? (nameEn ?? name) : name };
  const bytes = format === "docx" ? await roundPaper(told) : roundBook(told);
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    "content-type": MEDIA_TYPES[format],
    "content-disposition": `attachment; filename="problems-${month.month}.${format}"`,
    "cache-control": "public, max-age=0, must-revalidate",
  });
};
