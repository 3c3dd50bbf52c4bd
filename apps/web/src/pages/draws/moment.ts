// A moment as a reader in the jurisdiction says it: the day and the time on its clocks.

import { formatDay, todayIn } from "@yinuo/period";
import type { Lang } from "../../lang.ts";

/** `at`: UTC. */
export const momentText = (at: string, lang: Lang, timeZone: string): string =>
  `${formatDay(todayIn(new Date(at), timeZone), lang)} ${clockAt(at, timeZone)}`;

/** `09:30` on the clocks of the zone. */
export const clockAt = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(new Date(at));
