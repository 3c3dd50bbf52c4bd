// A mirrored folder under the paths of the log: checkpoint, policy, tiles and bundles, and nothing else.

import { createServer, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { parseTilePath } from "@yinuo/transparency-log";
import { readKept } from "./kept-file.ts";

type Kind = { readonly type: string; readonly caching: string };

const TEXT: Kind = { type: "text/plain; charset=utf-8", caching: "max-age=5" };
const TILE: Kind = { type: "application/octet-stream", caching: "max-age=31536000, immutable" };

export const mirrorServer = (folder: string): Server =>
  createServer((request, response) => {
    const path = (request.url ?? "").slice(1);
    const kind = path === "checkpoint" || path === "policy" ? TEXT : parseTilePath(path) && TILE;
    if (!["GET", "HEAD"].includes(request.method ?? "") || kind === undefined)
      return answer(response, undefined, TEXT);
    void readKept(join(folder, path))
      // A folder where a file is asked for, a disk that fails: not to be had.
      .catch(() => undefined)
      .then((bytes) => answer(response, bytes, kind));
  });

const answer = (response: ServerResponse, bytes: Uint8Array | undefined, { type, caching }: Kind): void => {
  if (bytes === undefined) {
    response.writeHead(404, { "content-type": TEXT.type });
    response.end("There is no such file in this log.\n");
    return;
  }
  const headers = { "content-type": type, "cache-control": caching, "access-control-allow-origin": "*" };
  response.writeHead(200, { ...headers, "content-length": bytes.length });
  response.end(bytes);
};
