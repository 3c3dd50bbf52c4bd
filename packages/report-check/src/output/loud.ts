// What is shown: faults and what needs a look; the silent findings are in the JSON only.

import type { Finding } from "../finding.ts";

export const loud = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity !== "silent");
