// A log with a witness for the tests of draws: real entries, tiles, checkpoints and receipts.

import { createHash } from "node:crypto";
import {
  checkpointText,
  cosignText,
  edgeRoot,
  EMPTY_EDGE,
  formatNote,
  formatReceipt,
  formatVerifierKey,
  growEdge,
  proveInclusionFromTiles,
  RFC6962,
  signerKey,
  signText,
  tilePath,
} from "@yinuo/transparency-log";

const log = signerKey({ name: "ledger.example/log", kind: "note", seed: new Uint8Array(32).fill(7) });
const witness = signerKey({
  name: "witness.example",
  kind: "cosignature",
  seed: new Uint8Array(32).fill(8),
});

export const POLICY = [
  `log ${formatVerifierKey(log.verifier)}`,
  `witness library ${formatVerifierKey(witness.verifier)}`,
  "quorum library",
  "",
].join("\n");

const SALT = "5a".repeat(16);

/** An entry that holds the digest of a file in a sealed field, as the log's entries do. */
export const entryWith = (field: string, digest: string): string => {
  const opened = `\n${JSON.stringify([field, digest])}`;
  const seal = createHash("sha256")
    .update("yinuo/field/v1\n")
    .update(Buffer.from(SALT, "hex"))
    .update(opened)
    .digest("base64url");
  return JSON.stringify({
    fields: [[field, seal]],
    header: { subject: "draw/2026-Q3", v: 1 },
    signatures: [],
  });
};

export const leafOf = (entry: string): string =>
  Buffer.from(RFC6962.leaf(new TextEncoder().encode(entry))).toString("hex");

/** The log as it was when `entry` was its last of `size`, cosigned at `time` (seconds). */
export const receiptFor = async (
  { entries, digest }: { readonly entries: readonly string[]; readonly digest: string },
  time: number,
) => {
  const size = entries.length;
  const leaves = entries.map((entry) => RFC6962.leaf(new TextEncoder().encode(entry)));
  const { edge, tiles } = growEdge(EMPTY_EDGE, leaves);
  const folder = new Map(tiles.map(({ path, bytes }) => [path, bytes]));
  const text = checkpointText({ origin: log.verifier.name, size, root: edgeRoot(edge) });
  const checkpoint = formatNote({
    text,
    signatures: [signText(text, log), cosignText({ text, time }, witness)],
  });
  const proof = await proveInclusionFromTiles({ index: size - 1, size }, (tile) =>
    Promise.resolve(folder.get(tilePath(tile))),
  );
  if (!proof.ok) throw new Error(JSON.stringify(proof.error));
  const receipt = new TextDecoder().decode(
    formatReceipt({ index: size - 1, proof: proof.value, checkpoint }),
  );
  return { entry: entries.at(-1) ?? "", receipt, salt: SALT, digest };
};
