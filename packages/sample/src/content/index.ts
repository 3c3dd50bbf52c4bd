// All of the sample county's content in one place.

import { COURT } from "./court.ts";
import { HEALTH, HOUSING, SUPERVISION } from "./health-housing.ts";
import { COURT_INDICATORS, PROCURATORATE_INDICATORS } from "./indicators-courts.ts";
import { JUSTICE_INDICATORS, POLICE_INDICATORS } from "./indicators-police.ts";
import { SERVICE_INDICATORS } from "./indicators-services.ts";
import { SHARED_INDICATORS } from "./indicators-shared.ts";
import { JUSTICE } from "./justice.ts";
import { POLICE } from "./police.ts";
import { PROCURATORATE } from "./procuratorate.ts";
import type { CommitmentOf, IndicatorOf } from "./shapes.ts";
import { EDUCATION, WATER } from "./water-education.ts";

export const COMMITMENTS: readonly CommitmentOf[] = [
  ...COURT,
  ...PROCURATORATE,
  ...POLICE,
  ...JUSTICE,
  ...WATER,
  ...EDUCATION,
  ...HEALTH,
  ...HOUSING,
  ...SUPERVISION,
];

export const INDICATORS: readonly IndicatorOf[] = [
  ...COURT_INDICATORS,
  ...PROCURATORATE_INDICATORS,
  ...POLICE_INDICATORS,
  ...JUSTICE_INDICATORS,
  ...SERVICE_INDICATORS,
  ...SHARED_INDICATORS,
];
