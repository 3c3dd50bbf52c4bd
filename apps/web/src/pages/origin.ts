// Where the ledger is reached, for documents that must name whole addresses.

import type { Ctx } from "../site.ts";

/**
 * The address the operator named, or else the one this request was sent to. Anyone can send another host name, so a
 * document made with that is not kept for others.
 */
export const originOf = (c: Ctx): { readonly origin: string; readonly caching: string } => {
  const named = c.get("deps").config.origins[0];
  return named === undefined
    ? { origin: new URL(c.req.url).origin, caching: "private, no-store" }
    : { origin: named, caching: "public, max-age=0, must-revalidate" };
};
