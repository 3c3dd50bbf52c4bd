// A series of periods as a small SVG, always followed by its table; a missing period is a gap, never 0.
import type { Child } from "hono/jsx";
import type { Lang } from "./figure.ts";
import { figure, plural, withUnit } from "./figure.ts";
import type { Plot, Point } from "./plot.ts";
import { beside, CHART, lastKnown, periodTicks, placeTarget, plot } from "./plot.ts";

export type { Point };

const words = {
  "zh-CN": {
    noData: "无数据",
    target: "目标",
    period: "期间",
    note: "备注",
    table: "数据表",
    unit: "单位：",
    gap: (n: number) => `空心点处无数据，共 ${n} 期`,
    span: (from: string, to: string, n: number) => `${from}至${to}，共 ${n} 期。`,
    last: (label: string, value: string) => `最近一期 ${label} 为 ${value}。`,
    range: (least: string, most: string) => `最低 ${least}，最高 ${most}。`,
    missing: (n: number) => `其中 ${n} 期无数据。`,
    aim: (value: string) => `目标 ${value}。`,
    all: "各期均无数据。",
  },
  en: {
    noData: "No data",
    target: "Target",
    period: "Period",
    note: "Note",
    table: "Table of figures",
    unit: "Unit: ",
    gap: (n: number) => `Hollow points: no data, ${n} ${plural(n, "period", "periods")}`,
    span: (from: string, to: string, n: number) =>
      `${from} to ${to}, ${n} ${plural(n, "period", "periods")}. `,
    last: (label: string, value: string) => `The latest, ${label}, is ${value}. `,
    range: (least: string, most: string) => `Lowest ${least}, highest ${most}. `,
    missing: (n: number) => `No data for ${n} of them. `,
    aim: (value: string) => `Target ${value}. `,
    all: "No data for any period.",
  },
} as const;

type Series = {
  readonly lang: Lang;
  readonly title: string;
  readonly points: readonly Point[];
  readonly unit: string;
  readonly decimals: number;
  readonly target?: number | undefined;
};

/** A target is said as it was set: 95, not 95.0. */
const sayTarget = (series: Series, target: number): string =>
  say(Number.isInteger(target) ? { ...series, decimals: 0 } : series, target);

const say = ({ lang, decimals, unit }: Series, value: number): string =>
  withUnit(figure(value, lang, decimals), unit);

/** The chart in one sentence or two, for those who hear it. */
export function sentence(series: Series): string {
  const { points, target } = series;
  const w = words[series.lang];
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const last = points[lastKnown(points)];
  const span = w.span(points[0]?.label ?? "", points.at(-1)?.label ?? "", points.length);
  const aim = target === undefined ? "" : w.aim(sayTarget(series, target));
  if (last === undefined || last.value === null)
    return `${points.length > 0 ? span : ""}${w.all}${aim}`.trim();
  const missing = points.length - values.length;
  return [
    span,
    w.last(last.label, say(series, last.value)),
    w.range(say(series, Math.min(...values)), say(series, Math.max(...values))),
    missing > 0 ? w.missing(missing) : "",
    aim,
  ]
    .join("")
    .trim();
}

// Signs such as % stand on the scale itself; words are said once above the chart.
const isSign = (unit: string): boolean => /^[%‰°]/u.test(unit);

const pc = (n: number): string => `${n}%`;

function scaleLabels(series: Series, ticks: readonly number[]): string[] {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) || 1;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const sign = isSign(series.unit) ? series.unit : "";
  return ticks.map((tick) => figure(tick, series.lang, decimals) + sign);
}

function Scale({ drawn, labels }: { drawn: Plot; labels: readonly string[] }) {
  return (
    <>
      {drawn.ticks.map((tick, i) => (
        <>
          <line
            class={tick === 0 ? "grid zero" : "grid"}
            x2="100%"
            y1={pc(drawn.y(tick))}
            y2={pc(drawn.y(tick))}
          />
          <text y={pc(drawn.y(tick))} dy="-4">
            {labels[i]}
          </text>
        </>
      ))}
    </>
  );
}

function TargetLabel({ series, drawn, target }: { series: Series; drawn: Plot; target: number }) {
  const y = drawn.y(target);
  const place = placeTarget(series.points, drawn, target);
  return (
    <text class="aimed" x={pc(place.x)} y={pc(y)} dy={place.above ? -6 : 17} text-anchor={place.anchor}>
      {words[series.lang].target} {sayTarget(series, target)}
    </text>
  );
}

