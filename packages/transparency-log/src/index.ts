// The transparency log as bytes in and bytes out: leaves, tiles, checkpoints, proofs, and the ledger's own entries.

export * from "./base64.ts";
export * from "./checkpoint.ts";
export * from "./compact-tree.ts";
export * from "./entry-bundle.ts";
export * from "./hashing.ts";
export * from "./note-key.ts";
export * from "./note.ts";
export * from "./policy.ts";
export * from "./proof.ts";
export * from "./receipt.ts";
export * from "./signature.ts";
export * from "./tile-edge.ts";
export * from "./tile-path.ts";
export * from "./tile-proof.ts";
export * from "./tree.ts";
export * from "./witness.ts";
