// The desk's list of draws, and the way to plan one.

import { listBodies, listDraws } from "@yinuo/store";
import { localPath, type Lang } from "../../lang.ts";
import { queryString } from "../../pages/addresses.ts";
import { drawSelects } from "../../pages/draws/list.tsx";
import { drawFilterOf, PAGE_SIZE, readDrawQuery, writeDrawQuery } from "../../pages/draws/query.ts";
import { DrawTable } from "../../pages/draws/table.tsx";
import { EmptyState, Filters, Pager, Title, type Link } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { drawDeskWords } from "../../words/draw-desk.ts";
import { Adding } from "../adding.tsx";
import { drawDesk } from "../addresses.ts";
import { deskOf } from "../context.ts";
import { deskPage } from "../frame.tsx";

/** The step between the desk and a page about one draw. */
export const listTrail = (lang: Lang): readonly Link[] => [
  { href: localPath(lang, "/desk/draws"), text: drawDeskWords[lang].section },
];

export const drawTrail = (lang: Lang, code: string): readonly Link[] => [
  ...listTrail(lang),
  { href: drawDesk(lang, code), text: code },
];

export const deskDraws = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const { lang, context } = desk;
  const query = readDrawQuery(c);
  const { db } = c.get("deps").store;
  const found = await listDraws(db, {
    ...drawFilterOf(query),
    limit: PAGE_SIZE,
    offset: (query.page - 1) * PAGE_SIZE,
  });
  const words = drawDeskWords[lang];
  const action = localPath(lang, "/desk/draws");
  return deskPage(
    c,
    { title: words.section, section: "draws" },
    <>
      <Title title={words.section} />
      <Adding lang={lang} role={context.by.role} door="GET /desk/draws/new" text={words.add} />
      <Filters
        lang={lang}
        action={action}
        search={{ name: "q", value: query.q }}
        selects={drawSelects(query, await listBodies(db), lang)}
      />
      {found.draws.length === 0 ? (
        <EmptyState lang={lang} title={words.empty}>
          {words.emptyHelp}
        </EmptyState>
      ) : (
        <DrawTable
          lang={lang}
          caption={words.section}
          captionHidden
          draws={found.draws}
          timeZone={c.get("jurisdiction").timeZone}
          nameOf={desk.nameOf}
          pathOf={({ code }) => drawDesk(lang, code)}
        />
      )}
      <Pager
        lang={lang}
        page={query.page}
        pages={Math.max(1, Math.ceil(found.total / PAGE_SIZE))}
        total={found.total}
        href={(page) => `${action}${queryString({ ...writeDrawQuery({ ...query, page }) })}`}
      />
    </>,
  );
};