function Last({ series, drawn }: { series: Series; drawn: Plot }) {
  const index = lastKnown(series.points);
  const value = series.points[index]?.value;
  if (value === undefined || value === null) return null;
  const x = drawn.x(index);
  const y = drawn.y(value);
  const before = series.points[index - 1]?.value;
  // The label stands on the side the line does not come from, and off the target line.
  const falls = typeof before === "number" && before > value;
  const aim = series.target === undefined ? undefined : drawn.y(series.target);
  const blocked = aim !== undefined && (falls ? aim > y && aim < y + 13 : aim < y && aim > y - 13);
  const below = (falls !== blocked && y < 78) || y < 8;
  return (
    <>
      <circle class="dot" cx={pc(x)} cy={pc(y)} r="4.5" />
      <text
        class="last"
        x={pc(Math.min(100, x + 1))}
        y={pc(y)}
        dy={below ? 21 : -11}
        text-anchor={x > 20 ? "end" : "start"}
      >
        {say(series, value)}
      </text>
    </>
  );
}

function Drawing({ series, id }: { series: Series; id: string }) {
  const { points, target } = series;
  const { ticks } = plot(points, target, CHART);
  const scale = scaleLabels(series, ticks);
  const drawn = plot(points, target, beside(scale, CHART));
  return (
    <svg class="plot" role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{series.title}</title>
      <desc id={`${id}-d`}>{sentence(series)}</desc>
      <Scale drawn={drawn} labels={scale} />
      {target === undefined ? null : (
        <line
          class="aim"
          x1={pc(drawn.box.left)}
          x2="100%"
          y1={pc(drawn.y(target))}
          y2={pc(drawn.y(target))}
        />
      )}
      <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none">
        <path class="ink" d={drawn.path} />
      </svg>
      {drawn.lone.map((i) => (
        <circle class="dot" cx={pc(drawn.x(i))} cy={pc(drawn.y(points[i]?.value ?? 0))} r="3.5" />
      ))}
      {drawn.missing.map((i) => (
        <circle class="hole" cx={pc(drawn.x(i))} cy={pc(drawn.box.bottom)} r="4" />
      ))}
      {target === undefined ? null : <TargetLabel series={series} drawn={drawn} target={target} />}
      <Last series={series} drawn={drawn} />
      {periodTicks(
        points.map(({ label }) => label),
        drawn.x,
      ).map(({ x, label, anchor }) => (
        <text x={pc(x)} y="100%" dy="-6" text-anchor={anchor}>
          {label}
        </text>
      ))}
    </svg>
  );
}

type ChartTableProps = Series & { readonly open?: boolean | undefined };

/** The figures of a chart; a missing one is an empty cell that says so, never 0. */
export function ChartTable({ lang, title, points, unit, decimals, open }: ChartTableProps) {
  const w = words[lang];
  const noted = points.some(({ note }) => note !== undefined);
  return (
    <details open={open === true}>
      <summary>{w.table}</summary>
      <table>
        <caption class="vh">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{w.period}</th>
            <th scope="col" class="n">
              {unit}
            </th>
            {noted ? <th scope="col">{w.note}</th> : null}
          </tr>
        </thead>
        <tbody>
          {points.map(({ label, value, note }) => (
            <tr>
              <th scope="row" class="plain">
                {label}
              </th>
              <td class="n">
                {value === null ? <span class="faint">{w.noData}</span> : figure(value, lang, decimals)}
              </td>
              {noted ? <td>{note}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export type LineChartProps = Series & {
  /** Unique on its page. */
  readonly id: string;
  readonly note?: Child;
  /** Shows the table at once instead of under its summary. */
  readonly tableOpen?: boolean | undefined;
};

export function LineChart({ id, note, tableOpen, ...series }: LineChartProps) {
  const w = words[series.lang];
  const missing = series.points.filter(({ value }) => value === null).length;
  const empty = missing === series.points.length;
  return (
    <figure class="chart">
      <figcaption>
        {series.title}
        <small>
          {[
            isSign(series.unit) || series.unit === "" ? "" : w.unit + series.unit,
            missing > 0 && !empty ? w.gap(missing) : "",
          ]
            .filter((part) => part !== "")
            .join(series.lang === "zh-CN" ? "。" : ". ")}
          {note ? <> {note}</> : null}
        </small>
      </figcaption>
      {empty ? (
        <div class="nodata hatched" role="img" aria-label={`${series.title}：${sentence(series)}`}>
          {w.noData}
        </div>
      ) : (
        <Drawing series={series} id={id} />
      )}
      <ChartTable {...series} open={tableOpen} />
    </figure>
  );
}
