// The form of one thing done about a problem, and what becomes of it: with its files, in one transaction.

import { ok, refuse, type Problem, type Refusal } from "@yinuo/core";
import { evidenceOf } from "@yinuo/evidence";
import { addEvidence, changeProblem, getProblem, writing } from "@yinuo/store";
import type { Door, Doors } from "../../doors.ts";
import { inLang } from "../../lang.ts";
import { notFound } from "../../pages/errors.tsx";
import { Button, Buttons, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { deskWords } from "../../words/desk.ts";
import { problemDeskWords } from "../../words/problem-desk.ts";
import { problemDesk, problemDeskPath } from "../addresses.ts";
import { bodyOptions, deskOf, keeping, type Desk } from "../context.ts";
import { DraftButton, DraftOpened, draftOf, forgetDraft, savedAsDraft } from "../drafts.tsx";
import { EvidenceFields, readFiles, withFileFinds, type ReadFiles } from "../evidence-fields.tsx";
import { fieldsOf } from "../fields.tsx";
import { caughtUp, formOf, readForm, type Form } from "../form.ts";
import { afterwards, deskPage } from "../frame.tsx";
import { Meanwhile } from "../meanwhile.tsx";
import { forbiddenPage, notAllowed, refused } from "../refused.tsx";
import type { ScreenedError } from "../screened.tsx";
import { typedDay } from "@yinuo/core";
import { ACTS, type Act, type ActName } from "./acts.tsx";
import { problemTrail } from "./trail.ts";

export const problemOf = (c: Ctx): Promise<Problem | undefined> =>
  getProblem(c.get("deps").store.db, c.req.param("code") ?? "");

type Pair = { readonly get: Door; readonly post: Door };

export const registerAct = ({ open }: Doors, name: ActName, { get, post }: Pair): void => {
  open(get, async (c) => {
    const [problem, desk] = [await problemOf(c), await deskOf(c)];
    if (problem === undefined || stepMissing(c, name, problem)) return notFound(c);
    const may = ACTS[name].may(problem, desk.context);
    if (!may.ok) return forbiddenPage(desk, may.error);
    const { today } = desk.context;
    const form =
      (await draftOf(desk)) ?? formOf({ on: today, doneOn: today, ...ACTS[name].start?.(problem) });
    return page(desk, { name, problem, errors: [], status: 200, ...caughtUp(form, problem) });
  });
  open(post, (c) => done(c, name));
};

const stepMissing = (c: Ctx, name: ActName, { steps }: Problem): boolean =>
  name === "step" && !steps.some(({ code }) => code === c.req.param("step"));

const done = async (c: Ctx, name: ActName): Promise<Response> => {
  const problem = await problemOf(c);
  if (problem === undefined || stepMissing(c, name, problem)) return notFound(c);
  const desk = await deskOf(c);
  const act = ACTS[name];
  const typed = await readForm(c);
  const attempt = {
    place: { subject: `problem/${problem.code}`, problem: problem.code, body: problem.owner },
    attempted: act.verb(typed),
  } as const;
  // Before any file is stored: whoever may not do this leaves nothing here.
  const may = act.may(problem, desk.context);
  if (!may.ok) return notAllowed(desk, may.error, attempt);
  const kept = await savedAsDraft(desk, typed, (text) =>
    page(desk, { name, problem, form: typed, errors: [{ text }], status: 422 }),
  );
  if (kept !== undefined) return kept;
  const read = await readFiles(c, typed);
  const again = (errors: readonly ScreenedError[]) => again422(desk, { name, problem, read, errors });
  if (read.errors.length > 0) return again([]);
  const saved = await save(keeping(desk, read.form), { act, problem, read });
  if (!saved.ok) {
    const finds = withFileFinds(saved.error, read, desk.context.today);
    return refused(desk, finds, attempt, again);
  }
  await forgetDraft(desk, read.form);
  return afterwards(c, problemDeskPath(problem.code), act.verb(typed), read.files);
};

type Again = Pick<Shown, "name" | "problem" | "errors"> & { readonly read: ReadFiles };

/** The form as it was typed, beside the problem as it is by now. */
const again422 = async (desk: Desk, { name, problem, read, errors }: Again): Promise<Response> => {
  const now = (await problemOf(desk.c)) ?? problem;
  return page(desk, {
    name,
    problem: now,
    errors: [...errors, ...read.errors],
    status: read.errors.length > 0 ? read.status : 422,
    ...caughtUp(read.form, now),
  });
};

type Saving = { readonly act: Act; readonly problem: Problem; readonly read: ReadFiles };

/** The files first, since a declaration counts them; all of it or nothing. */
const save = ({ c, context }: Desk, { act, problem: { code }, read: { form, files } }: Saving) =>
  writing(c.get("deps").store.db, async (tx) => {
    const on = act.shownOn === undefined ? undefined : typedDay(act.shownOn, form.text(act.shownOn));
    if (on !== undefined && !on.ok) return on;
    for (const { stored, caption } of on === undefined ? [] : files) {
      const evidence = evidenceOf(stored, caption, on?.value ?? context.today);
      const shown = await addEvidence(tx, { problem: code }, evidence, context);
      if (!shown.ok) return shown;
    }
    const step = c.req.param("step") ?? "";
    const changed = await changeProblem(tx, code, context, (current, deps) =>
      current === undefined
        ? refuse<Refusal>({ code: "problemUnknown", problem: code })
        : act.decide(current, form, { ...context, ...deps, step }),
    );
    return changed.ok ? ok(changed.value) : changed;
  });

type Shown = {
  readonly name: ActName;
  readonly problem: Problem;
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  readonly status: 200 | 413 | 422;
  /** The version the form was filled in from, when there is a later one. */
  readonly since?: number | undefined;
};

const page = async (desk: Desk, { name, problem, form, errors, status, since }: Shown): Promise<Response> => {
  const { c, lang } = desk;
  const words = problemDeskWords[lang].acts[name];
  const { shownOn, fields: fieldsFor } = ACTS[name];
  const fields = fieldsOf({ lang, form, errors });
  const step = name === "step" ? problem.steps.find(({ code }) => code === c.req.param("step")) : undefined;
  const title = step === undefined ? words.title : inLang(lang, step.title, step.titleEn);
  return deskPage(
    c,
    { title, section: "problems", trail: problemTrail(lang, problem), status },
    <>
      <Title
        lang={lang}
        over={`${problem.code} · ${inLang(lang, problem.title, problem.titleEn)}`}
        title={title}
        lead={words.lead}
      />
      {fields.summary()}
      {since === undefined
        ? null
        : await Meanwhile({ desk, records: [{ of: { problem: problem.code }, since }] })}
      <form class="fill" method="post" enctype={shownOn === undefined ? undefined : "multipart/form-data"}>
        <DraftOpened lang={lang} form={form} />
        {fieldsFor(fields, lang, { form, bodies: bodyOptions(desk, problem.owner) })}
        {shownOn === undefined ? null : <EvidenceFields c={c} lang={lang} form={form} fields={fields} />}
        {fields.screened()}
        <Buttons>
          <Button kind="main">{words.button}</Button>
          <Button href={problemDesk(lang, problem.code)}>{deskWords[lang].cancel}</Button>
          <DraftButton lang={lang} />
        </Buttons>
      </form>
    </>,
  );
};
