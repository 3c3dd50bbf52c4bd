// The kept completion of commitments: computed by core from targets, milestones and figures, stored for sorting.

import { completionOf, type Commitment, type CompletionRule, type Target } from "@yinuo/core";
import { sql } from "kysely";
import { selectCommitments, toCommitment } from "./commitment-rows.ts";
import type { Db } from "./connection.ts";
import { indicatorsByCode } from "./indicator-rows.ts";
import { figuresOf, seriesFor } from "./series.ts";
import { recordset, updateRows } from "./rows.ts";

/** The commitments whose completion may have changed. */
export type Affected =
  | { readonly programme: string }
  | { readonly indicators: readonly string[] }
  | { readonly keys: readonly { readonly programme: string; readonly code: string }[] };

/** Part of every change that can move a completion, in its transaction. */
export const refreshCompletions = async (tx: Db, affected: Affected): Promise<void> => {
  if ("keys" in affected && affected.keys.length === 0) return;
  if ("indicators" in affected && affected.indicators.length === 0) return;
  const kept = await readAffected(tx, affected);
  if (kept.length === 0) return;
  const completions = await computeCompletions(tx, kept);
  const moved = kept.flatMap((commitment, at) =>
    commitment.completion === completions[at]
      ? []
      : [{ programme: commitment.programme, code: commitment.code, completion: completions[at] }],
  );
  await updateRows(tx, "commitment", ["programme", "code"], moved);
};

/** In the order given; undefined where unknown. */
export const computeCompletions = async (
  db: Db,
  commitments: readonly Pick<Commitment, "programme" | "targets" | "milestones">[],
): Promise<readonly (number | undefined)[]> => {
  const rules = new Map(
    (await db.selectFrom("programme").select(["code", "completion_rule"]).execute()).map((row) => [
      row.code,
      row.completion_rule as CompletionRule,
    ]),
  );
  const indicators = await indicatorsByCode(db);
  const series = await seriesFor(
    db,
    commitments.flatMap(({ targets }) => targets),
  );
  const figures = new Map([...series].map(([key, { observations }]) => [key, figuresOf(observations)]));
  const seriesOf = ({ indicator, body }: Target) => figures.get(`${indicator}/${body}`) ?? new Map();
  return commitments.map(
    (commitment) =>
      completionOf(commitment, { rule: rules.get(commitment.programme) ?? "least", indicators, seriesOf })
        .whole,
  );
};

const readAffected = async (tx: Db, affected: Affected) => {
  let query = selectCommitments(tx);
  if ("programme" in affected) query = query.where("c.programme", "=", affected.programme);
  if ("keys" in affected)
    query = query.where(
      sql<boolean>`(c.programme, c.code) IN (SELECT programme, code FROM ${recordset("commitment", affected.keys)})`,
    );
  if ("indicators" in affected)
    query = query.where(
      sql<boolean>`(c.programme, c.code) IN (
        SELECT programme, commitment FROM target WHERE indicator = ANY (${[...affected.indicators]}::text[]))`,
    );
  return (await query.execute()).map(toCommitment);
};
