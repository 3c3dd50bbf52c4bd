// What a new installation begins with: the sample, with its sign-ins, unless the operator asked for an empty ledger.

import { randomBytes, randomUUID } from "node:crypto";
import { accountId, ROLES, type Account, type AccountInput, type Context } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { addAccount, getJurisdiction, listAccounts, type Db } from "@yinuo/store";
import {
  deriveKey,
  equipAccount,
  giveKeys,
  newAccountKey,
  saveAccountKey,
  tendKeys,
  wrapAccountKey,
  type Opened,
} from "@yinuo/store/keys";
import { publishLog } from "@yinuo/store/log";
import { passwordHash } from "./auth.ts";
import { originOf } from "./log/sequencing.ts";
import type { Deps } from "./site.ts";
import type { SignIn } from "./welcome.ts";

/** Plainly insecure on purpose: it is printed, published and only ever given to accounts of sample data. */
export const SAMPLE_PASSWORD = "sample-password";

/** The sample's sign-ins while the ledger holds the sample; undefined for a ledger of somebody's own. */
export const loadFirstData = async (deps: Deps): Promise<readonly SignIn[] | undefined> => {
  const { store, files, config } = deps;
  const jurisdiction = await getJurisdiction(store.db);
  if (jurisdiction === undefined && config.empty) return undefined;
  if (jurisdiction !== undefined && !jurisdiction.sample) return undefined;
  if (jurisdiction === undefined) {
    // Every later start does without the sample's code.
    const { loadSample } = await import("@yinuo/sample");
    const loaded = await loadSample(store.db, files, {
      which: config.sample,
      createAccount: await sampleAccounts(),
      publish: () =>
        publishLog({
          store,
          folder: deps.logFolder,
          dataFolder: config.data,
          origin: originOf(config),
          log: deps.log,
        }),
    });
    // Another process set the ledger up meanwhile: it is served as it is.
    if (!loaded.ok) deps.log({ level: "warn", what: "sample", refused: loaded.error.code });
  }
  const accounts = await listAccounts(store.db);
  return accounts
    .filter(({ email }) => email.endsWith(SAMPLE_DOMAIN))
    .toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || (a.email < b.email ? -1 : 1))
    .map(({ email, role }) => ({ email, password: SAMPLE_PASSWORD, role }));
};

/** Reserved for examples by RFC 2606: no mail can ever arrive there. */
const SAMPLE_DOMAIN = "example.org";

/** One hash for all of them: sixteen slow ones would hold up the first page, and the password is public anyway. */
const sampleAccounts = async () => {
  const [hash, keys] = await Promise.all([passwordHash(SAMPLE_PASSWORD), sampleKeys()]);
  return async (db: Db, input: AccountInput, context: Context) => {
    const id = accountId(randomUUID());
    const added = await addAccount(db, { input, id, passwordHash: hash }, context);
    if (added.ok) await keys(db, added.value, context.today);
    return added;
  };
};

/**
 * As if each had signed in once, the steward first: so the sample's bodies have keys, which the jurisdiction confirms, and
 * what is replayed afterwards is signed. Whoever reads this can sign for them too; the sample says that it is one.
 */
const sampleKeys = async () => {
  const salt = randomBytes(16);
  const derived = await deriveKey(SAMPLE_PASSWORD, salt);
  const byBody = new Map<string | undefined, Opened>();
  return async (db: Db, account: Account, today: Day): Promise<void> => {
    const opened = newAccountKey(account.id);
    const wish = { account: account.id, password: SAMPLE_PASSWORD, derive: async () => derived };
    const key = await wrapAccountKey({ ...wish, opened, salt });
    const context = { by: { ...account, account: account.id, inspects: false }, today };
    const steward = byBody.get(undefined);
    if (steward !== undefined)
      await equipAccount(db, { opened: steward, account: account.id, wrap: async () => key }, context);
    await saveAccountKey(db, account.id, key);
    const holder = byBody.get(account.body);
    if (holder !== undefined) await giveKeys(db, { opened: holder, to: account.id }, context);
    else if (account.body !== undefined || account.role === "steward") byBody.set(account.body, opened);
    await tendKeys(db, opened, context);
  };
};
