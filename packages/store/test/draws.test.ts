// Draws in the database: no dice before the plan is in a published checkpoint, no second chance, and the whole recomputed by a stranger.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  abortDraw,
  accountId,
  callOffDraw,
  draftCommitment,
  publishCommitment,
  replaceDrawn,
  rollDice,
  sameFields,
  type Draw,
  type DrawInput,
} from "@yinuo/core";
import { canonicalJson, planDigest, verifyDraw, type DrawFiles, type Step } from "@yinuo/random-draw";
import { readEvidence } from "@yinuo/random-draw/log-evidence";
import { formatVerifierKey, parsePolicy } from "@yinuo/transparency-log";
import { sql } from "kysely";
import {
  addAccount,
  addDraw,
  addRedaction,
  changeCommitment,
  changeDraw,
  closeRedaction,
  countDraws,
  drawEvidence,
  drawnForCheck,
  getDraw,
  historyOf,
  listDraws,
  planInLog,
  plansOfRound,
  type Db,
  type Timed,
} from "../src/index.ts";
import { as, inspector, ledger, officer, promise, refusalOf, steward, value } from "./ledger.ts";
import { logWorld, opened, sequenceAll, type LogWorld } from "./log-world.ts";

let db: Db;
let world: LogWorld;

const ROLLS = "63454660390103169462";
const INPUT: DrawInput = {
  round: "2026-Q3",
  subject: "commitments",
  filter: {},
  stratify: "body",
  eligible: "2026年已公开的承诺事项",
  sample: { draw: 4 },
  excluded: [{ id: "2026/P-1", reason: "场地停水" }],
  inspectors: { each: 1, recused: [] },
  sides: 10,
  ceremonyAt: "2026-08-16T01:00:00Z",
  venue: "县政府一楼大厅",
};
const PLACES = [{ body: "office", places: 2 }] as unknown as Parameters<typeof addDraw>[1]["places"];
const planning: Timed = { ...as(inspector), at: "2026-08-15T01:00:00Z" };
const holding: Timed = { ...as(inspector), at: "2026-08-16T01:20:00Z" };

const plan = (more: Partial<DrawInput> = {}) =>
  addDraw(db, { input: { ...INPUT, ...more }, places: PLACES }, planning);
const roll = ({ code }: Draw, typed: string, context = holding) =>
  changeDraw(db, code, context, (draw, now) => rollDice(draw, { first: typed, second: typed }, now));
const publish = (code: string, lead: string) => {
  const key = { programme: "2026", code };
  return changeCommitment(db, key, as(steward), (_, deps) => {
    const context = { ...as(steward), ...deps };
    const drafted = draftCommitment(
      { ...promise(code), lead, support: [] },
      { ...context, existing: undefined },
    );
    return drafted.ok ? publishCommitment(drafted.value.state, context) : drafted;
  });
};

/** As a stranger sees it, with the files, the receipts, and the log's key. */
const shown = async (draw: Draw, more: Partial<DrawFiles> = {}) => {
  const evidence = await drawEvidence({ db, folder: world.folder }, draw);
  assert.ok(evidence);
  const policy = value(
    parsePolicy(Buffer.from(`log ${formatVerifierKey(world.key.verifier)}\nquorum none\n`)),
  );
  const files: DrawFiles = {
    plan: canonicalJson(draw.plan),
    frame: draw.frame,
    inspectors: draw.inspectors,
    seed: canonicalJson(draw.seed),
    result: canonicalJson(draw.result),
    ...more,
  };
  return verifyDraw(files, value(readEvidence(JSON.stringify(evidence), policy)));
};
const differing = (steps: readonly Step[]) =>
  steps.filter(({ is }) => is === "differs").map(({ step }) => step);

