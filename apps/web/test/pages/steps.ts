// Days, people and words that the small invented ledger and its tests share.

import { accountId, type By, type Result } from "@yinuo/core";
import { parseDay, parsePeriod, type Day, type Period } from "@yinuo/period";

export const day = (text: string): Day => {
  const read = parseDay(text);
  if (read === undefined) throw new Error(`not a day: ${text}`);
  return read;
};

export const period = (text: string): Period => {
  const read = parsePeriod(text);
  if (read === undefined) throw new Error(`not a period: ${text}`);
  return read;
};

export const TODAY = day("2026-10-15");
export const XSS = `<script>alert("x")</script><img src=x onerror=alert(1)>`;
/** Must never be seen by anybody without an account. */
export const SECRET = "尚未公开的草稿";

const STEWARD: By = { account: accountId("steward"), role: "steward", inspects: false };

export type Step = { readonly today: Day; readonly by: By };
export const step = (today: string, by: By = STEWARD): Step => ({ today: day(today), by });
export const JANUARY = step("2026-01-05");

export const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
