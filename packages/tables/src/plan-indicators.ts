// Plans an import of indicators: matched by code.

import {
  changeIndicator,
  createIndicator,
  FREQUENCIES,
  INDICATOR_KINDS,
  POLARITIES,
  sameFields,
  type Indicator,
  type IndicatorInput,
} from "@yinuo/core";
import { changedRow, planRows } from "./field-changes.ts";
import type { Known } from "./known.ts";
import { countOutcomes, type Plan, type PlannedRow, type PlannedWrite } from "./plan.ts";
import type { Read } from "./reading.ts";
import { readerOf, refusedRow, type Reader, type RowRead, type RowRecord } from "./records.ts";
import type { Settings } from "./settings.ts";

export const planIndicators = (rows: readonly RowRead[], settings: Settings, known: Known): Plan => {
  const work: Work = { settings, known, indicators: new Map(known.indicators), writes: [], seen: new Map() };
  const planned = planRows(rows, (record) => planIndicator(record, work));
  return {
    noun: "indicators",
    rows: planned,
    writes: work.writes,
    counts: countOutcomes(planned),
    newBodies: [],
    nearTitles: [],
  };
};

type Work = {
  readonly settings: Settings;
  readonly known: Known;
  readonly indicators: Map<string, Indicator>;
  readonly writes: PlannedWrite[];
  readonly seen: Map<string, number>;
};

const planIndicator = (record: RowRecord, work: Work): PlannedRow => {
  const reader = readerOf(record, work.settings);
  const code = reader.text("code") ?? "";
  const was = work.indicators.get(code);
  const first = work.seen.get(code);
  if (first !== undefined)
    return refusedRow(record, { code: "twiceInFile", firstRow: first }, reader.placed("code"));
  work.seen.set(code, record.row);
  const input = readInput(reader, was, code);
  if (!input.ok) return refusedRow(record, input.error);
  if (was !== undefined && sameFields(inputOf(was), input.value))
    return { row: record.row, outcome: "unchanged", subject: `indicator/${code}`, label: was.name };
  const { keepPersonalData } = work.settings;
  const context = { by: work.known.by, today: work.known.today, keepPersonalData };
  const decided =
    was === undefined
      ? createIndicator(input.value, { ...context, indicators: work.indicators })
      : changeIndicator(was, input.value, { ...context, observed: work.known.observed.has(code) });
  if (!decided.ok) return refusedRow(record, decided.error);
  const { state } = decided.value;
  work.indicators.set(state.code, state);
  work.writes.push({ noun: "indicator", was, change: decided.value });
  return changedRow(record, `indicator/${state.code}`, state.name, was, state);
};

const inputOf = ({ version: _version, ...input }: Indicator): IndicatorInput => input;

const TEXTS = [
  "externalId",
  "nameEn",
  "definitionEn",
  "unitEn",
  "numerator",
  "denominator",
  "source",
] as const;

const readInput = (reader: Reader, was: Indicator | undefined, code: string): Read<IndicatorInput> => {
  const choices = readChoices(reader, was);
  if (!choices.ok) return choices;
  const numbers = readNumbers(reader, was, choices.value.kind === "ratio");
  if (!numbers.ok) return numbers;
  const text = (key: "name" | "definition" | "unit"): string =>
    reader.has(key) ? (reader.text(key) ?? "") : (was?.[key] ?? "");
  const texts = Object.fromEntries(
    TEXTS.map((key) => [key, reader.has(key) ? reader.text(key) : was?.[key]]),
  );
  return {
    ok: true,
    value: {
      code,
      name: text("name"),
      definition: text("definition"),
      unit: text("unit"),
      ...texts,
      ...choices.value,
      ...numbers.value,
    },
  };
};

const readChoices = (
  reader: Reader,
  was: Indicator | undefined,
): Read<Pick<IndicatorInput, "kind" | "polarity" | "frequency">> => {
  const kind = reader.choice("kind");
  if (!kind.ok) return kind;
  const polarity = reader.choice("polarity");
  if (!polarity.ok) return polarity;
  const frequency = reader.choice("frequency");
  if (!frequency.ok) return frequency;
  const kinds = INDICATOR_KINDS.find((one) => one === (kind.value ?? was?.kind));
  if (kinds === undefined) return { ok: false, error: { code: "textMissing", field: "kind" } };
  return {
    ok: true,
    value: {
      kind: kinds,
      polarity: POLARITIES.find((one) => one === (polarity.value ?? was?.polarity)) ?? "none",
      frequency: FREQUENCIES.find((one) => one === (frequency.value ?? was?.frequency)) ?? "month",
    },
  };
};

const readNumbers = (
  reader: Reader,
  was: Indicator | undefined,
  isRatio: boolean,
): Read<Pick<IndicatorInput, "decimals" | "scale" | "least" | "most">> => {
  const numbers: Partial<Record<"decimals" | "scale" | "least" | "most", number>> = {};
  for (const key of ["decimals", "scale", "least", "most"] as const) {
    const read = reader.number(key);
    if (!read.ok) return read;
    const number = reader.has(key) ? read.value : was?.[key];
    if (number !== undefined) numbers[key] = number;
  }
  return {
    ok: true,
    value: { decimals: 0, ...numbers, scale: numbers.scale ?? (isRatio ? 100 : 1) },
  };
};
