// PostgreSQL refuses to run as root: chooses the way in which it runs here without being root.

import { spawnSync } from "node:child_process";
import { chownSync, existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { EmbeddedRefused } from "./refusal.ts";

export type RunAs = {
  /** Program and arguments as they are to be spawned. */
  readonly command: (program: string, args: readonly string[]) => readonly [string, readonly string[]];
  readonly identity: { readonly uid?: number; readonly gid?: number };
};

type Place = {
  readonly folder: string;
  readonly cluster: string;
  readonly postgres: string;
  /** Whether user namespaces may be used; tests of the other way say no. */
  readonly namespaces: boolean;
};

/** The uid that owns nothing on Debian, Alpine and Red Hat alike. */
const NOBODY = 65_534;

const directly: RunAs = { command: (program, args) => [program, args], identity: {} };

/** Inside, root of this one namespace is called 1000; files outside still belong to root, so no folder changes hands. */
const inNamespace: RunAs = {
  command: (program, args) => ["unshare", ["-U", "--map-user=1000", "--map-group=1000", program, ...args]],
  identity: {},
};

const asUser = (uid: number, gid: number): RunAs => ({ ...directly, identity: { uid, gid } });

/** An existing cluster decides: whoever owns its files runs it, so that root and its owner can take turns. */
export const chooseRunAs = (place: Place): RunAs => {
  if (process.getuid?.() !== 0) return directly;
  const owner = statSync(existsSync(place.cluster) ? place.cluster : place.folder);
  if (owner.uid !== 0) return reachable(asUser(owner.uid, owner.gid), place);
  const [program, args] = inNamespace.command(place.postgres, ["--version"]);
  if (place.namespaces && spawnSync(program, args, { stdio: "ignore" }).status === 0) return inNamespace;
  return reachable(asUser(NOBODY, NOBODY), place);
};

/** So it is when user namespaces were on at an earlier start and are off now. */
export const needsGiving = ({ identity }: RunAs, path: string): boolean =>
  identity.uid !== undefined && statSync(path).uid !== identity.uid;

/** Gives a file tree to the user postgres will run as. */
export const giveTo = (runAs: RunAs, path: string): void => {
  const { uid, gid } = runAs.identity;
  if (uid === undefined || gid === undefined) return;
  chownSync(path, uid, gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (!entry.isSymbolicLink()) giveTo(runAs, join(path, entry.name));
  }
};

const reachable = (runAs: RunAs, place: Place): RunAs => {
  const test = ["-c", 'test -x "$0" && test -x "$1"', place.postgres, place.folder];
  if (spawnSync("/bin/sh", test, { stdio: "ignore", cwd: "/", ...runAs.identity }).status === 0) return runAs;
  throw new EmbeddedRefused({ code: "rootNeedsReachableFolder", folder: place.folder });
};
