// Draws in the database: planned against the ledger and its log as they stand, then locked, decided, saved with their history.

import {
  changedFields,
  drawnSubjects,
  drawTold,
  ok,
  planDraw,
  refuse,
  type AccountId,
  type BodyCode,
  type CeremonyContext,
  type Change,
  type Context,
  type Draw,
  type DrawCode,
  type DrawInput,
  type DrawStage,
  type DrawSubject,
  type EarlierPlan,
  type PlanInLog,
  type Refusal,
  type Result,
} from "@yinuo/core";
import type { Db } from "./connection.ts";
import { eligibleFor, staffedPlaces, type PlacesWish, type StaffedPlace } from "./draw-frame.ts";
import { drawRow, toDraw } from "./draw-rows.ts";
import { addHistory, type HistoryPlace } from "./history.ts";
import { lastCheckpoint } from "./log/checkpoints.ts";
import { countLeaves } from "./log/rows.ts";
import { insertRows } from "./rows.ts";
import { save, type Saving } from "./save.ts";
import { writing } from "./transaction.ts";

export const getDraw = async (db: Db, code: string): Promise<Draw | undefined> => {
  const row = await db.selectFrom("draw").selectAll().where("code", "=", code).executeTakeFirst();
  return row === undefined ? undefined : toDraw(row);
};

/** Now, as draws write it: UTC, to the second. */
export type Timed = Context & { readonly at: string };

/** `places` are looked at only where inspectors are drawn. */
export type PlanWish = { readonly input: DrawInput; readonly places: PlacesWish };

/** The frame is taken under the lock, so that it is what the log says at that size. Refuses as `planDraw` of core. */
export const addDraw = (
  db: Db,
  { input, places }: PlanWish,
  context: Timed,
): Promise<Result<Draw, Refusal>> =>
  writing(db, async (tx) => {
    const { decided, staffed } = await decide(tx, { input, places }, context);
    if (!decided.ok) return decided;
    await saveDraw(tx, { was: undefined, change: decided.value }, context);
    await savePlaces(tx, decided.value.state.code, staffed);
    return ok(decided.value.state);
  });

/** The plan as it would be now; nothing is kept. Refuses as `addDraw`. */
export const previewDraw = async (db: Db, wish: PlanWish, context: Timed): Promise<Result<Draw, Refusal>> => {
  const { decided } = await decide(db, wish, context);
  return decided.ok ? ok(decided.value.state) : decided;
};

const decide = async (tx: Db, { input, places }: PlanWish, context: Timed) => {
  const staffed = input.inspectors === undefined ? [] : await staffedPlaces(tx, places);
  const decided = planDraw(input, {
    ...context,
    frozenAt: await countLeaves(tx),
    matching: await eligibleFor(tx, { ...input, today: context.today }),
    places: staffed,
    earlier: await earlierPlans(tx),
  });
  return { decided, staffed };
};

const savePlaces = async (tx: Db, draw: DrawCode, places: readonly StaffedPlace[]): Promise<void> => {
  if (places.length === 0) return;
  const rows = places.map(({ id: place, body, account }) => ({ draw, place, body, account }));
  await insertRows(tx, "draw_place", rows);
};

/** Locks, decides, saves and writes the history. Refuses: drawUnknown, and whatever `decide` does. */
export const changeDraw = (
  db: Db,
  code: string,
  context: Timed,
  decide: (current: Draw, context: CeremonyContext) => Result<Change<Draw>, Refusal>,
): Promise<Result<Draw, Refusal>> =>
  writing(db, async (tx) => {
    const was = await getDraw(tx, code);
    if (was === undefined) return refuse({ code: "drawUnknown", draw: code });
    const decided = decide(was, { ...context, plan: await planInLog(tx, code) });
    if (!decided.ok) return decided;
    await saveDraw(tx, { was, change: decided.value }, context);
    return ok(decided.value.state);
  });

