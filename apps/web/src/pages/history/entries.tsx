// Entries of the history as a list: what happened, about what, what it says, by whom, and when.

import { formatDay, todayIn } from "@yinuo/period";
import type { History, HistoryPlace } from "@yinuo/store";
import { lateDaysOf, type LoggedEntry } from "@yinuo/store/log";
import type { Child } from "hono/jsx";
import type { Lang } from "../../lang.ts";
import { DataTable, figure, Part, type Row } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { historyWords } from "../../words/history.ts";
import { proofWords } from "../../words/proof.ts";
import {
  bodyPath,
  checkPath,
  commitmentPath,
  drawPath,
  findingPath,
  indicatorPath,
  overviewPath,
  problemPath,
  verifyPath,
} from "../addresses.ts";
import { Content, type ContentReader } from "./content.tsx";
import type { Reader } from "./changes.ts";
import type { TitleOf } from "./titles.ts";

type EntriesProps = ContentReader & {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly entries: readonly History[];
  readonly timeZone: string;
  /** Left out where every entry is about the page's own subject. */
  readonly titleOf?: TitleOf | undefined;
  /** Where each stands in the transparency log, by its `seq`. */
  readonly logged?: ReadonlyMap<number, LoggedEntry> | undefined;
};

export function HistoryTable(props: EntriesProps) {
  const { lang, entries, titleOf } = props;
  const words = historyWords[lang].columns;
  return (
    <DataTable
      lang={lang}
      caption={props.caption}
      captionHidden={props.captionHidden}
      columns={[
        { header: words.what },
        ...(titleOf === undefined ? [] : [{ header: words.about, bare: true, full: true }]),
        { header: words.change, full: true, bare: true },
        { header: words.by },
        { header: words.when },
      ]}
      rows={entries.map((entry) => entryRow(entry, props))}
    />
  );
}

type PartProps = {
  readonly c: Ctx;
  readonly title: string;
  readonly known: Pick<EntriesProps, "logged" | "nameOf" | "indicators"> & {
    readonly history: readonly History[];
  };
};

/** The past of one record, at the foot of its page. */
export function HistoryPart({ c, title, known: { history, ...known } }: PartProps) {
  return (
    <Part id="history" title={title}>
      <HistoryTable
        lang={c.get("lang")}
        caption={title}
        captionHidden
        entries={history}
        timeZone={c.get("jurisdiction").timeZone}
        logged={known.logged}
        nameOf={known.nameOf}
        indicators={known.indicators}
      />
    </Part>
  );
}

const entryRow = (entry: History, props: EntriesProps): Row => {
  const { lang, nameOf, timeZone, titleOf, indicators } = props;
  const words = historyWords[lang];
  const recordedOn = todayIn(new Date(entry.recordedAt), timeZone);
  return {
    id: `h${entry.seq}`,
    cells: [
      <>
        {words.verbs[entry.verb]} <small>{words.seq(figure(entry.seq, lang))}</small>
      </>,
      ...(titleOf === undefined ? [] : [about(entry, props, titleOf)]),
      <Content lang={lang} nameOf={nameOf} indicators={indicators} entry={entry} />,
      entry.actorBody === undefined ? words.steward : nameOf(entry.actorBody),
      <>
        <time datetime={entry.recordedAt}>{formatDay(recordedOn, lang)}</time>
        {entry.happenedOn === recordedOn ? null : (
          <>
            <br />
            <small>{words.happened(formatDay(entry.happenedOn, lang))}</small>
          </>
        )}
        <InLog lang={lang} logged={props.logged?.get(entry.seq)} timeZone={timeZone} />
      </>,
    ],
  };
};

type InLogProps = {
  readonly lang: Lang;
  readonly logged: LoggedEntry | undefined;
  readonly timeZone: string;
};

function InLog({ lang, logged, timeZone }: InLogProps) {
  if (logged === undefined) return null;
  const words = proofWords[lang];
  const late = lateDaysOf(logged, timeZone);
  return (
    <>
      <br />
      <small>
        <a href={verifyPath(lang, logged.index)}>{words.inLog(figure(logged.index, lang))}</a>
        {late === undefined ? null : (
          <>
            <br />
            {words.lateBy(figure(late, lang))}
          </>
        )}
      </small>
    </>
  );
}

/** A check, or the finding on one of its subjects. */
function AboutCheck({ lang, entry, code }: { lang: Lang; entry: HistoryPlace; code: string }) {
  const { kinds } = historyWords[lang];
  const [noun, , number] = entry.subject.split("/");
  return noun === "finding" ? (
    <a href={findingPath(lang, code, Number(number))}>
      {kinds.finding} {code}/{number}
    </a>
  ) : (
    <a href={checkPath(lang, code)}>
      {kinds.check} {code}
    </a>
  );
}

/** What an entry is about, as a link to its page. */
export const about = (entry: HistoryPlace, { lang, nameOf }: Reader, titleOf: TitleOf): Child => {
  const { programme, commitment: code, indicator, body, problem, draw, inspection } = entry;
  if (draw !== undefined)
    return (
      <a href={drawPath(lang, draw)}>
        {historyWords[lang].kinds.draw} {draw}
      </a>
    );
  if (inspection !== undefined) return <AboutCheck lang={lang} entry={entry} code={inspection} />;
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
  if (indicator !== undefined)
    return (
      <>
        <a href={indicatorPath(lang, indicator, body)}>{nameOf(indicator)}</a>
        {body === undefined ? null : <small> {nameOf(body)}</small>}
      </>
    );
  if (body !== undefined) return <a href={bodyPath(lang, body)}>{nameOf(body)}</a>;
  return programme === undefined ? "" : <a href={overviewPath(lang, programme)}>{programme}</a>;
};
