// An indicator: what is counted, in which unit, and how its parts make a whole.

import { needSteward, type Context } from "./by.ts";
import { indicatorCode, type IndicatorCode } from "./codes.ts";
import type { Change } from "./event.ts";
import { readNumber } from "./number.ts";
import { sameFields } from "./record.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { screened, type PublishedTexts } from "./screening.ts";
import { needText, readTexts } from "./text.ts";
import { keepExternalId, needSeen } from "./version.ts";

/** flow adds up over time; stock takes the last value; ratio is recomputed from its parts; duration is pooled by its counts; index is never combined. */
export const INDICATOR_KINDS = ["flow", "stock", "ratio", "duration", "index"] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** Which way is better. */
export const POLARITIES = ["up", "down", "none"] as const;
export type Polarity = (typeof POLARITIES)[number];

export const FREQUENCIES = ["month", "quarter", "half", "year"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A period with fewer months than its indicator's frequency has no figure. */
export const MONTHS_PER = { month: 1, quarter: 3, half: 6, year: 12 } as const satisfies Record<
  Frequency,
  number
>;

export type Indicator = {
  readonly code: IndicatorCode;
  readonly externalId?: string | undefined;
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly definition: string;
  readonly definitionEn?: string | undefined;
  readonly unit: string;
  readonly unitEn?: string | undefined;
  readonly kind: IndicatorKind;
  readonly polarity: Polarity;
  readonly decimals: number;
  readonly frequency: Frequency;
  /** A ratio is numerator ÷ denominator × scale; 100 for a percentage. 1 for every other kind. */
  readonly scale: number;
  /** What is counted above and below the line, or what a duration is counted over. */
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  /** Values outside are kept only when confirmed with a reason. */
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly source?: string | undefined;
  readonly version: number;
};

export type IndicatorInput = {
  readonly code: string;
  readonly externalId?: string | undefined;
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly definition: string;
  readonly definitionEn?: string | undefined;
  readonly unit: string;
  readonly unitEn?: string | undefined;
  readonly kind: IndicatorKind;
  readonly polarity: Polarity;
  /** 0 to 6. */
  readonly decimals: number;
  readonly frequency: Frequency;
  /** Above 0; 100 for a ratio that leaves it out. Ignored for other kinds. */
  readonly scale?: number | undefined;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly source?: string | undefined;
  /** The version the editor saw; absent where nobody looked at one (an import compares fields instead). */
  readonly seenVersion?: number | undefined;
};

/** Steward only. Refuses: roleMayNot, codeUnreadable, codeTaken, textMissing, textTooLong, numberOutOfRange, personalDataFound. */
export const createIndicator = (
  input: IndicatorInput,
  context: Context & { readonly indicators: { readonly has: (code: string) => boolean } },
): Result<Change<Indicator>, Refusal> => {
  const allowed = needSteward(context.by);
  if (!allowed.ok) return allowed;
  const code = indicatorCode(input.code);
  if (code === undefined) return refuse({ code: "codeUnreadable", field: "code", typed: input.code });
  if (context.indicators.has(code)) return refuse({ code: "codeTaken", field: "code", typed: code });
  const fields = readFields(input);
  if (!fields.ok) return fields;
  const state = { code, ...fields.value, version: 1 };
  const event = { verb: "indicator.created", happenedOn: context.today } as const;
  return screened({ state, event }, { now: textsOf(state) }, context);
};

/**
 * Steward only. `observed`: whether any figure was recorded; from then on kind and scale are fixed, since they say what
 * the figures mean. Refuses as createIndicator, and codeFixed, kindFixed, changedMeanwhile, nothingChanged.
 */
export const changeIndicator = (
  indicator: Indicator,
  input: IndicatorInput,
  context: Context & { readonly observed: boolean },
): Result<Change<Indicator>, Refusal> => {
  const allowed = needSteward(context.by);
  if (!allowed.ok) return allowed;
  if (indicatorCode(input.code) !== indicator.code) return refuse({ code: "codeFixed", field: "code" });
  const seen = needSeen(indicator, input.seenVersion);
  if (!seen.ok) return seen;
  const fields = readFields(input);
  if (!fields.ok) return fields;
  const { kind, scale } = fields.value;
  if (context.observed && kind !== indicator.kind) return refuse({ code: "kindFixed", field: "kind" });
  if (context.observed && scale !== indicator.scale) return refuse({ code: "kindFixed", field: "scale" });
  const externalId = keepExternalId(indicator.externalId, fields.value.externalId);
  if (!externalId.ok) return externalId;
  const state = { ...indicator, ...fields.value, externalId: externalId.value };
  if (sameFields(indicator, state)) return refuse({ code: "nothingChanged" });
  const event = { verb: "indicator.changed", happenedOn: context.today } as const;
  const change = { state: { ...state, version: indicator.version + 1 }, event };
  return screened(change, { was: textsOf(indicator), now: textsOf(state) }, context);
};

const TEXTS = [
  "externalId",
  "name",
  "nameEn",
  "definition",
  "definitionEn",
  "unit",
  "unitEn",
  "numerator",
  "denominator",
  "source",
] as const;

const textsOf = (indicator: Indicator): PublishedTexts => TEXTS.map((field) => [field, indicator[field]]);

const readFields = (input: IndicatorInput): Result<Omit<Indicator, "code" | "version">, Refusal> => {
  const needed = readNeeded(input);
  if (!needed.ok) return needed;
  const optional = readTexts(OPTIONAL, input);
  if (!optional.ok) return optional;
  const numbers = readNumbers(input);
  if (!numbers.ok) return numbers;
  const { kind, polarity, frequency } = input;
  return ok({ ...needed.value, ...optional.value, ...numbers.value, kind, polarity, frequency });
};

const readNeeded = (
  input: IndicatorInput,
): Result<Pick<Indicator, "name" | "definition" | "unit">, Refusal> => {
  const name = needText("name", "name", input.name);
  if (!name.ok) return name;
  const definition = needText("definition", "text", input.definition);
  if (!definition.ok) return definition;
  const unit = needText("unit", "unit", input.unit);
  if (!unit.ok) return unit;
  return ok({ name: name.value, definition: definition.value, unit: unit.value });
};

const OPTIONAL = {
  externalId: "name",
  nameEn: "name",
  definitionEn: "text",
  unitEn: "unit",
  numerator: "name",
  denominator: "name",
  source: "source",
} as const;

const readNumbers = (
  input: IndicatorInput,
): Result<Pick<Indicator, "decimals" | "scale" | "least" | "most">, Refusal> => {
  const decimals = readNumber("decimals", input.decimals, { least: 0, most: 6, whole: true });
  if (!decimals.ok) return decimals;
  const scale = readNumber("scale", input.kind === "ratio" ? (input.scale ?? 100) : 1);
  if (!scale.ok) return scale;
  if (scale.value <= 0) return refuse({ code: "numberOutOfRange", field: "scale", least: 0 });
  const least = readNumber("least", input.least ?? 0);
  if (!least.ok) return least;
  const most = readNumber("most", input.most ?? 0);
  if (!most.ok) return most;
  if (input.least !== undefined && input.most !== undefined && input.most < input.least)
    return refuse({ code: "numberOutOfRange", field: "most", least: input.least });
  return ok({ decimals: decimals.value, scale: scale.value, least: input.least, most: input.most });
};
