// What may be asked of the API: each parameter with its description, its schema, and how it is read.

import {
  CHECK_KINDS,
  CHECK_STANDINGS,
  COMMITMENT_KINDS,
  DRAW_STAGES,
  DRAW_SUBJECTS,
  LISTING_LEVELS,
  OWED_KINDS,
  PROBLEM_ORIGINS,
  PROBLEM_STANDINGS,
  VERBS,
} from "@yinuo/core";
import { firstDay, lastDay, parseDay, parsePeriod, type Day } from "@yinuo/period";
import type { Ctx } from "../site.ts";
import { SORTS } from "../pages/commitments/query.ts";
import { SHOWN } from "../pages/standings.ts";
import type { Expected } from "../words/api.ts";

type Parameter<T> = {
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
  /** `undefined` for a text that is not understood. */
  readonly read: (text: string) => T | undefined;
  /** Said to whoever sent a text that is not understood. */
  readonly expected: Expected;
};

/** Most rows of one answer. */
export const MOST_ROWS = 200;
const USUAL_ROWS = 50;
const LONGEST_TEXT = 100;

const text = (description: string): Parameter<string> => ({
  description,
  schema: { type: "string", maxLength: LONGEST_TEXT },
  read: (typed) => (typed.length > LONGEST_TEXT ? undefined : typed.trim()),
  expected: { is: "text", most: LONGEST_TEXT },
});

const whole = (
  description: string,
  { most, usual }: { most: number; usual?: number },
): Parameter<number> => ({
  description,
  schema: { type: "integer", minimum: 1, maximum: most, ...(usual === undefined ? {} : { default: usual }) },
  read: (typed) => (/^\d{1,16}$/.test(typed) && +typed >= 1 && +typed <= most ? Number(typed) : undefined),
  expected: { is: "whole", least: 1, most },
});

const oneOf = <T extends string>(description: string, choices: readonly T[]): Parameter<T> => ({
  description,
  schema: { type: "string", enum: [...choices] },
  read: (typed) => choices.find((choice) => choice === typed),
  expected: { is: "oneOf", choices },
});

/** A day, or a period of which the side is meant. */
const edge = (description: string, side: typeof firstDay): Parameter<Day> => ({
  description: `${description} A day, or a period such as 2026, 2026-Q3 or 2026-09.`,
  schema: { type: "string" },
  read: (typed) => {
    const period = parsePeriod(typed);
    return parseDay(typed) ?? (period === undefined ? undefined : side(period));
  },
  expected: { is: "dayOrPeriod" },
});

const day = (description: string): Parameter<Day> => ({
  description,
  schema: { type: "string", format: "date" },
  read: parseDay,
  expected: { is: "day" },
});

export const PARAMETERS = {
  page: whole("Which page, from 1.", { most: 100_000, usual: 1 }),
  per: whole("Rows on a page.", { most: MOST_ROWS, usual: USUAL_ROWS }),
  q: text(
    "Words; each must occur in code, title, promise or beneficiaries (of indicators: code, name, definition).",
  ),
  programme: text("Code of a programme."),
  commitment: text("Code of a commitment of the programme."),
  indicator: text("Code of an indicator: of figures, or by which a commitment is measured."),
  body: text("Code of a body: that leads or supports, whose figures they are, or that an entry concerns."),
  standing: oneOf("The standing computed by the published rule.", SHOWN),
  problem: text("Code of a problem."),
  check: text("Code of a check."),
  checkKind: oneOf("How the subjects of a check were come by.", CHECK_KINDS),
  checkState: oneOf("Where a check stands, computed by the published rule.", CHECK_STANDINGS),
  state: oneOf("Where a problem stands, computed by the published rule.", PROBLEM_STANDINGS),
  owed: oneOf("What is owed: a figure, progress, a milestone …", OWED_KINDS),
  level: oneOf("The level a problem is listed at.", LISTING_LEVELS),
  origin: oneOf("Reported by the body itself, or found by an inspection.", PROBLEM_ORIGINS),
  draw: text("Code of a draw."),
  stage: oneOf("How far a draw has come.", DRAW_STAGES),
  subject: oneOf("What is drawn from.", DRAW_SUBJECTS),
  kind: oneOf("A promise to the public, or an internal measure.", COMMITMENT_KINDS),
  sort: oneOf("The order; equal ones follow by code.", SORTS),
  order: oneOf("The direction.", ["asc", "desc"]),
  from: edge("Figures whose period ends on that day or later.", firstDay),
  to: edge("Figures whose period ends on that day or earlier.", lastDay),
  since: day("Recorded on that day or later, in the jurisdiction’s time zone."),
  verb: oneOf("What happened.", VERBS),
  before: whole("Entries before that number: the `next` of the page before.", {
    most: Number.MAX_SAFE_INTEGER,
  }),
} as const satisfies Record<string, Parameter<unknown>>;

export type ParameterName = keyof typeof PARAMETERS;

/** What was asked; empty values and absent ones are the same. */
export type Asked = {
  readonly [Name in ParameterName]?: Exclude<ReturnType<(typeof PARAMETERS)[Name]["read"]>, undefined>;
};

/** A parameter that is not understood is refused: a whole list instead of the part asked for would mislead. */
export type AskedRefusal =
  | { readonly code: "parameterUnknown"; readonly parameter: string; readonly known: readonly string[] }
  | {
      readonly code: "parameterUnread";
      readonly parameter: string;
      readonly value: string;
      readonly expected: Expected;
    };

type Reading =
  | { readonly ok: true; readonly value: Asked }
  | { readonly ok: false; readonly error: AskedRefusal };

export const readAsked = (c: Ctx, known: readonly ParameterName[]): Reading => {
  const asked: Record<string, unknown> = {};
  for (const [name, value] of new URL(c.req.url).searchParams) {
    const found = known.find((one) => one === name);
    if (found === undefined)
      return { ok: false, error: { code: "parameterUnknown", parameter: name, known } };
    if (value === "" || name in asked) continue;
    const { read, expected } = PARAMETERS[found];
    const understood = read(value);
    if (understood === undefined)
      return { ok: false, error: { code: "parameterUnread", parameter: name, value, expected } };
    asked[name] = understood;
  }
  return { ok: true, value: asked };
};

export const rowsOf = ({ page = 1, per = USUAL_ROWS }: Asked) => ({
  page,
  per,
  limit: per,
  offset: (page - 1) * per,
});
