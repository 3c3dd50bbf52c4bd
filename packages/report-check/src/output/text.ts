// Findings as plain text, one after another, with a line of counts at the end.

import type { Checked } from "../check.ts";
import { findingWords } from "../words/finding-words.ts";
import type { Lang } from "../words/catalogue.ts";
import { loud } from "./loud.ts";

export const asText = (lang: Lang, name: string, checked: Checked): string => {
  const found = loud(checked.findings).map((finding) => {
    const { severity, title, says, todo, where, reads, arithmetic } = findingWords(lang, finding);
    const [readAs, sum] = lang === "en" ? ["read as", "arithmetic"] : ["读作", "计算"];
    return [
      `${name}: ${where}: ${severity}: ${title} [${finding.code}]`,
      `  “${oneLine(finding.quote)}”`,
      `  ${says}`,
      ...(reads.length > 0 ? [`  ${readAs}: ${reads.map(oneLine).join("; ")}`] : []),
      ...(arithmetic === undefined ? [] : [`  ${sum}: ${arithmetic}`]),
      `  → ${todo}`,
    ].join("\n");
  });
  return [...found, summary(lang, name, checked)].join("\n\n");
};

/** No control character of a document reaches the terminal. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, " ").slice(0, 300);

export const summary = (lang: Lang, name: string, { findings, agreeing, quantities }: Checked): string => {
  const count = (wanted: string): number => findings.filter(({ severity }) => severity === wanted).length;
  const [faults, reviews] = [count("fault"), count("review")];
  const claims = agreeing.length + findings.length;
  return lang === "en"
    ? `${name}: ${quantities} numbers read, ${claims} claims checked; ${faults} faults, ${reviews} to review`
    : `${name}：读出 ${quantities} 个数，检查 ${claims} 处；错误 ${faults} 处，请核对 ${reviews} 处`;
};
