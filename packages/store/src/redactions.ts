// Redactions: proposed by one body, decided by another, and carried out in the transaction that decides.

import {
  decideRedaction,
  ok,
  proposeRedaction,
  refuse,
  type BodyCode,
  type Context,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { sql } from "kysely";
import { checkRow } from "./check-rows.ts";
import { getCheck } from "./checks.ts";
import { getCommitment } from "./commitments.ts";
import type { Db } from "./connection.ts";
import { addHistory, type HistoryPlace } from "./history.ts";
import { loggedAt } from "./log/logged.ts";
import { problemRow } from "./problem-rows.ts";
import { getProblem } from "./problems.ts";
import { getRedaction, type Redaction } from "./redaction-list.ts";
import { searchedText, searchTerms } from "./search.ts";
import { writing } from "./transaction.ts";

type Proposal = { readonly target: number; readonly field: string; readonly ground: string };

/** Refuses: as `proposeRedaction` of core; nothingChanged where there is no such field, or it was redacted. */
export const addRedaction = (
  db: Db,
  proposal: Proposal,
  context: Context,
): Promise<Result<number, Refusal>> =>
  writing(db, async (tx) => {
    const { target, field } = proposal;
    const open = await tx
      .selectFrom("log_opening")
      .select("value")
      .where("index", "=", target)
      .where("field", "=", field)
      .executeTakeFirst();
    const entry = await loggedAt(tx, target);
    const decided = proposeRedaction({ ...proposal, value: open?.value ?? undefined }, context);
    if (!decided.ok) return decided;
    if (entry === undefined) return refuse({ code: "nothingChanged" });
    const { id } = await tx
      .insertInto("redaction")
      .values({
        target,
        field,
        ground: decided.value.ground,
        proposed_by: decided.value.proposedBy,
        proposed_on: context.today,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tell(tx, { verb: "redaction.proposed", place: entry.place, said: { ...proposal }, context });
    return ok(id);
  });

type Decision = {
  readonly id: number;
  readonly agreed: boolean;
  /** Imports whose stored spreadsheets carry the text: the files are destroyed with it. */
  readonly batches?: readonly string[];
};

/** What is agreed to is gone from the database when it answers; `removeDoomed` takes the files. Refuses: as `decideRedaction` of core. */
export const closeRedaction = (
  db: Db,
  { id, agreed, batches = [] }: Decision,
  context: Context,
): Promise<Result<boolean, Refusal>> =>
  writing(db, async (tx) => {
    const asked = await getRedaction(tx, id);
    if (asked === undefined) return refuse({ code: "nothingChanged" });
    const decided = decideRedaction(asked, context);
    if (!decided.ok) return decided;
    await tx
      .updateTable("redaction")
      .set({ state: agreed ? "approved" : "refused", decided_by: decided.value, decided_on: context.today })
      .where("id", "=", id)
      .execute();
    if (agreed) {
      await carryOut(tx, { asked, decidedBy: decided.value, context });
      await forgetSpreadsheets(tx, batches);
    } else {
      const { target, field, ground } = asked;
      const place = (await loggedAt(tx, target))?.place ?? { subject: "jurisdiction" };
      await tell(tx, { verb: "redaction.refused", place, said: { target, field, ground }, context });
    }
    return ok(agreed);
  });

/** A batch that was not written yet has to be brought in again. */
const forgetSpreadsheets = async (tx: Db, batches: readonly string[]): Promise<void> => {
  if (batches.length === 0) return;
  await sql`INSERT INTO doomed_file SELECT DISTINCT sha256 FROM import_batch
    WHERE id = ANY (${batches}::uuid[]) AND sha256 IS NOT NULL ON CONFLICT DO NOTHING`.execute(tx);
  await sql`UPDATE import_batch SET sha256 = NULL,
    state = CASE WHEN state IN ('applied', 'undone') THEN state ELSE 'failed' END
    WHERE id = ANY (${batches}::uuid[])`.execute(tx);
};

type CarryingOut = { readonly asked: Redaction; readonly decidedBy: BodyCode; readonly context: Context };

/** An entry for each field that holds the text: it is public before the text is gone. */
const carryOut = async (tx: Db, { asked, decidedBy, context }: CarryingOut): Promise<void> => {
  const { rows } = await sql<{
    index: number;
    field: string;
  }>`SELECT index, field FROM redacted_fields(${asked.id})`.execute(tx);
  let place: HistoryPlace | undefined;
  for (const { index, field } of rows) {
    place = (await loggedAt(tx, index))?.place;
    if (place === undefined) continue;
    const redaction = {
      target: index,
      field,
      ground: asked.ground,
      approvers: [decidedBy, asked.proposedBy],
    };
    await tell(tx, { verb: "redaction.made", place, said: { redaction }, context });
  }
  await sql`SELECT apply_redaction(${asked.id})`.execute(tx);
  if (place?.programme !== undefined && place.commitment !== undefined)
    await searchAnew(tx, { programme: place.programme, code: place.commitment });
  if (place?.problem !== undefined) await searchProblemAnew(tx, place.problem);
  if (place?.inspection !== undefined) await searchCheckAnew(tx, place.inspection);
};

type Telling = {
  readonly verb: "redaction.proposed" | "redaction.refused" | "redaction.made";
  readonly place: HistoryPlace;
  readonly said: Readonly<Record<string, unknown>>;
  readonly context: Context;
};

const tell = (tx: Db, { verb, place, said, context }: Telling): Promise<void> =>
  addHistory(tx, [{ ...place, verb, happenedOn: context.today, by: context.by, old: {}, new: said }]);

const searchProblemAnew = async (tx: Db, code: string): Promise<void> => {
  const problem = await getProblem(tx, code);
  if (problem === undefined) return;
  const { search_text, search_terms } = problemRow(problem);
  await tx
    .updateTable("problem")
    .set({ search_text, search_terms: [...search_terms] })
    .where("code", "=", code)
    .execute();
};

const searchCheckAnew = async (tx: Db, code: string): Promise<void> => {
  const check = await getCheck(tx, code);
  if (check === undefined) return;
  const { search_text, search_terms } = checkRow(check);
  await tx
    .updateTable("inspection")
    .set({ search_text, search_terms: [...search_terms] })
    .where("code", "=", code)
    .execute();
};

/** What is looked through held the text as well. */
const searchAnew = async (
  tx: Db,
  key: { readonly programme: string; readonly code: string },
): Promise<void> => {
  const commitment = await getCommitment(tx, key);
  if (commitment === undefined) return;
  const said = searchedText(commitment);
  await tx
    .updateTable("commitment")
    .set({ search_text: said, search_terms: [...searchTerms(said)] })
    .where("programme", "=", key.programme)
    .where("code", "=", key.code)
    .execute();
};
