// Public pages kept ready to send, by address, for as long as the data and the day stay the same.

import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/** What a kept page depends on: any change of it makes every kept page stale. */
export type Freshness = () => string | undefined;

type Kept = {
  readonly stamp: string;
  readonly plain: Buffer;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Made when the page is asked for again: many addresses are asked for once. */
  ready?: Ready;
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
  readonly keep: (address: string, response: Response, stamp: string) => Promise<void>;
  readonly stamp: Freshness;
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
      if (page.ready === undefined) {
        page.ready = makeReady(page);
        bytes += page.ready.zipped.length;
      }
      send(page.plain, page.ready, request, response);
      return true;
    },
    keep: async (address, response, stamp) => {
      const plain = Buffer.from(await response.arrayBuffer());
      const page = { stamp, plain, headers: [...response.headers] };
      const old = pages.get(address);
      if (old !== undefined) drop(address, old);
      pages.set(address, page);
      newest = address;
      bytes += sizeOf(page);
      for (const [oldest, oldPage] of pages) {
        if (bytes <= mostBytes) break;
        drop(oldest, oldPage);
      }
    },
  };
};

const sizeOf = ({ plain, ready }: Kept): number => plain.length + (ready?.zipped.length ?? 0);

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

const isCrossOrigin = ([name]: Kept["headers"][number]): boolean => name.startsWith("access-control-");

/** By the bytes, so that two processes give the same page the same tag. */
export const etagOf = (bytes: Uint8Array): string =>
  `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;

const makeReady = ({ plain, headers }: Kept): Ready => {
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
