// A folder in which one program at a time works; a lock left by a killed one is taken over.

import { mkdirSync } from "node:fs";
import { ok, refuse, type Result } from "@yinuo/core";
import { EmbeddedRefused, takeFolder } from "@yinuo/store/embedded";
import type { LogRefusal } from "./refusals.ts";

/** Made if absent; answers how to give it back. Refuses: folderInUse. */
export const takeOwnFolder = (folder: string, mode = 0o755): Result<() => void, LogRefusal> => {
  mkdirSync(folder, { recursive: true, mode });
  try {
    return ok(takeFolder(folder));
  } catch (problem) {
    if (!(problem instanceof EmbeddedRefused) || problem.refusal.code !== "alreadyRunning") throw problem;
    return refuse({ code: "folderInUse", folder, pid: problem.refusal.pid });
  }
};
