// The secret that signs session cookies: made once, kept in the data folder, readable only by its owner.

import { randomBytes } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Several processes on one data folder agree: the first to create the file wins. */
export const readSecret = async (dataFolder: string): Promise<string> => {
  const path = join(dataFolder, "secret");
  await mkdir(dataFolder, { recursive: true });
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(randomBytes(48).toString("base64url"));
    await file.sync();
    await file.close();
  } catch (problem) {
    if (!(problem instanceof Error && "code" in problem && problem.code === "EEXIST")) throw problem;
  }
  return (await readFile(path, "utf8")).trim();
};
