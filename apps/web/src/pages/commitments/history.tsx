// Everything that was ever recorded about one commitment.

import { getCommitment, historyOf, indicatorsByCode, listBodies } from "@yinuo/store";
import { loggedOf } from "@yinuo/store/log";
import { inLang } from "../../lang.ts";
import { Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { commitmentsWords } from "../../words/commitments.ts";
import { commitmentPath, commitmentsPath } from "../addresses.ts";
import { notFound } from "../errors.tsx";
import { publicPage } from "../frame.tsx";
import { HistoryTable } from "../history/entries.tsx";
import { namesOf } from "../names.ts";
import { keyOf } from "./page.tsx";

export const commitmentHistoryPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const { db } = c.get("deps").store;
  const key = keyOf(c);
  const commitment = await getCommitment(db, key);
  if (commitment === undefined) return notFound(c);
  const [bodies, indicators, entries] = await Promise.all([
    listBodies(db),
    indicatorsByCode(db),
    historyOf(db, { programme: key.programme, commitment: key.code }, { limit: 500 }),
  ]);
  const logged = await loggedOf(
    db,
    entries.map(({ seq }) => seq),
  );
  const words = commitmentsWords[lang];
  const title = words.historyTitle(commitment.code);
  const own = inLang(lang, commitment.title, commitment.titleEn);
  return publicPage(
    c,
    {
      title,
      section: "commitments",
      trail: [
        { href: commitmentsPath(lang), text: words.title },
        { href: commitmentPath(lang, commitment), text: own },
        { href: "", text: words.history, current: true },
      ],
    },
    <div class="flow">
      <Title title={title} lead={<a href={commitmentPath(lang, commitment)}>{own}</a>} />
      <HistoryTable
        lang={lang}
        caption={title}
        captionHidden
        entries={entries}
        timeZone={c.get("jurisdiction").timeZone}
        nameOf={namesOf([...bodies, ...indicators.values()], lang)}
        indicators={indicators}
        logged={logged}
      />
    </div>,
  );
};
