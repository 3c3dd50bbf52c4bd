// The keys of bodies for everybody to see: which sign now, since when, and how the others ended.

import type { Db } from "../connection.ts";
import { present } from "../rows.ts";
import type { Signatory } from "./body-keys.ts";

export const KEY_STATES = ["active", "rotated", "replaced", "revoked"] as const;

export type ListedKey = {
  readonly id: string;
  readonly body: Signatory;
  readonly state: (typeof KEY_STATES)[number];
  readonly addedAt: Date;
  readonly endedAt?: Date | undefined;
};

/** The jurisdiction's first, then body by body, the newest first. */
export const listBodyKeys = async (db: Db): Promise<readonly ListedKey[]> => {
  const rows = await db
    .selectFrom("body_key")
    .select(["id", "body", "state", "added_at as addedAt", "ended_at as endedAt"])
    .orderBy("body", (order) => order.asc().nullsFirst())
    .orderBy("added_at", "desc")
    .orderBy("state")
    .execute();
  return rows.map(({ body, ...row }) => ({ ...present(row), body }) as ListedKey);
};
