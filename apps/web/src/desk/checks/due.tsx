// Checks on the work list: subjects my body is to look at, appeals to be answered, and findings my body may still appeal against.

import { answersOpen, daysOf, mayAppeal } from "@yinuo/core";
import { formatDay } from "@yinuo/period";
import { listFindings, listToInspect, type FindingRow, type ToInspect } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import { inLang } from "../../lang.ts";
import { DataTable, Part, typed } from "../../parts/index.ts";
import { checkDeskWords } from "../../words/check-desk.ts";
import { checksWords } from "../../words/checks.ts";
import { checkDesk } from "../addresses.ts";
import type { Desk } from "../context.ts";

export type DueChecks = {
  readonly mine: readonly ToInspect[];
  readonly appeals: readonly FindingRow[];
  readonly mayAppeal: readonly FindingRow[];
};

/** Shown of each; the list of checks has the rest. */
const MOST = 12;

/** `body`: whose; absent: of all bodies. */
export const dueChecks = async (desk: Desk, body: string | undefined): Promise<DueChecks> => {
  const { c, context } = desk;
  const { by } = context;
  const { db } = c.get("deps").store;
  const latest = { sort: "on", descending: true, offset: 0 } as const;
  const [mine, appeals, against] = await Promise.all([
    by.inspects ? listToInspect(db, { body: by.body, limit: MOST, offset: 0 }) : { rows: [] },
    by.inspects ? listFindings(db, { ...latest, appeal: "waiting", limit: MOST }) : { findings: [] },
    by.inspects || body === undefined
      ? { findings: [] }
      : listFindings(db, { ...latest, appeal: "none", owner: body, limit: 100 }),
  ]);
  const given = { ...context, ...daysOf(c.get("jurisdiction")) };
  return {
    mine: mine.rows,
    appeals: appeals.findings.filter(
      ({ finding }) => answersOpen(finding) && !finding.owners.some((owner) => owner === by.body),
    ),
    mayAppeal: against.findings
      .filter(({ finding }) => finding.conclusion !== "confirmed" && mayAppeal(finding, given).ok)
      .slice(0, MOST),
  };
};

type Props = { readonly desk: Desk; readonly due: DueChecks };

export const ChecksDue = ({ desk, due }: Props) => {
  const { lang } = desk;
  const words = checkDeskWords[lang];
  return (
    <>
      {due.mine.length === 0 ? null : (
        <Part id="checks-mine" title={words.mine}>
          <DataTable
            lang={lang}
            caption={words.mine}
            captionHidden
            columns={[
              { header: checksWords[lang].subjectColumns.subject },
              { header: checksWords[lang].columns.due },
            ]}
            rows={due.mine.map(({ check, subject }) => ({
              cells: [
                <>
                  <a href={checkDesk(lang, check.code, `/${subject.number}`)}>
                    {typed(lang, inLang(lang, subject.title, subject.titleEn))}
                  </a>{" "}
                  <small>{typed(lang, inLang(lang, check.title, check.titleEn))}</small>
                </>,
                formatDay(check.due, lang),
              ],
            }))}
          />
        </Part>
      )}
      <Findings desk={desk} name="appeals" rows={due.appeals} step="/answer" />
      <Findings desk={desk} name="mayAppeal" rows={due.mayAppeal} step="/appeal" />
    </>
  );
};

type FindingsProps = {
  readonly desk: Desk;
  readonly name: "appeals" | "mayAppeal";
  readonly rows: readonly FindingRow[];
  readonly step: "/answer" | "/appeal";
};

const Findings = ({ desk: { lang }, name, rows, step }: FindingsProps) => {
  const title = checkDeskWords[lang][name];
  return rows.length === 0 ? null : (
    <Part id={`checks-${name}`} title={title}>
      <ul>
        {rows.map(({ finding, title: of, titleEn }) => (
          <li>
            <a href={checkDesk(lang, finding.check, `/${finding.number}${step}`)}>
              {typed(lang, inLang(lang, of, titleEn))}
            </a>{" "}
            <small>{choiceWords[lang].findingConclusion[finding.conclusion]}</small>
          </li>
        ))}
      </ul>
    </Part>
  );
};
