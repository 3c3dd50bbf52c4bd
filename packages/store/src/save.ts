// Saves decided changes of one noun: new ones inserted, the others updated.

import type { By, Change } from "@yinuo/core";
import type { Db, Tables } from "./connection.ts";
import { insertRows, updateRows } from "./rows.ts";

/** A decided change beside the record it was decided on; `was` is undefined for a new record. */
export type Saving<State> = { readonly was: State | undefined; readonly change: Change<State> };

/** Who changed it, and the import it came with. */
export type Author = { readonly by: By; readonly batch?: string | undefined };

export const save = async <State>(
  tx: Db,
  table: keyof Tables,
  keys: readonly string[],
  saving: readonly Saving<State>[],
  toRow: (state: State) => Readonly<Record<string, unknown>>,
): Promise<void> => {
  const { inserted = [], updated = [] } = Object.groupBy(saving, ({ was }) =>
    was === undefined ? "inserted" : "updated",
  );
  await insertRows(
    tx,
    table,
    inserted.map(({ change }) => toRow(change.state)),
  );
  await updateRows(
    tx,
    table,
    keys,
    updated.map(({ change }) => toRow(change.state)),
  );
};
