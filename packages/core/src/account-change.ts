// What stewards do with an account that is there: change, close, reopen it, and help somebody who cannot get in.

import { readAccount, type Account, type AccountContext, type AccountInput } from "./account.ts";
import { needSteward } from "./by.ts";
import type { Change, Verb } from "./event.ts";
import { sameFields } from "./record.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { needSeen } from "./version.ts";

export type AccountChangeContext = Omit<AccountContext, "id"> & {
  /** Stewards whose account is open, this one among them. */
  readonly openStewards: number;
  /**
   * From the operator's console, which must always get in. At the desk nobody demotes, closes or resets their own
   * account: another steward does, and a session left open on a desk cannot take the account over.
   */
  readonly console?: boolean | undefined;
};

export type AccountChange = Result<Change<Account>, Refusal>;

/** Refuses what createAccount refuses, and accountClosed, changedMeanwhile, nothingChanged, ownAccount, lastSteward. */
export const changeAccount = (
  account: Account,
  input: AccountInput & { readonly seenVersion?: number | undefined },
  context: AccountChangeContext,
): AccountChange => {
  const allowed = mayChange(account, context);
  if (!allowed.ok) return allowed;
  const seen = needSeen(account, input.seenVersion);
  if (!seen.ok) return seen;
  const fields = readAccount(input, context);
  if (!fields.ok) return fields;
  const state = { ...account, ...fields.value };
  if (sameFields(account, state)) return refuse({ code: "nothingChanged" });
  if (state.role !== account.role) {
    const given = mayGiveUp(account, context);
    if (!given.ok) return given;
  }
  return changed(state, "account.changed", context);
};

/** The account signs in no more. Refuses: roleMayNot, accountClosed, ownAccount, lastSteward. */
export const closeAccount = (account: Account, context: AccountChangeContext): AccountChange => {
  const allowed = mayChange(account, context);
  if (!allowed.ok) return allowed;
  const given = mayGiveUp(account, context);
  if (!given.ok) return given;
  return changed({ ...account, closedOn: context.today }, "account.closed", context);
};

/** Refuses: roleMayNot, nothingChanged. */
export const reopenAccount = (account: Account, context: AccountChangeContext): AccountChange => {
  const allowed = needSteward(context.by);
  if (!allowed.ok) return allowed;
  if (account.closedOn === undefined) return refuse({ code: "nothingChanged" });
  return changed({ ...account, closedOn: undefined }, "account.reopened", context);
};

/** What is done for somebody else's way in; the store carries it out. */
export type Helping = Extract<
  Verb,
  "account.password-reset" | "account.second-step-reset" | "account.sessions-ended"
>;

/** Refuses: roleMayNot, accountClosed, ownAccount. */
export const helpAccount = (
  account: Account,
  verb: Helping,
  context: AccountChangeContext,
): AccountChange => {
  const allowed = mayChange(account, context);
  if (!allowed.ok) return allowed;
  const other = isOther(account, context);
  if (!other.ok) return other;
  return ok({ state: account, event: { verb, happenedOn: context.today } });
};

const changed = (state: Account, verb: Verb, { today }: AccountChangeContext): AccountChange =>
  ok({ state: { ...state, version: state.version + 1 }, event: { verb, happenedOn: today } });

const mayChange = (account: Account, { by }: AccountChangeContext): Result<true, Refusal> => {
  const allowed = needSteward(by);
  if (!allowed.ok) return allowed;
  return account.closedOn === undefined ? ok(true) : refuse({ code: "accountClosed", on: account.closedOn });
};

const isOther = (account: Account, { by, console }: AccountChangeContext): Result<true, Refusal> =>
  console !== true && by.account === account.id ? refuse({ code: "ownAccount" }) : ok(true);

/** Whether the account's role may be taken away: somebody must always be left who can give it back. */
const mayGiveUp = (account: Account, context: AccountChangeContext): Result<true, Refusal> => {
  if (account.role === "steward" && context.openStewards <= 1) return refuse({ code: "lastSteward" });
  return isOther(account, context);
};
