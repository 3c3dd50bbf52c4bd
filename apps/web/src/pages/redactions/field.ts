// What a redacted field is called: by its name in the log without the numbers of its paragraphs and rows.

import { fieldName } from "@yinuo/words";
import type { Lang } from "../../lang.ts";

/** `record.milestones.2.title` is a title. */
export const redactedField = (lang: Lang, field: string): string =>
  fieldName(lang, field.split(".").findLast((part) => !/^\d+$/.test(part)) ?? field);
