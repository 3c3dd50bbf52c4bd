// Figures by period: value, change on the period and the year before, year to date, and what they were made from.

import {
  change,
  figureFor,
  type Difference,
  type Figure,
  type Indicator,
  type Observation,
  type Series,
} from "@yinuo/core";
import { comparePeriods, cumulativeTo, formatPeriod, kindOf, type Period } from "@yinuo/period";
import type { Lang } from "../../lang.ts";
import { DataTable, figure, typed, type Row } from "../../parts/index.ts";
import { indicatorsWords } from "../../words/indicators.ts";
import { inUnit, signed } from "../numbers.ts";
import { periodsOf, seriesOf } from "./points.ts";

export type FiguresTableProps = {
  readonly lang: Lang;
  readonly indicator: Indicator;
  /** One body's, in the order of time. */
  readonly observations: readonly Observation[];
  /** Periods whose figure was revised. */
  readonly revised: ReadonlySet<string>;
};

export function FiguresTable(props: FiguresTableProps) {
  const { lang, indicator, observations } = props;
  const words = indicatorsWords[lang];
  const series = seriesOf(observations);
  const parts = partHeaders(lang, indicator, observations);
  const cumulates = indicator.kind === "flow" || indicator.kind === "ratio" || indicator.kind === "duration";
  const periods = [...new Set([...periodsOf(indicator, observations), ...series.keys()])]
    .toSorted(comparePeriods)
    .toReversed();
  const known = new Map(observations.map((one) => [one.period, one]));
  return (
    <DataTable
      lang={lang}
      caption={words.table}
      captionHidden
      note={words.tableNote}
      columns={[
        { header: words.period },
        { header: words.value, align: "end" },
        ...parts.map(({ header }) => ({ header, align: "end" as const })),
        { header: words.previous, align: "end" },
        { header: words.yearBefore, align: "end" },
        ...(cumulates ? [{ header: words.toDate, align: "end" as const }] : []),
        { header: words.remark, full: true },
      ]}
      rows={periods.map((period): Row => ({
        id: `p${period}`,
        cells: [
          formatPeriod(period, lang),
          <Value lang={lang} indicator={indicator} period={period} series={series} />,
          ...parts.map(({ of }) => of(known.get(period)?.figure)),
          changeText(lang, indicator, change(indicator, period, series, "previous")),
          changeText(lang, indicator, change(indicator, period, series, "yearBefore")),
          ...(cumulates ? [toDateText(lang, indicator, period, series)] : []),
          <Remark props={props} period={period} series={series} observation={known.get(period)} />,
        ],
      }))}
    />
  );
}

type OnePeriod = {
  readonly lang: Lang;
  readonly indicator: Indicator;
  readonly period: Period;
  readonly series: Series;
};

function Value({ lang, indicator, period, series }: OnePeriod) {
  const words = indicatorsWords[lang];
  const found = figureFor(indicator, period, series);
  if (found.known) return <>{inUnit(found.value, indicator, lang)}</>;
  return (
    <span class="faint">
      {series.get(period)?.as === "notCollected" ? words.notCollected : words.noFigure}
    </span>
  );
}

/** A ratio in per cent changes by points, an index by its own units; everything else in per cent of what it was. */
const changeText = (lang: Lang, indicator: Indicator, difference: Difference | undefined): string => {
  if (difference === undefined) return "";
  const { absolute, relative } = difference;
  if (indicator.kind === "ratio" && indicator.scale === 100)
    return indicatorsWords[lang].points(signed(absolute, lang, Math.max(1, indicator.decimals)));
  if (indicator.kind === "ratio" || indicator.kind === "index" || relative === undefined)
    return signed(absolute, lang, indicator.decimals);
  return `${signed(relative * 100, lang, 1)}%`;
};

const toDateText = (lang: Lang, indicator: Indicator, period: Period, series: Series): string => {
  if (kindOf(period) === "cumulative") return "";
  const found = figureFor(indicator, cumulativeTo(period), series);
  return found.known ? inUnit(found.value, indicator, lang) : "";
};

/** What a ratio or a mean was counted from, where any figure says so. */
const partHeaders = (lang: Lang, indicator: Indicator, observations: readonly Observation[]) => {
  const words = indicatorsWords[lang];
  const number = (value: number | undefined) => (value === undefined ? "" : figure(value, lang));
  if (observations.some((one) => one.figure.as === "ratio"))
    return [
      {
        header: indicator.numerator ?? words.numerator,
        of: (shape: Figure | undefined) => number(shape?.as === "ratio" ? shape.numerator : undefined),
      },
      {
        header: indicator.denominator ?? words.denominator,
        of: (shape: Figure | undefined) => number(shape?.as === "ratio" ? shape.denominator : undefined),
      },
    ];
  if (observations.some((one) => one.figure.as === "mean"))
    return [
      {
        header: words.count,
        of: (shape: Figure | undefined) => number(shape?.as === "mean" ? shape.count : undefined),
      },
    ];
  return [];
};

type RemarkProps = {
  readonly props: FiguresTableProps;
  readonly period: Period;
  readonly series: Series;
  readonly observation: Observation | undefined;
};

function Remark({ props, period, series, observation }: RemarkProps) {
  const { lang, indicator, revised } = props;
  const words = indicatorsWords[lang];
  const found = figureFor(indicator, period, series);
  const made = found.known ? words.recordedFor[found.how] : "";
  const said = [made, observation?.note, observation?.source, observation?.confirmed]
    .filter((text) => text !== undefined && text !== "")
    .join(lang === "en" ? "; " : "；");
  return (
    <>
      {typed(lang, said)}
      {revised.has(period) ? (
        <>
          {" "}
          <a href={`#r${period}`}>{words.revisions}</a>
        </>
      ) : null}
    </>
  );
}
