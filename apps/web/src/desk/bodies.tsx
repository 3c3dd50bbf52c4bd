// Bodies at the desk: the list, and the form that adds or changes one.

import {
  changeBody,
  createBody,
  LIMITS,
  ok,
  refuse,
  typedDay,
  type Body,
  type BodyInput,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { changeBody as saveBody, getBody } from "@yinuo/store";
import { fieldName } from "@yinuo/words";
import type { Doors } from "../doors.ts";
import { inLang, localPath } from "../lang.ts";
import { notFound } from "../pages/errors.tsx";
import { Button, Buttons, DataTable, EmptyState, Title, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskFormWords } from "../words/desk-forms.ts";
import { deskWords } from "../words/desk.ts";
import { Adding } from "./adding.tsx";
import { bodyOptions, deskOf, gather, keeping, type Desk } from "./context.ts";
import { fieldsOf } from "./fields.tsx";
import { formOf, readForm, type Form } from "./form.ts";
import { afterwards, deskPage } from "./frame.tsx";
import { refused } from "./refused.tsx";

export const registerBodies = (doors: Doors): void => {
  doors.open("GET /desk/bodies", list);
  doors.open("GET /desk/bodies/new", async (c) =>
    page(await deskOf(c), { form: formOf({}), errors: [], status: 200 }),
  );
  doors.open("POST /desk/bodies/new", (c) => save(c, undefined));
  doors.open("GET /desk/bodies/:code/edit", async (c) => {
    const body = await bodyOf(c);
    if (body === undefined) return notFound(c);
    return page(await deskOf(c), { body, form: bodyForm(body), errors: [], status: 200 });
  });
  doors.open("POST /desk/bodies/:code/edit", async (c) => {
    const body = await bodyOf(c);
    return body === undefined ? notFound(c) : save(c, body);
  });
};

const bodyOf = (c: Ctx): Promise<Body | undefined> =>
  getBody(c.get("deps").store.db, c.req.param("code") ?? "");

const list = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const { lang, bodies, nameOf, context } = desk;
  const words = deskWords[lang];
  const steward = context.by.role === "steward";
  return deskPage(
    c,
    { title: words.sections.bodies, section: "bodies" },
    <>
      <Title title={words.sections.bodies} />
      <Adding lang={lang} role={context.by.role} door="GET /desk/bodies/new" text={words.bodies.add} />
      {bodies.length === 0 ? (
        <EmptyState lang={lang} title={words.bodies.empty}>
          {words.bodies.emptyHelp}
        </EmptyState>
      ) : (
        <DataTable
          lang={lang}
          caption={words.sections.bodies}
          captionHidden
          columns={[
            { header: words.columns.body },
            { header: words.columns.code },
            { header: fieldName(lang, "parent") },
            { header: fieldName(lang, "inspects") },
            { header: words.columns.action, bare: true },
          ]}
          rows={bodies.map((body) => ({
            cells: [
              inLang(lang, body.name, body.nameEn),
              body.code,
              body.parent === undefined ? "" : nameOf(body.parent),
              body.inspects ? words.yes : "",
              steward ? (
                <a href={localPath(lang, `/desk/bodies/${encodeURIComponent(body.code)}/edit`)}>
                  {words.edit}
                </a>
              ) : null,
            ],
          }))}
        />
      )}
    </>,
  );
};

const bodyForm = (body: Body): Form =>
  formOf({
    ...Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value ?? "")])),
    inspects: body.inspects ? "yes" : undefined,
    seenVersion: String(body.version),
  });

const readBody = (form: Form): Result<BodyInput, readonly Refusal[]> => {
  const { refusals, take } = gather();
  const closedOn = take(typedDay("closedOn", form.text("closedOn")));
  if (refusals.length > 0) return refuse(refusals);
  const { text } = form;
  return ok({
    code: text("code"),
    externalId: text("externalId").trim() || undefined,
    name: text("name"),
    nameEn: text("nameEn"),
    parent: text("parent"),
    inspects: form.has("inspects"),
    about: text("about"),
    aboutEn: text("aboutEn"),
    closedOn,
    seenVersion: Number(text("seenVersion")) || undefined,
  });
};

const save = async (c: Ctx, body: Body | undefined): Promise<Response> => {
  const desk = await deskOf(c);
  const form = await readForm(c);
  const { context } = keeping(desk, form);
  const read = readBody(form);
  const verb = body === undefined ? "body.created" : "body.changed";
  const attempt = { place: { subject: `body/${body?.code ?? form.text("code")}` }, attempted: verb } as const;
  const again = (errors: readonly FieldError[]) => page(desk, { body, form, errors, status: 422 });
  if (!read.ok) return refused(desk, read.error, attempt, again);
  const input = read.value;
  const done = await saveBody(c.get("deps").store.db, body?.code ?? input.code, context, (current, deps) =>
    body === undefined || current === undefined
      ? createBody(input, { ...context, ...deps })
      : changeBody(current, input, { ...context, ...deps }),
  );
  if (!done.ok) return refused(desk, [done.error], attempt, again);
  return afterwards(c, "/desk/bodies", verb);
};

type Shown = {
  readonly body?: Body | undefined;
  readonly form: Form;
  readonly errors: readonly FieldError[];
  readonly status: 200 | 422;
};

const page = (desk: Desk, { body, form, errors, status }: Shown): Response | Promise<Response> => {
  const { c, lang } = desk;
  const words = deskFormWords[lang];
  const { sections, bodies, save: saveWord } = deskWords[lang];
  const title = body === undefined ? bodies.add : bodies.edit;
  const fields = fieldsOf({ lang, form, errors });
  const path = body === undefined ? "/desk/bodies/new" : `/desk/bodies/${encodeURIComponent(body.code)}/edit`;
  const trail = [{ href: localPath(lang, "/desk/bodies"), text: sections.bodies }];
  return deskPage(
    c,
    { title, section: "bodies", trail, status },
    <>
      <Title title={title} lead={words.bodyLead} />
      {fields.summary()}
      <form class="fill" method="post" action={localPath(lang, path)}>
        <input type="hidden" name="seenVersion" value={form.text("seenVersion")} />
        {fields.code(body?.code)}
        {fields.text("name", { required: true, maxlength: LIMITS.name })}
        {fields.text("nameEn", { required: false, maxlength: LIMITS.name })}
        {fields.select("parent", bodyOptions(desk, form.text("parent"), deskWords[lang].none))}
        {fields.tick("inspects", { label: fieldName(lang, "inspects"), hint: words.inspectsHint })}
        {fields.area("about", { required: false, maxlength: LIMITS.text })}
        {fields.area("aboutEn", { required: false, maxlength: LIMITS.text })}
        {body === undefined ? null : fields.day("closedOn", { required: false, hint: words.closedHint })}
        {fields.text("externalId", {
          required: false,
          hint: words.externalIdHint,
          short: true,
          maxlength: LIMITS.name,
        })}
        {fields.screened()}
        <Buttons>
          <Button kind="main">{saveWord}</Button>
        </Buttons>
      </form>
    </>,
  );
};
