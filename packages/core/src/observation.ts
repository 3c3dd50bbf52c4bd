// An observation: one figure for one indicator, body and period, with its source.

import type { Day, Period } from "@yinuo/period";
import type { BodyCode, IndicatorCode } from "./codes.ts";
import type { Figure } from "./figure.ts";

export type Observation = {
  readonly indicator: IndicatorCode;
  readonly body: BodyCode;
  readonly period: Period;
  readonly figure: Figure;
  readonly source?: string | undefined;
  readonly note?: string | undefined;
  /** The reason given when the value was outside its bounds or ten times its predecessor. */
  readonly confirmed?: string | undefined;
  readonly recordedOn: Day;
  /** 1 for the first value, one more with each revision. */
  readonly version: number;
};
