// The tables of the ledger by noun, each with its columns in order.

import { BODIES } from "./bodies.ts";
import { CHECKS } from "./checks.ts";
import type { Column, Noun } from "./column.ts";
import { COMMITMENTS } from "./commitments.ts";
import { CORRECTIONS } from "./corrections.ts";
import { DRAWS } from "./draws.ts";
import { FINDINGS } from "./findings.ts";
import { INDICATORS } from "./indicators.ts";
import { MILESTONES } from "./milestones.ts";
import { OBSERVATIONS } from "./observations.ts";
import { PROBLEMS } from "./problems.ts";
import { PROGRAMMES } from "./programmes.ts";
import { REDACTIONS } from "./redactions.ts";
import { SILENCE } from "./silence.ts";
import { TARGETS } from "./targets.ts";

export const COLUMNS: Readonly<Record<Noun, readonly Column[]>> = {
  commitments: COMMITMENTS,
  milestones: MILESTONES,
  targets: TARGETS,
  bodies: BODIES,
  indicators: INDICATORS,
  observations: OBSERVATIONS,
  programmes: PROGRAMMES,
  problems: PROBLEMS,
  silence: SILENCE,
  draws: DRAWS,
  checks: CHECKS,
  findings: FINDINGS,
  corrections: CORRECTIONS,
  redactions: REDACTIONS,
};

export { OWED_WORDS } from "./silence.ts";
export { headerOf, NOUNS, type Column, type ColumnKind, type Noun } from "./column.ts";
