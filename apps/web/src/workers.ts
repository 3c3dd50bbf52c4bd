// Which worker does which kind of background job.

import type { Workers } from "./jobs.ts";
import type { Deps } from "./site.ts";

export const workersOf = (_deps: Deps): Workers => ({});
