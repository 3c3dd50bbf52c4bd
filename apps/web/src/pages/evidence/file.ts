// One evidence file at its permanent address: named as it was given, never run by a browser.

import { listEvidence } from "@yinuo/store";
import type { Ctx } from "../../site.ts";
import { notFound } from "../errors.tsx";
import { isReEncodedImage, thumbOf } from "./thumb.ts";

export const evidenceFile = async (c: Ctx): Promise<Response> => {
  const { store, files } = c.get("deps");
  const sha256 = c.req.param("sha256") ?? "";
  const name = c.req.param("name");
  if (!/^[0-9a-f]{64}$/.test(sha256)) return notFound(c);
  const record = (await listEvidence(store.db, { sha256 })).find(({ fileName }) => fileName === name);
  const file = record === undefined ? undefined : await files.open(sha256);
  if (record === undefined || file === undefined) return notFound(c);
  const inline = isReEncodedImage(record.mediaType);
  const etag = `"${sha256}${c.req.query("thumb") === undefined ? "" : "-thumb"}"`;
  if (c.req.header("if-none-match")?.includes(etag) === true)
    return c.body(null, 304, { "cache-control": CACHING, etag });
  if (c.req.query("thumb") !== undefined && inline) return thumb(c, file.stream, etag);
  return c.body(file.stream, 200, {
    ...SAFE,
    "content-type": record.mediaType,
    "content-length": String(file.size),
    "content-disposition": `${inline ? "inline" : "attachment"}; ${namedFile(record.fileName)}`,
    "cache-control": CACHING,
    etag,
  });
};

/**
 * Asked for again each time, since a redaction has to reach what proxies and browsers keep. Not first "public": the memory
 * of this process keeps no files.
 */
const CACHING = "no-cache, public";

/** The bytes are what their type says. That they run nothing is said for this door in app.ts. */
const SAFE = { "x-content-type-options": "nosniff" } as const;

const thumb = async (c: Ctx, stream: ReadableStream<Uint8Array>, etag: string): Promise<Response> => {
  const small = await thumbOf(new Uint8Array(await new Response(stream).arrayBuffer()));
  return c.body(new Uint8Array(small), 200, {
    ...SAFE,
    "content-type": "image/webp",
    "content-disposition": "inline",
    "cache-control": CACHING,
    etag,
  });
};

/** RFC 6266 with RFC 5987: an ASCII name for old programs, and the real one in UTF-8. */
const namedFile = (name: string): string => {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
};
