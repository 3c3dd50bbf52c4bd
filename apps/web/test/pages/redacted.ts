// A ledger in which something was redacted, so that the list of redactions is not empty.

import type { BodyCode } from "@yinuo/core";
import { addRedaction, closeRedaction, leafOf, textsOfRecord } from "@yinuo/store";
import { JANUARY, must } from "./steps.ts";
import type { World } from "./world.ts";

/** Two bodies take out what another says of itself. */
export const redactAboutOf = async ({ store: { db } }: World, body: string): Promise<void> => {
  const by = (speaker: string) => ({
    ...JANUARY,
    by: { ...JANUARY.by, role: "officer" as const, body: speaker as BodyCode },
  });
  const target = (await leafOf(db, `body/${body}`)) ?? -1;
  const field = (await textsOfRecord(db, target)).find((text) => text.index === target)?.field ?? "";
  const id = must(await addRedaction(db, { target, field, ground: "court-order" }, by("justice")));
  must(await closeRedaction(db, { id, agreed: true }, by("water")));
};
