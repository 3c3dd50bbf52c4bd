// Which worker does which kind of background job.

import { applyBatch } from "@yinuo/import";
import type { Workers } from "./jobs.ts";
import type { Deps } from "./site.ts";

export const workersOf = (deps: Deps): Workers => ({
  "import.apply": ({ batch }) => applyBatch(deps, batch),
});
