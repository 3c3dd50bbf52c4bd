// A verb that goes on until it is stopped, as a process of its own.

import { spawn, type ChildProcess } from "node:child_process";
import { after } from "node:test";
import { COMMAND } from "./terminal.ts";

export type Running = {
  /** Where it says it listens. */
  readonly address: string;
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

const children = new Set<ChildProcess>();
after(() => children.forEach((child) => child.kill("SIGKILL")));

/** Once it has said its address; what it says instead is the error. */
export const running = (...args: readonly string[]): Promise<Running> =>
  new Promise((done, fail) => {
    const env = { PATH: process.env["PATH"] ?? "", LANG: "en_US.UTF-8" };
    const child = spawn(process.execPath, [COMMAND, ...args], { env });
    children.add(child);
    let said = "";
    const ended = new Promise<number | null>((end) => child.once("close", end));
    const hear = (text: Buffer): void => {
      said += text.toString();
      const address = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
      if (address === undefined) return;
      done({
        address,
        stop: (signal = "SIGTERM") => {
          child.kill(signal);
          return ended;
        },
      });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("close", (code) => {
      children.delete(child);
      fail(new Error(`ended with ${code}: ${said}`));
    });
  });
