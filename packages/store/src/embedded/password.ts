// Where there is no private socket (Windows), the server on loopback asks for a random password kept beside its data.

import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Made once per data folder, readable by its owner alone. */
export const keepPassword = (folder: string): string => {
  const path = join(folder, "password");
  try {
    writeFileSync(path, randomBytes(24).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== "EEXIST") throw problem;
  }
  return readFileSync(path, "utf8");
};
