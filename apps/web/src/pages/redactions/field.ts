// What a redacted field is called: by its name in the log without the numbers of its paragraphs and rows.

import { namesFile } from "@yinuo/core";
import { fieldName } from "@yinuo/words";
import type { Lang } from "../../lang.ts";
import { redactionWords } from "../../words/redactions.ts";

/** `record.milestones.2.title` is a title. */
export const redactedField = (lang: Lang, field: string): string =>
  namesFile(field)
    ? redactionWords[lang].file
    : fieldName(lang, field.split(".").findLast((part) => !/^\d+$/.test(part)) ?? field);
