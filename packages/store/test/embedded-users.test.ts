// The embedded database runs for root and for ordinary users, with and without user namespaces.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { freshFolder, isRoot, ownIn } from "./embedded-world.ts";

const NOBODY = { uid: 65_534, gid: 65_534 };
const here = fileURLToPath(import.meta.url);
const canReach = isRoot && spawnSync("cat", [here], { stdio: "ignore", ...NOBODY }).status === 0;
const namespacesWork = isRoot && spawnSync("unshare", ["-U", "--map-user=1000", "true"]).status === 0;
const asRoot = { skip: isRoot ? false : "needs root" };
const asOthers = { skip: canReach ? false : "needs root, and this folder open to other users" };

const openFolder = (): string => {
  const folder = freshFolder();
  chmodSync(folder, 0o755);
  return folder;
};

const startsAndStops = async (...wish: Parameters<typeof ownIn>): Promise<void> => {
  const owner = ownIn(...wish);
  await owner.saying("ready");
  assert.equal(await owner.ended, 0);
};

test(
  "root runs it in a folder only root may enter, and the files stay root's",
  {
    skip: namespacesWork ? false : "needs root and user namespaces",
  },
  async () => {
    const folder = freshFolder();
    await startsAndStops(folder, "stop");
    assert.equal(statSync(join(folder, "cluster")).uid, 0);
  },
);

test(
  "root runs it as nobody where user namespaces are off, and can still after they are back",
  asOthers,
  async () => {
    const folder = openFolder();
    await startsAndStops(folder, "stop", { namespaces: "no" });
    assert.equal(statSync(join(folder, "cluster")).uid, NOBODY.uid);
    await startsAndStops(folder, "stop", { namespaces: "yes" });
  },
);

test(
  "a folder begun in a namespace goes on as nobody after namespaces were switched off",
  asOthers,
  async () => {
    const folder = openFolder();
    await startsAndStops(folder, "stop", { namespaces: "yes" });
    await startsAndStops(folder, "stop", { namespaces: "no" });
  },
);

test(
  "root without namespaces in a folder nobody else can reach is refused with a sentence",
  asRoot,
  async () => {
    const owner = ownIn(freshFolder(), "stop", { namespaces: "no" });
    assert.match(await owner.saying("refused"), /^refused rootNeedsReachableFolder/);
  },
);

test("an ordinary user runs it, and root after them leaves the files theirs", asOthers, async () => {
  const folder = join(openFolder(), "data");
  mkdirSync(folder);
  chownSync(folder, NOBODY.uid, NOBODY.gid);
  await startsAndStops(folder, "stop", NOBODY);
  await startsAndStops(folder, "stop");
  await startsAndStops(folder, "stop", NOBODY);
});
