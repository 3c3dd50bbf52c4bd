// What is due from a body now, group by group in the order of urgency, each with as many rows as are shown.

import { addDays } from "@yinuo/period";
import {
  listCommitments,
  listDueMilestones,
  owingOf,
  type CommitmentQuery,
  type CommitmentRow,
  type DueMilestone,
} from "@yinuo/store";
import type { Desk } from "./context.ts";
import { dueFigures, type DueFigures } from "./due-figures.ts";

/** Days ahead that count as soon. */
export const SOON = 30;

/** In the order of urgency. */
export const WORK_GROUPS = [
  "overdue",
  "milestones",
  "figures",
  "toJudge",
  "dueSoon",
  "silent",
  "drafts",
] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

export type Listed<Row> = { readonly rows: readonly Row[]; readonly total: number };

export type Work =
  | ({ readonly group: "milestones" } & Listed<DueMilestone>)
  | ({ readonly group: "figures" } & Listed<DueFigures>)
  | ({ readonly group: Exclude<WorkGroup, "milestones" | "figures"> } & Listed<CommitmentRow>);

export type Wish = {
  /** Whose work; absent: of all bodies. */
  readonly body: string | undefined;
  readonly limit: number;
  readonly offset: number;
};

/** A group with nothing in it has no rows. */
export const workOf = async (desk: Desk, group: WorkGroup, wish: Wish): Promise<Work> => {
  const { db } = desk.c.get("deps").store;
  const { today } = desk.context;
  const { body, limit, offset } = wish;
  if (group === "milestones")
    return { group, ...(await listDueMilestones(db, { ...wish, dueBy: addDays(today, SOON) })) };
  if (group === "figures") {
    const due = dueFigures(await owingOf(db, { body, today }), today);
    return { group, rows: due.slice(offset, offset + limit), total: due.length };
  }
  const query = queryFor(desk, group, body);
  if (query === undefined) return { group, rows: [], total: 0 };
  return {
    group,
    ...(await listCommitments(db, { ...query, sort: "due", limit, offset, today, desk: true })),
  };
};

type Query = Pick<CommitmentQuery, "standing" | "body" | "without" | "dueBy">;

/** Undefined where there is nothing for this account. */
const queryFor = (
  { context: { by, today } }: Desk,
  group: Exclude<WorkGroup, "milestones" | "figures">,
  body: string | undefined,
): Query | undefined => {
  switch (group) {
    case "overdue":
    case "silent":
      return { standing: group, body };
    case "dueSoon":
      return { standing: "underway", body, dueBy: addDays(today, SOON) };
    case "drafts":
      return { standing: "draft", body };
    case "toJudge":
      // Nobody judges their own work.
      return by.inspects ? { standing: "declared", without: by.body } : undefined;
  }
};
