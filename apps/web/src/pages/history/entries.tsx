// Entries of the history as a list: when, what, about what, by whom, and what changed.

import { formatDay, formatPeriod, parsePeriod, todayIn } from "@yinuo/period";
import type { History } from "@yinuo/store";
import type { Child } from "hono/jsx";
import { DataTable, Diff, figure, type Row } from "../../parts/index.ts";
import { historyWords } from "../../words/history.ts";
import { bodyPath, commitmentPath, indicatorPath } from "../addresses.ts";
import { changesOf, type Reader } from "./changes.ts";

type EntriesProps = Reader & {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly entries: readonly History[];
  readonly timeZone: string;
  /** Left out where every entry is about the page's own subject. */
  readonly about?: boolean | undefined;
};

export function HistoryTable({ about = true, ...props }: EntriesProps) {
  const { lang, entries } = props;
  const words = historyWords[lang].columns;
  return (
    <DataTable
      lang={lang}
      caption={props.caption}
      captionHidden={props.captionHidden}
      columns={[
        { header: words.what },
        ...(about ? [{ header: words.about }] : []),
        { header: words.change, full: true, bare: true },
        { header: words.by },
        { header: words.when },
      ]}
      rows={entries.map((entry) => entryRow(entry, about, props))}
    />
  );
}

const entryRow = (entry: History, about: boolean, props: Omit<EntriesProps, "about">): Row => {
  const { lang, nameOf, timeZone } = props;
  const words = historyWords[lang];
  const recordedOn = todayIn(new Date(entry.recordedAt), timeZone);
  const changes = changesOf(entry, props);
  return {
    id: `h${entry.seq}`,
    cells: [
      words.verbs[entry.verb],
      ...(about ? [<About lang={lang} entry={entry} nameOf={nameOf} />] : []),
      changes.length === 0 && entry.reason === undefined ? (
        ""
      ) : (
        <Diff lang={lang} changes={changes.map(shortened)} reason={entry.reason} />
      ),
      entry.actorBody === undefined ? words.steward : nameOf(entry.actorBody),
      <>
        <time datetime={entry.recordedAt}>{formatDay(recordedOn, lang)}</time>{" "}
        <small>
          {entry.happenedOn === recordedOn ? null : <>{words.happened(formatDay(entry.happenedOn, lang))} </>}
          {words.seq(figure(entry.seq, lang))}
        </small>
      </>,
    ],
  };
};

/** A whole text that is new stands on the record's own page; here its beginning is enough. */
const shortened = (change: { field: string; from: string | null; to: string | null }) =>
  change.from === null && change.to !== null && change.to.length > 80
    ? { ...change, to: `${[...change.to].slice(0, 80).join("")}…` }
    : change;

/** What an entry is about, as a link to its page. */
export function About({ lang, entry, nameOf }: Reader & { readonly entry: History }): Child {
  if (entry.programme !== undefined && entry.commitment !== undefined)
    return (
      <a href={commitmentPath(lang, { programme: entry.programme, code: entry.commitment })}>
        {entry.programme} · {entry.commitment}
      </a>
    );
  if (entry.indicator !== undefined) {
    const period = parsePeriod(entry.subject.split("/").at(-1) ?? "");
    return (
      <>
        <a href={indicatorPath(lang, entry.indicator, entry.body)}>{nameOf(entry.indicator)}</a>
        {period === undefined ? null : <small> {formatPeriod(period, lang)}</small>}
      </>
    );
  }
  if (entry.body !== undefined) return <a href={bodyPath(lang, entry.body)}>{nameOf(entry.body)}</a>;
  return entry.programme ?? "";
}
