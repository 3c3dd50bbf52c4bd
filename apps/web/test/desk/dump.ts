// Somebody with everything that is stored: each value tried as a key on all that is sealed, as the program would open it.

import assert from "node:assert/strict";
import { createDecipheriv } from "node:crypto";
import type { Db } from "@yinuo/store";
import { openSealed } from "@yinuo/store/keys";
import type { Staff } from "./staff.ts";

/** All that is in the tables, the texts also as the bytes they may stand for; and the installation's secret. */
export const everyValue = async ({ deps }: Staff): Promise<readonly Buffer[]> => {
  const tables = await deps.store.db.introspection.getTables();
  const values = new Map<string, Buffer>();
  const add = (bytes: Buffer) => void values.set(bytes.toString("latin1"), bytes);
  const take = (value: unknown): void => {
    if (Buffer.isBuffer(value)) return add(value);
    if (typeof value !== "string") {
      if (value !== null && typeof value === "object") Object.values(value).forEach(take);
      return;
    }
    add(Buffer.from(value));
    if (/^[0-9a-f]{64,}$/i.test(value)) add(Buffer.from(value, "hex"));
    if (/^[\w+/=-]{43,}$/.test(value)) add(Buffer.from(value, "base64"));
  };
  for (const { name } of tables) {
    const rows = await deps.store.db
      .selectFrom(name as "account")
      .selectAll()
      .execute();
    rows.forEach(take);
  }
  take(deps.auth.options.secret);
  return [...values.values()];
};

type Found = { readonly body: string | null; readonly seed: Buffer };

/** Every key there could be, against everything that could be sealed with it, as the program itself would open it. */
export const attempts = async (db: Db, keys: readonly Buffer[]): Promise<readonly Found[]> => {
  const [seeds, wrapped, open] = await Promise.all([
    db.selectFrom("body_seed").innerJoin("body_key", "body_key.id", "body_seed.key_id").selectAll().execute(),
    db.selectFrom("account_key").selectAll().execute(),
    db.selectFrom("opened_key").selectAll().execute(),
  ]);
  const symmetric = [
    ...wrapped.map((row) => [row.wrapped, `yinuo/account-key/v1\n${row.account_id}`] as const),
    ...open.map(
      (row) =>
        [row.sealed, `yinuo/opened-key/v1\n${row.account_id}\n${row.session_id ?? "second step"}`] as const,
    ),
  ];
  assert.ok(seeds.length > 0 && symmetric.length > 3);
  const privateKeys = new Map<string, Buffer>();
  const take = (key: Buffer) => void privateKeys.set(key.toString("hex"), key);
  for (const bytes of keys.filter(({ length }) => length >= 32 && length <= 128))
    [bytes.subarray(0, 32), bytes.subarray(-32)].forEach(take);
  const tries = [...privateKeys.values()];
  for (const secret of tries)
    for (const [cipher, bound] of symmetric) {
      const plain = decipher(secret, cipher, bound);
      if (plain !== undefined) take(plain);
    }
  const found: Found[] = [];
  for (const own of privateKeys.values())
    for (const row of seeds) {
      const seed = openSealed(own, row.sealed, `yinuo/body-seed/v1\n${row.key_id}\n${row.account_id}`);
      if (seed !== undefined) found.push({ body: row.body, seed });
    }
  return found;
};

const decipher = (key: Buffer, sealed: Buffer, bound: string): Buffer | undefined => {
  const made = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12))
    .setAAD(Buffer.from(bound))
    .setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([made.update(sealed.subarray(12, -16)), made.final()]);
  } catch {
    return undefined;
  }
};
