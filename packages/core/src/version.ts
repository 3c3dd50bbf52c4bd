// What an edit may not do behind somebody's back: overwrite a version it never saw, or replace a permanent name.

import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";

/** What whoever decides has seen; absent where nobody looked at a version. */
export type Seen = {
  /** 0: there was none. */
  readonly seenVersion?: number | undefined;
};

/** A record that is not there has version 0. Refuses: changedMeanwhile. */
export const needSeen = (
  record: { readonly version: number } | undefined,
  seen: number | undefined,
): Result<true, Refusal> => {
  const now = record?.version ?? 0;
  return seen === undefined || seen === now ? ok(true) : refuse({ code: "changedMeanwhile", seen, now });
};

/** An external id may be added but never replaced; leaving it out keeps it. Refuses: codeFixed. */
export const keepExternalId = (
  was: string | undefined,
  typed: string | undefined,
): Result<string | undefined, Refusal> =>
  was === undefined || typed === undefined || typed === was
    ? ok(was ?? typed)
    : refuse({ code: "codeFixed", field: "externalId" });
