// Plans an import of figures, one per row (long) or one per cell (wide, by period or by indicator).

import {
  readFigure,
  recordObservation,
  sameFields,
  type Body,
  type FigureInput,
  type Indicator,
  type Observation,
} from "@yinuo/core";
import { comparePeriods, previous, type Period } from "@yinuo/period";
import { changedRow, unread } from "./field-changes.ts";
import { indexNames, observationKey, type Known, type NameIndex } from "./known.ts";
import { countOutcomes, type Plan, type PlannedRow, type PlannedWrite } from "./plan.ts";
import { readNumberCell, readPeriodCell, textOf, type Read, type TableRefusal } from "./reading.ts";
import { readerOf, refusedRow, type Placed, type Reader, type RowRead, type RowRecord } from "./records.ts";
import type { Settings } from "./settings.ts";

/** One figure of the file, before anything is decided about it. */
type Entry = {
  readonly record: RowRecord;
  readonly indicator: Indicator;
  readonly body: Body;
  readonly period: Period;
  readonly figure: FigureInput;
  readonly source: string | undefined;
  readonly note: string | undefined;
  readonly placed: Placed | undefined;
};

type Names = { readonly indicators: NameIndex<Indicator>; readonly bodies: NameIndex<Body> };

export const planObservations = (rows: readonly RowRead[], settings: Settings, known: Known): Plan => {
  const names: Names = {
    indicators: indexNames(known.indicators.values()),
    bodies: indexNames(known.bodies.values()),
  };
  const planned: PlannedRow[] = [];
  const entries: Entry[] = [];
  for (const read of rows) {
    if (read.kind !== "record") {
      planned.push(unread(read));
      continue;
    }
    const found = entriesOf(read.record, settings, names);
    if (found.length === 0) planned.push({ row: read.record.row, outcome: "skipped" });
    for (const entry of found) {
      if (entry.ok) entries.push(entry.value);
      else planned.push(refusedRow(read.record, entry.error, entry.placed));
    }
  }
  const work: Work = { settings, known, now: new Map(known.observations), writes: [], seen: new Map() };
  // In order of time, so that each figure is compared with the one before it in the same file.
  const inTime = entries.toSorted((a, b) => comparePeriods(a.period, b.period));
  for (const entry of inTime) planned.push(planEntry(entry, work));
  const ordered = planned.toSorted((a, b) => a.row - b.row);
  return {
    noun: "observations",
    rows: ordered,
    writes: work.writes,
    counts: countOutcomes(ordered),
    newBodies: [],
    nearTitles: [],
  };
};

type Found = Read<Entry> & { readonly placed?: Placed | undefined };

const entriesOf = (record: RowRecord, settings: Settings, names: Names): readonly Found[] => {
  const reader = readerOf(record, settings);
  const body = findBody(reader, settings, names);
  if (!body.ok) return [{ ...body, placed: reader.placed("body") }];
  const common = { record, body: body.value, source: reader.text("source"), note: reader.text("note") };
  if (record.wide.length === 0) return [longEntry(reader, { settings, names, common })];
  return record.wide.flatMap(({ use, placed }): readonly Found[] => {
    if (textOf(placed.cell) === undefined) return [];
    const indicator =
      use.to === "indicator" ? findIndicator(use.indicator, names) : indicatorOf(reader, settings, names);
    if (!indicator.ok) return [{ ...indicator, placed }];
    const period =
      use.to === "period" ? ({ ok: true, value: use.period } as const) : periodOf(reader, settings);
    if (!period.ok) return [{ ...period, placed: reader.placed("period") }];
    const number = readNumberCell(placed.cell, "value", { sheetColumn: placed.sheetColumn, settings });
    if (!number.ok) return [{ ...number, placed }];
    // A dash in a wide table stands where nothing was collected.
    const figure: FigureInput = number.value === undefined ? { notCollected: true } : { value: number.value };
    return [
      { ok: true, value: { ...common, indicator: indicator.value, period: period.value, figure, placed } },
    ];
  });
};

type LongContext = {
  readonly settings: Settings;
  readonly names: Names;
  readonly common: Pick<Entry, "record" | "body" | "source" | "note">;
};

const longEntry = (reader: Reader, { settings, names, common }: LongContext): Found => {
  const indicator = indicatorOf(reader, settings, names);
  if (!indicator.ok) return { ...indicator, placed: reader.placed("indicator") };
  const period = periodOf(reader, settings);
  if (!period.ok) return { ...period, placed: reader.placed("period") };
  const figure = longFigure(reader);
  if (!figure.ok) return figure;
  return {
    ok: true,
    value: {
      ...common,
      indicator: indicator.value,
      period: period.value,
      figure: figure.value,
      placed: reader.placed("value"),
    },
  };
};

