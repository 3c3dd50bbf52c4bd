// The course of a check at the desk: opened, subjects reassigned, finished with what nobody looked at, called off.

import {
  callOffCheck,
  finishCheck,
  LIMITS,
  mayOrganise,
  openCheck,
  reassignSubject,
  refuse,
  type Change,
  type Check,
  type Refusal,
  type Result,
  type Subject,
} from "@yinuo/core";
import { changeCheck, listFindings, type CheckDeps } from "@yinuo/store";
import type { Child } from "hono/jsx";
import type { Doors } from "../../doors.ts";
import { inLang } from "../../lang.ts";
import { notFound } from "../../pages/errors.tsx";
import { Button, Buttons, Title, typed } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { checkDeskWords } from "../../words/check-desk.ts";
import { deskWords } from "../../words/desk.ts";
import { checkDesk, checkDeskPath } from "../addresses.ts";
import { deskOf, keeping, type Desk } from "../context.ts";
import { fieldsOf, type Fields } from "../fields.tsx";
import { formOf, readForm, type Form } from "../form.ts";
import { afterwards, deskPage, type Did } from "../frame.tsx";
import { reasonPage } from "../reason-page.tsx";
import { forbiddenPage, refused } from "../refused.tsx";
import type { ScreenedError } from "../screened.tsx";
import { checkOf, checkTrail, placeOfCheck, subjectAt } from "./trail.ts";

type Decide = (current: Check, deps: CheckDeps) => Result<Change<Check>, Refusal>;
type Shown = { readonly form: Form; readonly errors: readonly ScreenedError[]; readonly status: 200 | 422 };
type Again = (shown: Shown) => Response | Promise<Response>;

export const registerCourse = ({ open }: Doors): void => {
  open("POST /desk/checks/:code/open", async (c) => {
    const check = await checkOf(c);
    if (check === undefined) return notFound(c);
    const desk = await deskOf(c);
    const { context } = desk;
    return done(desk, check, {
      did: "check.opened",
      form: await readForm(c),
      decide: (current, { frozen }) => openCheck(current, { frozen }, context),
      again: ({ errors }) => plainRefusal(desk, check, errors),
    });
  });
  open("GET /desk/checks/:code/finish", (c) => shown(c, finishPage));
  open("POST /desk/checks/:code/finish", finish);
  open("GET /desk/checks/:code/call-off", (c) => shown(c, callOffPage));
  open("POST /desk/checks/:code/call-off", async (c) => {
    const check = await checkOf(c);
    if (check === undefined) return notFound(c);
    const desk = await deskOf(c);
    const form = await readForm(c);
    const { context } = keeping(desk, form);
    return done(desk, check, {
      did: "check.called-off",
      form,
      decide: (current) => callOffCheck(current, form.text("reason"), context),
      again: (again) => callOffPage(desk, check, again),
    });
  });
  open("GET /desk/checks/:code/:number/reassign", (c) => reassignShown(c));
  open("POST /desk/checks/:code/:number/reassign", reassign);
};

type Page = (desk: Desk, check: Check, shown: Shown) => Response | Promise<Response>;

const shown = async (c: Ctx, page: Page): Promise<Response> => {
  const check = await checkOf(c);
  if (check === undefined) return notFound(c);
  const desk = await deskOf(c);
  const may = mayOrganise(check, desk.context);
  if (!may.ok) return forbiddenPage(desk, may.error);
  return page(desk, check, { form: formOf({}), errors: [], status: 200 });
};

type Doing = {
  readonly did: Extract<Did, `check.${string}`>;
  readonly form: Form;
  readonly decide: Decide;
  readonly again: Again;
};

const done = async (desk: Desk, { code, ...check }: Check, { did, form, decide, again }: Doing) => {
  const { c } = desk;
  const { context } = keeping(desk, form);
  const changed = await changeCheck(c.get("deps").store.db, code, context, (current, deps) =>
    current === undefined ? refuse({ code: "checkUnknown", check: code }) : decide(current, deps),
  );
  if (changed.ok) return afterwards(c, checkDeskPath(code), did);
  const attempt = { place: placeOfCheck({ code, ...check }), attempted: did };
  return refused(desk, [changed.error], attempt, (errors) => again({ form, errors, status: 422 }));
};

const finish = async (c: Ctx): Promise<Response> => {
  const check = await checkOf(c);
  if (check === undefined) return notFound(c);
  const desk = await deskOf(c);
  const form = await readForm(c);
  const { context } = keeping(desk, form);
  const missed = Object.fromEntries(
    check.subjects.map(({ number }) => [number, form.text(`missed.${number}`)]),
  );
  return done(desk, check, {
    did: "check.finished",
    form,
    decide: (current, { found }) => finishCheck(current, { missed }, { ...context, found }),
    again: (again) => finishPage(desk, check, again),
  });
};

