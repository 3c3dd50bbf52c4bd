// The proof on a record's page: it leads to a receipt that convinces somebody who has the log's key and nothing else.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { BodyCode } from "@yinuo/core";
import { addRedaction, changeBody, closeRedaction } from "@yinuo/store";
import { parsePolicy, verifyEntryReceipt, type Policy } from "@yinuo/transparency-log";
import { openWorld, type World } from "../pages/world.ts";
import { JANUARY, must } from "../pages/steps.ts";
import { openLog } from "./logged.ts";

let world: World;
let log: Awaited<ReturnType<typeof openLog>>;
let policy: Policy;
before(async () => {
  world = await openWorld();
  log = await openLog(world);
  await log.sign();
  const parsed = parsePolicy(new Uint8Array(await (await world.get("/log/policy")).arrayBuffer()));
  assert.ok(parsed.ok);
  policy = parsed.value;
});
after(async () => {
  await world.close();
  await log.remove();
});

const receiptsOn = async (path: string): Promise<readonly string[]> =>
  [...(await world.text(path)).matchAll(/href="(\/log\/proof\/\d+\.tlog-proof)"/g)].map(
    ([, href]) => href ?? "",
  );

const verified = async (receipt: string) => {
  const response = await world.get(receipt);
  assert.equal(response.status, 200, receipt);
  assert.match(
    response.headers.get("content-disposition") ?? "",
    /^attachment; filename="entry-\d+\.tlog-proof"$/,
  );
  const found = verifyEntryReceipt(new Uint8Array(await response.arrayBuffer()), policy);
  assert.ok(found.ok, JSON.stringify(found));
  return found.value;
};

