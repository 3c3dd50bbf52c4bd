// Forms are accepted only from the ledger's own addresses, also behind a proxy and under several host names.

import type { MiddlewareHandler } from "hono";
import type { Config } from "./config.ts";
import { crossSite } from "./pages/errors.tsx";
import type { Env } from "./site.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A browser always names the page a form comes from, in Origin or in Sec-Fetch-Site. A post that names neither,
 * or names another site, is refused. With YINUO_ORIGINS set, exactly those addresses are ours;
 * without, the address the request was sent to is.
 */
export const sameSite =
  (config: Pick<Config, "origins">): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (SAFE.has(c.req.method)) return next();
    const origin = c.req.header("origin");
    const fetchSite = c.req.header("sec-fetch-site");
    const host = c.req.header("host");
    if (isOurs({ origin, fetchSite, host }, config.origins)) return next();
    return crossSite(c, origin);
  };

type Named = {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly host: string | undefined;
};

export const isOurs = ({ origin, fetchSite, host }: Named, ours: readonly string[]): boolean => {
  if (fetchSite !== undefined && fetchSite !== "same-origin") return false;
  if (origin === undefined || origin === "null") return fetchSite === "same-origin";
  if (ours.length > 0) return ours.includes(origin);
  return hostOf(origin) === host;
};

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
};
