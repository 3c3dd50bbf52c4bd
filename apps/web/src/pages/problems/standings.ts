// Where a problem stands: the shape it has.

import type { ProblemStandingName } from "@yinuo/core";
import type { StatusKind } from "../../parts/index.ts";

export const PROBLEM_MARK: Readonly<Record<ProblemStandingName, StatusKind>> = {
  overdue: "overdue",
  reopened: "not",
  returned: "not",
  listed: "partly",
  open: "underway",
  declared: "declared",
  lookBackDue: "silent",
  delisted: "kept",
};
