// A job that was sent is done, whatever happens to the process that sent it.

import assert from "node:assert/strict";
import { it } from "node:test";
import { freshDatabaseUrl } from "@yinuo/store/testing";
import { createJobs, type Jobs } from "../../src/jobs.ts";

const jobsOn = (url: string): Jobs => createJobs({ url, log: () => undefined });

it("a job sent by a process that stopped is done by the next one, once, and tried again when it failed", async () => {
  const url = await freshDatabaseUrl();
  const sender = jobsOn(url);
  await sender.send("import.apply", { batch: "one" });
  await sender.stop();
  const tries: string[] = [];
  const worker = jobsOn(url);
  await new Promise<void>((done, fail) => {
    const late = setTimeout(() => fail(new Error(`only ${tries.join()}`)), 30_000);
    const apply = async ({ batch }: { readonly batch: string }): Promise<void> => {
      tries.push(batch);
      if (tries.length === 1) throw new Error("the power went");
      clearTimeout(late);
      done();
    };
    worker.start({ "import.apply": apply }).catch(fail);
  });
  await worker.stop();
  assert.deepEqual(tries, ["one", "one"]);
});

it("stopping what was never started is no trouble", async () => {
  await jobsOn("postgres://nobody@127.0.0.1:1/none").stop();
});