const finishPage: Page = async (desk, check, { form, errors, status }) => {
  const { c, lang } = desk;
  const words = checkDeskWords[lang];
  const { findings } = await listFindings(c.get("deps").store.db, {
    check: check.code,
    sort: "number",
    limit: check.subjects.length + 1,
    offset: 0,
  });
  const found = new Set(findings.map(({ finding }) => finding.number));
  const { title, lead, button } = words.finish;
  return formPage(desk, check, {
    title,
    lead,
    button,
    action: "/finish",
    shown: { form, errors, status },
    fields: (fields) =>
      check.subjects
        .filter(({ number }) => !found.has(number))
        .map((subject) =>
          fields.area(`missed.${subject.number}`, {
            label: words.missed(subject.number),
            hint: typed(lang, inLang(lang, subject.title, subject.titleEn)),
            required: true,
            rows: 2,
            maxlength: LIMITS.reason,
          }),
        ),
  });
};

const callOffPage: Page = (desk, check, again) => {
  const { lang } = desk;
  return reasonPage(desk, {
    section: "checks",
    trail: checkTrail(lang, check),
    over: `${check.code} · ${inLang(lang, check.title, check.titleEn)}`,
    ...checkDeskWords[lang].callOff,
    action: checkDesk(lang, check.code, "/call-off"),
    back: checkDesk(lang, check.code),
    ...again,
  });
};

const reassignShown = async (c: Ctx): Promise<Response> => {
  const one = await subjectAt(c);
  if (one === undefined) return notFound(c);
  const desk = await deskOf(c);
  const may = mayOrganise(one.check, desk.context);
  if (!may.ok) return forbiddenPage(desk, may.error);
  return reassignPage(desk, one.check, one.subject, { form: formOf({}), errors: [], status: 200 });
};

const reassign = async (c: Ctx): Promise<Response> => {
  const one = await subjectAt(c);
  if (one === undefined) return notFound(c);
  const { check, subject } = one;
  const desk = await deskOf(c);
  const form = await readForm(c);
  const { context } = keeping(desk, form);
  const input = { number: subject.number, to: form.text("to"), reason: form.text("reason") };
  return done(desk, check, {
    did: "check.reassigned",
    form,
    decide: (current, { bodies, found }) => reassignSubject(current, input, { ...context, bodies, found }),
    again: (again) => reassignPage(desk, check, subject, again),
  });
};

const reassignPage = (desk: Desk, check: Check, subject: Subject, again: Shown) => {
  const { lang, bodies, nameOf } = desk;
  const { reassign: words } = checkDeskWords[lang];
  const others = bodies.filter(
    ({ code, inspects, closedOn }) =>
      inspects && closedOn === undefined && code !== subject.inspector && !subject.owners.includes(code),
  );
  return formPage(desk, check, {
    ...words,
    over: `${subject.number}. ${inLang(lang, subject.title, subject.titleEn)}`,
    action: `/${subject.number}/reassign`,
    shown: again,
    fields: (fields) => (
      <>
        {fields.select(
          "to",
          others.map(({ code }) => ({ value: code, text: nameOf(code) })),
        )}
        {fields.area("reason", { required: true, maxlength: LIMITS.reason })}
      </>
    ),
  });
};

type FormPage = {
  readonly title: string;
  readonly lead: string;
  readonly button: string;
  readonly over?: string;
  readonly action: string;
  readonly shown: Shown;
  readonly fields: (fields: Fields) => Child;
};

const formPage = (desk: Desk, check: Check, page: FormPage): Response | Promise<Response> => {
  const { c, lang } = desk;
  const { form, errors, status } = page.shown;
  const fields = fieldsOf({ lang, form, errors });
  const over = page.over ?? `${check.code} · ${inLang(lang, check.title, check.titleEn)}`;
  return deskPage(
    c,
    { title: page.title, section: "checks", trail: checkTrail(lang, check), status },
    <>
      <Title lang={lang} over={over} title={page.title} lead={page.lead} />
      {fields.summary()}
      <form class="fill" method="post" action={checkDesk(lang, check.code, page.action)}>
        {page.fields(fields)}
        {fields.screened()}
        <Buttons>
          <Button kind="main">{page.button}</Button>
          <Button href={checkDesk(lang, check.code)}>{deskWords[lang].cancel}</Button>
        </Buttons>
      </form>
    </>,
  );
};

/** Of a button alone: nothing was typed that could be shown again. */
const plainRefusal = (desk: Desk, check: Check, errors: readonly ScreenedError[]) =>
  formPage(desk, check, {
    title: checkDeskWords[desk.lang].open,
    lead: "",
    button: checkDeskWords[desk.lang].open,
    action: "/open",
    shown: { form: formOf({}), errors, status: 422 },
    fields: () => null,
  });
