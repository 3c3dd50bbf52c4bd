// Bodies sign with their own keys: who gets one, who does not, what happens when somebody leaves, and what the log says of it.

import assert from "node:assert/strict";
import { randomBytes, scryptSync } from "node:crypto";
import { before, describe, it } from "node:test";
import {
  accountId,
  amendCommitment,
  changeAccount as decideChange,
  type AccountId,
  type By,
} from "@yinuo/core";
import { startAudit } from "@yinuo/transparency-log";
import {
  addAccount,
  changeAccount,
  changeCommitment,
  closeAccountFor,
  resetPassword,
  type Db,
} from "../src/index.ts";
import {
  giveKeys,
  openAccountKey,
  rotateKeys,
  signersOfAccount,
  tendKeys,
  waitingFor,
  type DeriveKey,
  type Opened,
} from "../src/keys/index.ts";
import { openSealed, publicHalf, sealTo } from "../src/keys/sealing.ts";
import { signing } from "../src/log/index.ts";
import { addPublished, as, keyOf, ledger, promise, steward, value } from "./ledger.ts";
import { leaves } from "./log-world.ts";

/** The real one is tested with the whole program. */
const derive: DeriveKey = async (password, salt) => scryptSync(password, salt, 32, { N: 16, r: 1 });

type Person = { readonly by: By; readonly password: string };

let db: Db;
before(async () => {
  ({ db } = await ledger());
});

const person = async (name: string, role: By["role"], body?: string): Promise<Person> => {
  const id = accountId(`id-${name}`);
  const input = { name, email: `${name}@example.org`, role, body };
  value(await addAccount(db, { input, id, passwordHash: "x" }, as(steward)));
  const by = { account: id, role, body, inspects: false } as By;
  return { by, password: `${name} has a long password` };
};

/** As at the door: the key is opened with the password, then the body's keys get what they need. */
const signIn = async ({ by, password }: Person): Promise<Opened> => {
  const opened = await openAccountKey(db, { account: by.account, password, derive });
  await tendKeys(db, opened, as(by));
  return opened;
};

let times = 0;
/** A title is amended; answers the signatures of the leaf. */
const amends = async (handle: Db, { by }: Person, code: string) => {
  times += 1;
  const title = `第${times}次修改的标题`;
  value(
    await changeCommitment(handle, keyOf({ code }), as(by), (current, deps) => {
      assert.ok(current);
      const input = {
        ...promise(code, { lead: current.lead, support: [] }),
        title,
        seenVersion: current.version,
      };
      return amendCommitment(current, input, "更正", { ...as(by), ...deps });
    }),
  );
  return (await leaves(db)).at(-1)?.entry.signatures ?? assert.fail();
};

const handleOf = (opened: Opened): Db => signing(db, (tx) => signersOfAccount(tx, opened));

const audited = async () => {
  const auditor = startAudit();
  const findings = (await leaves(db)).flatMap(({ bytes }) => [...auditor.add(bytes)]);
  return {
    report: auditor.report(),
    findings: findings.map((one) => ("fault" in one ? one.fault : one.flag)),
  };
};

const activeKey = async (body: string | null) => (await audited()).report.keys.get(body)?.id;

