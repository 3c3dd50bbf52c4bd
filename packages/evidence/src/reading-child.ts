// The process in which one file from outside is read: what goes wrong in it ends with it. A thread would not do, since one
// that runs out of memory takes its whole process along.

import { ok, refuse, type Result } from "@yinuo/core";
import { limitWasm } from "@yinuo/spreadsheet/reading";
import { readDocument } from "./document.ts";
import { decodeHeic, type Pixels } from "./heic.ts";
import { isStop, type ReadingRefusal } from "./limits.ts";
import type { Task } from "./reading.ts";

const pixelsOf = async ({ bytes, limits }: Task): Promise<Result<Pixels, ReadingRefusal>> => {
  try {
    return ok(await decodeHeic(bytes, limits));
  } catch (problem) {
    return refuse(isStop(problem) ? problem.stop : "fileDamaged");
  }
};

process.once("message", (task: Task) => {
  limitWasm(task.limits.wasmMegabytes);
  const reading = task.kind === "heic" ? pixelsOf(task) : readDocument(task.kind, task.bytes, task.limits);
  void reading.then((answer) => process.send?.(answer));
});
// Nobody is left to tell.
process.once("disconnect", () => process.exit());
