// The big figures of a page, and the ribbon that shows their shares.
import type { Child } from "hono/jsx";
import type { Lang } from "./figure.ts";
import { figure } from "./figure.ts";
import type { StatusKind } from "./status.tsx";
import { Mark, Status, statusWord } from "./status.tsx";

export type Share = { readonly kind: StatusKind; readonly count: number };

// Height is certainty: what others verified stands full, a bare claim half, work under way is a base line.
const heights: Readonly<Record<StatusKind, number>> = {
  kept: 12,
  partly: 9,
  declared: 6,
  not: 12,
  overdue: 12,
  unverifiable: 4,
  underway: 3,
  silent: 2,
  unknown: 2,
  "not-started": 2,
  withdrawn: 2,
  draft: 2,
};

/** Shares drawn side by side. It repeats figures that stand in text, so it is hidden from screen readers. */
export function Ribbon({ shares }: { shares: readonly Share[] }) {
  const total = shares.reduce((sum, share) => sum + share.count, 0);
  if (total === 0) return null;
  // A hair of paper between two shares, as wide for few items as for many.
  const hair = total * 0.004;
  let start = 0;
  return (
    <svg class="ribbon" viewBox={`0 0 ${total} 12`} preserveAspectRatio="none" aria-hidden="true">
      {shares.map(({ kind, count }) => {
        const x = start;
        start += count;
        const height = heights[kind];
        return count > 0 ? (
          <rect class={kind} x={x} y={12 - height} width={count - hair} height={height} />
        ) : null;
      })}
    </svg>
  );
}

/** Shapes, words and counts of shares in one line; a screen reader hears each word. */
export function Tally({ lang, shares }: { lang: Lang; shares: readonly Share[] }) {
  return (
    <span class="tally">
      {shares.map(({ kind, count }) =>
        count > 0 ? (
          <span class={`st ${kind}`}>
            <Mark kind={kind} />
            <span class="vh">{statusWord(kind, lang)} </span>
            {figure(count, lang)}
          </span>
        ) : null,
      )}
    </span>
  );
}

export type Sum = {
  /** null is unknown and is never shown as 0. */
  readonly value: number | null;
  /** A status brings its own shape and word; otherwise give a label. */
  readonly status?: StatusKind | undefined;
  readonly label?: string | undefined;
  readonly decimals?: number | undefined;
  readonly href?: string | undefined;
  readonly note?: Child;
};

function SumItem({ lang, sum }: { lang: Lang; sum: Sum }) {
  const value = sum.value === null ? "—" : figure(sum.value, lang, sum.decimals);
  const label = sum.status ? <Status lang={lang} kind={sum.status} text={sum.label} /> : sum.label;
  const body = (
    <>
      <b>{value}</b>
      {label}
      {sum.value === null ? <small>{statusWord("unknown", lang)}</small> : null}
    </>
  );
  return (
    <li>
      {sum.href ? <a href={sum.href}>{body}</a> : body}
      {sum.note ? <small>{sum.note}</small> : null}
    </li>
  );
}

type SumsProps = {
  readonly lang: Lang;
  readonly label: string;
  readonly sums: readonly Sum[];
  /** Draws the shares of those sums that carry a status. */
  readonly ribbon?: boolean | undefined;
};

/** The strip of big figures. */
export function Sums({ lang, label, sums, ribbon }: SumsProps) {
  const shares = sums.flatMap(({ status, value }) =>
    status && value !== null ? [{ kind: status, count: value }] : [],
  );
  return (
    <div>
      <ul class="sums" aria-label={label}>
        {sums.map((sum) => (
          <SumItem lang={lang} sum={sum} />
        ))}
      </ul>
      {ribbon ? <Ribbon shares={shares} /> : null}
    </div>
  );
}
