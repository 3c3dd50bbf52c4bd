// The operator's way in: whoever has the console gets every account back, and never closes the last steward's.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { verifyPassword } from "better-auth/crypto";
import { filled, freshFolder, query, terminal, type Terminal } from "./terminal.ts";

describe("accounts at the console", () => {
  let url: string;
  let yinuo: Terminal;
  const data = freshFolder();
  before(async () => {
    url = await filled(data);
    yinuo = terminal({ DATABASE_URL: url, YINUO_DATA: data });
  });
  const email = async (role: string): Promise<string> =>
    String(
      (await query(url, `SELECT email FROM account WHERE role = '${role}' ORDER BY email LIMIT 1`))[0]?.[
        "email"
      ],
    );
  const stateOf = async (of: string) =>
    (
      await query(
        url,
        `SELECT a.closed_on IS NOT NULL AS closed, second_step, one_time_until, password,
          (SELECT count(*)::int FROM session s WHERE s.account_id = a.id) AS sessions,
          (SELECT count(*)::int FROM second_step s WHERE s.account_id = a.id) AS secrets
        FROM account a JOIN credential c ON c.account_id = a.id WHERE email = '${of}'`,
      )
    )[0];
  const signedIn = (of: string): Promise<unknown> =>
    query(
      url,
      `INSERT INTO session (id, account_id, token, expires_at) SELECT gen_random_uuid()::text, id, gen_random_uuid()::text, now() + interval '1 hour' FROM account WHERE email = '${of}'`,
    );
  const lastVerb = async (): Promise<unknown> =>
    (await query(url, "SELECT verb FROM history ORDER BY seq DESC LIMIT 1"))[0]?.["verb"];

  it("the only steward, who lost password and telephone, is let in again without anybody's help", async () => {
    const steward = await email("steward");
    await signedIn(steward);
    await query(
      url,
      `UPDATE account SET second_step = true WHERE email = '${steward}';
       INSERT INTO second_step (id, account_id, secret, backup_codes, verified) SELECT 'x', id, 's', 'b', true FROM account WHERE email = '${steward}'`,
    );
    const reset = await yinuo("account", "reset-password", steward.toUpperCase());
    assert.equal(reset.code, 0, reset.err);
    assert.equal(await lastVerb(), "account.password-reset");
    const password = /: (([a-z2-9]{4}-){3}[a-z2-9]{4})$/m.exec(reset.out)?.[1] ?? "";
    const state = await stateOf(steward);
    assert.equal(await verifyPassword({ hash: String(state?.["password"]), password }), true);
    assert.ok(state?.["one_time_until"] instanceof Date);
    assert.equal(state["sessions"], 0);
    await signedIn(steward);
    const step = await yinuo("account", "reset-second-step", steward);
    assert.equal(step.code, 0, step.err);
    assert.equal(await lastVerb(), "account.second-step-reset");
    const after = await stateOf(steward);
    assert.deepEqual([after?.["second_step"], after?.["secrets"], after?.["sessions"]], [false, 0, 0]);
  });

  it("the last open steward is not closed, at the console either", async () => {
    const refused = await yinuo("account", "close", await email("steward"));
    assert.equal(refused.code, 1);
    assert.match(refused.err, /last open steward/);
  });

  it("an officer's account is closed with its sessions, shown as closed, acts no more, and is opened again", async () => {
    const officer = await email("officer");
    await signedIn(officer);
    assert.equal((await yinuo("account", "close", officer)).code, 0);
    assert.deepEqual(
      [(await stateOf(officer))?.["closed"], (await stateOf(officer))?.["sessions"]],
      [true, 0],
    );
    assert.match((await yinuo("account", "list")).out, new RegExp(`^${officer}.*closed$`, "m"));
    const acting = await yinuo("record-progress", "2026", "x", "--text", "x", "--as", officer);
    assert.match(acting.err, /no account/);
    const reset = await yinuo("account", "reset-password", officer);
    assert.match(reset.err, /was closed on .*reopen it first/);
    assert.equal((await yinuo("account", "reopen", officer)).code, 0);
    assert.equal((await stateOf(officer))?.["closed"], false);
    assert.equal(await lastVerb(), "account.reopened");
  });

  it("names an account that is not there, and what only a steward does is refused to others", async () => {
    const unknown = await yinuo("account", "reset-password", "nobody@example.org");
    assert.equal(unknown.code, 1);
    assert.match(unknown.err, /no account “nobody@example\.org”/);
    const editor = await yinuo("account", "close", await email("officer"), "--as", await email("editor"));
    assert.equal(editor.code, 1);
    assert.equal(await lastVerb(), "permission.refused");
  });
});
