// The ledger a command works on: its database, reached or started, its files, and who acts.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { ok, refuse, type By, type Context, type Result } from "@yinuo/core";
import { todayIn } from "@yinuo/period";
import {
  fileStore,
  getBody,
  getJurisdiction,
  listAccounts,
  migrate,
  openStore,
  reachEmbedded,
  type Db,
  type FileStore,
} from "@yinuo/store";

export type Place = {
  readonly dataFolder: string;
  /** Instead of the embedded database. */
  readonly databaseUrl: string | undefined;
};

export type Database = {
  readonly url: string;
  readonly joined: boolean;
  readonly leave: () => Promise<void>;
};

export type NoLedger = { readonly code: "noLedger"; readonly folder: string };

/** Refuses noLedger: a folder mistyped is not made into an empty ledger. */
export const reachDatabase = async ({
  dataFolder,
  databaseUrl,
}: Place): Promise<Result<Database, NoLedger>> => {
  if (databaseUrl !== undefined)
    return ok({ url: databaseUrl, joined: false, leave: () => Promise.resolve() });
  const folder = join(dataFolder, "postgres");
  if (!existsSync(join(folder, "cluster"))) return refuse({ code: "noLedger", folder: dataFolder });
  return ok(await reachEmbedded({ dataFolder: folder, log: () => undefined }));
};

export type Ledger = { readonly db: Db; readonly files: FileStore; readonly close: () => Promise<void> };

export const openLedger = async (place: Place): Promise<Result<Ledger, NoLedger>> => {
  const reached = await reachDatabase(place);
  if (!reached.ok) return reached;
  const { url, leave } = reached.value;
  try {
    await migrate(url);
    const store = await openStore({ url, most: 2 });
    const files = await fileStore(join(place.dataFolder, "files"));
    const close = async (): Promise<void> => {
      await store.close();
      await leave();
    };
    return ok({ db: store.db, files, close });
  } catch (problem) {
    await leave();
    throw problem;
  }
};

export type ActorRefusal =
  | NoLedger
  | { readonly code: "notSetUp" }
  | { readonly code: "accountUnknown"; readonly email: string }
  | { readonly code: "whoActs"; readonly stewards: readonly string[] };

/** The account of that e-mail; without one the only steward. */
export const actor = async (
  db: Db,
  email: string | undefined,
  now: Date,
): Promise<Result<Context, ActorRefusal>> => {
  const jurisdiction = await getJurisdiction(db);
  if (jurisdiction === undefined) return refuse({ code: "notSetUp" });
  const accounts = (await listAccounts(db)).filter(({ closedOn }) => closedOn === undefined);
  const stewards = accounts.filter(({ role }) => role === "steward");
  const wanted = email?.trim().toLowerCase();
  if (wanted === undefined && stewards.length !== 1)
    return refuse({ code: "whoActs", stewards: stewards.map(({ email }) => email) });
  const account = wanted === undefined ? stewards[0] : accounts.find((one) => one.email === wanted);
  if (account === undefined) return refuse({ code: "accountUnknown", email: email ?? "" });
  const body = account.body === undefined ? undefined : await getBody(db, account.body);
  const by: By = {
    account: account.id,
    role: account.role,
    body: account.body,
    inspects: body?.inspects === true,
  };
  return ok({ by, today: todayIn(now, jurisdiction.timeZone) });
};
