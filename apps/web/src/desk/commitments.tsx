// The desk's list of commitments: of my body or all, drafts included, searched and filtered.

import { COMMITMENT_KINDS, speaksFor, STANDINGS, type CommitmentKind } from "@yinuo/core";
import { formatDay } from "@yinuo/period";
import { listCommitments, listProgrammes, type CommitmentRow, type StandingName } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import { inLang, localPath } from "../lang.ts";
import { percent } from "../pages/numbers.ts";
import { queryString } from "../pages/addresses.ts";
import { daysShown, MARK_OF } from "../pages/standings.ts";
import {
  Button,
  Buttons,
  DataTable,
  EmptyState,
  Filters,
  Pager,
  Status,
  statusWord,
  Title,
} from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskWords } from "../words/desk.ts";
import { commitmentDesk } from "./addresses.ts";
import { Adding } from "./adding.tsx";
import { bodyOptions, deskOf, type Desk } from "./context.ts";
import { deskPage } from "./frame.tsx";

const PER_PAGE = 50;

type Query = {
  readonly q: string;
  readonly programme: string;
  readonly body: string;
  readonly standing: StandingName | undefined;
  readonly kind: CommitmentKind | undefined;
  readonly page: number;
};

export const commitments = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const { lang, context } = desk;
  const query = readQuery(desk);
  const { page } = query;
  const programmes = await listProgrammes(c.get("deps").store.db, { published: false });
  const found = await find(desk, query);
  const words = deskWords[lang];
  const titles = programmes.map(({ code, title, titleEn }) => ({
    value: code,
    text: inLang(lang, title, titleEn),
  }));
  return deskPage(
    c,
    { title: words.sections.commitments, section: "commitments" },
    <>
      <Title title={words.sections.commitments} />
      <Adding
        lang={lang}
        role={context.by.role}
        door="GET /desk/commitments/new"
        text={words.commitments.add}
      />
      <Narrow desk={desk} query={query} programmes={titles} />
      {found.total === 0 ? (
        <EmptyState lang={lang} title={words.commitments.empty}>
          {words.commitments.emptyHelp}
        </EmptyState>
      ) : (
        <List desk={desk} rows={found.rows} />
      )}
      <PublishDrafts desk={desk} programmes={titles} chosen={query.programme} />
      <Pager
        lang={lang}
        page={page}
        pages={Math.max(1, Math.ceil(found.total / PER_PAGE))}
        total={found.total}
        href={(to) => localPath(lang, `/desk/commitments${queryString({ ...query, page: to })}`)}
      />
    </>,
  );
};

const find = ({ c, context }: Desk, { page, programme, body, q, standing, kind }: Query) =>
  listCommitments(c.get("deps").store.db, {
    programme: programme || undefined,
    body: body || undefined,
    q: q || undefined,
    standing,
    kind,
    sort: "code",
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
    today: context.today,
    desk: true,
  });

const readQuery = ({ c, context }: Desk): Query => ({
  q: c.req.query("q") ?? "",
  programme: c.req.query("programme") ?? "",
  // An officer looks for their own body's first; an empty choice is all bodies.
  body: c.req.query("body") ?? (context.by.role === "officer" ? (context.by.body ?? "") : ""),
  standing: STANDINGS.find((one) => one === c.req.query("standing")),
  kind: COMMITMENT_KINDS.find((one) => one === c.req.query("kind")),
  page: Math.max(1, Math.trunc(Number(c.req.query("page") ?? 1)) || 1),
});

type Titles = readonly { readonly value: string; readonly text: string }[];

const Narrow = ({
  desk,
  query,
  programmes,
}: {
  readonly desk: Desk;
  readonly query: Query;
  readonly programmes: Titles;
}) => {
  const { lang } = desk;
  const { columns, all } = deskWords[lang];
  const any = { value: "", text: all };
  return (
    <Filters
      lang={lang}
      action={localPath(lang, "/desk/commitments")}
      search={{ name: "q", value: query.q }}
      selects={[
        {
          name: "programme",
          label: columns.programme,
          value: query.programme,
          options: [any, ...programmes],
        },
        { name: "body", label: columns.body, value: query.body, options: bodyOptions(desk, query.body, all) },
        {
          name: "standing",
          label: columns.standing,
          value: query.standing ?? "",
          options: [any, ...STANDINGS.map((value) => ({ value, text: statusWord(MARK_OF[value], lang) }))],
        },
        {
          name: "kind",
          label: columns.kind,
          value: query.kind ?? "",
          options: [
            any,
            ...COMMITMENT_KINDS.map((value) => ({ value, text: choiceWords[lang].commitmentKind[value] })),
          ],
        },
      ]}
    />
  );
};

const List = ({ desk, rows }: { readonly desk: Desk; readonly rows: readonly CommitmentRow[] }) => {
  const { lang, nameOf, context } = desk;
  const { columns, home, sections } = deskWords[lang];
  return (
    <DataTable
      lang={lang}
      caption={sections.commitments}
      captionHidden
      columns={[
        { header: columns.item },
        { header: columns.code },
        { header: columns.lead },
        { header: columns.due },
        { header: columns.completion, align: "end" },
        { header: columns.standing, bare: true },
        { header: columns.action, bare: true },
      ]}
      rows={rows.map((row) => ({
        cells: [
          <a href={commitmentDesk(lang, row)}>{inLang(lang, row.title, row.titleEn)}</a>,
          row.code,
          nameOf(row.lead),
          row.due === undefined ? "" : formatDay(row.due, lang),
          row.completion === undefined ? "—" : percent(row.completion, lang),
          <Status lang={lang} kind={MARK_OF[row.standing.is]} days={daysShown(row.standing)} />,
          (row.stage === "published" || row.stage === "declared") &&
          speaksFor(context.by, [row.lead, ...row.support]) ? (
            <a href={commitmentDesk(lang, row, "/progress")}>{home.progress}</a>
          ) : null,
        ],
      }))}
    />
  );
};

type DraftsProps = { readonly desk: Desk; readonly programmes: Titles; readonly chosen: string };

/** All drafts of one programme at once, of the bodies the account speaks for. */
const PublishDrafts = ({ desk, programmes, chosen }: DraftsProps) => {
  const { lang, context } = desk;
  const words = deskWords[lang].commitments;
  const { role } = context.by;
  const named = programmes.find(({ value }) => value === chosen);
  if (named === undefined || (role !== "steward" && role !== "officer")) return null;
  return (
    <form method="post" action={localPath(lang, "/desk/commitments/publish-drafts")}>
      <input type="hidden" name="programme" value={named.value} />
      <p class="faint">{words.publishDraftsHelp}</p>
      <Buttons>
        <Button>{words.publishDrafts(named.text)}</Button>
      </Buttons>
    </form>
  );
};
