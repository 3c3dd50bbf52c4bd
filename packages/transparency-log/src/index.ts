// The transparency log as bytes in and bytes out: leaves, tiles, checkpoints, proofs, and the ledger's own entries.

export * from "./audit-files.ts";
export * from "./audit-keys.ts";
export * from "./audit-openings.ts";
export type { FileFault, ReadFile } from "./audit-reading.ts";
export * from "./audit.ts";
export * from "./base64.ts";
export * from "./canonical-json.ts";
export * from "./checkpoint.ts";
export * from "./collect-cosignatures.ts";
export * from "./compact-tree.ts";
export * from "./entry-bundle.ts";
export * from "./entry-parse.ts";
export * from "./entry.ts";
export * from "./field-seal.ts";
export * from "./hashing.ts";
export * from "./note-key.ts";
export * from "./note.ts";
export * from "./opening.ts";
export * from "./policy.ts";
export * from "./proof.ts";
export * from "./receipt.ts";
export * from "./signature.ts";
export * from "./tile-edge.ts";
export * from "./tile-path.ts";
export * from "./tile-proof.ts";
export * from "./tree.ts";
export * from "./witness.ts";
