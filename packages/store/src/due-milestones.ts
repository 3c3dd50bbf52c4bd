// Milestones of published commitments that are not done and whose day is near or past.

import type { BodyCode, CommitmentCode, ProgrammeCode } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { sql } from "kysely";
import type { Db } from "./connection.ts";
import { present } from "./rows.ts";

export type DueMilestone = {
  readonly programme: ProgrammeCode;
  readonly commitment: CommitmentCode;
  readonly commitmentTitle: string;
  readonly commitmentTitleEn?: string | undefined;
  readonly lead: BodyCode;
  readonly support: readonly BodyCode[];
  readonly milestone: string;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly due: Day;
};

type Query = {
  /** Leads or supports. */
  readonly body?: string | undefined;
  /** Due on this day or before. */
  readonly dueBy: Day;
  readonly limit: number;
  readonly offset: number;
};

/** The longest overdue first. */
export const listDueMilestones = async (
  db: Db,
  { body, dueBy, limit, offset }: Query,
): Promise<{ readonly rows: readonly DueMilestone[]; readonly total: number }> => {
  let found = db
    .selectFrom("milestone as m")
    .innerJoin("commitment as c", (on) =>
      on.onRef("c.programme", "=", "m.programme").onRef("c.code", "=", "m.commitment"),
    )
    .where("m.done_on", "is", null)
    .where("m.due", "<=", dueBy)
    .where("c.stage", "in", ["published", "declared"]);
  if (body !== undefined) found = found.where(sql<boolean>`c.bodies @> ARRAY[${body}]::text[]`);
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await found
    .select([
      "c.programme",
      "c.code as commitment",
      "c.title as commitmentTitle",
      "c.title_en as commitmentTitleEn",
      "c.lead",
      "c.support",
      "m.code as milestone",
      "m.title",
      "m.title_en as titleEn",
      "m.due",
    ])
    .orderBy("m.due")
    .orderBy("c.code_sort")
    .orderBy("c.programme")
    .orderBy("m.code")
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows: rows.map((row) => present(row) as unknown as DueMilestone), total };
};
