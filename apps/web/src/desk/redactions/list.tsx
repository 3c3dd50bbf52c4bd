// The desk's list of redactions: those that wait for a decision first, and every one that was ever asked for.

import { speaksForABody, type RedactionState } from "@yinuo/core";
import { formatDay } from "@yinuo/period";
import { indicatorsByCode, listRedactions, totalOfRedactions, type Redaction } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import { localPath } from "../../lang.ts";
import { queryString } from "../../pages/addresses.ts";
import { about } from "../../pages/history/entries.tsx";
import { titlesOf, type TitleOf } from "../../pages/history/titles.ts";
import { namesOf } from "../../pages/names.ts";
import { redactedField } from "../../pages/redactions/field.ts";
import {
  Button,
  Buttons,
  DataTable,
  EmptyState,
  Filters,
  Pager,
  Title,
  type Row,
} from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { redactionWords } from "../../words/redactions.ts";
import { deskOf, type Desk } from "../context.ts";
import { deskPage } from "../frame.tsx";

const PAGE_SIZE = 50;
const STATES = ["proposed", "approved", "refused"] as const satisfies readonly RedactionState[];

export const deskRedactions = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const { lang } = desk;
  const words = redactionWords[lang].desk;
  const asked = c.req.query("state");
  // First what waits; an empty choice is all of them.
  const state = asked === "" ? undefined : (STATES.find((one) => one === asked) ?? "proposed");
  const page = Math.max(1, Math.trunc(Number(c.req.query("page"))) || 1);
  const { db } = c.get("deps").store;
  const total = await totalOfRedactions(db, { state });
  const action = localPath(lang, "/desk/redactions");
  return deskPage(
    c,
    { title: words.section, section: "redactions" },
    <>
      <Title title={words.section} lead={words.lead} />
      <Asking desk={desk} />
      <Filters lang={lang} action={action} selects={[stateSelect(desk, state)]} />
      {await Listed({ desk, state, page })}
      <Pager
        lang={lang}
        page={page}
        pages={Math.max(1, Math.ceil(total / PAGE_SIZE))}
        total={total}
        href={(next) => `${action}${queryString({ state: asked, page: next })}`}
      />
    </>,
  );
};

const Asking = ({ desk: { lang, context } }: { readonly desk: Desk }) => {
  const words = redactionWords[lang].desk;
  if (!speaksForABody(context.by)) return <p>{words.noBody}</p>;
  return (
    <Buttons>
      <Button kind="main" href={localPath(lang, "/desk/redactions/new")}>
        {words.ask}
      </Button>
    </Buttons>
  );
};

const stateSelect = ({ lang }: Desk, state: RedactionState | undefined) => ({
  name: "state",
  label: redactionWords[lang].desk.filters.state,
  value: state ?? "",
  options: [
    { value: "", text: redactionWords[lang].all },
    ...STATES.map((value) => ({ value, text: choiceWords[lang].redactionState[value] })),
  ],
});

type ListedProps = {
  readonly desk: Desk;
  readonly state: RedactionState | undefined;
  readonly page: number;
};

const Listed = async ({ desk, state, page }: ListedProps) => {
  const { c, lang, bodies } = desk;
  const words = redactionWords[lang].desk;
  const { db } = c.get("deps").store;
  const [redactions, indicators] = await Promise.all([
    listRedactions(db, { state }, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    indicatorsByCode(db),
  ]);
  if (redactions.length === 0)
    return (
      <EmptyState lang={lang} title={words.empty}>
        {words.emptyHelp}
      </EmptyState>
    );
  const places = redactions.map(({ place }) => place);
  const names = {
    titleOf: await titlesOf(db, places, lang),
    nameOf: namesOf([...bodies, ...indicators.values()], lang),
  };
  return (
    <DataTable
      lang={lang}
      caption={words.section}
      captionHidden
      columns={columnsOf(desk)}
      rows={redactions.map((one) => rowOf(desk, one, names))}
    />
  );
};

const columnsOf = ({ lang }: Desk) => {
  const { columns, desk } = redactionWords[lang];
  return [
    { header: columns.what },
    { header: columns.ground },
    { header: columns.bodies, full: true },
    { header: columns.about },
    { header: desk.filters.state },
  ];
};

type Names = { readonly titleOf: TitleOf; readonly nameOf: (code: string) => string };

const rowOf = ({ lang }: Desk, one: Redaction, { titleOf, nameOf }: Names): Row => {
  const words = redactionWords[lang].desk;
  const { decidedBy, decidedOn } = one;
  return {
    cells: [
      <a href={localPath(lang, `/desk/redactions/${one.id}`)}>{redactedField(lang, one.field)}</a>,
      choiceWords[lang].redactionGround[one.ground],
      <>
        {words.by(nameOf(one.proposedBy), formatDay(one.proposedOn, lang))}
        {decidedBy === undefined || decidedOn === undefined ? null : (
          <>
            <br />
            {words.decided(nameOf(decidedBy), formatDay(decidedOn, lang))}
          </>
        )}
      </>,
      about(one.place, { lang, nameOf }, titleOf),
      choiceWords[lang].redactionState[one.state],
    ],
  };
};
