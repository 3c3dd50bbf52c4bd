// The desk's list of problems: of my body or all, searched and filtered.

import type { Problem } from "@yinuo/core";
import { listProblems, listBodies } from "@yinuo/store";
import { localPath } from "../../lang.ts";
import { queryString } from "../../pages/addresses.ts";
import { problemSelects } from "../../pages/problems/list.tsx";
import {
  PAGE_SIZE,
  problemFilterOf,
  readProblemQuery,
  writeProblemQuery,
} from "../../pages/problems/query.ts";
import { ProblemTable } from "../../pages/problems/table.tsx";
import { EmptyState, Filters, Pager, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { problemDeskWords } from "../../words/problem-desk.ts";
import { Adding } from "../adding.tsx";
import { problemDesk } from "../addresses.ts";
import { deskOf, type Desk } from "../context.ts";
import { deskPage } from "../frame.tsx";

export const deskProblems = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const { lang, context } = desk;
  const { by, today } = context;
  const asked = readProblemQuery(c);
  // An officer looks for their own body's first; an empty choice is all bodies.
  const own = c.req.query("body") === undefined && by.role === "officer" ? (by.body ?? "") : asked.body;
  const query = { ...asked, body: own };
  const { db } = c.get("deps").store;
  const found = await listProblems(db, {
    ...problemFilterOf(query),
    limit: PAGE_SIZE,
    offset: (query.page - 1) * PAGE_SIZE,
    today,
  });
  const words = problemDeskWords[lang];
  const action = localPath(lang, "/desk/problems");
  return deskPage(
    c,
    { title: words.section, section: "problems" },
    <>
      <Title title={words.section} />
      <Adding lang={lang} role={by.role} door="GET /desk/problems/new" text={words.add} />
      <Filters
        lang={lang}
        action={action}
        search={{ name: "q", value: query.q }}
        selects={problemSelects(query, await listBodies(db), lang)}
      />
      <Listed desk={desk} problems={found.problems} />
      <Pager
        lang={lang}
        page={query.page}
        pages={Math.max(1, Math.ceil(found.total / PAGE_SIZE))}
        total={found.total}
        href={(page) => `${action}${queryString({ ...writeProblemQuery({ ...query, page }) })}`}
      />
    </>,
  );
};

const Listed = ({ desk, problems }: { readonly desk: Desk; readonly problems: readonly Problem[] }) => {
  const { lang, context, nameOf } = desk;
  const words = problemDeskWords[lang];
  return problems.length === 0 ? (
    <EmptyState lang={lang} title={words.empty}>
      {words.emptyHelp}
    </EmptyState>
  ) : (
    <ProblemTable
      lang={lang}
      caption={words.section}
      captionHidden
      problems={problems}
      today={context.today}
      nameOf={nameOf}
      pathOf={({ code }) => problemDesk(lang, code)}
    />
  );
};
