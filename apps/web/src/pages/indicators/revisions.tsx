// Every revision of an indicator's figures: the old value, the new one, the reason, and when.

import type { Figure, Indicator } from "@yinuo/core";
import { valueOf } from "@yinuo/core";
import { formatDay, formatPeriod, parsePeriod, todayIn } from "@yinuo/period";
import type { History } from "@yinuo/store";
import type { Lang } from "../../lang.ts";
import { Change, DataTable, Part } from "../../parts/index.ts";
import { indicatorsWords } from "../../words/indicators.ts";
import { historyWords } from "../../words/history.ts";
import { inUnit } from "../numbers.ts";

type RevisionsProps = {
  readonly lang: Lang;
  readonly indicator: Indicator;
  readonly entries: readonly History[];
  readonly timeZone: string;
};

export function Revisions({ lang, indicator, entries, timeZone }: RevisionsProps) {
  const words = indicatorsWords[lang];
  if (entries.length === 0)
    return (
      <Part title={words.revisions} id="revisions">
        <p class="faint">{words.noRevisions}</p>
      </Part>
    );
  const { columns } = historyWords[lang];
  return (
    <Part title={words.revisions} id="revisions">
      <DataTable
        lang={lang}
        caption={words.revisions}
        captionHidden
        columns={[
          { header: words.period },
          { header: columns.change },
          { header: words.remark, full: true },
          { header: columns.when },
        ]}
        rows={entries.map((entry) => {
          const period = parsePeriod(entry.subject.split("/").at(-1) ?? "");
          const recordedOn = todayIn(new Date(entry.recordedAt), timeZone);
          return {
            id: `r${period}`,
            cells: [
              period === undefined ? "" : formatPeriod(period, lang),
              <Change
                lang={lang}
                from={said(entry.old["figure"], indicator, lang)}
                to={
                  entry.verb === "observation.withdrawn"
                    ? words.withdrawn
                    : said(entry.new["figure"], indicator, lang)
                }
              />,
              entry.reason ?? "",
              <time datetime={entry.recordedAt}>{formatDay(recordedOn, lang)}</time>,
            ],
          };
        })}
      />
    </Part>
  );
}

/** A figure as the history keeps it. */
const said = (kept: unknown, indicator: Indicator, lang: Lang): string | null => {
  if (typeof kept !== "object" || kept === null || !("as" in kept)) return null;
  const value = valueOf(kept as Figure, indicator.scale);
  return value === undefined ? indicatorsWords[lang].notCollected : inUnit(value, indicator, lang);
};
