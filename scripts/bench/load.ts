// Asks a server for pages over fifty connections, as fast as it answers: by wrk where there is one, else by autocannon.

import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import autocannon from "autocannon";

export type Load = {
  /** Answers a second. */
  readonly rate: number;
  /** Milliseconds from question to answer. */
  readonly p50: number;
  readonly p99: number;
};

type Wish = { readonly origin: string; readonly paths: readonly string[]; readonly seconds: number };

const CONNECTIONS = 50;

/** It takes a tenth of the processor that autocannon takes, which on a small machine is the server's. */
export const CLIENT = spawnSync("wrk", ["--version"]).error === undefined ? "wrk" : "autocannon";

/** The paths are asked for in turn. Throws when an answer is not what was asked for. */
export const load = (wish: Wish): Promise<Load> => (CLIENT === "wrk" ? byWrk(wish) : byAutocannon(wish));

const byWrk = async ({ origin, paths, seconds }: Wish): Promise<Load> => {
  const folder = await mkdtemp(join(tmpdir(), "yinuo-bench-wrk-"));
  const script = join(folder, "paths.lua");
  await writeFile(script, luaOf(paths));
  const args = [
    "-t1",
    `-c${CONNECTIONS}`,
    `-d${seconds}s`,
    "-H",
    "Accept-Encoding: gzip",
    "-s",
    script,
    origin,
  ];
  const { stdout } = await promisify(execFile)("wrk", args);
  await rm(folder, { recursive: true });
  const [said, rate, p50, p99, bad] = /yinuo ([\d.]+) ([\d.]+) ([\d.]+) (\d+)/.exec(stdout) ?? [];
  if (said === undefined || bad !== "0") throw new Error(`${origin} did not always answer:\n${stdout}`);
  return { rate: Number(rate), p50: Number(p50), p99: Number(p99) };
};

/** wrk counts in microseconds. */
const luaOf = (paths: readonly string[]): string => `
local paths = { ${paths.map((path) => JSON.stringify(path)).join(", ")} }
local requests = {}
local at = 0
function init(args)
  for i, path in ipairs(paths) do requests[i] = wrk.format("GET", path) end
end
function request()
  at = at % #requests + 1
  return requests[at]
end
function done(summary, latency)
  local errors = summary.errors
  local bad = errors.connect + errors.read + errors.write + errors.status
  io.write(string.format("yinuo %.1f %.3f %.3f %d\\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, bad))
end
`;

const byAutocannon = async ({ origin, paths, seconds }: Wish): Promise<Load> => {
  let at = 0;
  const next = (): string => paths[at++ % paths.length] ?? "/";
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration: seconds,
    timeout: 60,
    headers: { "accept-encoding": "gzip" },
    requests: [{ setupRequest: (request) => ({ ...request, path: next() }) }],
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${origin} did not always answer`);
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
};
