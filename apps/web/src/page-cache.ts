// Public pages kept ready to send, by address, for as long as the data and the day stay the same.

import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/** What a kept page depends on: any change of it makes every kept page stale. */
export type Freshness = () => string | undefined;

type Kept = {
  readonly stamp: string;
  readonly plain: Buffer;
  readonly ready: Ready;
};

/** Headers are names and values in turn: Node writes a list faster than an object. */
type Ready = {
  readonly etag: string;
  readonly unchanged: string[];
  readonly plainHeaders: string[];
  readonly zippedHeaders: string[];
  /** One character for each byte: headers and such a body leave in one piece. */
  readonly zipped: string;
};

export type PageCache = {
  /** Answers from memory when the page is kept and fresh; false when the app must answer. */
  readonly serve: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Keeps an answer, and gives it back as this visitor takes it: compressed, with its tag, or as unchanged. */
  readonly keep: (asked: Asked, response: Response, stamp: string) => Promise<Response>;
  readonly stamp: Freshness;
};

/** What a request says about the answer it takes. */
export type Asked = {
  readonly address: string;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
};

/** Kept pages take at most `mostBytes`; the one unused longest goes first. */
export const createPageCache = (freshness: Freshness, mostBytes = 64 * 1024 * 1024): PageCache => {
  const pages = new Map<string, Kept>();
  let newest = "";
  let bytes = 0;
  const drop = (address: string, page: Kept): void => {
    pages.delete(address);
    bytes -= sizeOf(page);
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
      if (address !== newest) {
        // Taken out and put back, so that the map stays ordered by last use; a page asked for in a row is there already.
        pages.delete(address);
        pages.set(address, page);
        newest = address;
      }
      send(page.plain, page.ready, request, response);
      return true;
    },
    keep: async (asked, response, stamp) => {
      const { address } = asked;
      const plain = Buffer.from(await response.arrayBuffer());
      const page = { stamp, plain, ready: makeReady(plain, [...response.headers]) };
      const old = pages.get(address);
      if (old !== undefined) drop(address, old);
      pages.set(address, page);
      newest = address;
      bytes += sizeOf(page);
      for (const [oldest, oldPage] of pages) {
        if (bytes <= mostBytes) break;
        drop(oldest, oldPage);
      }
      return answer(page, asked);
    },
  };
};

const sizeOf = ({ plain, ready }: Kept): number => plain.length + ready.zipped.length;

const answer = ({ plain, ready }: Kept, { acceptEncoding, ifNoneMatch }: Asked): Response => {
  if (ifNoneMatch?.includes(ready.etag))
    return new Response(null, { status: 304, headers: pairs(ready.unchanged) });
  return acceptsGzip(acceptEncoding)
    ? new Response(Buffer.from(ready.zipped, "latin1"), { headers: pairs(ready.zippedHeaders) })
    : new Response(plain, { headers: pairs(ready.plainHeaders) });
};

/** `[name, value, name, value]` as pairs. */
const pairs = (list: readonly string[]): [string, string][] =>
  list.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, list[at + 1] ?? ""]] : []));

const send = (plain: Buffer, page: Ready, request: IncomingMessage, response: ServerResponse): void => {
  const { headers } = request;
  if (headers["if-none-match"]?.includes(page.etag)) {
    response.writeHead(304, page.unchanged).end();
    return;
  }
  const zipped = acceptsGzip(headers["accept-encoding"]);
  response.writeHead(200, zipped ? page.zippedHeaders : page.plainHeaders);
  if (request.method === "HEAD") response.end();
  else if (zipped) response.end(page.zipped, "latin1");
  else response.end(plain);
};

const acceptsGzip = (said: string | string[] | undefined): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))/.test(String(said ?? ""));

type Header = readonly [name: string, value: string];

const isCrossOrigin = ([name]: Header): boolean => name.startsWith("access-control-");

/** By the bytes, so that two processes give the same page the same tag. */
export const etagOf = (bytes: Uint8Array): string =>
  `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;

const makeReady = (plain: Buffer, headers: readonly Header[]): Ready => {
  const zipped = gzipSync(plain, { level: 6 });
  const etag = etagOf(plain);
  const common = [
    ...headers.filter(([name]) => !["content-length", "etag", "vary"].includes(name)).flat(),
    "etag",
    etag,
    "vary",
    "Accept-Encoding",
  ];
  const caching = headers.find(([name]) => name === "cache-control")?.[1] ?? "";
  return {
    etag,
    // A page of another site may only learn that nothing changed when it is told that it may read the answer.
    unchanged: ["etag", etag, "cache-control", caching, ...headers.filter(isCrossOrigin).flat()],
    plainHeaders: [...common, "content-length", String(plain.length)],
    zippedHeaders: [...common, "content-encoding", "gzip", "content-length", String(zipped.length)],
    zipped: zipped.toString("latin1"),
  };
};