const longFigure = (reader: Reader): Read<FigureInput> => {
  const notCollected = reader.choice("notCollected");
  if (!notCollected.ok) return notCollected;
  if (notCollected.value === "yes") return { ok: true, value: { notCollected: true } };
  const numbers: Partial<Record<"value" | "numerator" | "denominator" | "count", number>> = {};
  for (const key of ["value", "numerator", "denominator", "count"] as const) {
    const read = reader.number(key);
    if (!read.ok) return read;
    if (read.value !== undefined) numbers[key] = read.value;
  }
  return { ok: true, value: numbers };
};

const findBody = (reader: Reader, settings: Settings, names: Names): Read<Body> => {
  const typed = reader.text("body") ?? settings.body ?? "";
  const body = names.bodies(typed);
  if (body === "twice") return { ok: false, error: { code: "bodyNameTwice", field: "body", name: typed } };
  return body === undefined
    ? { ok: false, error: { code: "bodyUnknown", field: "body", body: typed } }
    : { ok: true, value: body };
};

const indicatorOf = (reader: Reader, settings: Settings, names: Names): Read<Indicator> =>
  findIndicator(reader.text("indicator") ?? settings.indicator ?? "", names);

const findIndicator = (typed: string, names: Names): Read<Indicator> => {
  const indicator = names.indicators(typed);
  return indicator === undefined || indicator === "twice"
    ? { ok: false, error: { code: "indicatorUnknown", field: "indicator", indicator: typed } }
    : { ok: true, value: indicator };
};

const periodOf = (reader: Reader, settings: Settings): Read<Period> => {
  const placed = reader.placed("period");
  if (placed === undefined) return { ok: false, error: { code: "columnMissing", key: "period" } };
  const read = readPeriodCell(placed.cell, "period", { sheetColumn: placed.sheetColumn, settings });
  if (!read.ok) return read;
  return read.value === undefined
    ? { ok: false, error: { code: "textMissing", field: "period" } }
    : { ok: true, value: read.value };
};

type Work = {
  readonly settings: Settings;
  readonly known: Known;
  readonly now: Map<string, Observation>;
  readonly writes: PlannedWrite[];
  readonly seen: Map<string, number>;
};

const planEntry = (entry: Entry, work: Work): PlannedRow => {
  const { record, indicator, body, period, placed } = entry;
  const refused = (error: TableRefusal): PlannedRow => refusedRow(record, error, placed);
  const key = observationKey({ indicator: indicator.code, body: body.code, period });
  const first = work.seen.get(key);
  if (first !== undefined) return refused({ code: "twiceInFile", firstRow: first });
  work.seen.set(key, record.row);
  const was = work.now.get(key);
  const figure = readFigure(indicator, entry.figure);
  if (!figure.ok) return refused(figure.error);
  const subject = `observation/${key}`;
  const label = `${indicator.name} ${body.name} ${period}`;
  const source = record.cells.has("source") ? entry.source : was?.source;
  const note = record.cells.has("note") ? entry.note : was?.note;
  if (was !== undefined && sameFields([was.figure, was.source, was.note], [figure.value, source, note]))
    return { row: record.row, outcome: "unchanged", subject, label };
  const { reason, confirmed, keepPersonalData } = work.settings;
  const { by, today } = work.known;
  const decided = recordObservation(
    was,
    { period, figure: figure.value, source, note, reason, confirmed },
    { by, today, keepPersonalData, indicator, body, before: beforeOf(entry, work) },
  );
  if (!decided.ok && decided.error.code === "nothingChanged")
    return { row: record.row, outcome: "unchanged", subject, label };
  if (!decided.ok) return refused(decided.error);
  const { state } = decided.value;
  work.now.set(key, state);
  work.writes.push({ noun: "observation", was, change: decided.value });
  return changedRow(record, subject, label, was, state);
};

const beforeOf = (
  { indicator, body, period }: Entry,
  { now }: Work,
): { period: Period; figure: Observation["figure"] } | undefined => {
  const earlier = previous(period);
  if (earlier === undefined) return undefined;
  const found = now.get(observationKey({ indicator: indicator.code, body: body.code, period: earlier }));
  return found === undefined ? undefined : { period: earlier, figure: found.figure };
};
