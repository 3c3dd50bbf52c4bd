// What an edit may not do behind somebody's back: overwrite a version it never saw, or replace a permanent name.

import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";

/** `seen` is absent where nobody looked at a version. Refuses: changedMeanwhile. */
export const needSeen = (
  record: { readonly version: number },
  seen: number | undefined,
): Result<true, Refusal> =>
  seen === undefined || seen === record.version
    ? ok(true)
    : refuse({ code: "changedMeanwhile", seen, now: record.version });

/** An external id may be added but never replaced; leaving it out keeps it. Refuses: codeFixed. */
export const keepExternalId = (
  was: string | undefined,
  typed: string | undefined,
): Result<string | undefined, Refusal> =>
  was === undefined || typed === undefined || typed === was
    ? ok(was ?? typed)
    : refuse({ code: "codeFixed", field: "externalId" });
