// The plan of a problem: its steps with their dates, written by the body whose task it is.

import {
  LIMITS,
  mayWorkOn,
  planProblem,
  refuse,
  typedDay,
  type MilestoneInput,
  type Problem,
  type Refusal,
} from "@yinuo/core";
import { changeProblem } from "@yinuo/store";
import { fieldName } from "@yinuo/words";
import type { Doors } from "../../doors.ts";
import { inLang } from "../../lang.ts";
import { notFound } from "../../pages/errors.tsx";
import { Button, Buttons, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { problemDeskWords } from "../../words/problem-desk.ts";
import { problemDeskPath } from "../addresses.ts";
import { deskOf, gather, keeping, type Desk } from "../context.ts";
import { DraftButton, DraftOpened, draftOf, forgetDraft, savedAsDraft } from "../drafts.tsx";
import { fieldsOf, type Fields } from "../fields.tsx";
import { caughtUp, formOf, readForm, seenVersion, withValues, type Form } from "../form.ts";
import { afterwards, deskPage } from "../frame.tsx";
import { Meanwhile } from "../meanwhile.tsx";
import { forbiddenPage, refused } from "../refused.tsx";
import type { ScreenedError } from "../screened.tsx";
import { problemOf } from "./act.tsx";
import { problemTrail } from "./trail.ts";

const SPARE_ROWS = 3;
const MOST_ROWS = 40;

export const registerPlan = ({ open }: Doors): void => {
  open("GET /desk/problems/:code/plan", async (c) => {
    const problem = await problemOf(c);
    if (problem === undefined) return notFound(c);
    const desk = await deskOf(c);
    const may = mayWorkOn(problem, desk.context);
    if (!may.ok) return forbiddenPage(desk, may.error);
    const form = (await draftOf(desk)) ?? planForm(problem);
    return page(desk, { problem, errors: [], status: 200, ...caughtUp(form, problem) });
  });
  open("POST /desk/problems/:code/plan", plan);
};

const planForm = ({ steps, version }: Problem): Form =>
  formOf({
    seenVersion: String(version),
    rows: String(steps.length + SPARE_ROWS),
    ...Object.fromEntries(
      steps.flatMap(({ code, title, titleEn, due }, at) =>
        Object.entries({ code, title, titleEn, due }).map(([name, text]) => [`steps.${at}.${name}`, text]),
      ),
    ),
  });

const plan = async (c: Ctx): Promise<Response> => {
  const problem = await problemOf(c);
  if (problem === undefined) return notFound(c);
  const [desk, form] = [await deskOf(c), await readForm(c)];
  if (form.has("add")) {
    const rows = String(rowCount(form) + SPARE_ROWS);
    return page(desk, { problem, form: withValues(form, { rows }), errors: [], status: 200 });
  }
  const kept = await savedAsDraft(desk, form, (text) =>
    page(desk, { problem, form, errors: [{ text }], status: 422 }),
  );
  if (kept !== undefined) return kept;
  const { code } = problem;
  const attempt = {
    place: { subject: `problem/${code}`, problem: code, body: problem.owner },
    attempted: "problem.planned",
  } as const;
  const again = (errors: readonly ScreenedError[]) => page(desk, { problem, form, errors, status: 422 });
  const { refusals, take } = gather();
  const steps = filledRows(form).flatMap((row) => take(readStep(form, row)) ?? []);
  if (refusals.length > 0) return refused(desk, refusals, attempt, again);
  const { context } = keeping(desk, form);
  const input = { steps, reason: form.text("reason"), seenVersion: seenVersion(form) };
  const done = await changeProblem(c.get("deps").store.db, code, context, (current) =>
    current === undefined
      ? refuse<Refusal>({ code: "problemUnknown", problem: code })
      : planProblem(current, input, context),
  );
  if (!done.ok)
    return refused(desk, [done.error], attempt, async (errors) => {
      const now = (await problemOf(c)) ?? problem;
      return page(desk, { problem: now, errors, status: 422, ...caughtUp(form, now) });
    });
  await forgetDraft(desk, form);
  return afterwards(c, problemDeskPath(code), "problem.planned");
};

const rowCount = (form: Form): number =>
  Math.min(MOST_ROWS, Math.max(SPARE_ROWS, Math.trunc(Number(form.text("rows"))) || 0));

const rowsOf = (form: Form): readonly string[] =>
  Array.from({ length: rowCount(form) }, (_, at) => `steps.${at}`);

const filledRows = (form: Form): readonly string[] =>
  rowsOf(form).filter((row) => ["code", "title", "due"].some((name) => form.text(`${row}.${name}`) !== ""));

const readStep = (form: Form, row: string): ReturnType<typeof refuse<Refusal>> | Read => {
  const text = (name: string) => form.text(`${row}.${name}`);
  if (text("title").trim() === "") return refuse({ code: "textMissing", field: `${row}.title` });
  const due = typedDay(`${row}.due`, text("due"));
  if (!due.ok) return due;
  if (due.value === undefined) return refuse({ code: "textMissing", field: `${row}.due` });
  const input = { code: text("code"), title: text("title"), titleEn: text("titleEn"), due: due.value };
  return { ok: true, value: input };
};

type Read = { readonly ok: true; readonly value: MilestoneInput };

type Shown = {
  readonly problem: Problem;
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  readonly status: 200 | 422;
  readonly since?: number | undefined;
};

const page = async (desk: Desk, { problem, form, errors, status, since }: Shown): Promise<Response> => {
  const { c, lang } = desk;
  const words = problemDeskWords[lang].plan;
  const fields = fieldsOf({ lang, form, errors });
  return deskPage(
    c,
    { title: words.title, section: "problems", trail: problemTrail(lang, problem), status },
    <>
      <Title
        lang={lang}
        over={`${problem.code} · ${inLang(lang, problem.title, problem.titleEn)}`}
        title={words.title}
        lead={words.lead}
      />
      {fields.summary()}
      {since === undefined
        ? null
        : await Meanwhile({ desk, records: [{ of: { problem: problem.code }, since }] })}
      <form class="fill" method="post">
        <DraftOpened lang={lang} form={form} />
        <input type="hidden" name="seenVersion" value={form.text("seenVersion")} />
        <Steps lang={lang} form={form} fields={fields} />
        {problem.steps.length === 0
          ? null
          : fields.area("reason", {
              hint: problemDeskWords[lang].reasonHint,
              required: true,
              maxlength: LIMITS.reason,
            })}
        {fields.screened()}
        <Buttons>
          <Button kind="main">{words.button}</Button>
          <DraftButton lang={lang} />
        </Buttons>
      </form>
    </>,
  );
};

type StepsProps = { readonly lang: Desk["lang"]; readonly form: Form; readonly fields: Fields };

const Steps = ({ lang, form, fields }: StepsProps) => {
  const words = problemDeskWords[lang];
  return (
    <fieldset id="milestones" class="flow">
      <legend>{fieldName(lang, "steps")}</legend>
      <input type="hidden" name="rows" value={String(rowCount(form))} />
      {rowsOf(form).map((row, at) => (
        <details open={form.text(`${row}.title`) !== "" || at === 0}>
          <summary>{words.step(at + 1)}</summary>
          <div class="flow">
            <input type="hidden" name={`${row}.code`} value={form.text(`${row}.code`)} />
            <input type="hidden" name={`${row}.titleEn`} value={form.text(`${row}.titleEn`)} />
            {fields.text(`${row}.title`, { maxlength: LIMITS.title })}
            {fields.day(`${row}.due`)}
          </div>
        </details>
      ))}
      <Buttons>
        <Button name="add" value="steps" unchecked>
          {words.more}
        </Button>
      </Buttons>
    </fieldset>
  );
};
