// Records that changed, in one table for each body: what happened to them, how often, and when last.

import type { Verb } from "@yinuo/core";
import { formatDay, todayIn } from "@yinuo/period";
import type { ChangedRecord } from "@yinuo/store";
import type { Child } from "hono/jsx";
import type { Lang } from "../../lang.ts";
import { DataTable, figure, Part, type Row } from "../../parts/index.ts";
import { changesWords } from "../../words/corrections.ts";
import { historyWords } from "../../words/history.ts";
import { siteWordsIn } from "../../words/index.ts";
import {
  bodyPath,
  checkPath,
  commitmentPath,
  drawPath,
  indicatorPath,
  overviewPath,
  problemPath,
} from "../addresses.ts";
import type { TitleOf } from "../history/titles.ts";

type Props = {
  readonly lang: Lang;
  /** Those of one body stand together. */
  readonly records: readonly ChangedRecord[];
  readonly timeZone: string;
  readonly nameOf: (code: string) => string;
  readonly titleOf: TitleOf;
};

export function ChangedRecords(props: Props) {
  const { lang, records, nameOf } = props;
  const words = changesWords[lang];
  return (
    <>
      {[...Map.groupBy(records, ({ body }) => body)].map(([body, own]) => {
        const name = body === undefined ? words.wholeLedger : nameOf(body);
        return (
          <Part id={body === undefined ? "ledger" : `of-${body}`} title={name}>
            <DataTable
              lang={lang}
              caption={words.caption(name, figure(own.length, lang))}
              captionHidden
              columns={[
                { header: words.columns.record, full: true },
                { header: words.columns.what, full: true },
                { header: words.columns.last },
              ]}
              rows={own.map((record) => rowOf(record, props))}
            />
          </Part>
        );
      })}
    </>
  );
}

const rowOf = (record: ChangedRecord, props: Props): Row => {
  const { lang, timeZone } = props;
  return {
    cells: [
      recordLink(record, props),
      (Object.entries(record.verbs) as [Verb, number][])
        .map(([verb, count]) => said(lang, verb, count))
        .join(siteWordsIn(lang).and),
      <time datetime={record.lastRecordedAt}>
        {formatDay(todayIn(new Date(record.lastRecordedAt), timeZone), lang)}
      </time>,
    ],
  };
};

const said = (lang: Lang, verb: Verb, count: number): string => {
  const word = historyWords[lang].verbs[verb];
  return count === 1 ? word : changesWords[lang].times(word, figure(count, lang));
};

const recordLink = (record: ChangedRecord, { lang, nameOf, titleOf }: Props): Child => {
  const { programme, commitment: code, indicator, body, problem, draw, inspection } = record;
  if (draw !== undefined)
    return (
      <a href={drawPath(lang, draw)}>
        {historyWords[lang].kinds.draw} {draw}
      </a>
    );
  if (inspection !== undefined)
    return (
      <a href={checkPath(lang, inspection)}>
        {historyWords[lang].kinds.check} {inspection}
      </a>
    );
  if (problem !== undefined)
    return (
      <a href={problemPath(lang, problem)}>
        {historyWords[lang].kinds.problem} {problem}
      </a>
    );
  if (programme !== undefined && code !== undefined)
    return (
      <>
        <a href={commitmentPath(lang, { programme, code })}>{titleOf({ programme, code }) ?? code}</a>{" "}
        <small>{code}</small>
      </>
    );
  if (indicator !== undefined) return <a href={indicatorPath(lang, indicator, body)}>{nameOf(indicator)}</a>;
  if (body !== undefined) return <a href={bodyPath(lang, body)}>{nameOf(body)}</a>;
  if (programme !== undefined) return <a href={overviewPath(lang, programme)}>{programme}</a>;
  return changesWords[lang].jurisdiction;
};
