// What a new installation begins with: the sample, with its sign-ins, unless the operator asked for an empty ledger.

import { randomUUID } from "node:crypto";
import { accountId, ROLES, type AccountInput, type Context } from "@yinuo/core";
import { addAccount, getJurisdiction, listAccounts, type Db } from "@yinuo/store";
import { passwordHash } from "./auth.ts";
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
  const hash = await passwordHash(SAMPLE_PASSWORD);
  return (db: Db, input: AccountInput, context: Context) =>
    addAccount(db, { input, id: accountId(randomUUID()), passwordHash: hash }, context);
};
