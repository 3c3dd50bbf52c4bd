// The findings about one commitment or problem, on its own page.

import { formatDay } from "@yinuo/period";
import type { FindingRow } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import type { Lang } from "../../lang.ts";
import { DataTable, Part, Status, typed } from "../../parts/index.ts";
import { checksWords } from "../../words/checks.ts";
import { findingPath } from "../addresses.ts";
import { CONCLUSION_MARK } from "./standings.ts";

type Props = {
  readonly lang: Lang;
  readonly findings: readonly FindingRow[];
  readonly nameOf: (code: string) => string;
};

export const LATEST_FINDINGS = { sort: "on", descending: true, limit: 50, offset: 0 } as const;

/** Nothing where nobody has looked. */
export function FindingsOf({ lang, findings, nameOf }: Props) {
  const words = checksWords[lang];
  if (findings.length === 0) return null;
  return (
    <Part id="findings" title={words.ofRecord}>
      <DataTable
        lang={lang}
        caption={words.ofRecord}
        captionHidden
        columns={[
          { header: words.finding, bare: true },
          { header: words.subjectColumns.inspector },
          { header: words.columns.title },
        ]}
        rows={findings.map(({ finding }) => ({
          cells: [
            <>
              <Status
                lang={lang}
                kind={CONCLUSION_MARK[finding.conclusion]}
                text={choiceWords[lang].findingConclusion[finding.conclusion]}
              />{" "}
              {typed(lang, finding.finding)}
            </>,
            words.findingBy(nameOf(finding.body), formatDay(finding.on, lang)),
            <a href={findingPath(lang, finding.check, finding.number)}>
              {finding.check}/{finding.number}
            </a>,
          ],
        }))}
      />
    </Part>
  );
}
