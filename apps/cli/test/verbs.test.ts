// The verbs of the desk from a terminal: the same rules, the same history, and an exit code.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import { readFileSync } from "node:fs";
import { filled, freshFolder, ownProcess, query, terminal, type Terminal } from "./terminal.ts";

describe("the command", () => {
  const data = freshFolder();
  let url: string;
  let yinuo: Terminal;
  before(async () => {
    url = await filled(data);
    yinuo = terminal({ DATABASE_URL: url, YINUO_DATA: data });
  });

  it("explains itself in the terminal's language, and says with 2 what it does not understand", async () => {
    const english = await yinuo("help");
    assert.equal(english.code, 0);
    assert.match(english.out, /restore FILE\n +into an empty data folder/);
    const chinese = await terminal({ LANG: "zh_CN.UTF-8" })("help");
    assert.match(chinese.out, /退出码：0 已办/);
    assert.equal((await yinuo("help", "--language", "zh")).out, chinese.out);
    for (const args of [
      ["imprt"],
      ["backup"],
      ["export", "bodies", "--fromat", "csv"],
      ["account"],
      ["help", "--language", "fr"],
    ]) {
      const said = await yinuo(...args);
      assert.equal(said.code, 2, args.join(" "));
      assert.equal(said.out, "");
    }
  });

  it("is a program: what it answers is on its output, what is wrong beside it, and how it ended in its exit code", async () => {
    const program = ownProcess({ DATABASE_URL: url, YINUO_DATA: data });
    const made = await program("export", "bodies", "--format", "json");
    assert.deepEqual([made.code, made.err], [0, ""]);
    assert.equal(made.out, (await yinuo("export", "bodies", "--format", "json")).out);
    const refused = await program("export", "persons");
    assert.deepEqual([refused.code, refused.out], [1, ""]);
    assert.match(refused.err, /persons/);
    assert.equal((await program("imprt")).code, 2);
  });

  it("makes no ledger where there is none", async () => {
    const folder = join(freshFolder(), "mistyped");
    const said = await terminal({ YINUO_DATA: folder })("account", "list");
    assert.equal(said.code, 1);
    assert.ok(said.err.includes(`There is no ledger in ${folder}`));
    assert.ok(!existsSync(folder));
  });

  it("makes an account with a password printed once, and only for a steward", async () => {
    const made = await yinuo("account", "add", "new@example.org", "--name", "新编辑", "--role", "editor");
    assert.equal(made.code, 0, made.err);
    const password = /One-time password \(.*\): (\S+)/.exec(made.out)?.[1] ?? "";
    assert.match(password, /^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const [kept] = await query(
      url,
      "SELECT password FROM credential JOIN account ON account.id = account_id WHERE email = 'new@example.org'",
    );
    assert.ok(kept !== undefined && !String(kept["password"]).includes(password));
    const listed = await yinuo("account", "list");
    assert.match(listed.out, /^new@example\.org\teditor\t-\t新编辑$/m);
    assert.ok(!listed.out.includes(password));
    const refused = await yinuo(
      "account",
      "add",
      "x@example.org",
      "--name",
      "x",
      "--role",
      "editor",
      "--as",
      "new@example.org",
    );
    assert.equal(refused.code, 1);
    assert.equal(refused.err, "An account with the role Editor may not do this; ask a steward.\n");
    const [entry] = await query(url, "SELECT verb, new FROM history ORDER BY seq DESC LIMIT 1");
    assert.equal(entry?.["verb"], "permission.refused");
    const nobody = await yinuo(
      "account",
      "add",
      "x@example.org",
      "--name",
      "x",
      "--role",
      "editor",
      "--as",
      "nobody@example.org",
    );
    assert.match(nobody.err, /no account “nobody@example\.org”/);
  });

  it("revises a figure with a reason, and never without", async () => {
    const [figure] = await query(
      url,
      "SELECT indicator, body, period, value::float FROM observation WHERE shape = 'number' AND value > 20 ORDER BY 1, 2, 3 LIMIT 1",
    );
    const key = [String(figure?.["indicator"]), String(figure?.["body"]), String(figure?.["period"])];
    const value = String(Number(figure?.["value"]) + 1);
    const without = await yinuo("record-observation", ...key, "--value", value);
    assert.equal(without.code, 1);
    assert.equal(without.err, "Give a reason; it is published with the change.\n");
    const inChinese = await yinuo("record-observation", ...key, "--value", value, "--language", "zh-CN");
    assert.equal(inChinese.code, 1);
    assert.equal(inChinese.err, "请写明理由；理由会与这次变更一并公开。\n");
    const given = await yinuo(
      "record-observation",
      ...key,
      "--value",
      value,
      "--reason",
      "漏报一件",
      "--confirmed",
      "已核对",
    );
    assert.equal(given.code, 0, given.err);
    const [entry] = await query(url, "SELECT verb, reason, subject FROM history ORDER BY seq DESC LIMIT 1");
    assert.deepEqual(entry, {
      verb: "observation.revised",
      reason: "漏报一件",
      subject: `observation/${key.join("/")}`,
    });
    const exported = await yinuo("export", "observations", "--format", "json");
    const { observations } = JSON.parse(exported.out) as { observations: Record<string, unknown>[] };
    const row = observations.find((one) =>
      key.every((part, at) => one[["indicator", "body", "period"][at] ?? ""] === part),
    );
    assert.equal(row?.["value"], Number(value));
  });

  it("exports every noun, drafts never, as what the import reads", async () => {
    const out = join(freshFolder(), "commitments.xlsx");
    assert.equal((await yinuo("export", "commitments", "--format", "xlsx", "--out", out)).code, 0);
    const opened = openSpreadsheet(readFileSync(out), "commitments.xlsx");
    assert.ok(opened.ok);
    const [{ n } = { n: 0 }] = await query(
      url,
      "SELECT count(*)::int AS n FROM commitment JOIN programme ON programme.code = programme WHERE stage <> 'draft' AND programme.published_on IS NOT NULL",
    );
    assert.ok(Number(n) > 10);
    assert.equal(opened.value.rows.length, n);
    for (const noun of ["milestones", "targets", "bodies", "indicators", "programmes", "problems"]) {
      const said = await terminal({ DATABASE_URL: url, YINUO_DATA: data, LANG: "zh_CN.UTF-8" })(
        "export",
        noun,
      );
      assert.equal(said.code, 0, said.err);
      assert.ok(said.out.startsWith("\uFEFF") && said.out.split("\r\n").length > 2, noun);
    }
    assert.equal((await yinuo("export", "secrets")).code, 1);
  });
});
