// Links to a list's files in every format.

import type { Lang } from "../../lang.ts";
import { downloadPath } from "../addresses.ts";
import { FORMATS } from "./table-file.ts";

export const fileLinks = (
  lang: Lang,
  noun: string,
  query: Readonly<Record<string, string | number | undefined>> = {},
) =>
  FORMATS.map((format) => ({
    href: downloadPath(lang, noun, format, query),
    format: format.toUpperCase() as "CSV" | "XLSX" | "JSON",
  }));
