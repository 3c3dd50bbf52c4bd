// The embedded PostgreSQL: one door for the store and the commands.

export { startEmbedded, type Embedded } from "./start.ts";
export { EmbeddedRefused, sayEmbeddedRefusal, type EmbeddedRefusal } from "./refusal.ts";
export { reachEmbedded, type Reached } from "./reach.ts";
export { takeFolder } from "./owner.ts";
