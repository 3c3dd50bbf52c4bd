// Public pages kept ready to send, by address, for as long as the data and the day stay the same.

import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip as gzipCallback } from "node:zlib";

const gzip = promisify(gzipCallback);

/** What a kept page depends on: any change of it makes every kept page stale. */
export type Freshness = () => string | undefined;

type Kept = {
  readonly stamp: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly zipped: Buffer;
  readonly plainHeaders: Record<string, string | number>;
  readonly zippedHeaders: Record<string, string | number>;
};

export type PageCache = {
  /** Answers from memory when the page is kept and fresh; false when the app must answer. */
  readonly serve: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly keep: (address: string, response: Response, stamp: string) => Promise<void>;
  readonly stamp: Freshness;
};

/** Kept pages take at most `mostBytes`; the one unused longest goes first. */
export const createPageCache = (freshness: Freshness, mostBytes = 64 * 1024 * 1024): PageCache => {
  const pages = new Map<string, Kept>();
  let bytes = 0;
  const drop = (address: string, page: Kept): void => {
    pages.delete(address);
    bytes -= page.plain.length + page.zipped.length;
  };
  return {
    stamp: freshness,
    serve: (request, response) => {
      const address = request.url ?? "";
      const page = pages.get(address);
      if (page === undefined || (request.method !== "GET" && request.method !== "HEAD")) return false;
      if (page.stamp !== freshness()) {
        drop(address, page);
        return false;
      }
      // Taken out and put back, so that the map stays ordered by last use.
      pages.delete(address);
      pages.set(address, page);
      send(page, request, response);
      return true;
    },
    keep: async (address, response, stamp) => {
      const page = await pack(response, stamp);
      const old = pages.get(address);
      if (old !== undefined) drop(address, old);
      pages.set(address, page);
      bytes += page.plain.length + page.zipped.length;
      for (const [oldest, oldPage] of pages) {
        if (bytes <= mostBytes) break;
        drop(oldest, oldPage);
      }
    },
  };
};

const send = (page: Kept, request: IncomingMessage, response: ServerResponse): void => {
  const headers = acceptsGzip(request) ? page.zippedHeaders : page.plainHeaders;
  if (request.headers["if-none-match"]?.includes(page.etag)) {
    response.writeHead(304, { etag: page.etag, "cache-control": String(headers["cache-control"] ?? "") });
    response.end();
    return;
  }
  response.writeHead(200, headers);
  response.end(request.method === "HEAD" ? undefined : headers === page.zippedHeaders ? page.zipped : page.plain);
};

const acceptsGzip = (request: IncomingMessage): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))/.test(String(request.headers["accept-encoding"] ?? ""));

const pack = async (response: Response, stamp: string): Promise<Kept> => {
  const plain = Buffer.from(await response.arrayBuffer());
  const zipped = await gzip(plain, { level: 6 });
  const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
  const headers: Record<string, string | number> = {};
  for (const [name, value] of response.headers) if (name !== "content-length") headers[name] = value;
  headers["etag"] = etag;
  headers["vary"] = "Accept-Encoding";
  return {
    stamp,
    etag,
    plain,
    zipped,
    plainHeaders: { ...headers, "content-length": plain.length },
    zippedHeaders: { ...headers, "content-encoding": "gzip", "content-length": zipped.length },
  };
};