const saveDraw = async (tx: Db, saving: Saving<Draw>, { by }: Context): Promise<void> => {
  await save(tx, "draw", ["code"], [saving], drawRow);
  const { was, change } = saving;
  const told = changedFields(was === undefined ? undefined : drawTold(was), drawTold(change.state));
  await addHistory(tx, [{ ...change.event, by, ...drawPlace(change.state), ...told }]);
};

/** Told under the body that draws. */
const drawPlace = ({ code, body }: Draw): HistoryPlace => ({ subject: `draw/${code}`, draw: code, body });

/** The entry of the plan; `published` once a checkpoint of the log covers it. */
export const planInLog = async (
  db: Db,
  code: string,
): Promise<(PlanInLog & { readonly index: number }) | undefined> => {
  const [entry] = await loggedEntries(db, { draw: code, verb: "draw.planned" });
  if (entry === undefined) return undefined;
  const last = await lastCheckpoint(db);
  return { ...entry, published: last !== undefined && entry.index < last.size };
};

export type LoggedDrawEntry = { readonly index: number; readonly leaf: string; readonly draw: string };

/** In the order of the log. */
export const loggedEntries = async (
  db: Db,
  { draw, verb }: { readonly draw?: string; readonly verb: "draw.planned" | "draw.drawn" },
): Promise<readonly LoggedDrawEntry[]> => {
  let query = db
    .selectFrom("history")
    .innerJoin("log_entry", "log_entry.history_seq", "history.seq")
    .select(["log_entry.index", "log_entry.leaf_hash", "history.draw"])
    .where("history.verb", "=", verb)
    .where("history.draw", "is not", null)
    .orderBy("log_entry.index");
  if (draw !== undefined) query = query.where("history.draw", "=", draw);
  const rows = await query.execute();
  return rows.map((row) => ({
    index: row.index,
    leaf: row.leaf_hash.toString("hex"),
    draw: row.draw ?? "",
  }));
};

const earlierPlans = async (tx: Db): Promise<readonly EarlierPlan[]> => {
  const leaves = new Map(
    (await loggedEntries(tx, { verb: "draw.planned" })).map((one) => [one.draw, one.leaf]),
  );
  const rows = await tx.selectFrom("draw").select(["code", "round", "number", "stage"]).execute();
  return rows.map(({ code, round, number, stage }) => ({
    code: code as DrawCode,
    round,
    number,
    stage: stage as DrawStage,
    leaf: leaves.get(code),
  }));
};

/** What is to be looked at, and by whom: what stands after all replacements. */
export type DrawnForCheck = {
  readonly draw: DrawCode;
  readonly body: BodyCode;
  readonly subject: DrawSubject;
  readonly drawn: readonly {
    /** `2026/FY-01` of a commitment or measure, `2026-003` of a problem. */
    readonly id: string;
    /** Empty where inspectors are not drawn. The account is never public, and missing where the body sends somebody itself. */
    readonly inspectors: readonly {
      readonly place: string;
      readonly body: BodyCode;
      readonly account: AccountId | undefined;
    }[];
  }[];
};

/** `undefined` unless there is such a draw, and it was drawn and not called off. */
export const drawnForCheck = async (db: Db, code: string): Promise<DrawnForCheck | undefined> => {
  const draw = await getDraw(db, code);
  if (draw?.stage !== "drawn") return undefined;
  const rows = await db.selectFrom("draw_place").selectAll().where("draw", "=", code).execute();
  const places = new Map(
    rows.map(({ place, body, account }) => [
      place,
      { place, body: body as BodyCode, account: (account ?? undefined) as AccountId | undefined },
    ]),
  );
  const drawn = drawnSubjects(draw).map(({ id, inspectors }) => ({
    id,
    inspectors: inspectors.flatMap((place) => places.get(place) ?? []),
  }));
  return { draw: draw.code, body: draw.body, subject: draw.subject, drawn };
};
