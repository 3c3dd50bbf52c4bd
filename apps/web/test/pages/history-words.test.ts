// Whatever the history says was changed has a name in the reader's language.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { historyOf, type History } from "@yinuo/store";
import { changesOf } from "../../src/pages/history/changes.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
let entries: readonly History[];
before(async () => {
  world = await openWorld();
  entries = await historyOf(world.store.db, { desk: true }, { limit: 1000 });
});
after(() => world.close());

it("no field is shown by the name it has in the program", () => {
  const nameOf = (code: string): string => code;
  const shown = new Set(
    entries.flatMap((entry) => changesOf(entry, { lang: "zh-CN", nameOf }).map(({ field }) => field)),
  );
  assert.ok(shown.size > 20, String(shown.size));
  assert.deepEqual(
    [...shown].filter((field) => !/\p{Script=Han}/u.test(field)),
    [],
  );
});
