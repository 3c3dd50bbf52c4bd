// What is owed, read from the ledger for the rule in core; and how a body answered so far.

import {
  answeredOf,
  deadlineOf,
  FIGURE_WITHIN_DAYS,
  owedItems,
  type OwedItem,
  type OwedSources,
  type ResponseRecord,
} from "@yinuo/core";
import { addDays, daysBetween, lastDay, parsePeriod, type Day } from "@yinuo/period";
import { listCommitments } from "./commitment-list.ts";
import type { Db } from "./connection.ts";
import { listDueMilestones } from "./due-milestones.ts";
import { owingOf } from "./owing.ts";
import { selectProblems, toProblem } from "./problem-rows.ts";
import { listProgrammes } from "./programmes.ts";

/** No list is longer. */
const ALL = 1_000_000;

/** What everybody owes, the longest owed first. */
export const listOwed = async (db: Db, { today }: { readonly today: Day }): Promise<readonly OwedItem[]> =>
  owedItems(await sourcesOf(db, today), today);

const sourcesOf = async (db: Db, today: Day): Promise<OwedSources> => {
  const all = { sort: "due", limit: ALL, offset: 0, today } as const;
  const [figures, overdue, silent, milestones, programmes, problems] = await Promise.all([
    owingOf(db, { body: undefined, today }),
    listCommitments(db, { ...all, standing: "overdue" }),
    listCommitments(db, { ...all, standing: "silent" }),
    listDueMilestones(db, { dueBy: addDays(today, -1), limit: ALL, offset: 0 }),
    listProgrammes(db, { published: true }),
    selectProblems(db).execute(),
  ]);
  const allowed = new Map<string, number>(programmes.map((one) => [one.code, one.silentAfterDays]));
  return {
    figures,
    overdue: overdue.rows.flatMap(({ due, ...row }) =>
      due === undefined ? [] : [{ ...row, body: row.lead, due }],
    ),
    silent: silent.rows.map((row) => ({
      ...row,
      body: row.lead,
      days: row.standing.days ?? 0,
      allowed: allowed.get(row.programme) ?? 0,
    })),
    milestones: milestones.rows
      .filter(({ programme }) => allowed.has(programme))
      .map((row) => ({ ...row, code: row.commitment, body: row.lead })),
    problems: problems.map(toProblem),
  };
};

/** Figures by the day each was first recorded, problems by the day they were last declared fixed. */
export const responseRecordOf = async (db: Db, body: string): Promise<ResponseRecord> => {
  const [recorded, problems] = await Promise.all([
    db
      .selectFrom("history")
      .select(({ fn }) => ["subject", fn.min("happened_on").as("on")])
      .where("body", "=", body)
      .where("verb", "=", "observation.recorded")
      .groupBy("subject")
      .execute(),
    selectProblems(db).where("p.owner", "=", body).where("p.declared_on", "is not", null).execute(),
  ]);
  return {
    figures: answeredOf(
      recorded.flatMap(({ subject, on }) => {
        const period = parsePeriod(subject.split("/").at(-1) ?? "");
        // A figure for a period that is not over yet is a forecast, and no answer.
        const took = period === undefined || on === null ? -1 : daysBetween(lastDay(period), on as Day);
        return took < 0 ? [] : [{ took, allowed: FIGURE_WITHIN_DAYS }];
      }),
    ),
    problems: answeredOf(
      problems.map(toProblem).flatMap((problem) =>
        problem.declared === undefined
          ? []
          : [
              {
                took: daysBetween(problem.openedOn, problem.declared.on),
                allowed: daysBetween(problem.openedOn, deadlineOf(problem)),
              },
            ],
      ),
    ),
  };
};
