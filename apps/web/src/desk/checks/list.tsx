// The desk's list of checks, searched and filtered.

import { listBodies, listChecks } from "@yinuo/store";
import { localPath } from "../../lang.ts";
import { queryString } from "../../pages/addresses.ts";
import { checkSelects } from "../../pages/checks/list.tsx";
import { checkFilterOf, PAGE_SIZE, readCheckQuery, writeCheckQuery } from "../../pages/checks/query.ts";
import { CheckTable } from "../../pages/checks/table.tsx";
import { EmptyState, Filters, Pager, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { checkDeskWords } from "../../words/check-desk.ts";
import { Adding } from "../adding.tsx";
import { checkDesk } from "../addresses.ts";
import { deskOf } from "../context.ts";
import { deskPage } from "../frame.tsx";

export const deskChecks = async (c: Ctx): Promise<Response> => {
  const { lang, context, nameOf } = await deskOf(c);
  const { by, today } = context;
  const query = readCheckQuery(c);
  const { db } = c.get("deps").store;
  const offset = (query.page - 1) * PAGE_SIZE;
  const found = await listChecks(db, { ...checkFilterOf(query), limit: PAGE_SIZE, offset, today });
  const words = checkDeskWords[lang];
  const action = localPath(lang, "/desk/checks");
  return deskPage(
    c,
    { title: words.section, section: "checks" },
    <>
      <Title title={words.section} />
      <Adding lang={lang} role={by.role} door="GET /desk/checks/new" text={words.add} />
      <Filters
        lang={lang}
        action={action}
        search={{ name: "q", value: query.q }}
        selects={checkSelects(query, await listBodies(db), lang)}
      />
      {found.checks.length === 0 ? (
        <EmptyState lang={lang} title={words.empty}>
          {words.emptyHelp}
        </EmptyState>
      ) : (
        <CheckTable
          lang={lang}
          caption={words.section}
          captionHidden
          checks={found.checks}
          today={today}
          nameOf={nameOf}
          pathOf={(code) => checkDesk(lang, code)}
        />
      )}
      <Pager
        lang={lang}
        page={query.page}
        pages={Math.max(1, Math.ceil(found.total / PAGE_SIZE))}
        total={found.total}
        href={(page) => `${action}${queryString(writeCheckQuery({ ...query, page }))}`}
      />
    </>,
  );
};