describe("the proof of a record", () => {
  for (const [path, subject] of [
    ["/commitments/2026/SF-03", /^(commitment|progress|milestone|evidence)\/2026\/SF-03/],
    ["/en/bodies/court", /^body\/court$/],
    ["/indicators/PIPE", /^(indicator|observation)\/PIPE/],
  ] as const)
    it(`of ${path} leads to receipts of entries about it, with the texts as they were sealed`, async () => {
      const receipts = await receiptsOn(path);
      assert.ok(receipts.length > 0);
      for (const receipt of receipts) {
        const { entry, fields } = await verified(receipt);
        assert.match(entry.header.subject, subject);
        assert.ok(fields.length > 0);
        assert.deepEqual(
          fields.filter(({ is }) => is !== "ok"),
          [],
        );
      }
    });

  it("holds the whole text that the page shows", async () => {
    const [first = ""] = await receiptsOn("/commitments/2026/SF-03");
    const { entry, fields } = await verified(first);
    assert.equal(entry.header.type, "commitment.published");
    const title = fields.find(({ name }) => name === "record.title");
    assert.ok(title?.is === "ok" && typeof title.value === "string");
    assert.ok((await world.text("/commitments/2026/SF-03")).includes(title.value));
  });

  it("shows both dates, and flags what was logged long after the day it is said to have happened", async () => {
    const entry = (path: string) => world.text(path);
    const text = await entry("/commitments/2026/SF-03");
    assert.match(text, /在所称日期 7 天以后才记入日志/);
    assert.match(text, /晚 [\d,]+ 天/);
    assert.match(
      await entry("/en/commitments/2026/SF-03/history"),
      /Log entry [\d,]+<[^]*?[\d,]+ days later/,
    );
  });

  it("of an entry that no checkpoint covers yet says so, and gives no receipt", async () => {
    const { db } = world.store;
    const [row] = await db
      .selectFrom("log_entry")
      .select(({ fn }) => fn.countAll<number>().as("size"))
      .execute();
    const index = row?.size ?? 0;
    must(
      await changeBody(db, "court", JANUARY, (body = assert.fail()) => ({
        ok: true,
        value: {
          state: { ...body, about: "受理一审案件", version: body.version + 1 },
          event: { verb: "body.changed", happenedOn: JANUARY.today },
        },
      })),
    );
    assert.equal((await world.get(`/log/proof/${index}.tlog-proof`)).status, 404);
    const page = await world.text(`/verify?entry=${index}`);
    assert.match(page, /还没有签入/);
    assert.ok(!page.includes("data-receipt"));
    await log.sign();
    assert.match(await world.text(`/verify?entry=${index}`), /data-receipt="\/log\/proof\//);
    assert.equal((await verified(`/log/proof/${index}.tlog-proof`)).entry.header.subject, "body/court");
  });
});

describe("the page of an entry", () => {
  it("tells what it is without a script, and the key to compare", async () => {
    const page = await world.text("/en/verify?entry=0");
    for (const said of [
      "Claimed day",
      "Logged",
      "not signed by the body",
      "ledger.test/log+",
      "/log/open/0.json",
    ])
      assert.ok(page.includes(said), said);
  });

  for (const asked of ["999999", "-1", "01", "x", ""])
    it(`is not there for the number "${asked}"`, async () => {
      assert.equal((await world.get(`/verify?entry=${asked}`)).status, 404);
    });

  it("is there without a number, for a receipt from anywhere", async () => {
    assert.equal((await world.get("/verify")).status, 200);
  });
});

describe("the page of the log", () => {
  it("says in a line for the paper what the signed checkpoint says", async () => {
    const [origin, size, root] = (await world.text("/log/checkpoint")).split("\n");
    for (const path of ["/log", "/en/log"]) {
      const page = (await world.text(path)).replaceAll("&#x2F;", "/");
      const line = [...page.matchAll(/<code>([^<]*)<\/code>/g)].map(([, text]) => text ?? "");
      assert.ok(
        line.some((text) => [origin, size, root].every((part) => text.includes(part ?? "?"))),
        path,
      );
    }
  });
});

describe("the saved verifier", () => {
  it("is a file that runs one script and may reach nothing", async () => {
    const response = await world.get("/en/verify/download/yinuo-verify.html");
    assert.match(response.headers.get("content-disposition") ?? "", /^attachment/);
    const text = (await response.text()).replaceAll("&#39;", "'");
    assert.match(text, /content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'"/);
    assert.equal(text.match(/<script/g)?.length, 1);
    assert.doesNotMatch(text.replace(/<script>[\s\S]*<\/script>/, ""), /src=|href=/);
    assert.equal((await world.get("/verify/download/other.html")).status, 404);
  });
});

describe("a redaction", () => {
  it("is shown where the text stood, in the history with its ground and both bodies, and counted per body", async () => {
    const { db } = world.store;
    const rows = await db
      .selectFrom("history")
      .innerJoin("log_entry", "history_seq", "seq")
      .select(["index", "verb"])
      .execute();
    const target = rows.find(({ verb }) => verb === "progress.recorded")?.index ?? assert.fail();
    const by = (body: string) => ({
      today: JANUARY.today,
      by: { account: JANUARY.by.account, role: "officer" as const, body: body as BodyCode, inspects: false },
    });
    const asked = { target, field: "new.text", ground: "personal-data" };
    const id = must(await addRedaction(db, asked, by("justice")));
    must(await closeRedaction(db, { id, agreed: true }, by("court")));
    await log.sign();
    const { fields } = await verified(`/log/proof/${target}.tlog-proof`);
    assert.equal(fields.find(({ name }) => name === "new.text")?.is, "redacted");
    const page = await world.text("/history?kind=redaction");
    assert.match(page, /依规删除内容[^]*个人信息/);
    assert.match(await world.text("/log"), /参与删除 1 处[^]*参与删除 1 处/);
    assert.match(await world.text("/en/log"), /had a hand in 1/);
    assert.match(await world.text("/commitments/2026/SF-03"), /▇▇▇/);
    assert.doesNotMatch(await world.text("/commitments/2026/SF-03"), /受理点开通 /);
  });
});
