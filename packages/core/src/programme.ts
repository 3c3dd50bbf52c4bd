// A programme: a year's or period's set of commitments and measures, with the published rules they are read by.

import type { Day, Period } from "@yinuo/period";
import { needSteward, type Context } from "./by.ts";
import { programmeCode, type ProgrammeCode } from "./codes.ts";
import type { Change } from "./event.ts";
import { readNumber } from "./number.ts";
import { sameFields } from "./record.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { screened, type PublishedTexts } from "./screening.ts";
import { needText, readTexts } from "./text.ts";
import { needSeen } from "./version.ts";

/** How several targets make one completion: the least complete of them, or their (weighted) mean. */
export const COMPLETION_RULES = ["least", "mean"] as const;
export type CompletionRule = (typeof COMPLETION_RULES)[number];

export type Programme = {
  readonly code: ProgrammeCode;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly period: Period;
  readonly completionRule: CompletionRule;
  /** After this many days without a figure or progress a commitment is shown as silent. */
  readonly silentAfterDays: number;
  /** Bodies with fewer commitments than this are listed but never ranked. */
  readonly rankingMinimum: number;
  /** Unpublished programmes and all that is in them are not public. */
  readonly publishedOn?: Day | undefined;
  readonly source?: string | undefined;
  readonly version: number;
};

export type ProgrammeInput = {
  readonly code: string;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly period: Period;
  readonly completionRule: CompletionRule;
  /** 1 to 3660. */
  readonly silentAfterDays: number;
  /** 1 to 1000. */
  readonly rankingMinimum: number;
  readonly source?: string | undefined;
  /** The version the editor saw; absent where nobody looked at one (an import compares fields instead). */
  readonly seenVersion?: number | undefined;
};

export type ProgrammeContext = Context & { readonly programmes: { readonly has: (code: string) => boolean } };

/** Steward only. Refuses: roleMayNot, codeUnreadable, codeTaken, textMissing, textTooLong, numberOutOfRange, personalDataFound. */
export const createProgramme = (
  input: ProgrammeInput,
  context: ProgrammeContext,
): Result<Change<Programme>, Refusal> => {
  const allowed = needSteward(context.by);
  if (!allowed.ok) return allowed;
  const code = programmeCode(input.code);
  if (code === undefined) return refuse({ code: "codeUnreadable", field: "code", typed: input.code });
  if (context.programmes.has(code)) return refuse({ code: "codeTaken", field: "code", typed: code });
  const fields = readFields(input);
  if (!fields.ok) return fields;
  const state = { code, ...fields.value, version: 1 };
  const event = { verb: "programme.created", happenedOn: context.today } as const;
  return screened({ state, event }, { now: textsOf(state) }, context);
};

/** Steward only. Refuses as createProgramme, and codeFixed, changedMeanwhile, nothingChanged. */
export const changeProgramme = (
  programme: Programme,
  input: ProgrammeInput,
  context: Context,
): Result<Change<Programme>, Refusal> => {
  const allowed = needSteward(context.by);
  if (!allowed.ok) return allowed;
  if (programmeCode(input.code) !== programme.code) return refuse({ code: "codeFixed", field: "code" });
  const seen = needSeen(programme, input.seenVersion);
  if (!seen.ok) return seen;
  const fields = readFields(input);
  if (!fields.ok) return fields;
  const state = { ...programme, ...fields.value };
  if (sameFields(programme, state)) return refuse({ code: "nothingChanged" });
  const event = { verb: "programme.changed", happenedOn: context.today } as const;
  const change = { state: { ...state, version: programme.version + 1 }, event };
  return screened(change, { was: textsOf(programme), now: textsOf(state) }, context);
};

/** Steward only; makes the programme and its published commitments public. Refuses: roleMayNot, alreadyPublished. */
export const publishProgramme = (
  programme: Programme,
  context: Context,
): Result<Change<Programme>, Refusal> => {
  const allowed = needSteward(context.by);
  if (!allowed.ok) return allowed;
  if (programme.publishedOn !== undefined)
    return refuse({ code: "alreadyPublished", programme: programme.code, on: programme.publishedOn });
  return ok({
    state: { ...programme, publishedOn: context.today, version: programme.version + 1 },
    event: { verb: "programme.published", happenedOn: context.today },
  });
};

const textsOf = ({ title, titleEn, source }: Programme): PublishedTexts =>
  Object.entries({ title, titleEn, source });

const readFields = (
  input: ProgrammeInput,
): Result<Omit<Programme, "code" | "publishedOn" | "version">, Refusal> => {
  const title = needText("title", "title", input.title);
  if (!title.ok) return title;
  const texts = readTexts({ titleEn: "title", source: "source" }, input);
  if (!texts.ok) return texts;
  const silentAfterDays = readNumber("silentAfterDays", input.silentAfterDays, {
    least: 1,
    most: 3660,
    whole: true,
  });
  if (!silentAfterDays.ok) return silentAfterDays;
  const rankingMinimum = readNumber("rankingMinimum", input.rankingMinimum, {
    least: 1,
    most: 1000,
    whole: true,
  });
  if (!rankingMinimum.ok) return rankingMinimum;
  return ok({
    title: title.value,
    ...texts.value,
    period: input.period,
    completionRule: input.completionRule,
    silentAfterDays: silentAfterDays.value,
    rankingMinimum: rankingMinimum.value,
  });
};
