// What others changed while somebody was typing: field by field, with their reasons.

import type { Commitment } from "@yinuo/core";
import type { Child } from "hono/jsx";
import { historyOf, type History, type HistoryFilter } from "@yinuo/store";
import { changesOf } from "../pages/history/changes.ts";
import { Diff, Notice } from "../parts/index.ts";
import { deskFormWords } from "../words/desk-forms.ts";
import type { Desk } from "./context.ts";

/** One record, and the version of it that the editor had seen; 0 where there was none. */
export type Since = { readonly of: HistoryFilter; readonly since: number; readonly name?: Child };

/** Where the history tells about a commitment. */
export const historyPlace = ({ programme, code }: Pick<Commitment, "programme" | "code">): HistoryFilter => ({
  programme,
  commitment: code,
});

type Given = { readonly desk: Desk; readonly records: readonly Since[] };

export const Meanwhile = async ({ desk, records }: Given) => {
  const { lang } = desk;
  const changed = await Promise.all(
    records.map(async (record) => ({ ...record, entries: await newerThan(desk, record) })),
  );
  return (
    <Notice lang={lang} kind="warning" title={deskFormWords[lang].meanwhile}>
      {changed.map(({ name, entries }) => (
        <>
          {name === undefined ? null : <p>{name}</p>}
          {entries.map((entry) => (
            <Diff lang={lang} changes={changesOf(entry, desk)} reason={entry.reason} />
          ))}
        </>
      ))}
    </Notice>
  );
};

/** In the order they happened. */
const newerThan = async ({ c }: Desk, { of, since }: Since): Promise<readonly History[]> => {
  const entries = await historyOf(c.get("deps").store.db, { ...of, desk: true }, { limit: 50 });
  return entries.filter((entry) => isNewer(entry, since)).toReversed();
};

/** A record that was withdrawn has no version any more: the one that went is told instead. */
const isNewer = ({ old, new: fresh }: History, since: number): boolean => {
  if (typeof fresh["version"] === "number") return fresh["version"] > since;
  return Object.keys(fresh).length === 0 && typeof old["version"] === "number" && old["version"] >= since;
};
