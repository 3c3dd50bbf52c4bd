// The transparency log: appending with everything on the disk, auditing a long log beside Go's own client, verifying a receipt.

import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { logFolder } from "../../packages/store/src/log/index.ts";
import {
  edgeRoot,
  EMPTY_EDGE,
  formatReceipt,
  formatVerifierKey,
  growBundles,
  growEdge,
  parsePolicy,
  proveInclusionFromTiles,
  readBundle,
  signCheckpoint,
  tilePath,
  verifyReceipt,
} from "../../packages/transparency-log/src/index.ts";
import { HASHING } from "../../apps/cli/src/log/node-crypto.ts";
import { atLeast, atMost, median, seconds, type Row } from "./budget.ts";
import { entriesOf, LOG, writeLongLog } from "./log-files.ts";

const VKEY = formatVerifierKey(LOG.verifier);
const SIGNED = 20_000;

/** `entries`: of the long log. */
export const transparencyLog = async (entries: number): Promise<readonly Row[]> => {
  const home = await mkdtemp(join(tmpdir(), "yinuo-bench-log-"));
  try {
    const [long, small] = [join(home, "long"), join(home, "small")];
    const bytes = writeLongLog(long, { size: entries, signed: false });
    writeLongLog(small, { size: SIGNED, signed: true });
    return [
      await appends(join(home, "appended")),
      audit(home, long, { entries, bytes: bytes / entries }),
      signatures(home, small),
      await receipt(small),
    ];
  } finally {
    await rm(home, { recursive: true, force: true });
  }
};

const APPEND_SECONDS = 5;
const AT_ONCE = 100;

/** As the sequencer does it: bundle, tiles, then the checkpoint, each on the disk before the next. */
const appends = async (place: string): Promise<Row> => {
  const folder = await logFolder(place);
  const entries = entriesOf(Number.MAX_SAFE_INTEGER, false);
  let edge = EMPTY_EDGE;
  let partial: Uint8Array[] = [];
  const began = performance.now();
  while (performance.now() - began < APPEND_SECONDS * 1000) {
    const added = Array.from({ length: AT_ONCE }, () => entries.next().value as Uint8Array);
    await folder.write(growBundles({ size: edge.size, partial }, added));
    const grown = growEdge(edge, added.map(HASHING.leaf), HASHING);
    await folder.write(grown.tiles);
    edge = grown.edge;
    const rest = edge.size % 256;
    partial = rest === 0 ? [] : [...partial, ...added].slice(-rest);
    const checkpoint = signCheckpoint({ size: edge.size, root: edgeRoot(edge, HASHING) }, LOG);
    await folder.write([{ path: "checkpoint", bytes: checkpoint }]);
  }
  const rate = edge.size / ((performance.now() - began) / 1000);
  return {
    what: "日志追加，每批落盘 Log: appended and on the disk",
    measured: `${rate.toFixed(0)}/s`,
    bar: "≥ 1000/s",
    met: atLeast(rate, 1000),
    note: `${AT_ONCE} entries a checkpoint; bundles, tiles and checkpoint with fsync, without the database`,
  };
};

const ROUNDS = 3;
const WHAT = "日志核验，与 Go 之比 Log: audited, against Go's client on the same files";

const audit = (
  home: string,
  folder: string,
  size: { readonly entries: number; readonly bytes: number },
): Row => {
  const program = build(home);
  if (program === undefined)
    return {
      what: WHAT,
      measured: "—",
      bar: "≤ 3",
      met: "not measured",
      note: "没有 Go 或其日志客户端 Go or its log client is missing",
    };
  const ratios: { readonly ours: number; readonly go: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    ratios.push({
      go: timed(program, [VKEY, folder], /^OK /),
      ours: timed(process.execPath, [...verifyLog(home, folder), "--skip-signatures"], /"ok":true/),
    });
  const ratio = median(ratios.map(({ ours, go }) => ours / go));
  const last = ratios.at(-1);
  return {
    what: WHAT,
    measured: ratio.toFixed(2),
    bar: "≤ 3",
    met: atMost(ratio, 3),
    note: `${size.entries} entries of ${size.bytes.toFixed(0)} bytes: ${seconds(last?.ours ?? 0)} : ${seconds(last?.go ?? 0)}; ours also reads every entry and its chain; bodies' signatures apart`,
  };
};

const build = (home: string): string | undefined => {
  const program = join(home, "audit");
  const source = fileURLToPath(new URL("../../packages/transparency-log/test/go/audit.go", import.meta.url));
  const env = { HOME: home, ...process.env, GO111MODULE: "off", GOPATH: "/usr/share/gocode", GOFLAGS: "" };
  return spawnSync("go", ["build", "-o", program, source], { env }).status === 0 ? program : undefined;
};

const COMMAND = fileURLToPath(new URL("../../apps/cli/yinuo.mjs", import.meta.url));

const verifyLog = (home: string, folder: string): readonly string[] => {
  const last = join(home, `last-${performance.now()}`);
  return [COMMAND, "verify-log", folder, "--key", VKEY, "--json", "--last", last];
};

/** From start to end of the process, which has to say that all is well. */
const timed = (program: string, args: readonly string[], says: RegExp): number => {
  const began = performance.now();
  const { stdout, stderr } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 100_000_000 });
  if (!says.test(stdout))
    throw new Error(`${program} says: ${stdout.slice(0, 2000)} ${stderr.slice(0, 2000)}`);
  return performance.now() - began;
};

/** What the bodies' signatures add, checked on the threads Node has for that. */
const signatures = (home: string, folder: string): Row => {
  const without = timed(process.execPath, [...verifyLog(home, folder), "--skip-signatures"], /"ok":true/);
  const took = timed(process.execPath, verifyLog(home, folder), /"ok":true/);
  return {
    what: "日志核验，各单位签名 Log: bodies' signatures checked",
    measured: `${(SIGNED / (Math.max(took - without, 1) / 1000)).toFixed(0)}/s`,
    bar: "—",
    met: "for information",
    note: `${SIGNED} signatures, on top of an audit that took ${seconds(without)}`,
  };
};

const RECEIPTS = 50;

/** By the code that browsers run, not Node's own. */
const receipt = async (folder: string): Promise<Row> => {
  const files = await logFolder(folder);
  const place = { index: SIGNED - 300, size: SIGNED };
  const proof = await proveInclusionFromTiles(place, (tile) => files.read(tilePath(tile)));
  const bundle = Math.floor(place.index / 256);
  const read = readBundle(
    (await files.read(tilePath({ level: "entries", index: bundle, width: 256 }))) ?? new Uint8Array(),
    256,
  );
  const policy = parsePolicy(Buffer.from(`log ${VKEY}\nquorum none\n`));
  const checkpoint = await files.read("checkpoint");
  const entry = read.ok ? read.value[place.index % 256] : undefined;
  if (!proof.ok || !policy.ok || checkpoint === undefined || entry === undefined)
    throw new Error("the log has no proof");
  const receipt = formatReceipt({ index: place.index, proof: proof.value, checkpoint });
  const times = Array.from({ length: RECEIPTS }, () => {
    const began = performance.now();
    const verified = verifyReceipt({ receipt, entry, policy: policy.value });
    if (!verified.ok) throw new Error(verified.error.code);
    return performance.now() - began;
  });
  const took = median(times);
  return {
    what: "凭证核验 Log: a receipt verified",
    measured: `${took.toFixed(1)} ms`,
    bar: "≤ 100 ms",
    met: atMost(took, 100),
    note: "portable code, as in a browser, without network; checkpoint signature and proof",
  };
};
