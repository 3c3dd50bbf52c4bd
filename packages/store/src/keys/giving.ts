// A body's key is given on by somebody who holds it, never by the program on its own: whoever can add accounts gets no key that way.

import { ok, refuse, type AccountId, type Context, type Refusal, type Result } from "@yinuo/core";
import { sql } from "kysely";
import type { Db } from "../connection.ts";
import { addHistory } from "../history.ts";
import { writing } from "../transaction.ts";
import type { Opened } from "./account-keys.ts";
import { giveKey, holdingsOf, openHolding, speaks, type Receiver, type Signatory } from "./body-keys.ts";

/** An account that has chosen its own password, speaks for the body, and was not given the body's key yet. */
export type WaitingAccount = {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  readonly body: Signatory;
  readonly publicKey: Buffer;
};

/** Those whom this account could give a key that it holds. */
export const waitingFor = async (db: Db, account: AccountId): Promise<readonly WaitingAccount[]> => {
  const { rows } = await sql<WaitingAccount>`
    SELECT other.id, other.name, other.email, key.body, account_key.public AS "publicKey"
    FROM body_key AS key JOIN body_seed AS own ON own.key_id = key.id AND own.account_id = ${account}
      JOIN account AS other ON other.id <> ${account} AND ${speaks("other")}
      JOIN account_key ON account_key.account_id = other.id
    -- Not under a password that two people know.
    WHERE key.state = 'active' AND other.one_time_until IS NULL
      AND NOT EXISTS (SELECT FROM body_seed WHERE key_id = key.id AND account_id = other.id)
    ORDER BY other.name, other.id, key.body NULLS FIRST`.execute(db);
  return rows;
};

/** All keys that this account holds and the other one waits for. Refuses: nothingChanged where there is none. */
export const giveKeys = (
  db: Db,
  { opened, to }: { readonly opened: Opened; readonly to: string },
  { by, today }: Context,
): Promise<Result<true, Refusal>> =>
  writing(db, async (tx) => {
    const waiting = (await waitingFor(tx, opened.account)).filter(({ id }) => id === to);
    const held = (await holdingsOf(tx, opened.account)).map((holding) => openHolding(opened, holding));
    let given = 0;
    for (const { id, body, publicKey } of waiting) {
      const key = held.find((one) => one?.body === body);
      if (key === undefined) continue;
      await giveKey(tx, key, { account: id, publicKey } satisfies Receiver);
      given += 1;
    }
    if (given === 0) return refuse({ code: "nothingChanged" });
    const entry = { verb: "account.key-given", happenedOn: today, by, subject: `account/${to}` } as const;
    await addHistory(tx, [{ ...entry, old: {}, new: {} }]);
    return ok(true);
  });
