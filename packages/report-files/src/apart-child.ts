// The process in which one report from a stranger is read and checked: what goes wrong in it ends with it.

import { checkReport } from "@yinuo/report-check";
import { limitWasm } from "@yinuo/spreadsheet/reading";
import type { CheckedApart, Task } from "./apart.ts";
import { readReport } from "./read.ts";

const answer = async ({ bytes, name }: Task): Promise<CheckedApart> => {
  const read = await readReport(bytes, name);
  return read.ok ? { ok: true, value: { ...read.value, checked: checkReport(read.value.report) } } : read;
};

process.once("message", (task: Task) => {
  limitWasm(task.wasmMegabytes);
  void answer(task).then((checked) => process.send?.(checked));
});
// Nobody is left to tell.
process.once("disconnect", () => process.exit());
