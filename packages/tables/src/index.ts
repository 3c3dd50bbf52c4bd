// The ledger as tables: what the export writes, the import reads, and the plan an import makes.

export * from "./columns/index.ts";
