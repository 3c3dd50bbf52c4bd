// A finding in words: title, sentence, suggestion, where it is, and what was read as what.

import type { Finding, Reading, Severity } from "../finding.ts";
import type { Place } from "../report.ts";
import { shown } from "../claims/claim.ts";
import { intervalText, saidOf, type Lang } from "./catalogue.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export type FindingWords = {
  readonly severity: string;
  readonly title: string;
  readonly says: string;
  readonly todo: string;
  readonly where: string;
  /** 1.5万件 → 15000 件 */
  readonly reads: readonly string[];
  /** Both intervals; absent where nothing was computed. */
  readonly arithmetic: string | undefined;
};

const SEVERITIES: Readonly<Record<Lang, Readonly<Record<Severity, string>>>> = {
  "zh-CN": { fault: "错误", review: "请核对", silent: "提示" },
  en: { fault: "fault", review: "to review", silent: "note" },
};

export const severityName = (lang: Lang, severity: Severity): string => SEVERITIES[lang][severity];

export const findingWords = (lang: Lang, finding: Finding): FindingWords => {
  const { title, says, todo } = (lang === "en" ? en : zh)[finding.code];
  return {
    severity: severityName(lang, finding.severity),
    title,
    says: says(saidOf(finding)),
    todo,
    where: placeText(lang, finding.place),
    reads: finding.reads.map(readingText),
    arithmetic: arithmeticText(lang, finding),
  };
};

const readingText = ({ lexeme, value, unit }: Reading): string =>
  `${lexeme.trim()} → ${shown(value)}${unit === "" || unit === "%" ? unit : ` ${unit}`}`;

const arithmeticText = (lang: Lang, { arithmetic }: Finding): string | undefined => {
  if (arithmetic === undefined) return undefined;
  const { formula, computed, stated, unit } = arithmetic;
  const [ours, theirs] = [intervalText(computed, unit), intervalText(stated, unit)];
  return lang === "en" ? `${formula} = ${ours}; stated ${theirs}` : `${formula} = ${ours}；文中 ${theirs}`;
};

export const placeText = (lang: Lang, { page, paragraph, line, cell, offset }: Place): string => {
  const parts =
    lang === "en"
      ? [
          ...(page === undefined ? [] : [`page ${page}`]),
          ...(line === undefined ? [] : [`line ${line}`]),
          ...(cell === undefined
            ? [`paragraph ${paragraph}`]
            : [`table ${cell.table + 1}, row ${cell.row + 1}, column ${cell.column + 1}`]),
          `character ${offset + 1}`,
        ]
      : [
          ...(page === undefined ? [] : [`第 ${page} 页`]),
          ...(line === undefined ? [] : [`第 ${line} 行`]),
          ...(cell === undefined
            ? [`第 ${paragraph} 段`]
            : [`表 ${cell.table + 1} 第 ${cell.row + 1} 行第 ${cell.column + 1} 列`]),
          `第 ${offset + 1} 字`,
        ];
  return parts.join(lang === "en" ? ", " : "，");
};

/** Titles of all codes, for lists of rules. */
export const titleOf = (lang: Lang, code: Finding["code"]): string => (lang === "en" ? en : zh)[code].title;
