// A public body: who promises, who acts, who inspects.

import type { Day } from "@yinuo/period";
import type { Context } from "./by.ts";
import { bodyCode, type BodyCode } from "./codes.ts";
import type { Change } from "./event.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { needText, readText } from "./text.ts";

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
};

/** What the decision must see of the other bodies. */
export type BodyContext = Context & { readonly bodies: ReadonlyMap<string, Pick<Body, "code" | "parent">> };

/** Steward only. Refuses: roleMayNot, codeUnreadable, codeTaken, textMissing, textTooLong, bodyUnknown, bodyCycle. */
export const createBody = (input: BodyInput, context: BodyContext): Result<Change<Body>, Refusal> => {
  const code = bodyCode(input.code);
  if (code === undefined) return refuse({ code: "codeUnreadable", field: "code", typed: input.code });
  if (context.bodies.has(code)) return refuse({ code: "codeTaken", field: "code", typed: code });
  return settle(code, 1, "body.created", input, context);
};

/** Steward only. The code never changes. Refuses as createBody, and nothingChanged. */
export const changeBody = (body: Body, input: BodyInput, context: BodyContext): Result<Change<Body>, Refusal> => {
  if (bodyCode(input.code) !== body.code) return refuse({ code: "codeFixed", field: "code" });
  const settled = settle(body.code, body.version + 1, "body.changed", input, context);
  if (!settled.ok) return settled;
  const { version: _now, ...now } = settled.value.state;
  const { version: _was, ...was } = body;
  return sameFields(was, now) ? refuse({ code: "nothingChanged" }) : settled;
};

const settle = (
  code: BodyCode,
  version: number,
  verb: "body.created" | "body.changed",
  input: BodyInput,
  context: BodyContext,
): Result<Change<Body>, Refusal> => {
  if (context.by.role !== "steward") return refuse({ code: "roleMayNot", role: context.by.role });
  const name = needText("name", "name", input.name);
  if (!name.ok) return name;
  const texts = readTexts(input);
  if (!texts.ok) return texts;
  const parent = readParent(code, input.parent, context);
  if (!parent.ok) return parent;
  return ok({
    state: {
      code,
      name: name.value,
      ...texts.value,
      parent: parent.value,
      inspects: input.inspects,
      closedOn: input.closedOn,
      version,
    },
    event: { verb, happenedOn: context.today },
  });
};

const readTexts = (
  input: BodyInput,
): Result<Pick<Body, "externalId" | "nameEn" | "about" | "aboutEn">, Refusal> => {
  const externalId = readText("externalId", "name", input.externalId);
  if (!externalId.ok) return externalId;
  const nameEn = readText("nameEn", "name", input.nameEn);
  if (!nameEn.ok) return nameEn;
  const about = readText("about", "text", input.about);
  if (!about.ok) return about;
  const aboutEn = readText("aboutEn", "text", input.aboutEn);
  if (!aboutEn.ok) return aboutEn;
  return ok({
    externalId: externalId.value,
    nameEn: nameEn.value,
    about: about.value,
    aboutEn: aboutEn.value,
  });
};

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

/** Whether two records say the same, absent and undefined being one. */
export const sameFields = (a: object, b: object): boolean => {
  const left = JSON.stringify(sorted(a));
  return left === JSON.stringify(sorted(b));
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
};
