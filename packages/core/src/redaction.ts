// Redaction: one body proposes, another decides; on a ground from a closed list, and never of what a header says.

import type { By, Context } from "./by.ts";
import type { BodyCode } from "./codes.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";

/** “Published by mistake” is none. */
export const REDACTION_GROUNDS = [
  "personal-data",
  "personal-safety",
  "business-secret",
  "state-secret",
  "court-order",
] as const;
export type RedactionGround = (typeof REDACTION_GROUNDS)[number];

export type RedactionState = "proposed" | "approved" | "refused";

/** Texts that somebody wrote. Figures, days, codes and verdicts are what the ledger is for: they stay. */
const WRITTEN: ReadonlySet<string> = new Set([
  "detail",
  "place",
  "reason",
  "text",
  "title",
  "titleEn",
  "promise",
  "promiseEn",
  "beneficiaries",
  "beneficiariesEn",
  "criterion",
  "criterionEn",
  "source",
  "finding",
  "missed",
  "calledOff",
  "words",
  "caption",
  "fileName",
  "note",
  "confirmed",
  "about",
  "aboutEn",
  "definition",
  "definitionEn",
  // A file is known by it: its bytes go.
  "sha256",
]);

/** The field that stands for an attached file. */
export const namesFile = (field: string): boolean => /(?:^|\.)sha256$/.test(field);

/** By the name a field has in the log: `record.promise.1`, the second paragraph of a promise. */
export const mayBeRedacted = (field: string): boolean => {
  const parts = field.split(".").filter((part) => !/^\d+$/.test(part));
  return WRITTEN.has(parts.at(-1) ?? "");
};

type Proposing = {
  readonly field: string;
  readonly ground: string;
  /** What the field says in public; `undefined` where it says nothing any more. */
  readonly value: unknown;
};

/** Whoever speaks for a body. Refuses: roleMayNot, choiceUnknown, nothingChanged. */
export const proposeRedaction = (
  { field, ground, value }: Proposing,
  { by }: Context,
): Result<{ readonly ground: RedactionGround; readonly proposedBy: BodyCode }, Refusal> => {
  const body = speakingBody(by);
  if (!body.ok) return body;
  const known = REDACTION_GROUNDS.find((each) => each === ground);
  if (known === undefined) return refuse({ code: "choiceUnknown", field: "ground", typed: ground });
  if (!mayBeRedacted(field)) return refuse({ code: "choiceUnknown", field: "field", typed: field });
  if (typeof value !== "string") return refuse({ code: "nothingChanged" });
  return ok({ ground: known, proposedBy: body.value });
};

/** Another body than the one that proposed. Refuses: roleMayNot, ownWork, nothingChanged. */
export const decideRedaction = (
  { proposedBy, state }: { readonly proposedBy: BodyCode; readonly state: RedactionState },
  { by }: Context,
): Result<BodyCode, Refusal> => {
  const body = speakingBody(by);
  if (!body.ok) return body;
  if (state !== "proposed") return refuse({ code: "nothingChanged" });
  return body.value === proposedBy ? refuse({ code: "ownWork", body: proposedBy }) : body;
};

/** Whoever may ask for one, or decide one that another body asked for. */
export const speaksForABody = ({ role, body }: Pick<By, "role" | "body">): boolean =>
  role !== "editor" && body !== undefined;

const speakingBody = ({ role, body }: By): Result<BodyCode, Refusal> =>
  role === "editor" || body === undefined ? refuse({ code: "roleMayNot", role }) : ok(body);
