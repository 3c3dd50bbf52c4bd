// The proof of a record: its first and latest leaves in the log, both dates, and a receipt and a verifier for each.

import { formatDay, todayIn } from "@yinuo/period";
import { LATE_DAYS, lateDaysOf, type LoggedEntry, type LoggedSummary } from "@yinuo/store/log";
import type { Lang } from "../../lang.ts";
import { DataTable, figure, Part, type Row } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { historyWords } from "../../words/history.ts";
import { proofWords } from "../../words/proof.ts";
import { logPath, receiptPath, verifyPath } from "../addresses.ts";
import { RedactedHere } from "../redactions/here.tsx";

/** How many of the latest stand beside the first. */
export const LATEST = 3;

type ProofProps = {
  readonly c: Ctx;
  readonly logged: LoggedSummary;
  readonly nameOf: (code: string) => string;
};

export function ProofPart({ c, logged, nameOf }: ProofProps) {
  const lang = c.get("lang");
  const { timeZone } = c.get("jurisdiction");
  const words = proofWords[lang];
  const { total, late, entries, redactions } = logged;
  return (
    <Part title={words.title} id="proof">
      <RedactedHere lang={lang} redactions={redactions} nameOf={nameOf} />
      {total === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>
            {words.about(figure(total, lang))}
            {late === 0 ? null : words.late(figure(late, lang), LATE_DAYS)}
          </p>
          <DataTable
            lang={lang}
            caption={words.title}
            captionHidden
            columns={[
              { header: words.columns.number },
              { header: words.columns.what, bare: true },
              { header: words.columns.claimed },
              { header: words.columns.logged },
              { header: words.columns.keep },
            ]}
            rows={entries.map((entry) => rowOf(entry, { lang, timeZone }))}
          />
        </>
      )}
      <p>
        <a href={logPath(lang)}>{words.more}</a>
      </p>
    </Part>
  );
}

const rowOf = (
  entry: LoggedEntry,
  { lang, timeZone }: { readonly lang: Lang; readonly timeZone: string },
): Row => {
  const words = proofWords[lang];
  const late = lateDaysOf(entry, timeZone);
  const number = words.number(figure(entry.index, lang));
  return {
    cells: [
      number,
      entry.signed ? (
        historyWords[lang].verbs[entry.verb]
      ) : (
        <>
          {historyWords[lang].verbs[entry.verb]} <small>{words.unsigned}</small>
        </>
      ),
      <time datetime={entry.happenedOn}>{formatDay(entry.happenedOn, lang)}</time>,
      <>
        <time datetime={entry.loggedAt}>{formatDay(todayIn(new Date(entry.loggedAt), timeZone), lang)}</time>
        {late === undefined ? null : (
          <>
            <br />
            <small>{words.lateBy(figure(late, lang))}</small>
          </>
        )}
      </>,
      entry.covered ? (
        <>
          <a href={verifyPath(lang, entry.index)} aria-label={`${words.verify} ${number}`}>
            {words.verify}
          </a>{" "}
          <a href={receiptPath(entry.index)} download={true} aria-label={`${words.receipt} ${number}`}>
            {words.receipt}
          </a>
        </>
      ) : (
        <span class="faint">{words.waiting}</span>
      ),
    ],
  };
};
