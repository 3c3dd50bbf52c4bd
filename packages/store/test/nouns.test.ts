// Every noun comes back from the database as it was decided, and says in the history what changed.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  amendCommitment,
  declareDone,
  finishMilestone,
  recordObservation as decideObservation,
  recordProgress,
  type Figure,
  type Jurisdiction,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import {
  addEvidence,
  addProgress,
  changeCommitment,
  changeJurisdiction,
  getBody,
  getCommitment,
  getIndicator,
  getJurisdiction,
  getObservation,
  getProgramme,
  historyOf,
  judgeAlone,
  listEvidence,
  listObservations,
  listProgress,
  recordObservation,
  type Db,
} from "../src/index.ts";
import {
  addBody,
  addIndicator,
  addPublished,
  as,
  draft,
  inspector,
  keyOf,
  ledger,
  officer,
  period,
  promise,
  refusalOf,
  steward,
  today,
  value,
} from "./ledger.ts";

let db: Db;
before(async () => {
  ({ db } = await ledger());
});

const figure = (month: string, figure: Figure, indicator = "closed") =>
  recordObservation(db, { indicator, body: "court", period: period(month) }, as(officer), (current, deps) =>
    decideObservation(
      current,
      { period: period(month), figure, reason: "更正" },
      { ...as(officer), ...deps },
    ),
  );

