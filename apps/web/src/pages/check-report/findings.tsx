// What a check found, each finding at its place in the paragraph it stands in, with its arithmetic and what to do.

import { findingWords, type Finding, type Report } from "@yinuo/report-check";
import type { Lang } from "../../lang.ts";
import { Part } from "../../parts/index.ts";
import { checkReportWords } from "../../words/check-report.ts";

/** More are not shown at once: a page of thousands helps nobody. */
const MOST = 200;

type Props = { readonly lang: Lang; readonly report: Report; readonly findings: readonly Finding[] };

export function Findings({ lang, report, findings }: Props) {
  const words = checkReportWords[lang];
  return (
    <Part title={words.results}>
      {findings.length === 0 ? <p>{words.none}</p> : null}
      <ol class="flow">
        {findings.slice(0, MOST).map((finding) => (
          <Item lang={lang} report={report} finding={finding} />
        ))}
      </ol>
      {findings.length > MOST ? <p>{words.more(findings.length - MOST)}</p> : null}
    </Part>
  );
}

type ItemProps = { readonly lang: Lang; readonly report: Report; readonly finding: Finding };

function Item({ lang, report, finding }: ItemProps) {
  const { severity, title, says, todo, where, reads, arithmetic } = findingWords(lang, finding);
  const words = checkReportWords[lang];
  const { before, marked, after } = around(report, finding);
  return (
    <li>
      <strong>{`${severity} · ${title}`}</strong> <span class="faint">{where}</span>
      {marked === "" ? null : (
        <blockquote>
          {before}
          <mark>{marked}</mark>
          {after}
        </blockquote>
      )}
      <p>
        {says} {todo}
      </p>
      {arithmetic === undefined ? null : <p class="faint">{`${words.arithmetic} · ${arithmetic}`}</p>}
      {reads.length === 0 ? null : <p class="faint">{`${words.reads} · ${reads.join("; ")}`}</p>}
    </li>
  );
}

/** UTF-16 units of the paragraph on either side. */
const ASIDE = 120;
const LONGEST_MARK = 400;

const around = ({ text, blocks }: Report, { start, end }: Finding) => {
  const block = blocks.findLast((each) => each.start <= start);
  const [from, to] = [block?.start ?? 0, Math.max(block?.end ?? text.length, end)];
  const [first, last] = [Math.max(from, start - ASIDE), Math.min(to, end + ASIDE)];
  const long = end - start > LONGEST_MARK;
  return {
    before: `${first > from ? "…" : ""}${text.slice(first, start)}`,
    marked: long ? `${text.slice(start, start + LONGEST_MARK)}…` : text.slice(start, end),
    after: `${text.slice(end, last)}${last < to ? "…" : ""}`,
  };
};
