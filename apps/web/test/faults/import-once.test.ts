// An import is written once, by whoever may, and taken back as a whole while nobody has built on it.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { getBatch, listCommitments } from "@yinuo/store";
import { openOffice, type Office } from "../import/office.ts";
import { applied, counts, digestIn, idOf, plainText, previewOf, sheet, uploaded } from "./import-forms.ts";

let office: Office;
before(async () => {
  office = await openOffice();
});
after(() => office.world.close());

const db = () => office.world.store.db;
const codes = async (): Promise<readonly string[]> => {
  const { rows } = await listCommitments(db(), {
    today: "2026-10-15" as never,
    sort: "code",
    limit: 1000,
    offset: 0,
    desk: true,
  });
  return rows.map(({ code }) => code);
};
const history = (batch: string) =>
  db().selectFrom("history").selectAll().where("batch", "=", idOf(batch)).orderBy("seq").execute();

const LIST =
  "外部编号,任务,牵头单位\nX-1,甲事项,SF\nX-2,乙事项,SF\nX-3,丙事项,FY\nX-4,丁事项,FY\nX-5,戊事项,GA\n";

describe("B03 B12 the same five rows", () => {
  let first: string;
  it("are five commitments with their external ids, and history names who imported them", async () => {
    first = await uploaded(office.steward, sheet(LIST));
    await applied(office.steward, first);
    assert.deepEqual(await codes(), ["X-1", "X-2", "X-3", "X-4", "X-5"]);
    const kept = await db().selectFrom("commitment").select("external_id").orderBy("external_id").execute();
    assert.deepEqual(
      kept.map((row) => row.external_id),
      ["X-1", "X-2", "X-3", "X-4", "X-5"],
    );
    const entries = await history(first);
    assert.equal(entries.length, 6);
    assert.equal(new Set(entries.map(({ account }) => account)).size, 1);
    assert.ok(entries.every(({ account, verb }) => account !== null && verb !== "permission.refused"));
  });

  it("a second time are counted as unchanged and cannot be written", async () => {
    const before = (await db().selectFrom("history").select("seq").execute()).length;
    const again = await uploaded(office.steward, sheet(LIST, "再来一次.csv"));
    const preview = await previewOf(office.steward, again);
    assert.deepEqual(counts(preview), [0, 0, 5, 0]);
    assert.equal(digestIn(preview), "");
    await office.steward.post(`${again}/apply`, { digest: "made-up" });
    assert.equal((await codes()).length, 5);
    assert.equal((await db().selectFrom("history").select("seq").execute()).length, before);
  });

  it("are gone as a whole once undone, and the history keeps what happened", async () => {
    await office.steward.post(`${first}/undo`, {});
    assert.deepEqual(await codes(), []);
    assert.ok((await history(first)).some(({ verb }) => verb === "import.undone"));
  });
});

describe("B12 undoing", () => {
  it("is refused once one of the commitments was edited, which is named, and nothing is taken back", async () => {
    const batch = await uploaded(
      office.steward,
      sheet("编号,任务,牵头单位\nE-1,会被改的,SF\nE-2,没人动的,SF\n"),
    );
    await applied(office.steward, batch);
    const other = await uploaded(office.steward, sheet("编号,任务,牵头单位\nE-1,已经改了,SF\n"));
    await applied(office.steward, other);
    const page = plainText(await (await office.steward.post(`${batch}/undo`, {})).text());
    assert.match(page, /后来被改动过（[^）]*2026\/E-1[^）]*），不能整批撤销/);
    assert.deepEqual(await codes(), ["E-1", "E-2"]);
  });
});

describe("B12 the button that writes, pressed several times at once", () => {
  it("writes once, and the batch stays written and can be undone", async () => {
    const rows = Array.from({ length: 120 }, (_, n) => `D-${n},第 ${n} 件不同的事项,SF\n`).join("");
    const batch = await uploaded(office.steward, sheet(`编号,任务,牵头单位\n${rows}`));
    const digest = digestIn(await previewOf(office.steward, batch));
    const presses = Array.from({ length: 8 }, async (_, n) => {
      await new Promise((done) => setTimeout(done, n * 25));
      return office.steward.post(`${batch}/apply`, { digest });
    });
    for (const response of await Promise.all(presses)) assert.equal(response.status, 200);
    const kept = await getBatch(db(), idOf(batch));
    assert.deepEqual([kept?.state, kept?.counts.created], ["applied", 120]);
    const drafted = (await history(batch)).filter(({ verb }) => verb === "commitment.drafted");
    assert.equal(drafted.length, 120);
    const undone = await Promise.all([1, 2].map(() => office.steward.post(`${batch}/undo`, {})));
    for (const response of undone) assert.equal(response.status, 200);
    assert.equal((await getBatch(db(), idOf(batch)))?.state, "undone");
    await office.steward.post(`${batch}/apply`, { digest });
    assert.equal((await getBatch(db(), idOf(batch)))?.state, "undone");
    assert.deepEqual(await codes(), ["E-1", "E-2"]);
  });
});

describe("B06 another's batch", () => {
  const STEPS = ["reading", "mapping", "apply", "undo"] as const;
  for (const step of STEPS)
    it(`cannot be reached by posting to its ${step}: refused, remembered, unchanged`, async () => {
      const batch = await uploaded(office.steward, sheet("编号,任务,牵头单位\nO-1,管理员的清单,FY\n"));
      const digest = digestIn(await previewOf(office.steward, batch));
      const before = await getBatch(db(), idOf(batch));
      assert.equal((await office.officer.post(`${batch}/${step}`, { digest })).status, 403);
      assert.equal((await office.nobody.post(`${batch}/${step}`, { digest })).status, 403);
      assert.deepEqual(await getBatch(db(), idOf(batch)), before);
      const refused = await db()
        .selectFrom("history")
        .select(["subject", "actor_body"])
        .where("verb", "=", "permission.refused")
        .where("subject", "=", `import/${idOf(batch)}`)
        .execute();
      assert.deepEqual(refused, [{ subject: `import/${idOf(batch)}`, actor_body: "SF" }]);
    });

  for (const id of ["00000000-0000-0000-0000-000000000000", "1", "%00", "..%2f.."])
    it(`that does not exist (${id}) is not there`, async () => {
      assert.equal((await office.steward.get(`/desk/import/${id}`)).status, 404);
      assert.equal((await office.steward.post(`/desk/import/${id}/apply`, { digest: "x" })).status, 404);
    });
});
