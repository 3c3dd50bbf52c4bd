// Whatever the database's owner may do on the server, the ledger works; where it may create roles, under the narrow one.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, it } from "node:test";
import { sql } from "kysely";
import pg from "pg";
import { startEmbedded, type Embedded } from "../src/embedded/index.ts";
import { getBody, migrate, openStore } from "../src/index.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addBody, value } from "./ledger.ts";

/** A server of its own, since roles belong to the whole server and the tests' server has this one already. */
const withServer = async (test: (server: Embedded) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "yinuo-role-"));
  const server = await startEmbedded({
    dataFolder: folder,
    log: () => undefined,
    settings: { fsync: "off" },
  });
  try {
    await test(server);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const ownedBy = async (server: Embedded, rights: string): Promise<string> => {
  const name = `owner_${randomBytes(4).toString("hex")}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE ROLE ${name} LOGIN ${rights}`);
  await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
  await admin.end();
  const url = new URL(server.url);
  url.username = name;
  url.pathname = `/${name}`;
  return url.href;
};

const workAs = async (url: string): Promise<string> => {
  await migrate(url);
  const store = await openStore({ url });
  try {
    value(await addBody(store.db, "court", "县人民法院"));
    assert.equal((await getBody(store.db, "court"))?.name, "县人民法院");
    await assert.rejects(sql`DELETE FROM history`.execute(store.db));
    const { rows } = await sql<{ role: string }>`SELECT current_user AS role`.execute(store.db);
    return rows[0]?.role ?? "";
  } finally {
    await store.close();
  }
};

describe("an ordinary owner of the database", () => {
  it("who may create roles works under the narrow role, one who may not under their own", async () => {
    await withServer(async (server) => {
      const plain = await ownedBy(server, "NOCREATEROLE");
      assert.equal(await workAs(plain), new URL(plain).username);
      assert.equal(await workAs(await ownedBy(server, "CREATEROLE")), "yinuo_app");
      // The role is there by now, and belongs to somebody else.
      const other = await ownedBy(server, "CREATEROLE");
      assert.equal(await workAs(other), new URL(other).username);
    });
  });
});
