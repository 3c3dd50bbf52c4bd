// What others changed while somebody was typing: field by field, with their reasons.

import type { Commitment } from "@yinuo/core";
import { historyOf } from "@yinuo/store";
import { changesOf } from "../pages/history/changes.ts";
import { Diff, Notice } from "../parts/index.ts";
import { deskFormWords } from "../words/desk-forms.ts";
import type { Desk } from "./context.ts";

type Given = {
  readonly desk: Desk;
  readonly commitment: Commitment;
  /** The version the editor had seen. */
  readonly since: number;
};

export const Meanwhile = async ({ desk, commitment, since }: Given) => {
  const { c, lang, nameOf } = desk;
  const { programme, code } = commitment;
  const entries = await historyOf(
    c.get("deps").store.db,
    { programme, commitment: code, desk: true },
    { limit: 50 },
  );
  const newer = entries.filter(
    ({ new: fresh }) => typeof fresh["version"] === "number" && fresh["version"] > since,
  );
  return (
    <Notice lang={lang} kind="warning" title={deskFormWords[lang].meanwhile}>
      {newer.toReversed().map((entry) => (
        <Diff lang={lang} changes={changesOf(entry, { lang, nameOf })} reason={entry.reason} />
      ))}
    </Notice>
  );
};
