// Small charts for tables: a sparkline per row, and how each body's commitments stand.
import type { Child } from "hono/jsx";
import type { Lang } from "./figure.ts";
import { figure, withUnit } from "./figure.ts";
import { sentence } from "./chart.tsx";
import type { Point } from "./plot.ts";
import { lastKnown, plot, SPARK } from "./plot.ts";
import type { StatusKind } from "./status.tsx";
import { Status, statusWord } from "./status.tsx";
import type { Share } from "./sums.tsx";
import { Ribbon, Tally } from "./sums.tsx";
import { DataTable } from "./table.tsx";

const words = {
  "zh-CN": {
    body: "单位",
    count: "事项",
    standing: "兑现情况",
    shares: "各类件数",
    key: "图例",
    few: "件数过少，不列入排序",
  },
  en: {
    body: "Body",
    count: "Commitments",
    standing: "How they stand",
    shares: "By status",
    key: "Key",
    few: "too few to be ranked",
  },
} as const;

type SparklineProps = {
  readonly lang: Lang;
  readonly title: string;
  readonly points: readonly Point[];
  readonly unit: string;
  readonly decimals: number;
};

/** A line without a scale for a cell whose row holds the figures; gaps stay gaps. */
export function Sparkline(props: SparklineProps) {
  const { lang, title, points, unit, decimals } = props;
  const index = lastKnown(points);
  const last = points[index]?.value;
  if (last === undefined || last === null)
    return <span class="st unknown">{statusWord("unknown", lang)}</span>;
  const drawn = plot(points, undefined, SPARK);
  return (
    <svg class="spark" role="img" aria-label={`${title}${lang === "zh-CN" ? "：" : ": "}${sentence(props)}`}>
      <title>{withUnit(figure(last, lang, decimals), unit)}</title>
      <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none">
        <path class="ink" d={drawn.path} />
      </svg>
      {[...new Set([...drawn.lone, index])].map((i) => (
        <circle
          class="dot"
          cx={`${drawn.x(i)}%`}
          cy={`${drawn.y(points[i]?.value ?? 0)}%`}
          r={i === index ? 3 : 2}
        />
      ))}
    </svg>
  );
}

export type Standing = {
  readonly name: string;
  readonly href: string;
  readonly shares: readonly Share[];
};

type CompletionBarsProps = {
  readonly lang: Lang;
  readonly caption: string;
  readonly note?: Child;
  readonly bodies: readonly Standing[];
  /** Bodies with fewer items are shown after the others and marked as not ranked. */
  readonly minimum?: number | undefined;
};

const total = (body: Standing): number => body.shares.reduce((sum, { count }) => sum + count, 0);

/** One ribbon per body with its counts. The order given is kept; those below the minimum come last. */
export function CompletionBars({ lang, caption, note, bodies, minimum = 0 }: CompletionBarsProps) {
  const w = words[lang];
  const used = [
    ...new Set(
      bodies.flatMap(({ shares }) => shares.flatMap(({ kind, count }) => (count > 0 ? [kind] : []))),
    ),
  ];
  const few = (body: Standing) => total(body) < minimum;
  const ordered = [...bodies.filter((body) => !few(body)), ...bodies.filter(few)];
  return (
    <section class="flow">
      <h2>{caption}</h2>
      {note ? <p class="faint">{note}</p> : null}
      <Key lang={lang} kinds={used} />
      <DataTable
        lang={lang}
        caption={caption}
        captionHidden
        columns={[
          { header: w.body },
          { header: w.count, align: "end" },
          { header: w.standing, bare: true, full: true },
          { header: w.shares, bare: true },
        ]}
        rows={ordered.map((body) => ({
          cells: [
            <>
              <a href={body.href}>{body.name}</a>
              {few(body) ? <small> {w.few}</small> : null}
            </>,
            figure(total(body), lang),
            <Ribbon shares={body.shares} />,
            <Tally lang={lang} shares={body.shares} />,
          ],
        }))}
      />
    </section>
  );
}

/** Which shape means what. */
export function Key({ lang, kinds }: { lang: Lang; kinds: readonly StatusKind[] }) {
  return (
    <ul class="key" aria-label={words[lang].key}>
      {kinds.map((kind) => (
        <li>
          <Status lang={lang} kind={kind} />
        </li>
      ))}
    </ul>
  );
}
