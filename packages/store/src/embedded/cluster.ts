// Makes a new database folder whole or not at all, and checks that an existing one fits the installed server.

import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { EmbeddedRefused } from "./refusal.ts";
import { giveTo, needsGiving, type RunAs } from "./run-as.ts";

type Making = {
  readonly cluster: string;
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  /** Set where the server listens on TCP; a private socket needs none. */
  readonly password: string | undefined;
};

/** Everything the child sees of our environment: PG* variables must not reach it. */
export const databaseEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  SystemRoot: process.env["SystemRoot"],
  TMPDIR: process.env["TMPDIR"],
  LC_ALL: "C.UTF-8",
  TZ: "UTC",
});

export const ensureCluster = async (making: Making): Promise<"made" | "found"> => {
  const { cluster, binaries } = making;
  sweepDrafts(cluster);
  if (existsSync(join(cluster, "PG_VERSION"))) {
    const found = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
    if (found !== binaries.major) {
      throw new EmbeddedRefused({
        code: "otherMajorVersion",
        folder: cluster,
        found,
        needed: binaries.major,
      });
    }
    if (needsGiving(making.runAs, cluster)) giveTo(making.runAs, cluster);
    // A folder restored with `cp -r` is open to others, and postgres refuses one that is.
    if (process.platform !== "win32") chmodSync(cluster, 0o700);
    return "found";
  }
  const draft = mkdtempSync(`${cluster}.draft-`);
  giveTo(making.runAs, draft);
  await initialise(making, draft);
  renameSync(draft, cluster);
  return "made";
};

/** A start that was killed during initdb leaves its draft; only the owner of the folder gets here. */
const sweepDrafts = (cluster: string): void => {
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith("cluster.draft-")) continue;
    try {
      rmSync(join(dirname(cluster), name), { recursive: true, force: true });
    } catch {
      // An initdb that outlived its parent may still be writing there; the next start removes the rest.
    }
  }
};

const initialise = async (making: Making, draft: string): Promise<void> => {
  const { binaries, password, runAs } = making;
  const secret = `${draft}.password`;
  if (password !== undefined) writeFileSync(secret, password, { mode: 0o600 });
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8", "--no-locale"];
  const access = password === undefined ? ["--auth=trust"] : ["--auth=scram-sha-256", `--pwfile=${secret}`];
  try {
    await run(runAs, binaries.initdb, ["-D", draft, "-U", "yinuo", ...locale, ...access], "", making.cluster);
    // Single-user mode needs no listening server, so the folder appears complete with its database.
    const single = ["--single", "-D", draft, "postgres"];
    await run(runAs, binaries.postgres, single, "CREATE DATABASE yinuo;\n", making.cluster);
  } finally {
    rmSync(secret, { force: true });
  }
};

const run = (
  runAs: RunAs,
  program: string,
  args: readonly string[],
  input: string,
  folder: string,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const [command, all] = runAs.command(program, args);
    const child = spawn(command, all, {
      env: databaseEnvironment(),
      cwd: dirname(folder),
      ...runAs.identity,
    });
    let said = "";
    const hear = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000));
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", reject);
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.on("close", (status) => {
      if (status === 0) resolve();
      else reject(new EmbeddedRefused({ code: "didNotStart", folder, lines: said.trim() }));
    });
  });
