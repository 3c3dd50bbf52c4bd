// A log as the files anyone can fetch, and our own verdict on such files.

import {
  edgeRoot,
  EMPTY_EDGE,
  growBundles,
  growEdge,
  openCheckpoint,
  parseTilePath,
  proveConsistencyFromTiles,
  readBundle,
  signCheckpoint,
  startAudit,
  tilePath,
  tilesBetween,
  verifyConsistency,
  type OpenedCheckpoint,
} from "@yinuo/transparency-log";
import { LOG } from "./keys.ts";
import { fast, hex } from "./logs.ts";

export type Files = ReadonlyMap<string, Uint8Array>;

/** Written at each of these sizes, so that partial tiles of earlier checkpoints are there as well. */
export const logFiles = (
  entries: readonly Uint8Array[],
  sizes: readonly number[],
): Map<string, Uint8Array> => {
  const files = new Map<string, Uint8Array>();
  let edge = EMPTY_EDGE;
  for (const size of sizes) {
    const before = edge.size;
    const added = entries.slice(before, size);
    const partial = entries.slice(before - (before % 256), before);
    const grown = growEdge(edge, added.map(fast.leaf), fast);
    for (const { path, bytes } of [...grown.tiles, ...growBundles({ size: before, partial }, added)])
      files.set(path, bytes);
    edge = grown.edge;
    files.set("checkpoint", signCheckpoint({ size, root: edgeRoot(edge, fast) }, LOG));
  }
  return files;
};

const checkpointIn = (bytes: Uint8Array | undefined): OpenedCheckpoint["checkpoint"] | undefined => {
  const opened = openCheckpoint(bytes ?? new Uint8Array(), { logs: [LOG.verifier] });
  return opened.ok ? opened.value.checkpoint : undefined;
};

/** Signature, entries, tiles, and consistency with an earlier checkpoint, by this package alone. */
export const isSound = async (files: Files, earlier: Uint8Array): Promise<boolean> => {
  const [now, before] = [checkpointIn(files.get("checkpoint")), checkpointIn(earlier)];
  if (now === undefined || before === undefined) return false;
  const tiles = tilesBetween({ from: 0, to: now.size });
  const entries = tiles
    .filter(({ level }) => level === 0)
    .flatMap(({ index, width }) => {
      const bundle = files.get(tilePath({ level: "entries", index, width }));
      const read = bundle === undefined ? undefined : readBundle(bundle, width);
      return read?.ok === true ? read.value : [];
    });
  // The bodies' signatures have a test of their own; here they would take most of the time.
  const auditor = startAudit({ hashing: fast, verify: () => true });
  const findings = entries.flatMap((entry) => [...auditor.add(entry)]);
  const grown = growEdge(EMPTY_EDGE, entries.map(fast.leaf), fast);
  const areWritten = grown.tiles.every(
    ({ path, bytes }) => hex(files.get(path) ?? new Uint8Array()) === hex(bytes),
  );
  const proof = await proveConsistencyFromTiles(
    { from: before.size, to: now.size },
    async (tile) => files.get(tilePath(tile)),
    fast,
  );
  return (
    findings.length === 0 &&
    entries.length === now.size &&
    hex(auditor.report().root) === hex(now.root) &&
    areWritten &&
    [...files.keys()].every((path) => path === "checkpoint" || parseTilePath(path) !== undefined) &&
    proof.ok &&
    verifyConsistency({ old: before, new: now, proof: proof.value }, fast)
  );
};
