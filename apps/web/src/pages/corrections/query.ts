// What may be asked of the corrections, read from an address and written into one.

import { CORRECTION_KINDS, type CorrectionFilter, type CorrectionKind } from "@yinuo/store";
import { parseDay, type Day } from "@yinuo/period";
import type { Ctx } from "../../site.ts";

export type CorrectionsQuery = {
  readonly kind: CorrectionKind | undefined;
  readonly body: string;
  readonly since: Day | undefined;
  /** The number of the last entry on the page before. */
  readonly before: number | undefined;
};

/** What is not understood is left out: an old or mistyped link still shows a list. */
export const readCorrectionsQuery = (c: Ctx): CorrectionsQuery => {
  const before = Number(c.req.query("before"));
  return {
    kind: CORRECTION_KINDS.find((kind) => kind === c.req.query("kind")),
    body: (c.req.query("body") ?? "").slice(0, 100),
    since: parseDay(c.req.query("since") ?? ""),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  };
};

export const correctionFilter = (c: Ctx, { kind, body, since }: CorrectionsQuery): CorrectionFilter => ({
  ...(kind === undefined ? {} : { kind }),
  ...(body === "" ? {} : { concerns: body }),
  ...(since === undefined ? {} : { since: { day: since, timeZone: c.get("jurisdiction").timeZone } }),
});
