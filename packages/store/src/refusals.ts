// Attempts that were refused for want of permission are kept, for the stewards alone.

import type { By, Refusal, Verb } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import type { Db } from "./connection.ts";
import { addHistory, type HistoryPlace } from "./history.ts";

/** Its own transaction: the change it tells about did not happen. */
export const recordRefusal = async (
  db: Db,
  attempt: HistoryPlace & {
    readonly by?: By | undefined;
    readonly today: Day;
    readonly attempted: Verb;
    readonly refusal: Pick<Refusal, "code">;
  },
): Promise<void> => {
  const { by, today, attempted, refusal, ...place } = attempt;
  await db.transaction().execute((tx) =>
    addHistory(tx, [
      {
        ...place,
        verb: "permission.refused",
        happenedOn: today,
        by,
        old: {},
        new: { attempted, refusal: refusal.code },
      },
    ]),
  );
};
