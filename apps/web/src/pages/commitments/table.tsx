// Commitments as a table, wherever several are listed: on the overview, in the list, on a body's page.

import { formatDay } from "@yinuo/period";
import type { CommitmentRow } from "@yinuo/store";
import type { Child } from "hono/jsx";
import { inLang, type Lang } from "../../lang.ts";
import { Bar, DataTable, Status, typed, type Column, type Row } from "../../parts/index.ts";
import { commitmentsWords } from "../../words/commitments.ts";
import { commitmentPath } from "../addresses.ts";
import { percent } from "../numbers.ts";
import { daysShown, MARK_OF } from "../standings.ts";
import type { Sort } from "./query.ts";

/** The reader's name of a body, by its code. */
export type NameOf = (code: string) => string;

type SortLink = NonNullable<Column["sort"]>;

export type CommitmentTableProps = {
  readonly lang: Lang;
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly note?: Child;
  readonly rows: readonly CommitmentRow[];
  readonly nameOf: NameOf;
  /** Where every row has the page's own body as its lead. */
  readonly leadHidden?: boolean | undefined;
  readonly sortLink?: ((sort: Sort) => SortLink) | undefined;
};

export function CommitmentTable(props: CommitmentTableProps) {
  const { lang, rows, sortLink } = props;
  const words = commitmentsWords[lang].columns;
  const sorted = (sort: Sort) => (sortLink === undefined ? {} : { sort: sortLink(sort) });
  return (
    <DataTable
      lang={lang}
      caption={props.caption}
      captionHidden={props.captionHidden}
      note={props.note}
      columns={[
        { header: words.title, ...sorted("title") },
        ...(props.leadHidden ? [] : [{ header: words.lead }]),
        { header: words.completion, full: true, ...sorted("completion") },
        { header: words.due, ...sorted("due") },
        { header: words.standing, bare: true },
      ]}
      rows={rows.map((row) => tableRow(row, props))}
    />
  );
}

const tableRow = (row: CommitmentRow, { lang, nameOf, leadHidden }: CommitmentTableProps): Row => {
  const words = commitmentsWords[lang];
  const title = inLang(lang, row.title, row.titleEn);
  return {
    cells: [
      <>
        <a href={commitmentPath(lang, row)}>{typed(lang, title)}</a>{" "}
        <small>
          {row.code}
          {row.kind === "measure" ? ` · ${words.measure}` : null}
        </small>
      </>,
      ...(leadHidden ? [] : [nameOf(row.lead)]),
      <CompletionCell lang={lang} share={row.completion} label={words.completion} />,
      <DueCell lang={lang} row={row} />,
      <Status lang={lang} kind={MARK_OF[row.standing.is]} days={daysShown(row.standing)} />,
    ],
  };
};

function CompletionCell({ lang, share, label }: { lang: Lang; share: number | undefined; label: string }) {
  return (
    <Bar
      lang={lang}
      label={label}
      labelHidden
      value={share === undefined ? null : share * 100}
      to={100}
      unit="%"
      text={share === undefined ? undefined : percent(share, lang)}
    />
  );
}

function DueCell({ lang, row }: { lang: Lang; row: CommitmentRow }) {
  const words = commitmentsWords[lang];
  if (row.due === undefined) return <span class="faint">{words.noDue}</span>;
  const moved = row.firstDue !== undefined && row.firstDue !== row.due;
  return (
    <>
      <time datetime={row.due}>{formatDay(row.due, lang)}</time>
      {moved && row.firstDue !== undefined ? (
        <>
          <br />
          <small>{words.first(formatDay(row.firstDue, lang))}</small>
        </>
      ) : null}
    </>
  );
}
