// A finding as readers see it: who looked and when, what was concluded and found, the answers, the appeal.

import { lastAppealDay, type Check, type Finding } from "@yinuo/core";
import { daysBetween, formatDay, type Day } from "@yinuo/period";
import { choiceWords } from "@yinuo/words";
import type { Lang } from "../../lang.ts";
import { DataTable, figure, Part, Stamp, typed } from "../../parts/index.ts";
import { checksWords } from "../../words/checks.ts";
import { CONCLUSION_MARK } from "./standings.ts";

export type FindingSeen = {
  readonly lang: Lang;
  readonly check: Pick<Check, "checklist">;
  readonly finding: Finding;
  readonly nameOf: (code: string) => string;
  readonly today: Day;
  readonly appealDays: number;
};

export function FindingText(props: FindingSeen) {
  const { lang, finding, nameOf } = props;
  const words = checksWords[lang];
  return (
    <>
      <p>
        <Stamp
          lang={lang}
          kind={CONCLUSION_MARK[finding.conclusion]}
          text={choiceWords[lang].findingConclusion[finding.conclusion]}
        />
      </p>
      <p>{words.findingBy(nameOf(finding.body), formatDay(finding.on, lang))}</p>
      <p>{typed(lang, finding.finding)}</p>
      {finding.place === undefined ? null : (
        <p>
          <b>{words.place}</b> {typed(lang, finding.place)}
        </p>
      )}
      {finding.revisedOn === undefined ? null : (
        <p class="faint">{words.revised(formatDay(finding.revisedOn, lang))}</p>
      )}
      <Answers {...props} />
    </>
  );
}

function Answers({ lang, check: { checklist }, finding: { answers } }: FindingSeen) {
  const words = checksWords[lang];
  if (checklist.length === 0) return null;
  return (
    <DataTable
      lang={lang}
      caption={words.answers}
      columns={[{ header: words.answerColumns.question }, { header: words.answerColumns.answer }]}
      rows={checklist.map(({ code, text }) => {
        const answer = answers[code];
        return {
          cells: [
            typed(lang, text),
            answer === undefined ? words.notAnswered : choiceWords[lang].answer[answer],
          ],
        };
      })}
    />
  );
}

/** What was said against it and what came of that, or until when it may be said. */
export function AppealOf({ lang, finding, nameOf, today, appealDays }: FindingSeen) {
  const words = checksWords[lang];
  const { appeal } = finding;
  const last = lastAppealDay(finding, appealDays);
  const day = (on: Day) => formatDay(on, lang);
  return (
    <Part id="appeal" title={words.appeal}>
      {appeal === undefined ? (
        <p>{today > last ? words.notAppealed : words.mayAppeal(day(last))}</p>
      ) : (
        <>
          <p>{words.appealBy(nameOf(appeal.body), day(appeal.on))}</p>
          <p>{typed(lang, appeal.text)}</p>
          {appeal.answer === undefined ? (
            <p>
              <b>{words.appealWaiting(figure(daysBetween(appeal.on, today), lang))}</b>
            </p>
          ) : (
            <>
              <p>
                {words.answerBy(
                  nameOf(appeal.answer.body),
                  day(appeal.answer.on),
                  choiceWords[lang].appealOutcome[appeal.answer.outcome],
                )}
              </p>
              <p>{typed(lang, appeal.answer.text)}</p>
            </>
          )}
        </>
      )}
    </Part>
  );
}