describe("round trips", () => {
  it("the jurisdiction is set up once and then changed", async () => {
    assert.equal(await getJurisdiction(db), undefined);
    const state: Jurisdiction = {
      name: "示例县",
      nameEn: "Sample County",
      timeZone: "Asia/Shanghai",
      languages: ["zh-CN", "en"],
      defaultLanguage: "zh-CN",
      sample: true,
      independent: false,
      setUpOn: today,
    };
    const event = { verb: "jurisdiction.set-up", happenedOn: today } as const;
    value(await changeJurisdiction(db, { today }, () => ({ ok: true, value: { state, event } })));
    assert.deepEqual(await getJurisdiction(db), state);
    const again = await changeJurisdiction(db, as(steward), () => ({ ok: true, value: { state, event } }));
    assert.equal(refusalOf(again), "nothingChanged");
  });

  it("a body, a programme and an indicator", async () => {
    const body = value(await addBody(db, "water", "县供水公司"));
    assert.deepEqual(await getBody(db, "water"), {
      code: "water",
      name: "县供水公司",
      inspects: false,
      version: 1,
    });
    assert.deepEqual({ ...body }, { ...body, ...(await getBody(db, "water")) });
    const programme = await getProgramme(db, "2026");
    assert.equal(programme?.publishedOn, today);
    assert.equal(programme?.version, 2);
    value(
      await addIndicator(db, { code: "rate", kind: "ratio", scale: 100, decimals: 2, least: 0, most: 100 }),
    );
    const indicator = await getIndicator(db, "rate");
    assert.deepEqual([indicator?.scale, indicator?.least, indicator?.most], [100, 0, 100]);
    assert.equal(refusalOf(await addBody(db, "water", "另一个")), "codeTaken");
  });

  it("a commitment with targets and milestones, from draft to verdict", async () => {
    const input = promise("FULL", {
      titleEn: "Shorter trials",
      promise: "平均审理天数降到六十天以内",
      criterion: "以法院统计为准",
      source: "政府工作报告",
      externalId: "ext-1",
      targets: [{ indicator: "closed", period: period("2026"), value: 1200.5, baseline: 900 }],
      milestones: [
        { title: "立案大厅改造完成", due: "2026-06-30" as Day },
        { title: "网上立案开通", due: "2026-09-30" as Day },
      ],
    });
    const published = await addPublished(db, input);
    const { completion, ...read } = (await getCommitment(db, keyOf(input))) ?? {};
    assert.deepEqual(JSON.parse(JSON.stringify(published)), read);
    assert.equal(completion, undefined, "no figure is unknown, not 0");
    const key = keyOf(input);
    value(
      await addEvidence(db, { programme: "2026", commitment: "FULL", milestone: "1" }, PHOTO, as(officer)),
    );
    const done = await changeCommitment(db, key, as(officer), (current, { evidenceCounts }) => {
      assert.ok(current);
      const evidenceCount = evidenceCounts.get("1") ?? 0;
      return finishMilestone(
        current,
        { milestone: "1", doneOn: "2026-07-01" as Day, evidenceCount },
        as(officer),
      );
    });
    assert.equal(value(done).milestones[0]?.doneOn, "2026-07-01");
    value(
      await changeCommitment(db, key, as(officer), (current) => {
        assert.ok(current);
        return declareDone(current, { on: today }, as(officer));
      }),
    );
    value(
      await judgeAlone(db, key, as(inspector), {
        conclusion: "partly",
        finding: "现场核查属实",
        on: today,
      }),
    );
    const judged = await getCommitment(db, key);
    assert.deepEqual(judged?.verdict, {
      conclusion: "partlyKept",
      body: "office",
      on: today,
      finding: "现场核查属实",
      check: "2026-001",
      number: 1,
    });
    const verbs = (await historyOf(db, { programme: "2026", commitment: "FULL" }, { limit: 20 })).map(
      ({ verb }) => verb,
    );
    assert.deepEqual(verbs, [
      "commitment.verdict-given",
      "finding.recorded",
      "commitment.declared-done",
      "milestone.done",
      "evidence.added",
      "commitment.published",
    ]);
    const [file] = await listEvidence(db, { sha256: PHOTO.sha256 });
    assert.deepEqual([file?.caption, file?.screening], [PHOTO.caption, "byEye"]);
  });

  it("progress moves the day of the last record and leaves the version", async () => {
    const input = promise("PROG");
    const before = await addPublished(db, input);
    const added = await addProgress(db, keyOf(input), as(officer), (current) => {
      assert.ok(current);
      return recordProgress(current, { text: "已完成招标", happenedOn: "2026-08-01" as Day }, as(officer));
    });
    const { progress, commitment } = value(added);
    assert.deepEqual([commitment.version, commitment.lastRecordedOn], [before.version, today]);
    assert.deepEqual(await listProgress(db, keyOf(input)), [progress]);
    assert.equal((await getCommitment(db, keyOf(input)))?.lastRecordedOn, today);
  });

  it("figures of every shape, exactly as typed", async () => {
    value(await addIndicator(db, { code: "days", kind: "duration", decimals: 1 }));
    const shapes: readonly (readonly [string, string, Figure])[] = [
      ["closed", "2026-01", { as: "number", value: 0.1 }],
      ["closed", "2026-02", { as: "notCollected" }],
      ["rate", "2026-01", { as: "ratio", numerator: 353, denominator: 360 }],
      ["days", "2026-01", { as: "mean", mean: 61.35, count: 420 }],
    ];
    for (const [indicator, month, typed] of shapes) {
      value(await figure(month, typed, indicator));
      const read = await getObservation(db, { indicator, body: "court", period: period(month) });
      assert.deepEqual(read?.figure, typed);
    }
    const revised = value(await figure("2026-01", { as: "number", value: 0.2 }));
    assert.equal(revised?.version, 2);
    const [entry] = await historyOf(db, { subject: "observation/closed/court/2026-01" }, { limit: 1 });
    assert.deepEqual(
      [entry?.verb, entry?.reason, entry?.old["figure"]],
      ["observation.revised", "更正", { as: "number", value: 0.1 }],
    );
    assert.equal((await listObservations(db, { indicator: "closed", body: "court" })).length, 2);
  });

  it("an amendment keeps old and new of the changed fields only", async () => {
    const input = promise("AMEND");
    await addPublished(db, input);
    const later = { ...input, due: "2027-03-31" as Day };
    value(
      await changeCommitment(db, keyOf(input), as(officer), (current, deps) => {
        assert.ok(current);
        return amendCommitment(current, later, "工期延长", { ...as(officer), ...deps });
      }),
    );
    const [entry] = await historyOf(db, { subject: "commitment/2026/AMEND" }, { limit: 1 });
    assert.deepEqual(entry?.old, { due: "2026-12-31", version: 2 });
    assert.deepEqual(entry?.new, { due: "2027-03-31", version: 3 });
    assert.equal((await getCommitment(db, keyOf(input)))?.firstDue, "2026-12-31");
  });

  it("a draft is nobody's business but the desk's, neither is its past once it is published", async () => {
    const input = promise("DRAFT", { title: "尚未公开的事项" });
    value(await draft(db, input));
    assert.equal(await getCommitment(db, keyOf(input)), undefined);
    assert.equal((await getCommitment(db, keyOf(input), { desk: true }))?.title, "尚未公开的事项");
    assert.deepEqual(await historyOf(db, { commitment: "DRAFT" }, { limit: 9 }), []);
    const desk = await historyOf(db, { commitment: "DRAFT", desk: true }, { limit: 9 });
    assert.deepEqual([desk[0]?.verb, desk[0]?.account], ["commitment.drafted", "a-steward"]);
  });
});

const PHOTO = {
  sha256: "a".repeat(64),
  fileName: "031汉堡包漢堡包, 汉堡.jpg",
  mediaType: "image/jpeg",
  size: 12_345,
  caption: "改造后的立案大厅",
  showsOn: "2026-07-01" as Day,
  screening: "byEye",
} as const;
