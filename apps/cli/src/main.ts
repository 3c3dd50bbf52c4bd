// `yinuo` as a process: what was typed goes to the command, what it answers to the terminal.

import { command } from "./command.ts";

process.exitCode = await command(process.argv.slice(2), {
  env: process.env,
  write: (out) => void process.stdout.write(out),
  warn: (line) => void process.stderr.write(`${line}\n`),
});
