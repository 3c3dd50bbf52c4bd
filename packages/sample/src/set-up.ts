// What both samples begin with: a jurisdiction that says it is a sample, bodies, and accounts to sign in with.

import {
  accountId,
  createBody,
  type Account,
  type AccountInput,
  type Body,
  type By,
  type Change,
  type Context,
  type Refusal,
  type Jurisdiction,
  type Result,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { changeJurisdiction, getJurisdiction, saveBodies, type Db } from "@yinuo/store";
import type { BodyOf, SampleAccount } from "./content/shapes.ts";

/** Makes an account with a password of the caller's choosing, in the transaction it is given. */
export type CreateAccount = (
  db: Db,
  input: AccountInput,
  context: Context,
) => Promise<Result<Pick<Account, "id">, Refusal>>;

export type SetUpRefusal = Refusal | { readonly code: "alreadySetUp" };

export type SetUp = {
  readonly jurisdiction: Omit<Jurisdiction, "setUpOn">;
  readonly bodies: readonly BodyOf[];
  readonly accounts: readonly SampleAccount[];
  readonly on: Day;
  readonly createAccount: CreateAccount;
};

export type Ready = {
  readonly steward: By;
  readonly bodies: ReadonlyMap<string, Body>;
  /** By e-mail address. */
  readonly accounts: ReadonlyMap<string, By>;
};

/** Refuses alreadySetUp, and whatever makes an account impossible. */
export const setUp = async (tx: Db, wish: SetUp): Promise<Result<Ready, SetUpRefusal>> => {
  if ((await getJurisdiction(tx)) !== undefined) return { ok: false, error: { code: "alreadySetUp" } };
  const { on: today } = wish;
  const jurisdiction = await changeJurisdiction(tx, { today }, () => ({
    ok: true,
    value: {
      state: { ...wish.jurisdiction, setUpOn: today },
      event: { verb: "jurisdiction.set-up", happenedOn: today },
    },
  }));
  if (!jurisdiction.ok) return jurisdiction;
  // Somebody must open the first account; nobody has one yet.
  const nobody: By = { account: accountId("sample"), role: "steward", inspects: false };
  const accounts = new Map<string, By>();
  const [first, ...others] = wish.accounts.toSorted(
    (a, b) => Number(b.role === "steward") - Number(a.role === "steward"),
  );
  if (first === undefined) throw new Error("a sample needs a steward");
  const steward = await wish.createAccount(tx, first, { by: nobody, today });
  if (!steward.ok) return steward;
  const by: By = { ...nobody, account: steward.value.id };
  accounts.set(first.email, by);
  const made = decideBodies(wish.bodies, { by, today });
  if (!made.ok) return made;
  await saveBodies(
    tx,
    made.value.map((change) => ({ was: undefined, change })),
    { by },
  );
  const bodies = new Map(made.value.map(({ state }) => [state.code as string, state]));
  for (const account of others) {
    const opened = await wish.createAccount(tx, account, { by, today });
    if (!opened.ok) return opened;
    const body = bodies.get(account.body ?? "");
    accounts.set(account.email, {
      account: opened.value.id,
      role: account.role,
      body: body?.code,
      inspects: body?.inspects ?? false,
    });
  }
  return { ok: true, value: { steward: by, bodies, accounts } };
};

const decideBodies = (
  bodies: readonly BodyOf[],
  context: Context,
): Result<readonly Change<Body>[], Refusal> => {
  const changes: Change<Body>[] = [];
  for (const body of bodies) {
    const made = createBody(body, {
      ...context,
      bodies: new Map(changes.map(({ state }) => [state.code, state])),
    });
    if (!made.ok) return made;
    changes.push(made.value);
  }
  return { ok: true, value: changes };
};