describe("a draw", () => {
  let draw: Draw;
  before(async () => {
    ({ db } = await ledger());
    world = await logWorld(db);
    for (const at of [1, 2, 3]) value(await publish(`C-${at}`, "court"));
    for (const at of [1, 2, 3, 4]) value(await publish(`P-${at}`, "police"));
    const account = {
      name: "督查一组",
      email: "one@example.org",
      role: "inspector",
      body: "office",
    } as const;
    const made = { input: account, id: accountId("a-one"), passwordHash: "none" };
    value(await addAccount(db, made, as(steward)));
    await sequenceAll(db, world);
    draw = value(await plan());
  });

  it("is planned for all that the filter matches at the size of the log, without what is left out", async () => {
    assert.deepEqual(draw.frame.split("\n"), [
      "court\t2026/C-1\tcourt",
      "court\t2026/C-2\tcourt",
      "court\t2026/C-3\tcourt",
      "police\t2026/P-2\tpolice",
      "police\t2026/P-3\tpolice",
      "police\t2026/P-4\tpolice",
    ]);
    const logged = await planInLog(db, draw.code);
    assert.equal(draw.plan.frozenAt, logged?.index);
    assert.ok(sameFields((await getDraw(db, draw.code)) ?? {}, draw));
    const fields = await opened(db, logged?.index ?? -1);
    assert.equal(fields.get("new.plan"), planDigest(draw.plan));
    assert.equal(fields.get("new.frame"), draw.plan.frame);
  });

  it("takes no roll until a published checkpoint covers its plan, nor before the ceremony", async () => {
    assert.equal(refusalOf(await roll(draw, "6")), "planNotPublished");
    await sequenceAll(db, world);
    assert.equal(refusalOf(await roll(draw, "6", planning)), "ceremonyNotBegun");
  });

  it("is the only one of its round until it is over: a second plan cannot hide", async () => {
    assert.equal(refusalOf(await plan({ reason: "重抽" })), "roundOpen");
    assert.equal(refusalOf(await plan({ round: "2026q3", reason: "重抽" })), "roundOpen");
  });

  it("is not moved by what is added to the ledger after its plan", async () => {
    value(await publish("C-9", "court"));
    value(await roll(draw, ROLLS.slice(0, 7)));
    draw = value(await roll(draw, ROLLS.slice(7)));
    await sequenceAll(db, world);
    assert.deepEqual([draw.stage, draw.rolls, draw.frame.includes("C-9")], ["drawn", ROLLS, false]);
    const { ok: holds, steps, plans } = await shown(draw);
    assert.equal(holds, true, JSON.stringify(steps));
    assert.equal(plans, 1);
  });

  it("shows a stranger what was touched up afterwards", async () => {
    const text = draw.frame;
    const added = `court\t2026/C-9\tcourt\n${text}`;
    assert.deepEqual(differing((await shown(draw, { frame: added })).steps).slice(0, 1), ["frame"]);
    const removed = text.split("\n").slice(1).join("\n");
    assert.deepEqual(differing((await shown(draw, { frame: removed })).steps).slice(0, 1), ["frame"]);
    const spelled = text.replace("2026/C-1", "2026/C-1 ");
    assert.deepEqual(differing((await shown(draw, { frame: spelled })).steps), ["files"]);
    const parts = [{ source: "dice", rolls: "23546992048967376252" }];
    const other = canonicalJson({ ...draw.seed, parts });
    assert.ok(differing((await shown(draw, { seed: other })).steps).includes("oneSeed"));
  });

  it("has no second chance, whatever program writes: not its plan, not its frame, not its rolls, not its picks", async () => {
    const { code } = draw;
    for (const set of [
      sql`rolls = '23546992048967376252'`,
      sql`frame = frame || ' '`,
      sql`plan = plan || '{"round":"x"}'`,
      sql`seed = seed || '{"at":"2026-08-16T01:21:00Z"}'`,
      sql`result = jsonb_set(result, '{picks}', '[]')`,
    ])
      await assert.rejects(sql`UPDATE draw SET ${set} WHERE code = ${code}`.execute(db), /no second chance/);
    assert.equal(refusalOf(await roll(draw, "1")), "wrongDrawStage");
  });

  it("gives what was drawn with its inspectors, after replacements; names and accounts are in no public entry", async () => {
    const [gone] = draw.result?.picks ?? [];
    const input = { id: gone?.id ?? "", reason: "道路冲毁" };
    draw = value(await changeDraw(db, draw.code, holding, (one, now) => replaceDrawn(one, input, now)));
    await sequenceAll(db, world);
    assert.equal((await shown(draw)).ok, true);
    const drawn = await drawnForCheck(db, draw.code);
    assert.equal(drawn?.drawn.length, 4);
    assert.ok(drawn?.drawn.every(({ id }) => id !== input.id));
    const places = new Map(
      drawn?.drawn.flatMap(({ inspectors }) => inspectors.map((one) => [one.place, one.account])),
    );
    assert.deepEqual(places.get("office-1"), "a-one");
    assert.equal(places.get("office-2"), undefined);
    const entries = await historyOf(db, { draw: draw.code }, { limit: 50 });
    assert.deepEqual(entries.map(({ verb }) => verb).toReversed(), [
      "draw.planned",
      "draw.rolled",
      "draw.drawn",
      "draw.replaced",
    ]);
    assert.doesNotMatch(JSON.stringify(entries), /a-one|督查一组|one@example/);
  });

  it("called off, it counts no longer; the next plan of the round names it, and the public sees both", async () => {
    draw = value(await changeDraw(db, draw.code, holding, (one, now) => callOffDraw(one, "名录有误", now)));
    assert.equal(await drawnForCheck(db, draw.code), undefined);
    assert.equal(refusalOf(await plan()), "reasonMissing");
    const second = value(await plan({ reason: "名录更正后重抽", ceremonyAt: "2026-08-17T01:00:00Z" }));
    assert.deepEqual([second.code, second.replaces], ["2026-Q3-2", "2026-Q3-1"]);
    assert.equal(second.plan.replaces?.leaf, (await planInLog(db, draw.code))?.leaf);
    const aborted = await changeDraw(db, second.code, holding, (one, now) => abortDraw(one, "停电", now));
    assert.equal(value(aborted).stage, "aborted");
    assert.equal((await plansOfRound(db, "2026 q3")).length, 2);
    assert.deepEqual(await countDraws(db, {}), {
      planned: 0,
      rolling: 0,
      drawn: 0,
      aborted: 1,
      calledOff: 1,
    });
    const { draws, total } = await listDraws(db, { q: "大厅", sort: "code", limit: 1, offset: 1 });
    assert.deepEqual([draws.map(({ code }) => code), total], [["2026-Q3-2"], 2]);
  });

  it("loses a reason to a redaction where it stands now as well, and nothing else", async () => {
    const entries = await db
      .selectFrom("history")
      .select("seq")
      .where("verb", "=", "draw.called-off")
      .execute();
    const { index } = await db
      .selectFrom("log_entry")
      .select("index")
      .where("history_seq", "=", entries[0]?.seq ?? 0)
      .executeTakeFirstOrThrow();
    const proposal = { target: index, field: "reason", ground: "court-order" };
    const id = value(await addRedaction(db, proposal, as(inspector)));
    value(await closeRedaction(db, { id, agreed: true }, as(officer)));
    const gone = await getDraw(db, draw.code);
    assert.equal(gone?.ended?.reason, "▇▇▇");
    assert.deepEqual([gone?.plan, gone?.result], [draw.plan, draw.result]);
  });

  it("refuses what is not there, and leaves nothing of what was refused", async () => {
    assert.equal(refusalOf(await roll({ ...draw, code: "none-1" as never }, "1")), "drawUnknown");
    assert.equal(
      refusalOf(await plan({ round: "2026-Q4", filter: { body: "nobody" as never } })),
      "notEligible",
    );
    assert.equal((await plansOfRound(db, "2026-Q4")).length, 0);
  });
});
