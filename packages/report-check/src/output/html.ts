// The report as a page with its findings marked in the text and listed with their arithmetic; no script, no link out.

import type { Checked } from "../check.ts";
import type { Finding } from "../finding.ts";
import type { Block, Report } from "../report.ts";
import type { Lang } from "../words/catalogue.ts";
import { findingWords } from "../words/finding-words.ts";
import { loud } from "./loud.ts";
import { summary } from "./text.ts";

type Page = {
  readonly lang: Lang;
  readonly name: string;
  readonly report: Report;
  readonly checked: Checked;
};

const WORDS = {
  "zh-CN": {
    title: "数字检查",
    findings: "检查结果",
    text: "正文",
    none: "没有发现问题；没有检查到的地方仍可能有误。",
    colon: "：",
  },
  en: {
    title: "Numbers checked",
    findings: "Findings",
    text: "Text",
    none: "Nothing found. What was not checked may still be wrong.",
    colon: ": ",
  },
} as const;

export const asHtml = ({ lang, name, report, checked }: Page): string => {
  const findings = loud(checked.findings);
  const words = WORDS[lang];
  const title = escape(`${words.title}${words.colon}${name}`);
  const list = findings.map((finding, at) => item(lang, finding, at)).join("\n");
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escape(summary(lang, name, checked))}</p>
<h2 id="findings">${words.findings}</h2>
${findings.length === 0 ? `<p>${words.none}</p>` : `<ol>${list}</ol>`}
<h2 id="text">${words.text}</h2>
${body(lang, report, findings)}
</main>
</body>
</html>
`;
};

const STYLE =
  "body{font:1rem/1.7 system-ui,sans-serif;margin:0 auto;max-width:46rem;padding:1rem;color:#1a1a1a;background:#fff;overflow-wrap:anywhere}" +
  "mark{color:inherit;padding:0 .1em}mark.fault{background:#ffd9d6;border-bottom:3px solid #b3261e}mark.review{background:#fff1c2;border-bottom:3px dashed #8a5a00}" +
  "li{margin:0 0 1rem}blockquote{margin:.25rem 0;padding-left:.75rem;border-left:3px solid #767676}a{color:#0b4fb8}" +
  "table{border-collapse:collapse;display:block;overflow-x:auto}td{border:1px solid #767676;padding:.25rem .5rem}.where{color:#595959}";

const escape = (text: string): string =>
  text
    .replace(/[^\P{Cc}\n\t]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const item = (lang: Lang, finding: Finding, at: number): string => {
  const { severity, title, says, todo, where, reads, arithmetic } = findingWords(lang, finding);
  const { colon } = WORDS[lang];
  const sum = arithmetic === undefined ? "" : `\n<p><code>${escape(arithmetic)}</code></p>`;
  const readAs = reads.length === 0 ? "" : `\n<p class="where">${escape(reads.join("; "))}</p>`;
  return `<li id="finding-${at + 1}"><strong>${escape(`${severity}${colon}${title}`)}</strong> <a href="#place-${at + 1}">${escape(where)}</a>
<blockquote>${escape(finding.quote)}</blockquote>
<p>${escape(says)} ${escape(todo)}</p>${sum}${readAs}</li>`;
};

const body = (lang: Lang, report: Report, findings: readonly Finding[]): string => {
  const parts: string[] = [];
  let [next, table, row] = [0, -1, -1];
  for (const block of report.blocks) {
    const from = next;
    while ((findings[next]?.start ?? Number.POSITIVE_INFINITY) < block.end) next++;
    const inside = marked(lang, report, { block, findings: findings.slice(from, next), from });
    const { cell } = block;
    if (table !== -1 && cell?.table !== table) parts.push("</tr></table>");
    if (cell === undefined) {
      table = -1;
      const tag = block.kind === "heading" || block.kind === "title" ? "h3" : "p";
      parts.push(`<${tag}>${inside}</${tag}>`);
      continue;
    }
    if (cell.table !== table) parts.push("<table><tr>");
    else if (cell.row !== row) parts.push("</tr><tr>");
    [table, row] = [cell.table, cell.row];
    const across = cell.columns > 1 ? ` colspan="${cell.columns}"` : "";
    const down = cell.rows > 1 ? ` rowspan="${cell.rows}"` : "";
    parts.push(`<td${across}${down}>${inside}</td>`);
  }
  return `${parts.join("\n")}${table === -1 ? "" : "</tr></table>"}`;
};

type Inside = { readonly block: Block; readonly findings: readonly Finding[]; readonly from: number };

/** Where two findings share words, the mark of the first ends where the second begins. */
const marked = (lang: Lang, { text }: Report, { block: { start, end }, findings, from }: Inside): string => {
  let [html, at] = ["", start];
  for (const [index, finding] of findings.entries()) {
    const first = Math.min(end, Math.max(at, finding.start));
    const last = Math.max(first, Math.min(end, finding.end, findings[index + 1]?.start ?? end));
    const number = from + index + 1;
    const hint = escape(`${findingWords(lang, finding).severity} ${number}`);
    const link = `<a href="#finding-${number}" aria-label="${hint}">[${number}]</a>`;
    html += escape(text.slice(at, first));
    html += `<mark class="${finding.severity}" id="place-${number}">${escape(text.slice(first, last))}${link}</mark>`;
    at = last;
  }
  return html + escape(text.slice(at, end));
};
