// The columns of every list that goes out as a file and comes in again.

export * from "./bodies.ts";
export * from "./column.ts";
export * from "./commitments.ts";
export * from "./indicators.ts";
export * from "./milestones.ts";
export * from "./observations.ts";
export * from "./programmes.ts";
export * from "./targets.ts";
