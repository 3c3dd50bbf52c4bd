// The parts of bringing a spreadsheet in: steps, the preview before anything is written, progress of the job.
import type { Child } from "hono/jsx";
import type { Lang } from "./figure.ts";
import { figure } from "./figure.ts";
import { Change } from "./record.tsx";
import type { StatusKind } from "./status.tsx";
import { Mark } from "./status.tsx";
import type { Sum } from "./sums.tsx";
import { Sums } from "./sums.tsx";
import { typed } from "./typed.tsx";

const words = {
  "zh-CN": {
    created: "新增",
    updated: "更新",
    unchanged: "无变化",
    refused: "不能导入",
    possible: "疑似重复",
    counts: "预览合计",
    row: "行",
    what: "结果",
    item: "事项",
    changes: "内容",
    line: (n: string) => `第 ${n} 行`,
    column: (name: string) => `“${name}”列`,
    of: (n: string, max: string) => `已处理 ${n} 行，共 ${max} 行`,
    waiting: "正在排队，尚未开始",
    again: (n: number) => `本页每 ${n} 秒自动刷新一次。可以离开，导入会在后台继续。`,
    now: "立即刷新",
    done: "已完成",
    stop: "：",
  },
  en: {
    created: "Created",
    updated: "Updated",
    unchanged: "Unchanged",
    refused: "Refused",
    possible: "Possible duplicate",
    counts: "Preview in figures",
    row: "Row",
    what: "Result",
    item: "Item",
    changes: "Content",
    line: (n: string) => `Row ${n}`,
    column: (name: string) => `column “${name}”`,
    of: (n: string, max: string) => `${n} of ${max} rows done`,
    waiting: "Waiting in the queue, not started",
    again: (n: number) =>
      `This page reloads every ${n} seconds. You may leave: the import goes on in the background.`,
    now: "Reload now",
    done: "done",
    stop: ": ",
  },
} as const;

export type Step = {
  readonly text: string;
  readonly state: "done" | "current" | "todo";
  readonly href?: string | undefined;
};

/** Where one stands in a sequence of pages. */
export function Steps({ lang, label, steps }: { lang: Lang; label: string; steps: readonly Step[] }) {
  return (
    <ol class="steps" aria-label={label}>
      {steps.map(({ text, state, href }) => (
        <li
          class={state === "done" ? "done" : undefined}
          aria-current={state === "current" ? "step" : undefined}
        >
          {href && state === "done" ? <a href={href}>{text}</a> : text}
          {state === "done" ? <span class="vh"> {words[lang].done}</span> : null}
        </li>
      ))}
    </ol>
  );
}

export type PreviewKind = "created" | "updated" | "unchanged" | "refused";

export type PreviewRow = {
  /** The row of the spreadsheet as its program numbers it. */
  readonly row: number;
  readonly kind: PreviewKind;
  /** Code and title, or what stands for them. */
  readonly item: Child;
  /** What a new record would say. */
  readonly facts?: readonly { readonly field: string; readonly value: string }[] | undefined;
  readonly changes?:
    | readonly {
        readonly field: string;
        readonly from: string | null;
        readonly to: string | null;
      }[]
    | undefined;
  /** Why it is refused: column, the value as it stands in the file, and a sentence. */
  readonly problems?:
    | readonly { readonly column: string; readonly value: string; readonly text: string }[]
    | undefined;
  /** Codes of records with nearly the same title. */
  readonly similar?: Child;
};

const marks: Readonly<Record<PreviewKind, StatusKind>> = {
  created: "kept",
  updated: "declared",
  unchanged: "underway",
  refused: "not",
};

type PreviewProps = {
  readonly lang: Lang;
  readonly caption: string;
  readonly counts: Readonly<Record<PreviewKind, number>>;
  /** Addresses of the list narrowed to one kind. */
  readonly href?: ((kind: PreviewKind) => string) | undefined;
  readonly rows: readonly PreviewRow[];
};

const kinds = ["created", "updated", "unchanged", "refused"] as const;

function Content({ lang, row }: { lang: Lang; row: PreviewRow }) {
  const w = words[lang];
  return (
    <>
      {row.facts?.map(({ field, value }) => (
        <div>
          <span class="faint">
            {field}
            {w.stop}
          </span>
          {typed(lang, value)}
        </div>
      ))}
      {row.changes?.map(({ field, from, to }) => (
        <div>
          <span class="faint">
            {field}
            {w.stop}
          </span>
          <Change lang={lang} from={from} to={to} />
        </div>
      ))}
      {row.problems?.map(({ column, value, text }) => (
        <div>
          {column === "" ? null : (
            <span class="faint">
              {typed(lang, w.column(column))}
              {w.stop}
            </span>
          )}
          {value === "" ? null : <code>{typed(lang, value)}</code>} {typed(lang, text)}
        </div>
      ))}
      {row.similar ? (
        <div class="faint">
          {w.possible}
          {w.stop}
          {row.similar}
        </div>
      ) : null}
    </>
  );
}

/** What the import would do, row by row; nothing has been written yet. */
export function PreviewTable({ lang, caption, counts, href, rows }: PreviewProps) {
  const w = words[lang];
  const sums = kinds.map((kind): Sum => ({
    value: counts[kind],
    status: marks[kind],
    label: w[kind],
    href: href?.(kind),
  }));
  return (
    <div class="flow">
      <Sums lang={lang} label={w.counts} sums={sums} />
      <table class="cards" role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[w.row, w.what, w.item, w.changes].map((header) => (
              <th scope="col" role="columnheader">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row">
              <th scope="row" role="rowheader" class="plain">
                {w.line(figure(row.row, lang))}
              </th>
              <td role="cell">
                <span class={`st ${marks[row.kind]}`}>
                  <Mark kind={marks[row.kind]} />
                  {w[row.kind]}
                </span>
              </td>
              <td role="cell" class="full">
                {row.item}
              </td>
              <td role="cell" class="full">
                <Content lang={lang} row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type ProgressProps = {
  readonly lang: Lang;
  readonly label: string;
  /** null while the job waits for its turn. */
  readonly done: number | null;
  readonly total: number;
  /** The seconds given to `Page` as `refresh`, so that the reader is told; and the address to reload. */
  readonly refresh?: number | undefined;
  readonly href: string;
};

/** A job under way. Without JavaScript the page reloads itself: give `refresh` to `Page` too. */
export function Progress({ lang, label, done, total, refresh, href }: ProgressProps) {
  const w = words[lang];
  const said = done === null ? w.waiting : w.of(figure(done, lang), figure(total, lang));
  return (
    <div class="flow" role="status">
      <label for="job-progress">{label}</label>
      <progress id="job-progress" max={total} value={done ?? undefined}>
        {said}
      </progress>
      <p>{said}</p>
      <p class="faint">
        {refresh === undefined ? null : w.again(refresh)} <a href={href}>{w.now}</a>
      </p>
    </div>
  );
}
