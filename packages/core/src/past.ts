// A day on which something was done has come.

import { compareDays, type Day } from "@yinuo/period";
import type { Context } from "./by.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";

/** Today counts as past: what was done this morning may be recorded. Refuses: dayInFuture. */
export const needPast = (field: string, day: Day, { today }: Pick<Context, "today">): Result<true, Refusal> =>
  compareDays(day, today) > 0 ? refuse({ code: "dayInFuture", field, day, today }) : ok(true);
