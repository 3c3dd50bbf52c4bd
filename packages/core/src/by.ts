// Who is acting: an account with a role, speaking for a body. Never a resident.

import type { Day } from "@yinuo/period";
import type { AccountId, BodyCode } from "./codes.ts";

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
export type Context = { readonly by: By; readonly today: Day };

/** A steward may act for every body; an officer only for the body the account belongs to. */
export const speaksFor = (by: By, bodies: readonly BodyCode[]): boolean =>
  by.role === "steward" ||
  (by.role === "officer" && by.body !== undefined && bodies.includes(by.body));
