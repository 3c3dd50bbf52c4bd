// Every public permanent address below the language root, with the day it was last changed where that is known.

import { parseDay, todayIn, type Day } from "@yinuo/period";
import {
  changesSince,
  listBodies,
  listChecks,
  listCommitments,
  listIndicators,
  listDraws,
  listProblems,
  type ChangedRecord,
} from "@yinuo/store";
import type { Ctx } from "../../site.ts";
import { bodyPath, checkPath, commitmentPath, drawPath, indicatorPath, problemPath } from "../addresses.ts";

export type Address = { readonly path: string; readonly changedOn?: Day | undefined };

/** Lists that are new with every change of the ledger. */
const LISTS = [
  "/",
  "/commitments",
  "/problems",
  "/problems/rounds",
  "/silence",
  "/draws",
  "/checks",
  "/bodies",
  "/indicators",
  "/history",
  "/corrections",
  "/redactions",
  "/changes",
  "/data",
];
const STANDING = ["/method", "/accessibility", "/check-report", "/draws/size"];

const LONG_AGO = parseDay("1900-01-01");

export const publicAddresses = async (c: Ctx): Promise<readonly Address[]> => {
  const { db } = c.get("deps").store;
  const { timeZone } = c.get("jurisdiction");
  const [changes, bodies, indicators, { rows }, { problems }, { draws }, { checks }] = await Promise.all([
    LONG_AGO === undefined ? [] : changesSince(db, { day: LONG_AGO, timeZone }),
    listBodies(db),
    listIndicators(db),
    listCommitments(db, { sort: "code", limit: 1_000_000, offset: 0, today: c.get("today") }),
    listProblems(db, { sort: "code", limit: 1_000_000, offset: 0, today: c.get("today") }),
    listDraws(db, { sort: "code", limit: 1_000_000, offset: 0 }),
    listChecks(db, { sort: "code", limit: 1_000_000, offset: 0, today: c.get("today") }),
  ]);
  const newest = (records: readonly ChangedRecord[] | undefined): Day | undefined => {
    const last = records?.map(({ lastRecordedAt }) => lastRecordedAt).reduce((a, b) => (a > b ? a : b));
    return last === undefined ? undefined : todayIn(new Date(last), timeZone);
  };
  const byBody = Map.groupBy(changes, ({ body }) => body);
  const byIndicator = Map.groupBy(changes, ({ indicator }) => indicator);
  const byCommitment = Map.groupBy(changes, ({ programme, commitment }) => `${programme}/${commitment}`);
  const byProblem = Map.groupBy(changes, ({ problem }) => problem);
  const byDraw = Map.groupBy(changes, ({ draw }) => draw);
  const byCheck = Map.groupBy(changes, ({ inspection }) => inspection);
  const ever = newest(changes.length === 0 ? undefined : changes);
  return [
    ...LISTS.map((path) => ({ path, changedOn: ever })),
    ...STANDING.map((path) => ({ path })),
    ...bodies.map(({ code }) => ({ path: bodyPath("zh-CN", code), changedOn: newest(byBody.get(code)) })),
    ...indicators.map(({ code }) => ({
      path: indicatorPath("zh-CN", code),
      changedOn: newest(byIndicator.get(code)),
    })),
    ...problems.map(({ code }) => ({
      path: problemPath("zh-CN", code),
      changedOn: newest(byProblem.get(code)),
    })),
    ...draws.map(({ code }) => ({
      path: drawPath("zh-CN", code),
      changedOn: newest(byDraw.get(code)),
    })),
    ...checks.map(({ check: { code } }) => ({
      path: checkPath("zh-CN", code),
      changedOn: newest(byCheck.get(code)),
    })),
    ...rows.map((row) => ({
      path: commitmentPath("zh-CN", row),
      changedOn: newest(byCommitment.get(`${row.programme}/${row.code}`)),
    })),
  ];
};
