// Runs node with the given arguments while one database server stands ready for all its test processes.

import { spawn } from "node:child_process";
import process from "node:process";
import { testServer } from "../packages/store/src/embedded/testing.ts";

const { adminUrl } = await testServer();
const child = spawn(process.execPath, process.argv.slice(2), {
  stdio: "inherit",
  env: { ...process.env, YINUO_TEST_SERVER: adminUrl },
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.once("exit", (status) => process.exit(status ?? 1));
