// What a record says about itself: facts, milestones and progress, evidence, versions and revisions.
import type { Child } from "hono/jsx";
import type { Lang } from "./figure.ts";
import { fileSize } from "@yinuo/words";
import type { StatusKind } from "./status.tsx";
import { Mark } from "./status.tsx";
import { typed } from "./typed.tsx";

const words = {
  "zh-CN": {
    was: "原为",
    now: "改为",
    nothing: "（空）",
    removed: "删去：",
    added: "改作：",
    reason: "理由：",
    revised: "已修订",
    shown: "所示日期",
    colon: "：",
    stop: "，",
  },
  en: {
    was: "Was",
    now: "Now",
    nothing: "(empty)",
    removed: "removed: ",
    added: "added: ",
    reason: "Reason: ",
    revised: "Revised",
    shown: "Shows",
    colon: ": ",
    stop: ", ",
  },
} as const;

export type Fact = {
  readonly term: string;
  readonly value: Child;
  /** Smaller, under the value: 原定 9月30日，延期一次. */
  readonly note?: Child;
};

/** `lang`: where a value may be what somebody typed. */
export function Facts({ lang, facts }: { lang?: Lang; facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ term, value, note }) => (
        <>
          <dt>{term}</dt>
          <dd>
            {lang !== undefined && typeof value === "string" ? typed(lang, value) : value}
            {note ? <small>{note}</small> : null}
          </dd>
        </>
      ))}
    </dl>
  );
}

export type Moment = {
  /** As people read it, and as machines do (2026-09-30). */
  readonly day: string;
  readonly iso: string;
  readonly title: Child;
  /** The shape on the line: kept for verified, declared for a claim, not-started for what lies ahead. */
  readonly mark: StatusKind;
  readonly status?: Child;
  readonly detail?: Child;
};

/** Milestones and progress along one line. */
export function Timeline({ label, moments }: { label: string; moments: readonly Moment[] }) {
  return (
    <ol class="line dated" aria-label={label}>
      {moments.map(({ day, iso, title, mark, status, detail }) => (
        <li>
          <Mark kind={mark} />
          <time datetime={iso}>{day}</time>
          <div>
            <b>{title}</b> {status}
          </div>
          {detail ? <p class="faint">{detail}</p> : null}
        </li>
      ))}
    </ol>
  );
}

export type EvidenceFile = {
  readonly href: string;
  readonly caption: string;
  /** A small picture; without one the kind of file stands in its place (PDF, XLSX). */
  readonly thumb?: { readonly src: string; readonly width: number; readonly height: number } | undefined;
  readonly kind: string;
  readonly bytes: number;
  /** The day it shows, as people read it. */
  readonly day?: string | undefined;
  readonly sha256?: string | undefined;
};

export function Evidence({
  lang,
  label,
  files,
}: {
  lang: Lang;
  label: string;
  files: readonly EvidenceFile[];
}) {
  return (
    <ul class="proofs" aria-label={label}>
      {files.map((file) => (
        <li>
          <figure>
            {file.thumb ? (
              <a href={file.href} tabindex={-1} aria-hidden="true">
                <img {...file.thumb} alt="" loading="lazy" />
              </a>
            ) : (
              <span class="paper" aria-hidden="true">
                {file.kind}
              </span>
            )}
            <figcaption>
              <a href={file.href}>{typed(lang, file.caption)}</a>
              <br />
              <small>
                {file.day ? (
                  <>
                    {words[lang].shown} {file.day}
                    <br />
                  </>
                ) : null}
                {file.kind} {fileSize(file.bytes, lang)}
                {file.sha256 ? (
                  <>
                    <br />
                    <code>{file.sha256.slice(0, 12)}…</code>
                  </>
                ) : null}
              </small>
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  );
}

/** The part of two texts that differs, between what they share at both ends. */
export function changedMiddle(
  from: string,
  to: string,
): { head: string; from: string; to: string; tail: string } {
  const a = Array.from(from);
  const b = Array.from(to);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  // A figure or a Latin word is replaced whole: half of one cannot be read.
  const word = /[\p{Script=Latin}\p{N}.,%-]/u;
  while (start > 0 && word.test(a[start - 1] ?? "")) start--;
  while (end > 0 && word.test(a.at(-end) ?? "")) end--;
  return {
    head: a.slice(0, start).join(""),
    from: a.slice(start, a.length - end).join(""),
    to: b.slice(start, b.length - end).join(""),
    tail: end === 0 ? "" : a.slice(-end).join(""),
  };
}

/** One text or value before and after: struck and underlined, and said in words to those who see neither. */
export function Change({ lang, from, to }: { lang: Lang; from: string | null; to: string | null }) {
  const w = words[lang];
  if (!from || !to) {
    return (
      <>
        {w.was}
        {w.colon}
        {from ? <del>{typed(lang, from)}</del> : <span class="faint">{w.nothing}</span>} {w.now}
        {w.colon}
        {to ? <ins>{typed(lang, to)}</ins> : <span class="faint">{w.nothing}</span>}
      </>
    );
  }
  const parts = changedMiddle(from, to);
  return (
    <>
      {typed(lang, parts.head)}
      {parts.from ? (
        <del>
          <span class="vh">{w.removed}</span>
          {typed(lang, parts.from)}
        </del>
      ) : null}
      {parts.from && parts.to ? " " : null}
      {parts.to ? (
        <ins>
          <span class="vh">{w.added}</span>
          {typed(lang, parts.to)}
        </ins>
      ) : null}
      {typed(lang, parts.tail)}
    </>
  );
}

type DiffProps = {
  readonly lang: Lang;
  readonly changes: readonly {
    readonly field: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly reason?: string | undefined;
};

/** What changed between two versions, field by field, with the reason. */
export function Diff({ lang, changes, reason }: DiffProps) {
  return (
    <div>
      <dl class="diff">
        {changes.map(({ field, from, to }) => (
          <>
            <dt>{field}</dt>
            <dd>
              <Change lang={lang} from={from} to={to} />
            </dd>
          </>
        ))}
      </dl>
      {reason ? (
        <p class="faint">
          {words[lang].reason}
          {typed(lang, reason)}
        </p>
      ) : null}
    </div>
  );
}

type RevisedProps = {
  readonly lang: Lang;
  /** The value it had before, already formatted. */
  readonly from: string;
  readonly day?: string | undefined;
  readonly href?: string | undefined;
};

/** The mark beside a figure that was revised: the old value stays in sight. */
export function Revised({ lang, from, day, href }: RevisedProps) {
  const w = words[lang];
  const said = `${w.revised}${day ? ` ${day}` : ""}${w.stop}${w.was.toLowerCase()} ${from}`;
  return href ? (
    <a class="rev" href={href}>
      {said}
    </a>
  ) : (
    <span class="rev">{said}</span>
  );
}
