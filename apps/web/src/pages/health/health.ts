// Whether the ledger works, for the operator: the database, the data's version, and whether its addresses fit.

import { logStateOf, sentenceOf, type LogState } from "@yinuo/store/log";
import { isStalled } from "../../log/stalled.ts";
import type { Ctx } from "../../site.ts";

/** 200 when everything is well, 503 with sentences that say what is not. */
export const health = async (c: Ctx): Promise<Response> => {
  const { store, config } = c.get("deps");
  const database = await store.answers();
  const log = database ? await logStateOf(store.db) : undefined;
  const wrong = [
    ...(database ? [] : ["The database does not answer."]),
    ...(store.fresh() ? [] : ["The database does not report changes: pages are not kept, and are slower."]),
    ...(log?.trouble === undefined ? [] : [sentenceOf(log.trouble.trouble)]),
    ...(log !== undefined && isStalled(log, c.get("deps").now())
      ? [
          `The log has not signed since ${log.pendingSince}: no process is sequencing, or it cannot keep up. Look at the program's output for lines with "what":"log".`,
        ]
      : []),
  ];
  const warnings = addressProblems(c, config.origins);
  return c.json(
    {
      ok: wrong.length === 0,
      database,
      dataVersion: store.version(),
      fresh: store.fresh(),
      origins: config.origins,
      host: c.req.header("host") ?? null,
      log: log === undefined ? null : told(log),
      wrong,
      warnings,
    },
    wrong.length === 0 ? 200 : 503,
    { "cache-control": "no-store" },
  );
};

/** `pending`: entries that no checkpoint covers yet; `backlog`: those from before the log that still wait for a place. */
const told = ({ checkpoint, pending, backlog, trouble }: LogState) => ({
  origin: checkpoint?.origin ?? null,
  size: checkpoint?.size ?? 0,
  signedAt: checkpoint?.at ?? null,
  pending,
  backlog,
  trouble: trouble === undefined ? null : { code: trouble.trouble.code, since: trouble.since },
});

/** Why forms sent from the address of this request would be refused. */
const addressProblems = (c: Ctx, origins: readonly string[]): string[] => {
  const host = c.req.header("host");
  const scheme = c.req.header("x-forwarded-proto")?.split(",")[0]?.trim();
  const forwarded = c.req.header("x-forwarded-host")?.split(",")[0]?.trim();
  const asked = forwarded ?? host;
  if (origins.length === 0)
    return forwarded !== undefined && forwarded !== host
      ? [
          `A proxy serves this ledger as ${forwarded} and passes it on as ${host}, so forms sent from ${forwarded} are refused. Set YINUO_ORIGINS to the address people type, e.g. https://${forwarded}.`,
        ]
      : [];
  const fitting = origins.filter((origin) => new URL(origin).host === asked);
  if (fitting.length === 0)
    return [
      `This request came to ${asked}, which is not among YINUO_ORIGINS (${origins.join(", ")}), so forms sent from there are refused. Add it, e.g. https://${asked}.`,
    ];
  if (scheme !== undefined && !fitting.some((origin) => origin === `${scheme}://${asked}`))
    return [
      `The proxy says people use ${scheme}://${asked}, but YINUO_ORIGINS names ${fitting.join(", ")}: the scheme differs, so forms are refused.`,
    ];
  return [];
};