describe("the keys of bodies", () => {
  it("come with the first who speaks for the body, and sign what is written with them", async () => {
    const boss = await person("boss", "steward");
    const first = await person("first", "officer", "court");
    await addPublished(db, promise("A", { support: [] }));
    await signIn(boss);
    const opened = await signIn(first);
    assert.deepEqual((await audited()).findings, ["keyUnconfirmed"]);
    const [signature, ...more] = await amends(handleOf(opened), first, "A");
    assert.deepEqual([signature?.body, signature?.key, more], ["court", await activeKey("court"), []]);
    // Signing in again finds the same key, and makes no other.
    const again = await signIn(first);
    assert.equal((await amends(handleOf(again), first, "A"))[0]?.key, signature?.key);
    assert.deepEqual((await audited()).findings, ["keyUnconfirmed"]);
  });

  it("are confirmed by the jurisdiction where its steward speaks for the body", async () => {
    const inspector = await person("both", "steward", "office");
    // The jurisdiction's key is there already, and this steward was not given it.
    await signIn(inspector);
    assert.deepEqual((await audited()).findings, ["keyUnconfirmed", "keyUnconfirmed"]);
    const other = (await ledger()).db;
    const were = db;
    db = other;
    await signIn(await person("alone", "steward", "office"));
    assert.deepEqual((await audited()).findings, []);
    assert.deepEqual([...(await audited()).report.keys.keys()], [null, "office"]);
    db = were;
  });

  it("are no help to whoever writes without them: such an entry is counted as the operator's word", async () => {
    const officer = known("first", "court");
    const before = (await audited()).report;
    assert.deepEqual(await amends(db, officer, "A"), []);
    const after = (await audited()).report;
    assert.equal(after.unsigned - before.unsigned, 1);
    assert.equal(after.unsignedDespiteKey - before.unsignedDespiteKey, 1);
  });

  it("are given on by one who has them, and not by adding an account", async () => {
    const first = known("first", "court");
    const second = await person("second", "officer", "court");
    const waiting = await signIn(second);
    assert.deepEqual(await amends(handleOf(waiting), second, "A"), []);
    const holder = await signIn(first);
    // The program alone gives it to nobody.
    assert.deepEqual(await amends(handleOf(waiting), second, "A"), []);
    assert.deepEqual(
      (await waitingFor(db, first.by.account)).map(({ id }) => id),
      [second.by.account],
    );
    value(await giveKeys(db, { opened: holder, to: second.by.account }, as(first.by)));
    assert.equal((await amends(handleOf(waiting), second, "A"))[0]?.key, await activeKey("court"));
    const twice = await giveKeys(db, { opened: holder, to: second.by.account }, as(first.by));
    assert.equal(twice.ok ? "" : twice.error.code, "nothingChanged");
    // Neither to another body's account, nor by one that has no key itself.
    const police = await person("police1", "officer", "police");
    await signIn(police);
    assert.equal((await giveKeys(db, { opened: holder, to: police.by.account }, as(first.by))).ok, false);
    const third = await person("third", "officer", "court");
    const empty = await signIn(third);
    assert.equal((await giveKeys(db, { opened: empty, to: third.by.account }, as(third.by))).ok, false);
  });

  it("are replaced when somebody leaves, signed by the old and the new one, for all who stay", async () => {
    const [first, second] = [known("first", "court"), known("second", "court")];
    const [stays, gone] = [await signIn(first), await signIn(second)];
    const old = await activeKey("court");
    const flags = (await audited()).findings;
    const move = (current: Parameters<typeof decideChange>[0], context: Parameters<typeof decideChange>[2]) =>
      decideChange(
        current,
        {
          name: "second",
          email: "second@example.org",
          role: "officer",
          body: "police",
          seenVersion: current.version,
        },
        context,
      );
    value(await changeAccount(db, second.by.account, as(steward), move));
    // From that moment it signs for the court no more.
    assert.deepEqual(await amends(handleOf(gone), second, "A"), []);
    await tendKeys(db, stays, as(first.by));
    const fresh = await activeKey("court");
    assert.notEqual(fresh, old);
    assert.equal((await amends(handleOf(stays), first, "A"))[0]?.key, fresh);
    assert.deepEqual((await audited()).findings, flags);
  });

  it("go to nobody under a public key that somebody exchanged in the tables", async () => {
    const first = known("first", "court");
    const holder = await signIn(first);
    const third = known("third", "court");
    await signIn(third);
    value(await giveKeys(db, { opened: holder, to: third.by.account }, as(first.by)));
    const own = randomBytes(32);
    await db
      .updateTable("account_key")
      .set({ public: publicHalf("x25519", own) })
      .where("account_id", "=", third.by.account)
      .execute();
    await rotateKeys(db, holder, as(first.by));
    const sealed = await db
      .selectFrom("body_seed")
      .selectAll()
      .where("account_id", "=", third.by.account)
      .execute();
    assert.deepEqual(sealed, []);
    assert.equal((await amends(handleOf(holder), first, "A"))[0]?.key, await activeKey("court"));
  });

  it("are lost with the last password that opened them: the next one is not the old one's heir, and is flagged", async () => {
    const officer = known("police1", "police");
    await addPublished(db, promise("P", { lead: "police", support: [] }));
    const old = await signIn(officer);
    const [signed] = await amends(handleOf(old), officer, "P");
    assert.equal(signed?.body, "police");
    const sealed = await db
      .selectFrom("body_seed")
      .select("sealed")
      .where("account_id", "=", officer.by.account)
      .execute();
    value(
      await resetPassword(
        db,
        officer.by.account,
        { passwordHash: "y", until: new Date("2030-01-01") },
        as(steward),
      ),
    );
    // Neither the session that was open nor what is left in the tables signs for the body.
    assert.deepEqual(await amends(handleOf(old), officer, "P"), []);
    assert.equal(sealed.length, 1);
    assert.deepEqual(
      await db.selectFrom("body_seed").selectAll().where("account_id", "=", officer.by.account).execute(),
      [],
    );
    const anew = await signIn({ ...officer, password: "another one that is long" });
    const [next] = await amends(handleOf(anew), officer, "P");
    assert.notEqual(next?.key, signed?.key);
    const { findings, report } = await audited();
    assert.equal(findings.filter((one) => one === "keyReplaced").length, 1);
    assert.equal(report.faults, 0);
  });

  it("close with the account", async () => {
    const first = known("first", "court");
    const holder = await signIn(first);
    value(await closeAccountFor(db, first.by.account, as(steward)));
    assert.equal((await signersOfAccount(db, holder)).size, 0);
    assert.equal((await audited()).report.faults, 0);
  });
});

const known = (name: string, body: string): Person => ({
  by: { account: `id-${name}` as AccountId, role: "officer", body, inspects: false } as By,
  password: `${name} has a long password`,
});

describe("what is sealed", () => {
  it("opens for its receiver, for its purpose, unchanged, and otherwise not at all", async () => {
    const [own, seed] = [randomBytes(32), randomBytes(32)];
    const sealed = sealTo(publicHalf("x25519", own), seed, "for this");
    assert.deepEqual(openSealed(own, sealed, "for this"), seed);
    assert.equal(openSealed(own, sealed, "for that"), undefined);
    assert.equal(openSealed(randomBytes(32), sealed, "for this"), undefined);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      assert.equal(openSealed(own, changed, "for this"), undefined, `byte ${at}`);
    }
  });
});
