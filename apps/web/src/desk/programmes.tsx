// Programmes at the desk: the list, the form with the published rules, and making one public.

import {
  changeProgramme,
  COMPLETION_RULES,
  createProgramme,
  LIMITS,
  ok,
  publishProgramme,
  refuse,
  typedChoice,
  typedNumber,
  typedPeriod,
  type Programme,
  type ProgrammeInput,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { formatDay, formatPeriod } from "@yinuo/period";
import { changeProgramme as saveProgramme, getProgramme, listProgrammes } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import type { Doors } from "../doors.ts";
import { inLang, localPath, type Lang } from "../lang.ts";
import { notFound } from "../pages/errors.tsx";
import { Button, Buttons, DataTable, EmptyState, Title, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskFormWords } from "../words/desk-forms.ts";
import { deskWords } from "../words/desk.ts";
import { Adding } from "./adding.tsx";
import { deskOf, gather, keeping, type Desk } from "./context.ts";
import { fieldsOf } from "./fields.tsx";
import { formOf, readForm, type Form } from "./form.ts";
import { afterwards, deskPage } from "./frame.tsx";
import { refused } from "./refused.tsx";

export const registerProgrammes = (doors: Doors): void => {
  doors.open("GET /desk/programmes", (c) => list(c, [], 200));
  doors.open("GET /desk/programmes/new", async (c) =>
    page(await deskOf(c), { form: formOf(FIRST), errors: [], status: 200 }),
  );
  doors.open("POST /desk/programmes/new", (c) => save(c, undefined));
  doors.open("GET /desk/programmes/:code/edit", async (c) => {
    const programme = await programmeOf(c);
    if (programme === undefined) return notFound(c);
    return page(await deskOf(c), { programme, form: programmeForm(programme), errors: [], status: 200 });
  });
  doors.open("POST /desk/programmes/:code/edit", async (c) => {
    const programme = await programmeOf(c);
    return programme === undefined ? notFound(c) : save(c, programme);
  });
  doors.open("POST /desk/programmes/:code/publish", publish);
};

const FIRST = { completionRule: "least", silentAfterDays: "90", rankingMinimum: "5" };

const programmeOf = (c: Ctx): Promise<Programme | undefined> =>
  getProgramme(c.get("deps").store.db, c.req.param("code") ?? "", { desk: true });

const list = async (c: Ctx, errors: readonly FieldError[], status: 200 | 422): Promise<Response> => {
  const { lang, context } = await deskOf(c);
  const programmes = await listProgrammes(c.get("deps").store.db, { published: false });
  const words = deskWords[lang];
  return deskPage(
    c,
    { title: words.sections.programmes, section: "programmes", status },
    <>
      <Title title={words.sections.programmes} />
      {fieldsOf({ lang, form: formOf({}), errors }).summary()}
      <Adding
        lang={lang}
        role={context.by.role}
        door="GET /desk/programmes/new"
        text={words.programmes.add}
      />
      {programmes.length === 0 ? (
        <EmptyState lang={lang} title={words.programmes.empty}>
          {words.programmes.emptyHelp}
        </EmptyState>
      ) : (
        <List lang={lang} steward={context.by.role === "steward"} programmes={programmes} />
      )}
    </>,
  );
};

type ListProps = {
  readonly lang: Lang;
  readonly steward: boolean;
  readonly programmes: readonly Programme[];
};

const List = ({ lang, steward, programmes }: ListProps) => {
  const words = deskWords[lang];
  return (
    <DataTable
      lang={lang}
      caption={words.sections.programmes}
      captionHidden
      columns={[
        { header: words.columns.programme },
        { header: words.columns.code },
        { header: words.columns.period },
        { header: words.programmes.published, bare: true },
        { header: words.columns.action, bare: true },
      ]}
      rows={programmes.map((programme) => ({
        cells: [
          <a
            href={localPath(lang, `/desk/commitments?programme=${encodeURIComponent(programme.code)}&body=`)}
          >
            {inLang(lang, programme.title, programme.titleEn)}
          </a>,
          programme.code,
          formatPeriod(programme.period, lang),
          programme.publishedOn === undefined
            ? words.programmes.unpublished
            : words.programmes.publishedOn(formatDay(programme.publishedOn, lang)),
          steward ? <Doing lang={lang} programme={programme} /> : null,
        ],
      }))}
    />
  );
};

const Doing = ({ lang, programme }: { readonly lang: Lang; readonly programme: Programme }) => {
  const path = localPath(lang, `/desk/programmes/${encodeURIComponent(programme.code)}`);
  return (
    <>
      <a href={`${path}/edit`}>{deskWords[lang].edit}</a>
      {programme.publishedOn === undefined ? (
        <form method="post" action={`${path}/publish`}>
          <Button kind="main">{deskWords[lang].programmes.publish}</Button>
        </form>
      ) : null}
    </>
  );
};

const programmeForm = (programme: Programme): Form =>
  formOf({
    ...Object.fromEntries(Object.entries(programme).map(([name, value]) => [name, String(value ?? "")])),
    seenVersion: String(programme.version),
  });

const readProgramme = (form: Form): Result<ProgrammeInput, readonly Refusal[]> => {
  const { refusals, need } = gather();
  const period = need("period", typedPeriod("period", form.text("period")));
  const rule = need(
    "completionRule",
    typedChoice("completionRule", COMPLETION_RULES, form.text("completionRule")),
  );
  const silent = need("silentAfterDays", typedNumber("silentAfterDays", form.text("silentAfterDays")));
  const ranking = need("rankingMinimum", typedNumber("rankingMinimum", form.text("rankingMinimum")));
  if (period === undefined || rule === undefined || silent === undefined || ranking === undefined)
    return refuse(refusals);
  const { text } = form;
  return ok({
    code: text("code"),
    title: text("title"),
    titleEn: text("titleEn"),
    period,
    completionRule: rule,
    silentAfterDays: silent,
    rankingMinimum: ranking,
    source: text("source"),
    seenVersion: Number(text("seenVersion")) || undefined,
  });
};

const save = async (c: Ctx, programme: Programme | undefined): Promise<Response> => {
  const desk = await deskOf(c);
  const form = await readForm(c);
  const { context } = keeping(desk, form);
  const read = readProgramme(form);
  const verb = programme === undefined ? "programme.created" : "programme.changed";
  const attempt = {
    place: { subject: `programme/${programme?.code ?? form.text("code")}` },
    attempted: verb,
  } as const;
  const again = (errors: readonly FieldError[]) => page(desk, { programme, form, errors, status: 422 });
  if (!read.ok) return refused(desk, read.error, attempt, again);
  const input = read.value;
  const done = await saveProgramme(
    c.get("deps").store.db,
    programme?.code ?? input.code,
    context,
    (current, deps) =>
      programme === undefined || current === undefined
        ? createProgramme(input, { ...context, ...deps })
        : changeProgramme(current, input, context),
  );
  if (!done.ok) return refused(desk, [done.error], attempt, again);
  return afterwards(c, "/desk/programmes", verb);
};

const publish = async (c: Ctx): Promise<Response> => {
  const programme = await programmeOf(c);
  if (programme === undefined) return notFound(c);
  const desk = await deskOf(c);
  const { context } = desk;
  const { code } = programme;
  const done = await saveProgramme(c.get("deps").store.db, code, context, (current) =>
    current === undefined
      ? refuse<Refusal>({ code: "programmeUnknown", field: "programme", programme: code })
      : publishProgramme(current, context),
  );
  if (done.ok) return afterwards(c, "/desk/programmes", "programme.published");
  const attempt = { place: { subject: `programme/${code}` }, attempted: "programme.published" } as const;
  return refused(desk, [done.error], attempt, (errors) => list(c, errors, 422));
};

type Shown = {
  readonly programme?: Programme | undefined;
  readonly form: Form;
  readonly errors: readonly FieldError[];
  readonly status: 200 | 422;
};

const page = (
  { c, lang }: Desk,
  { programme, form, errors, status }: Shown,
): Response | Promise<Response> => {
  const words = deskFormWords[lang];
  const { sections, programmes, save: saveWord } = deskWords[lang];
  const title = programme === undefined ? programmes.add : programmes.edit;
  const fields = fieldsOf({ lang, form, errors });
  const path =
    programme === undefined
      ? "/desk/programmes/new"
      : `/desk/programmes/${encodeURIComponent(programme.code)}/edit`;
  const trail = [{ href: localPath(lang, "/desk/programmes"), text: sections.programmes }];
  const rules = COMPLETION_RULES.map((value) => ({ value, text: choiceWords[lang].completionRule[value] }));
  return deskPage(
    c,
    { title, section: "programmes", trail, status },
    <>
      <Title title={title} lead={words.programmeLead} />
      {fields.summary()}
      <form class="fill" method="post" action={localPath(lang, path)}>
        <input type="hidden" name="seenVersion" value={form.text("seenVersion")} />
        {fields.code(programme?.code)}
        {fields.text("title", { required: true, maxlength: LIMITS.title })}
        {fields.text("titleEn", { required: false, maxlength: LIMITS.title })}
        {fields.text("period", { hint: words.programmePeriodHint, required: true, short: true })}
        {fields.select("completionRule", rules, { hint: words.completionRuleHint })}
        {fields.number("silentAfterDays", { hint: words.silentHint, inputmode: "numeric" })}
        {fields.number("rankingMinimum", { hint: words.rankingHint, inputmode: "numeric" })}
        {fields.text("source", { required: false, hint: words.sourceHint, maxlength: LIMITS.source })}
        {fields.screened()}
        <Buttons>
          <Button kind="main">{saveWord}</Button>
        </Buttons>
      </form>
    </>,
  );
};
