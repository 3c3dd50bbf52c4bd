// Whether what waits for the log's signature has waited too long: it takes seconds when anybody does the work.

import type { LogState } from "@yinuo/store/log";

const MOST_MINUTES = 10;

/** Not while older entries are still being added, which takes as long as it takes. */
export const isStalled = ({ pendingSince, backlog, trouble }: LogState, now: Date): boolean =>
  trouble === undefined &&
  backlog === 0 &&
  pendingSince !== undefined &&
  now.getTime() - Date.parse(pendingSince) > MOST_MINUTES * 60_000;
