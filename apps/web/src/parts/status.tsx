// A status as a shape and a word before it is a colour; the same shapes serve timelines, stamps and notices.
import type { Standing } from "@yinuo/core";
import { standingWord } from "@yinuo/tables";
import type { Lang } from "./figure.ts";

export type StatusKind =
  | "kept"
  | "partly"
  | "not"
  | "unverifiable"
  | "declared"
  | "underway"
  | "overdue"
  | "silent"
  | "withdrawn"
  | "unknown"
  | "not-started"
  | "draft";

const STANDING_OF: Readonly<Record<Exclude<StatusKind, "unknown">, Standing["is"]>> = {
  kept: "kept",
  partly: "partlyKept",
  not: "notKept",
  unverifiable: "cannotBeVerified",
  declared: "declared",
  underway: "underway",
  overdue: "overdue",
  silent: "silent",
  withdrawn: "withdrawn",
  "not-started": "notStarted",
  draft: "draft",
};

const UNKNOWN: Readonly<Record<Lang, string>> = { "zh-CN": "无数据", en: "No data" };

/** The word of a status; with `days` for those that are counted in days (逾期 55 天). */
export function statusWord(kind: StatusKind, lang: Lang, days?: number): string {
  if (kind === "unknown") return UNKNOWN[lang];
  return standingWord({ is: STANDING_OF[kind], ...(days === undefined ? {} : { days }) }, lang);
}

const diamond = "M8 1.5 14.5 8 8 14.5 1.5 8z";

function Shape({ kind }: { kind: StatusKind }) {
  switch (kind) {
    case "kept":
      return <circle cx="8" cy="8" r="6" fill="currentColor" />;
    case "partly":
      return (
        <path
          d="M8 2a6 6 0 0 1 0 12a6 6 0 0 1 0-12zM8 2a6 6 0 0 1 0 12z"
          fill="currentColor"
          fill-rule="evenodd"
        />
      );
    case "not":
      return <path d="M3 3l10 10M13 3 3 13" stroke-width="3" />;
    case "overdue":
      return <path d="M8 2.5 14 13.5H2z" fill="currentColor" />;
    case "declared":
      return (
        <>
          <path d="M8 1a7 7 0 0 0 0 14z" fill="currentColor" stroke="none" />
          <path d="M8 1.5a6.5 6.5 0 0 1 0 13" stroke-width="1" />
        </>
      );
    case "unverifiable":
      return <path d={`${diamond}M8 7.2v1.6`} />;
    case "silent":
      return <path d={diamond} stroke-dasharray="5 4.2" stroke-dashoffset="2.5" />;
    case "unknown":
      return <path d={diamond} />;
    case "withdrawn":
      return <path d="M8 2a6 6 0 0 1 0 12a6 6 0 0 1 0-12zM4.5 8h7" />;
    case "not-started":
      return <circle cx="8" cy="8" r="3" />;
    case "draft":
      return <circle cx="8" cy="8" r="6" stroke-dasharray="2.5 2" />;
    default:
      return <circle cx="8" cy="8" r="6" />;
  }
}

/** The shape alone, hidden from screen readers: the word must stand beside it. */
export function Mark({ kind }: { kind: StatusKind }) {
  return (
    <svg class={`mk ${kind}`} viewBox="0 0 16 16" aria-hidden="true">
      <Shape kind={kind} />
    </svg>
  );
}

type StatusProps = {
  readonly lang: Lang;
  readonly kind: StatusKind;
  /** Days overdue or silent. */
  readonly days?: number | undefined;
  /** Another word than the usual one; the shape and colour stay. */
  readonly text?: string | undefined;
};

export function Status({ lang, kind, days, text }: StatusProps) {
  return (
    <span class={`st ${kind}`}>
      <Mark kind={kind} />
      {text ?? statusWord(kind, lang, days)}
    </span>
  );
}

/** The verdict as a stamp; a claim nobody else has checked has a dashed frame. */
export function Stamp({ lang, kind, days, text }: StatusProps) {
  return <span class={`stamp ${kind}`}>{text ?? statusWord(kind, lang, days)}</span>;
}
