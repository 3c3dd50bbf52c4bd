// Who is acting: an account with a role, speaking for a body. Never a resident.

import type { Day } from "@yinuo/period";
import type { AccountId, BodyCode } from "./codes.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";

export const ROLES = ["steward", "officer", "inspector", "editor"] as const;
export type Role = (typeof ROLES)[number];

export type By = {
  readonly account: AccountId;
  readonly role: Role;
  /** The body the account speaks for. A steward may have none. */
  readonly body?: BodyCode | undefined;
  /** Whether that body is an inspecting body. */
  readonly inspects: boolean;
};

/** What every decision is told: who, and what day it is in the jurisdiction's time zone. */
export type Context = {
  readonly by: By;
  readonly today: Day;
  /** Why personal data in what is published now stays there; without it a text that holds some is refused. */
  readonly keepPersonalData?: string | undefined;
};

/** A steward may act for every body; an officer only for the body the account belongs to. */
export const speaksFor = (by: By, bodies: readonly BodyCode[]): boolean =>
  by.role === "steward" || (by.role === "officer" && by.body !== undefined && bodies.includes(by.body));

/** Refuses: roleMayNot. */
export const needSteward = (by: By): Result<true, Refusal> =>
  by.role === "steward" ? ok(true) : refuse({ code: "roleMayNot", role: by.role });

/** An inspecting body that had no part in the work. Refuses: roleMayNot, notInspecting, ownWork. */
export const needInspector = (by: By, involved: readonly BodyCode[]): Result<BodyCode, Refusal> => {
  if (by.role !== "inspector" && by.role !== "steward") return refuse({ code: "roleMayNot", role: by.role });
  if (by.body === undefined || !by.inspects) return refuse({ code: "notInspecting" });
  return involved.includes(by.body) ? refuse({ code: "ownWork", body: by.body }) : ok(by.body);
};

/** The first body is the one the work belongs to. Refuses: roleMayNot, notYourBody. */
export const needSpeaker = (by: By, bodies: readonly [BodyCode, ...BodyCode[]]): Result<true, Refusal> => {
  if (by.role !== "steward" && by.role !== "officer") return refuse({ code: "roleMayNot", role: by.role });
  return speaksFor(by, bodies) ? ok(true) : refuse({ code: "notYourBody", body: bodies[0] });
};
