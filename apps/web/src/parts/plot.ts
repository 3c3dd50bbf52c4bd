// The geometry of a chart: scales, gaps, and labels placed so that they never overlap at 360 px. Pure.
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

/** One period of a series. null is "not collected" or "not reported" and leaves a gap. */
export type Point = {
  readonly label: string;
  readonly value: number | null;
  readonly note?: string | undefined;
};

/** Percents of the drawing between which values and periods stand; labels of the scale stand left of it. */
export type Box = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

export const CHART: Box = { top: 10, bottom: 86, left: 8, right: 98 };
export const SPARK: Box = { top: 14, bottom: 86, left: 2, right: 96 };

// Text is 14 px and the narrowest chart is 360 px less the page's margins.
const NARROWEST = 328;
const EM = 14;

/** About how wide a text is, in px, counting CJK characters as full width. */
export function textWidth(text: string): number {
  let ems = 0;
  for (const char of text) ems += /[\u2e80-\uffef]/u.test(char) ? 1 : 0.58;
  return ems * EM;
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** The box moved right so far that the labels of its scale fit before it on the narrowest screen. */
export const beside = (labels: readonly string[], box: Box): Box => ({
  ...box,
  left: round((Math.max(0, ...labels.map(textWidth)) / NARROWEST) * 100 + 2.5),
});

/** x of a period in percent of the width; a single period stands in the middle. */
const across = (index: number, count: number, { left, right }: Box): number =>
  round(count < 2 ? (left + right) / 2 : left + ((right - left) * index) / (count - 1));

export type Tick = {
  readonly x: number;
  readonly label: string;
  readonly anchor: "start" | "middle" | "end";
};

/** Where a tick's text begins and ends in px on the narrowest screen. */
export function extent(tick: Tick): readonly [number, number] {
  const at = (tick.x / 100) * NARROWEST;
  const width = textWidth(tick.label);
  if (tick.anchor === "start") return [at, at + width];
  return tick.anchor === "end" ? [at - width, at] : [at - width / 2, at + width / 2];
}

/** First and last period, and as many evenly spaced between as fit, four at most. */
export function periodTicks(labels: readonly string[], x: (index: number) => number): Tick[] {
  const count = labels.length;
  for (let wanted = Math.min(4, count); wanted > 1; wanted--) {
    const ticks = Array.from({ length: wanted }, (_, i): Tick => {
      const index = Math.round((i * (count - 1)) / (wanted - 1));
      const anchor = i === 0 ? "start" : i === wanted - 1 ? "end" : "middle";
      return { x: x(index), label: labels[index] ?? "", anchor };
    });
    const clear = ticks.every(
      (tick, i) => i === 0 || extent(tick)[0] - extent(ticks[i - 1] ?? tick)[1] >= 12,
    );
    if (clear) return ticks;
  }
  const last = labels.at(-1);
  return last === undefined ? [] : [{ x: x(count - 1), label: last, anchor: count === 1 ? "middle" : "end" }];
}

export type Plot = {
  readonly box: Box;
  /** x of a period in percent of the drawing's width. */
  readonly x: (index: number) => number;
  /** y in percent of the drawing's height for a value. */
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
  /** Path in a 100 × 100 box; a new sub-path after every gap. */
  readonly path: string;
  /** Periods with a value whose neighbours have none: a line cannot show them. */
  readonly lone: readonly number[];
  readonly missing: readonly number[];
};

const known = (point: Point | undefined): boolean => typeof point?.value === "number";

/** Where everything of a series stands; there must be at least one value or a target. */
export function plot(points: readonly Point[], target: number | undefined, box: Box): Plot {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (target !== undefined) values.push(target);
  const least = Math.min(...values);
  const most = Math.max(...values);
  // A scale that starts at 0 is honest by default; a series far from 0 would be a flat line on it,
  // and a sparkline has no scale to read.
  const floor = box !== SPARK && least >= 0 && least < most * 0.5 ? 0 : least;
  const spread = most === floor ? Math.abs(most) || 1 : 0;
  const scale = scaleLinear([floor - spread / 2, most + spread / 2], [box.bottom, box.top]).nice(3);
  const y = (value: number) => round(scale(value));
  const x = (index: number) => across(index, points.length, box);
  const draw = line<Point>()
    .defined(({ value }) => value !== null)
    .x((_, index) => x(index))
    .y(({ value }) => y(value ?? 0))
    .digits(1);
  const indexes = points.map((_, i) => i);
  return {
    box,
    x,
    y,
    ticks: scale.ticks(3),
    path: draw([...points]) ?? "",
    lone: indexes.filter((i) => known(points[i]) && !known(points[i - 1]) && !known(points[i + 1])),
    missing: indexes.filter((i) => !known(points[i])),
  };
}

/** The index of the last period with a value, or -1. */
export const lastKnown = (points: readonly Point[]): number => points.findLastIndex((point) => known(point));

export type Place = {
  readonly x: number;
  readonly anchor: "start" | "middle" | "end";
  readonly above: boolean;
};

/** Where beside the target line its label is farthest from the series. */
export function placeTarget(points: readonly Point[], drawn: Plot, target: number): Place {
  const at = drawn.y(target);
  const { left, right, bottom } = drawn.box;
  const places = [
    { x: left, anchor: "start", from: 0, to: 0.35 },
    { x: round((left + right) / 2), anchor: "middle", from: 0.3, to: 0.7 },
  ] as const;
  const rated = places.flatMap(({ x, anchor, from, to }) =>
    // Under a target near the foot stand the periods' names.
    (at < bottom - 10 ? [true, false] : [true]).map((above) => {
      const band = at + (above ? -5 : 5);
      const near = points.filter((_, i) => i >= from * (points.length - 1) && i <= to * (points.length - 1));
      const room = Math.min(
        99,
        ...near.map(({ value }) => (value === null ? 99 : Math.abs(drawn.y(value) - band))),
      );
      return { place: { x, anchor, above }, room: above ? room + 0.5 : room };
    }),
  );
  return rated.toSorted((a, b) => b.room - a.room)[0]?.place ?? { x: left, anchor: "start", above: true };
}
