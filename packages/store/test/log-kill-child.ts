// Writes and sequences until it is killed; prints each entry once it is acknowledged, and may kill itself in the middle of a step.

import { join } from "node:path";
import { ok, type BodyCode } from "@yinuo/core";
import { openStore, saveBodies, writing } from "../src/index.ts";
import { logFolder, startSequencer, type LogFolder } from "../src/log/index.ts";
import { steward, today } from "./ledger.ts";
import { ORIGIN } from "./log-world.ts";

/** `at`: a step of the sequencer, or `write 2`: half of the second file of a step is on the disk. */
type Wish = { readonly url: string; readonly data: string; readonly name: string; readonly at: string };

const { url, data, name, at } = JSON.parse(process.argv[2] ?? "") as Wish;

const die = (): void => void process.kill(process.pid, "SIGKILL");

const killing = (folder: LogFolder): LogFolder => ({
  ...folder,
  write: async (files) => {
    const number = at.startsWith("write ") ? Number(at.slice(6)) : Infinity;
    const some = files.slice(0, number);
    await folder.write(some);
    if (files.length < number) return;
    const cut = files.at(number);
    if (cut !== undefined)
      await folder.write([{ ...cut, bytes: cut.bytes.subarray(0, cut.bytes.length / 2) }]);
    die();
  },
});

const store = await openStore({ url });
startSequencer({
  store,
  url,
  folder: killing(await logFolder(join(data, "log"))),
  dataFolder: data,
  origin: ORIGIN,
  log: (line) => process.stdout.write(`trouble ${JSON.stringify(line)}\n`),
  told: (step) => (step === at ? die() : undefined),
});

for (let number = 0; ; number += 1) {
  const state = {
    code: `${name}-${number}` as BodyCode,
    name: `单位${name}-${number}`,
    inspects: false,
    version: 1,
  };
  const event = { verb: "body.created", happenedOn: today } as const;
  const added = await writing(store.db, async (tx) => {
    await saveBodies(tx, [{ was: undefined, change: { state, event } }], { by: steward });
    return ok(true);
  });
  if (added.ok) process.stdout.write(`body/${state.code}\n`);
}
