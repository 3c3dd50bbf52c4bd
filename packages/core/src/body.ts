// A public body: who promises, who acts, who inspects.

import type { Day } from "@yinuo/period";
import { needSteward, type Context } from "./by.ts";
import { bodyCode, type BodyCode } from "./codes.ts";
import type { Change } from "./event.ts";
import { sameFields } from "./record.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { screened, type PublishedTexts } from "./screening.ts";
import { needText, readTexts } from "./text.ts";
import { keepExternalId, needSeen } from "./version.ts";

export type Body = {
  readonly code: BodyCode;
  readonly externalId?: string | undefined;
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly parent?: BodyCode | undefined;
  /** An inspecting body checks others; it never checks itself. */
  readonly inspects: boolean;
  readonly about?: string | undefined;
  readonly aboutEn?: string | undefined;
  /** A body that was dissolved keeps its page; nothing new can be promised by it. */
  readonly closedOn?: Day | undefined;
  readonly version: number;
};

export type BodyInput = {
  readonly code: string;
  readonly externalId?: string | undefined;
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly parent?: string | undefined;
  readonly inspects: boolean;
  readonly about?: string | undefined;
  readonly aboutEn?: string | undefined;
  readonly closedOn?: Day | undefined;
  /** The version the editor saw; absent where nobody looked at one (an import compares fields instead). */
  readonly seenVersion?: number | undefined;
};

/** What the decision must see of the other bodies. */
export type BodyContext = Context & { readonly bodies: ReadonlyMap<string, Pick<Body, "code" | "parent">> };

/** Steward only. Refuses: roleMayNot, codeUnreadable, codeTaken, textMissing, textTooLong, bodyUnknown, bodyCycle, personalDataFound. */
export const createBody = (input: BodyInput, context: BodyContext): Result<Change<Body>, Refusal> => {
  const allowed = needSteward(context.by);
  if (!allowed.ok) return allowed;
  const code = bodyCode(input.code);
  if (code === undefined) return refuse({ code: "codeUnreadable", field: "code", typed: input.code });
  if (context.bodies.has(code)) return refuse({ code: "codeTaken", field: "code", typed: code });
  const fields = readFields(code, input, context);
  if (!fields.ok) return fields;
  const state = { code, ...fields.value, version: 1 };
  const event = { verb: "body.created", happenedOn: context.today } as const;
  return screened({ state, event }, { now: textsOf(state) }, context);
};

/** Steward only. Refuses as createBody, and codeFixed, changedMeanwhile, nothingChanged. */
export const changeBody = (
  body: Body,
  input: BodyInput,
  context: BodyContext,
): Result<Change<Body>, Refusal> => {
  const allowed = needSteward(context.by);
  if (!allowed.ok) return allowed;
  if (bodyCode(input.code) !== body.code) return refuse({ code: "codeFixed", field: "code" });
  const seen = needSeen(body, input.seenVersion);
  if (!seen.ok) return seen;
  const fields = readFields(body.code, input, context);
  if (!fields.ok) return fields;
  const externalId = keepExternalId(body.externalId, fields.value.externalId);
  if (!externalId.ok) return externalId;
  const state = { ...body, ...fields.value, externalId: externalId.value };
  if (sameFields(body, state)) return refuse({ code: "nothingChanged" });
  const event = { verb: "body.changed", happenedOn: context.today } as const;
  const change = { state: { ...state, version: body.version + 1 }, event };
  return screened(change, { was: textsOf(body), now: textsOf(state) }, context);
};

const readFields = (
  code: BodyCode,
  input: BodyInput,
  context: BodyContext,
): Result<Omit<Body, "code" | "version">, Refusal> => {
  const name = needText("name", "name", input.name);
  if (!name.ok) return name;
  const texts = readTexts(TEXTS, input);
  if (!texts.ok) return texts;
  const parent = readParent(code, input.parent, context);
  if (!parent.ok) return parent;
  return ok({
    name: name.value,
    ...texts.value,
    parent: parent.value,
    inspects: input.inspects,
    closedOn: input.closedOn,
  });
};

const textsOf = ({ externalId, name, nameEn, about, aboutEn }: Body): PublishedTexts =>
  Object.entries({ externalId, name, nameEn, about, aboutEn });

const TEXTS = { externalId: "name", nameEn: "name", about: "text", aboutEn: "text" } as const;

const readParent = (
  code: BodyCode,
  typed: string | undefined,
  context: BodyContext,
): Result<BodyCode | undefined, Refusal> => {
  if (typed === undefined || typed.trim() === "") return ok(undefined);
  const parent = context.bodies.get(typed.trim());
  if (parent === undefined) return refuse({ code: "bodyUnknown", field: "parent", body: typed });
  // Walking up from the new parent must never meet the body itself.
  const seen = new Set<string>([code]);
  for (let up: BodyCode | undefined = parent.code; up !== undefined; up = context.bodies.get(up)?.parent) {
    if (seen.has(up)) return refuse({ code: "bodyCycle", field: "parent", body: up });
    seen.add(up);
  }
  return ok(parent.code);
};
