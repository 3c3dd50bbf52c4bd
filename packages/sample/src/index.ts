// Sample jurisdictions: an invented county with everything in it, and a real list of promises.

export { sampleAccounts } from "./content/bodies.ts";
export type { SampleAccount } from "./content/shapes.ts";
export { generateSample } from "./generate.ts";
export { loadSample, type Loaded, type LoadSample } from "./load.ts";
export type { SamplePlan } from "./plan.ts";
export type { CreateAccount, SetUpRefusal } from "./set-up.ts";
