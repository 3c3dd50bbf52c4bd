// Tables that stay readable at 360 px by becoming cards, with the pager and downloads that belong to them.
import type { Child } from "hono/jsx";
import type { Lang, Link } from "./figure.ts";
import { fileSize } from "@yinuo/words";
import { figure } from "./figure.ts";

import { typed } from "./typed.tsx";

const words = {
  "zh-CN": {
    sort: "点击表头可排序",
    ascending: "升序",
    descending: "降序",
    pages: "分页",
    earlier: "上一页",
    later: "下一页",
    page: (n: string) => `第 ${n} 页`,
    of: (page: string, pages: string, total: string) => `共 ${total} 条，第 ${page} / ${pages} 页`,
    download: "下载",
  },
  en: {
    sort: "Headers sort the table",
    ascending: "ascending",
    descending: "descending",
    pages: "Pages",
    earlier: "Prev",
    later: "Next",
    page: (n: string) => `Page ${n}`,
    of: (page: string, pages: string, total: string) => `${total} in all, page ${page} of ${pages}`,
    download: "Download",
  },
} as const;

export type Column = {
  readonly header: string;
  /** Figures go to the end side. */
  readonly align?: "start" | "end" | undefined;
  /** Where a click on the header leads, and how the table is sorted by it now. */
  readonly sort?:
    | { readonly href: string; readonly direction?: "ascending" | "descending" | undefined }
    | undefined;
  /** The cell explains itself (a status): its card shows no header before it. */
  readonly bare?: boolean | undefined;
  /** The cell takes a whole line of its card (a bar, a long text). */
  readonly full?: boolean | undefined;
};

export type Row = {
  readonly id?: string | undefined;
  /** One child per column; the first names the row. An empty cell is '' or null. */
  readonly cells: readonly Child[];
};

type DataTableProps = {
  readonly lang: Lang;
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly note?: Child;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
};

/** A plain text may be one that somebody typed in the other language. */
const shown = (lang: Lang, child: Child): Child => (typeof child === "string" ? typed(lang, child) : child);

function Header({ column, lang }: { column: Column; lang: Lang }) {
  const { sort } = column;
  return (
    <th
      scope="col"
      role="columnheader"
      class={[column.align === "end" ? "n" : "", sort ? "sortable" : ""].join(" ").trim() || undefined}
      aria-sort={sort?.direction}
    >
      {sort ? (
        <a href={sort.href} rel="nofollow" title={words[lang].sort}>
          {typed(lang, column.header)}
        </a>
      ) : (
        typed(lang, column.header)
      )}
    </th>
  );
}

function Cell({ column, children }: { column: Column | undefined; children?: Child }) {
  const classes = [column?.align === "end" ? "n" : "", column?.full ? "full" : ""].join(" ").trim();
  return (
    <td role="cell" class={classes || undefined} data-h={column && !column.bare ? column.header : undefined}>
      {children}
    </td>
  );
}

/** Roles are written out because a table laid out as cards would otherwise lose them. */
export function DataTable({ lang, caption, captionHidden, note, columns, rows }: DataTableProps) {
  return (
    <table class="cards" role="table">
      <caption class={captionHidden ? "vh" : undefined}>
        {caption}
        {note ? <small>{note}</small> : null}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <Header column={column} lang={lang} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" id={row.id}>
            {row.cells.map((cell, index) =>
              index === 0 ? (
                <th scope="row" role="rowheader">
                  {shown(lang, cell)}
                </th>
              ) : (
                <Cell column={columns[index]}>{shown(lang, cell)}</Cell>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type PagerProps = {
  readonly lang: Lang;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly href: (page: number) => string;
};

// First, last and the neighbours: never more than five numbers, which fit in one line at 360 px.
const near = (page: number, pages: number): number[] =>
  [1, page - 1, page, page + 1, pages].filter((n, i, all) => n >= 1 && n <= pages && all.indexOf(n) === i);

/** Pages by number, with the sentence that says how many there are. */
export function Pager({ lang, page, pages, total, href }: PagerProps) {
  const w = words[lang];
  const said = w.of(figure(page, lang), figure(pages, lang), figure(total, lang));
  if (pages <= 1) return <p class="faint">{said}</p>;
  return (
    <nav class="tools" aria-label={w.pages}>
      <span class="faint">{said}</span>
      <ul>
        {page > 1 ? (
          <li>
            <a href={href(page - 1)} rel="prev">
              {w.earlier}
            </a>
          </li>
        ) : null}
        {near(page, pages).map((n) => (
          <li>
            {n === page ? (
              <span aria-current="page">{figure(n, lang)}</span>
            ) : (
              <a href={href(n)} aria-label={w.page(figure(n, lang))}>
                {figure(n, lang)}
              </a>
            )}
          </li>
        ))}
        {page < pages ? (
          <li>
            <a href={href(page + 1)} rel="next">
              {w.later}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

type Download = {
  readonly href: string;
  readonly format: "CSV" | "XLSX" | "JSON";
  readonly bytes?: number | undefined;
};

type DownloadsProps = {
  readonly lang: Lang;
  readonly files: readonly Download[];
  /** What the files hold, or under which licence. */
  readonly note?: Child;
  readonly more?: readonly Link[] | undefined;
};

/** The same rows as files. */
export function Downloads({ lang, files, note, more }: DownloadsProps) {
  return (
    <div class="tools downs">
      <ul>
        <li class="faint">
          <span>{words[lang].download}</span>
        </li>
        {files.map(({ href, format, bytes }) => (
          <li>
            <a href={href} download={true}>
              {format}
              {bytes === undefined ? null : ` (${fileSize(bytes, lang)})`}
            </a>
          </li>
        ))}
        {more?.map((link) => (
          <li>
            <a href={link.href}>{link.text}</a>
          </li>
        ))}
      </ul>
      {note ? <span class="faint">{note}</span> : null}
    </div>
  );
}
