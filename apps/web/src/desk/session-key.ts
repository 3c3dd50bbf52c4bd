// The key of whoever signs in: opened with the password, kept under a secret in a cookie alone, and what signs their writes.

import { accountId, type AccountId, type By } from "@yinuo/core";
import { LONGEST_SESSION_DAYS, type KnownAccount } from "@yinuo/store";
import {
  equipAccount,
  forgetOpenedKey,
  keepOpenedKey,
  newAccountKey,
  openAccountKey,
  openedKeyOf,
  openExistingKey,
  sessionOfToken,
  signersOfAccount,
  tendKeys,
  wrapAccountKey,
  type Opened,
} from "@yinuo/store/keys";
import { signing } from "@yinuo/store/log";
import type { Ctx, SignedIn } from "../site.ts";
import type { Desk } from "./context.ts";
import { addCookie, cookieNamed, sessionTokenIn } from "./cookies.ts";

/** After the password was right. One that somebody else made opens what a steward gave with it, and makes no key. */
export const openKey = async (
  c: Ctx,
  { id, oneTimeUntil }: Pick<KnownAccount, "id" | "oneTimeUntil">,
  password: string,
): Promise<Opened | undefined> => {
  const { auth, store } = c.get("deps");
  const { derive } = auth.options.emailAndPassword.password;
  const open = oneTimeUntil === undefined ? openAccountKey : openExistingKey;
  return open(store.db, { account: id, password, derive });
};

/** A code may take a quarter of an hour to be typed. */
const SECONDS = { session: LONGEST_SESSION_DAYS * 24 * 3600, code: 900 };

type Keeping = {
  readonly response: Response;
  readonly by: Omit<By, "inspects">;
  /** Signed in with a password that somebody else made: no key is made or replaced with that. */
  readonly oneTime?: boolean;
};

/** For the session in the answer, under a new secret; then the account's body gets its key, or the next one. */
export const keepKey = async (
  c: Ctx,
  opened: Opened | undefined,
  { response, by, oneTime = false }: Keeping,
): Promise<void> => {
  if (opened === undefined) return forgetKey(c);
  const { db } = c.get("deps").store;
  const token = sessionTokenIn(response);
  const session = token === undefined ? undefined : await sessionOfToken(db, token);
  if (session === undefined) return;
  setSecret(c, await keepOpenedKey(db, opened, { session }), SECONDS.session);
  if (!oneTime) await tendKeys(db, opened, { by: { ...by, inspects: false }, today: c.get("today") });
};

/** Until the code of the second step is there. */
export const keepKeyForCode = async (c: Ctx, opened: Opened | undefined): Promise<void> => {
  if (opened === undefined) return forgetKey(c);
  setSecret(c, await keepOpenedKey(c.get("deps").store.db, opened, {}), SECONDS.code);
};

/** What was kept for this account's code; it is gone afterwards. */
export const takeKeyAfterCode = async (c: Ctx, account: string): Promise<Opened | undefined> => {
  const secret = cookieNamed(c, nameIn(c));
  if (secret === undefined) return undefined;
  const { db } = c.get("deps").store;
  const opened = await openedKeyOf(db, { account: accountId(account), secret });
  if (opened !== undefined) await forgetOpenedKey(db, secret);
  return opened;
};

/** The key of this very session, if its browser has brought the secret. */
export const keyOfSession = async (
  c: Ctx,
  { by: { account }, sessionId: session }: Pick<SignedIn, "by" | "sessionId">,
): Promise<Opened | undefined> => {
  const secret = cookieNamed(c, nameIn(c));
  return secret === undefined ? undefined : openedKeyOf(c.get("deps").store.db, { account, session, secret });
};

/** What this request writes is signed by the account's body, where its key is at hand. */
export const bringKey = async (c: Ctx, signedIn: SignedIn): Promise<void> => {
  const opened = signedIn.mustChangePassword ? undefined : await keyOfSession(c, signedIn);
  if (opened === undefined) return;
  const deps = c.get("deps");
  const { store } = deps;
  await tendKeys(store.db, opened, { by: signedIn.by, today: c.get("today") });
  const db = signing(store.db, (tx) => signersOfAccount(tx, opened));
  c.set("deps", { ...deps, store: { ...store, db } });
};

/** For an account whose password this steward has just made. */
export const equip = async (
  { c, signedIn, context }: Pick<Desk, "c" | "signedIn" | "context">,
  account: AccountId,
  password: string,
): Promise<void> => {
  const opened = await keyOfSession(c, signedIn);
  if (opened === undefined) return;
  const { auth, store } = c.get("deps");
  const { derive } = auth.options.emailAndPassword.password;
  const wrap = () => wrapAccountKey({ account, password, derive, opened: newAccountKey(account) });
  await equipAccount(store.db, { opened, account, wrap }, context);
};

export const forgetKey = (c: Ctx): void => {
  if (cookieNamed(c, nameIn(c)) !== undefined) setSecret(c, "", 0);
};

const nameIn = (c: Ctx): string => `${c.get("deps").auth.options.advanced.cookiePrefix}.key`;

const setSecret = (c: Ctx, secret: string, seconds: number): void =>
  addCookie(c, `${nameIn(c)}=${secret}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax`);
