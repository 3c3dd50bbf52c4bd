// Reporting a problem: of one's own body, or found at another; with photographs, public at once.

import {
  LIMITS,
  mayReport,
  openProblem,
  refuse,
  typedDay,
  type BodyCode,
  type Context,
  type ProblemInput,
  type ProblemOrigin,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { evidenceOf } from "@yinuo/evidence";
import { addEvidence, changeProblem, getCommitment, writing } from "@yinuo/store";
import type { Doors } from "../../doors.ts";
import { inLang, localPath } from "../../lang.ts";
import { Button, Buttons, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { problemDeskWords } from "../../words/problem-desk.ts";
import { problemDeskPath } from "../addresses.ts";
import { bodyOptions, deskOf, keeping, type Desk } from "../context.ts";
import { DraftButton, DraftOpened, draftOf, forgetDraft, savedAsDraft } from "../drafts.tsx";
import { EvidenceFields, readFiles, withFileFinds, type ReadFiles } from "../evidence-fields.tsx";
import { fieldsOf } from "../fields.tsx";
import { formOf, readForm, type Form } from "../form.ts";
import { afterwards, deskPage } from "../frame.tsx";
import { notAllowed, refused } from "../refused.tsx";
import type { ScreenedError } from "../screened.tsx";
import { listTrail } from "./trail.ts";

export const registerNewProblem = ({ open }: Doors): void => {
  open("GET /desk/problems/new", async (c) => {
    const desk = await deskOf(c);
    const about = { programme: c.req.query("programme"), commitment: c.req.query("commitment") };
    const owner = c.req.query("owner") ?? desk.context.by.body ?? "";
    const form = (await draftOf(desk)) ?? formOf({ owner, ...about });
    return page(desk, { form, errors: [], status: 200 });
  });
  open("POST /desk/problems/new", report);
};

const report = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const typed = await readForm(c);
  const attempt = { place: { subject: "problem" }, attempted: "problem.opened" } as const;
  // Before any file is stored: whoever may not report this leaves nothing here.
  const may = mayReport(
    { origin: originBy(desk.context), owner: typed.text("owner") as BodyCode },
    desk.context,
  );
  if (!may.ok && typed.text("owner") !== "") return notAllowed(desk, may.error, attempt);
  const kept = await savedAsDraft(desk, typed, (text) =>
    page(desk, { form: typed, errors: [{ text }], status: 422 }),
  );
  if (kept !== undefined) return kept;
  const read = await readFiles(c, typed);
  const again = (errors: readonly ScreenedError[]) =>
    page(desk, {
      form: read.form,
      errors: [...errors, ...read.errors],
      status: read.errors.length > 0 ? read.status : 422,
    });
  if (read.errors.length > 0) return again([]);
  const opened = await save(keeping(desk, read.form), read);
  if (!opened.ok) return refused(desk, withFileFinds(opened.error, read, desk.context.today), attempt, again);
  await forgetDraft(desk, read.form);
  return afterwards(c, problemDeskPath(opened.value.code), "problem.opened", read.files);
};

const save = ({ c, context }: Desk, { form, files }: ReadFiles) =>
  writing(c.get("deps").store.db, async (tx) => {
    const input = readInput(form, context);
    if (!input.ok) return input;
    const { about } = input.value;
    if (about !== undefined) {
      const { programme, commitment } = about;
      if ((await getCommitment(tx, { programme, code: commitment })) === undefined)
        return refuse({ code: "commitmentUnknown", programme, commitment });
    }
    const opened = await changeProblem(tx, undefined, context, (_, { bodies, nextCode }) =>
      openProblem(input.value, { ...context, bodies, code: nextCode }),
    );
    if (!opened.ok) return opened;
    for (const { stored, caption } of files) {
      const evidence = evidenceOf(stored, caption, context.today);
      const shown = await addEvidence(tx, { problem: opened.value.code }, evidence, context);
      if (!shown.ok) return shown;
    }
    return opened;
  });

/** Whoever inspects reports what they found at others; everybody else what is theirs. */
const originBy = ({ by }: Context): ProblemOrigin =>
  by.role === "inspector" || (by.inspects && by.role === "steward") ? "finding" : "selfReport";

const readInput = (form: Form, context: Context): Result<ProblemInput, Refusal> => {
  const due = typedDay("due", form.text("due"));
  if (!due.ok) return due;
  if (due.value === undefined) return refuse({ code: "textMissing", field: "due" });
  const text = (name: string) => form.text(name);
  const [programme, commitment] = [text("programme"), text("commitment")];
  const about = { programme, commitment } as NonNullable<ProblemInput["about"]>;
  return {
    ok: true,
    value: {
      title: text("title"),
      titleEn: text("titleEn"),
      detail: text("detail"),
      place: text("place"),
      owner: text("owner"),
      origin: originBy(context),
      due: due.value,
      about: programme === "" || commitment === "" ? undefined : about,
    },
  };
};

type Shown = {
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  readonly status: 200 | 413 | 422;
};

const page = (desk: Desk, { form, errors, status }: Shown): Response | Promise<Response> => {
  const { c, lang } = desk;
  const words = problemDeskWords[lang];
  const fields = fieldsOf({ lang, form, errors });
  const about = form.text("commitment");
  return deskPage(
    c,
    { title: words.add, section: "problems", trail: listTrail(lang), status },
    <>
      <Title title={words.add} lead={words.newLead} />
      {fields.summary()}
      <form
        class="fill"
        method="post"
        enctype="multipart/form-data"
        action={localPath(lang, "/desk/problems/new")}
      >
        <DraftOpened lang={lang} form={form} />
        {about === "" ? null : (
          <p>
            <input type="hidden" name="programme" value={form.text("programme")} />
            <input type="hidden" name="commitment" value={about} />
            {words.about(about)}
          </p>
        )}
        {fields.text("title", { hint: words.titleHint, required: true, maxlength: LIMITS.title })}
        {fields.text("place", { hint: words.placeHint, required: true, maxlength: LIMITS.name })}
        {fields.area("detail", { hint: words.detailHint, required: true, maxlength: LIMITS.text })}
        {fields.select("owner", owners(desk, form.text("owner")), { hint: words.ownerHint })}
        {fields.day("due", { hint: words.dueHint, required: true })}
        {fields.text("titleEn", { required: false, maxlength: LIMITS.title })}
        <EvidenceFields c={c} lang={lang} form={form} fields={fields} />
        {fields.screened()}
        <Buttons>
          <Button kind="main">{words.add}</Button>
          <DraftButton lang={lang} />
        </Buttons>
      </form>
    </>,
  );
};

/** An officer's own body; for those who inspect, all others. */
const owners = (desk: Desk, chosen: string) => {
  const { by } = desk.context;
  const own = desk.bodies.find(({ code }) => code === by.body);
  if (by.role === "officer" && own !== undefined)
    return [{ value: own.code, text: inLang(desk.lang, own.name, own.nameEn) }];
  return bodyOptions(desk, chosen).filter(({ value }) => !by.inspects || value !== by.body);
};
