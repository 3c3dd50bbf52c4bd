// The transparency log as programs read it: checkpoint, tiles and entry bundles byte for byte (c2sp.org/tlog-tiles), openings beside them.

import { openingOf, openingsBetween, openingsText, proofAt, readTilePath } from "@yinuo/store/log";
import { forEveryone } from "../api/answer.ts";
import type { Doors } from "../doors.ts";
import { etagOf } from "../page-cache.ts";
import type { Ctx } from "../site.ts";

export const registerLog = ({ open }: Doors): void => {
  open("GET /log/checkpoint", async (c) => answer(c, await c.get("deps").logFolder.read("checkpoint"), TEXT));
  open("GET /log/policy", async (c) => answer(c, await c.get("deps").logFolder.read("policy"), TEXT));
  open("GET /log/tile/*", async (c) =>
    answer(c, await readTilePath(c.get("deps").logFolder, below(c, "/log/")), TILE),
  );
  open("GET /log/proof/:file", receiptOfLeaf);
  open("GET /log/open/tile/:file", openingsOfTile);
  open("GET /log/open/:file", openingsOfLeaf);
};

type Kind = { readonly type: string; readonly caching: string };

/** Not first "public": the memory of this process keeps pages, and these are files already. */
const TEXT: Kind = { type: "text/plain; charset=utf-8", caching: "max-age=2, must-revalidate, public" };
const TILE: Kind = { type: "application/octet-stream", caching: "max-age=31536000, immutable, public" };
/** A redaction changes what they say. */
const OPENINGS: Kind = { type: "application/json; charset=utf-8", caching: "no-cache, public" };

const below = (c: Ctx, prefix: string): string => c.req.path.slice(prefix.length);

const answer = (c: Ctx, bytes: Uint8Array | undefined, { type, caching }: Kind): Response => {
  if (bytes === undefined) return c.text("There is no such file in this log.\n", 404, forEveryone);
  const etag = etagOf(bytes);
  const headers = { ...forEveryone, "cache-control": caching, etag };
  if (c.req.header("if-none-match")?.includes(etag) === true) return c.body(null, 304, headers);
  return c.body(new Uint8Array(bytes), 200, { ...headers, "content-type": type });
};

const openingsOfLeaf = async (c: Ctx): Promise<Response> => {
  const [, index] = /^(0|[1-9]\d{0,14})\.json$/.exec(c.req.param("file") ?? "") ?? [];
  const found = index === undefined ? undefined : await openingOf(c.get("deps").store.db, Number(index));
  return answer(c, found === undefined ? undefined : openingsText([found]), OPENINGS);
};

/** For a reader to keep: it carries the leaf and what opens it (docs/proof.md). */
const receiptOfLeaf = async (c: Ctx): Promise<Response> => {
  const [, index] = /^(0|[1-9]\d{0,14})\.tlog-proof$/.exec(c.req.param("file") ?? "") ?? [];
  const { store, logFolder } = c.get("deps");
  const found = index === undefined ? undefined : await proofAt(store.db, logFolder, Number(index));
  const receipt = found?.inclusion?.receipt;
  if (receipt === undefined) return answer(c, undefined, RECEIPT);
  c.header("content-disposition", `attachment; filename="entry-${index}.tlog-proof"`);
  return answer(c, Buffer.from(receipt), RECEIPT);
};

/** Longer with every checkpoint, and other after a redaction. */
const RECEIPT: Kind = { type: "text/plain; charset=utf-8", caching: "no-cache, public" };

const BUNDLE = 256;

/** Those of a bundle's leaves at once, for whoever reads the whole log. */
const openingsOfTile = async (c: Ctx): Promise<Response> => {
  const [, number] = /^(0|[1-9]\d{0,11})\.jsonl$/.exec(c.req.param("file") ?? "") ?? [];
  const from = Number(number) * BUNDLE;
  const found =
    number === undefined ? [] : await openingsBetween(c.get("deps").store.db, { from, to: from + BUNDLE });
  return answer(c, found.length === 0 ? undefined : openingsText(found), OPENINGS);
};
