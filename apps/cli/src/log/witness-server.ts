// The witness as logs reach it: POST add-checkpoint (c2sp.org/tlog-witness), one request after the other, within limits.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import {
  answerAddCheckpoint,
  formatVerifierKey,
  type SignerKey,
  type VerifierKey,
  type WitnessAnswer,
} from "@yinuo/transparency-log";
import { CRYPTO, HASHING } from "./node-crypto.ts";
import type { WitnessMemory } from "./witness-memory.ts";

export type Witness = {
  readonly signer: SignerKey;
  readonly logs: readonly VerifierKey[];
  readonly memory: WitnessMemory;
};

/** 63 hashes and a checkpoint with a hundred signatures are less. */
const MOST_BYTES = 64 * 1024;
const MINUTE_MS = 60_000;
const REQUESTS_A_MINUTE = 120;

export const witnessServer = (witness: Witness): Server => {
  const answer = oneByOne((body: Uint8Array) => answerAndKeep(witness, body));
  const allow = limit();
  const server = createServer((request, response) => {
    void respond({ request, response }, { witness, answer, allow }).catch(() => {
      // Nothing was signed, or the signature is on the disk and the log asks again.
      if (!response.headersSent) send(response, 500, "the witness could not keep the checkpoint\n");
      else response.destroy();
    });
  });
  server.requestTimeout = 20_000;
  server.maxConnections = 200;
  return server;
};

/** What is kept is on the disk before the answer exists for anybody else. */
const answerAndKeep = async ({ signer, logs, memory }: Witness, body: Uint8Array): Promise<WitnessAnswer> => {
  const time = Math.floor(Date.now() / 1000);
  const state = { logs, stored: memory.stored, signer, time };
  const answer = answerAddCheckpoint(body, state, { crypto: CRYPTO, hashing: HASHING });
  if (answer.status === 200) await memory.keep(answer.keep);
  return answer;
};

/** Reading, deciding and keeping are one step: two requests never see the same past. */
const oneByOne = <A, R>(work: (argument: A) => Promise<R>): ((argument: A) => Promise<R>) => {
  let before: Promise<unknown> = Promise.resolve();
  return (argument) => {
    const done = before.then(() => work(argument));
    before = done.catch(() => undefined);
    return done;
  };
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };
type Doing = {
  readonly witness: Witness;
  readonly answer: (body: Uint8Array) => Promise<WitnessAnswer>;
  readonly allow: (address: string) => boolean;
};

const respond = async ({ request, response }: Exchange, { witness, answer, allow }: Doing): Promise<void> => {
  const path = request.url ?? "";
  if (request.method === "GET") return look(path, response, witness);
  if (request.method !== "POST" || path !== "/add-checkpoint")
    return send(response, 404, "POST /add-checkpoint\n");
  if (!allow(request.socket.remoteAddress ?? "")) return send(response, 429, "too many requests\n");
  const body = await bodyOf(request);
  if (body === undefined) return send(response, 413, `more than ${MOST_BYTES} bytes\n`);
  const said = await answer(body);
  const type = "contentType" in said ? said.contentType : undefined;
  send(response, said.status, said.body, type);
};

/** Which key it signs with, and what it signed last: for whoever compares witnesses. */
const look = (path: string, response: ServerResponse, { signer, memory, logs }: Witness): void => {
  if (path === "/") return send(response, 200, `${formatVerifierKey(signer.verifier)}\n`);
  const log = logs.find(({ name }) => path === `/witnessed/${encodeURIComponent(name)}`);
  const note = log === undefined ? undefined : memory.note(log.name);
  send(response, note === undefined ? 404 : 200, note ?? "nothing\n");
};

const send = (
  response: ServerResponse,
  status: number,
  body: Uint8Array | string,
  type = "text/plain; charset=utf-8",
): void => {
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    // What was not read is not waited for.
    ...(status === 413 || status === 429 ? { connection: "close" } : {}),
  });
  response.end(body);
};

const bodyOf = async (request: IncomingMessage): Promise<Uint8Array | undefined> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** Counted by address for a minute and then forgotten. */
const limit = (): ((address: string) => boolean) => {
  const counted = new Map<string, number>();
  setInterval(() => counted.clear(), MINUTE_MS).unref();
  return (address) => {
    const count = (counted.get(address) ?? 0) + 1;
    counted.set(address, count);
    return count <= REQUESTS_A_MINUTE;
  };
};
