// How the sentences of refusals are written: what they may name, and one sentence per code.

import type { CheckStage, DrawStage, ProblemStage, Refusal, Role, Stage } from "@yinuo/core";
import type { Day, Period } from "@yinuo/period";

/** How a sentence writes what it names, in the reader's language. */
export type Say = {
  readonly field: (field: string) => string;
  readonly day: (day: Day) => string;
  readonly period: (period: Period) => string;
  readonly number: (value: number) => string;
  readonly body: (code: string) => string;
  readonly stage: (stage: Stage) => string;
  readonly problemStage: (stage: ProblemStage) => string;
  readonly drawStage: (stage: DrawStage) => string;
  readonly checkStage: (stage: CheckStage) => string;
  readonly role: (role: Role) => string;
  readonly frequency: (frequency: string) => string;
};

export type Sentences = {
  readonly [C in Refusal["code"]]: (refusal: Extract<Refusal, { readonly code: C }>, say: Say) => string;
};
