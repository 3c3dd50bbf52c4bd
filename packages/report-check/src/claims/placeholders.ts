// What was to be filled in and was not: XX件, ×月×日, ____, TODO, ［●］, 待补充, （292/0）%, #DIV/0!.

import type { Claim, Code } from "../finding.ts";
import type { Scan } from "../scan.ts";
import { claim } from "./claim.ts";

const UNIT = "(?:年|月|日|件|人|个|项|户|条|次|起|家|名|万|亿|元|%|公里|亩|吨|百分点)";

const FORMS: readonly (readonly [Code, RegExp])[] = [
  // In anonymised judgments ×× stands for a name; before a unit it stands for a number.
  [
    "placeholder",
    new RegExp(`(?:[×✕╳＊*○●□]{1,6}|[Xx]{1,6}) ?${UNIT}(?:(?:[×✕╳]{1,4}|[Xx]{1,4}) ?${UNIT}){0,3}`, "g"),
  ],
  ["placeholder", /_{3,}(?!_)|＿{2,}/g],
  ["placeholder", /\bTODO\b|\bTBD\b|\bTBC\b|\bFIXME\b|\bXXX+\b|\blorem ipsum\b/g],
  ["placeholder", /[[【〔(]\s?[●•·○×✕?？…xX]{1,6}\s?[\]】〕)]/g],
  [
    "placeholder",
    /[[【〔(<]\s?(?:待|请|此处|插入|填写|insert|to be|tbc|tbd|enter)[^\])】〕>\n]{0,40}[\])】〕>]/gi,
  ],
  [
    "placeholder",
    /待(?:补充|填写|填报|核实后补|完善数据|确定后补|定稿|补)(?=[。，；;)】\]\s]|$)|(?:数据|数字|此处)(?:待|另)(?:补|定|核|报)[^，。]{0,2}/g,
  ],
  ["placeholder", /\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|<%[^%\n]{1,60}%>|«[^»\n]{1,40}»/g],
  [
    "placeholder",
    /(?:共|计|达|为|受理|完成|办理|收到)(?: {2,}|_{2,})(?=(?:件|人|个|项|户|条|次|起|家|名|万元|亿元|%)(?![一-龥]{0,1}均))/g,
  ],
  ["formulaLeft", /[(（]\s?\d[\d.,]*\s?[/÷]\s?0(?:\.0+)?\s?[)）]\s?%?|\b\d[\d,.]*\s?[/÷]\s?0\s?%/g],
  ["formulaLeft", /#(?:DIV\/0!|REF!|N\/A|VALUE!|NAME\?|NUM!|NULL!)|\bNaN\b ?%?|\bInfinity\b ?%/g],
];

export const placeholders = ({ text, report }: Scan): readonly Claim[] => {
  const claims: Claim[] = [];
  for (const [code, form] of FORMS) {
    for (const { index, 0: found } of text.matchAll(form)) {
      if (isName(text, index, found)) continue;
      claims.push(
        claim({
          code,
          severity: "fault",
          agrees: false,
          figures: [],
          span: { start: index, end: index + found.length },
          named: { words: report.text.slice(index, index + found.length) },
        }),
      );
    }
  }
  return claims;
};

/** 李××, XX某, XX案; X个 after a letter; X光. */
const isName = (text: string, at: number, found: string): boolean => {
  const before = text[at - 1] ?? "";
  if (/^[×✕╳○*Xx]/.test(found)) {
    if (/[某氏A-Za-z0-9×✕]/.test(before)) return true;
    // A list's bullet, an emphasis of Markdown.
    if (/^[*○●□]/.test(found) && /(?:^|\s|\*)$/.test(before)) return true;
    if (/^[*]/.test(found)) return true;
    return /^[○●□]/.test(found) && found.length < 3;
  }
  return false;
};
