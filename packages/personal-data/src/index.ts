// Finds personal data in text and masks it, so that nothing about a private person is published by mistake.
export { findPersonalData } from "./find.ts";
export type { Certainty, Find, Kind } from "./candidate.ts";
export { maskPersonalData, screenText } from "./mask.ts";
export type { Screened } from "./mask.ts";
