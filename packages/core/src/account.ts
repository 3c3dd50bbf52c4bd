// An account: a login with a role, and the body it speaks for. It says nothing else about whoever uses it.

import type { Day } from "@yinuo/period";
import type { Body } from "./body.ts";
import { needSteward, ROLES, type Context, type Role } from "./by.ts";
import type { AccountId, BodyCode } from "./codes.ts";
import type { Change } from "./event.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { needText } from "./text.ts";

export type Account = {
  readonly id: AccountId;
  /** The post or person the login was given to; only stewards see it. */
  readonly name: string;
  /** What is typed to sign in; lower case. */
  readonly email: string;
  readonly role: Role;
  readonly body?: BodyCode | undefined;
  /** A closed account stays listed, because the history names it; it opens nothing. */
  readonly closedOn?: Day | undefined;
  readonly version: number;
};

export type AccountInput = {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly body?: string | undefined;
};

export type AccountContext = Context & {
  /** The new account's id, made by the caller. */
  readonly id: AccountId;
  readonly bodies: ReadonlyMap<string, Pick<Body, "code" | "inspects">>;
  readonly emails: { readonly has: (email: string) => boolean };
};

/**
 * Steward only. An officer and an inspector speak for a body, the inspector for one that inspects.
 * Refuses: roleMayNot, textMissing, textTooLong, emailUnreadable, emailTaken, choiceUnknown, bodyUnknown, bodyNotInspecting.
 */
export const createAccount = (
  input: AccountInput,
  context: AccountContext,
): Result<Change<Account>, Refusal> => {
  const allowed = needSteward(context.by);
  if (!allowed.ok) return allowed;
  const fields = readAccount(input, context);
  if (!fields.ok) return fields;
  return ok({
    state: { id: context.id, ...fields.value, version: 1 },
    event: { verb: "account.created", happenedOn: context.today },
  });
};

type Given = Pick<Account, "name" | "email" | "role" | "body">;

/** What is typed for a new account and for a changed one. `emails`: those of other accounts. */
export const readAccount = (
  input: AccountInput,
  context: Pick<AccountContext, "bodies" | "emails">,
): Result<Given, Refusal> => {
  const name = needText("name", "name", input.name);
  if (!name.ok) return name;
  const email = readEmail(input.email, context);
  if (!email.ok) return email;
  const role = ROLES.find((known) => known === input.role);
  if (role === undefined) return refuse({ code: "choiceUnknown", field: "role", typed: input.role });
  const body = readBody(role, input.body?.trim() ?? "", context);
  if (!body.ok) return body;
  return ok({ name: name.value, email: email.value, role, body: body.value });
};

/** Something before and after one @, without spaces; whether mail arrives there is not asked. */
const EMAIL = /^[^\s@]{1,64}@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z0-9-]{2,}$/;

const readEmail = (typed: string, { emails }: Pick<AccountContext, "emails">): Result<string, Refusal> => {
  const email = typed.normalize("NFKC").trim().toLowerCase();
  if (email === "") return refuse({ code: "textMissing", field: "email" });
  if (email.length > 254 || !EMAIL.test(email))
    return refuse({ code: "emailUnreadable", field: "email", typed });
  return emails.has(email) ? refuse({ code: "emailTaken", field: "email", typed: email }) : ok(email);
};

const readBody = (
  role: Role,
  typed: string,
  { bodies }: Pick<AccountContext, "bodies">,
): Result<BodyCode | undefined, Refusal> => {
  if (typed === "") {
    const needed = role === "officer" || role === "inspector";
    return needed ? refuse({ code: "textMissing", field: "body" }) : ok(undefined);
  }
  const body = bodies.get(typed);
  if (body === undefined) return refuse({ code: "bodyUnknown", field: "body", body: typed });
  if (role === "inspector" && !body.inspects)
    return refuse({ code: "bodyNotInspecting", field: "body", body: body.code });
  return ok(body.code);
};
