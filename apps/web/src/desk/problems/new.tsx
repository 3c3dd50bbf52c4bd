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
import { addDays } from "@yinuo/period";
import { addEvidence, changeProblem, getCommitment, getFinding, writing } from "@yinuo/store";
import type { Doors } from "../../doors.ts";
import { inLang, localPath } from "../../lang.ts";
import { Button, Buttons, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { checkDeskWords } from "../../words/check-desk.ts";
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
    const form = (await draftOf(desk)) ?? formOf({ owner, ...about, ...(await fromFinding(desk)) });
    return page(desk, { form, errors: [], status: 200 });
  });
  open("POST /desk/problems/new", report);
};

/** Days a problem that was found has, unless somebody sets another day. */
const USUAL_DAYS = 30;

/** What a finding says already, when the address names one. */
const fromFinding = async ({ c, lang, context }: Desk): Promise<Record<string, string>> => {
  const key = { check: c.req.query("check") ?? "", number: Number(c.req.query("number")) };
  const { db } = c.get("deps").store;
  const finding = Number.isInteger(key.number) ? await getFinding(db, key) : undefined;
  if (finding === undefined || !("commitment" in finding.subject)) return {};
  const { subject, owners, place } = finding;
  const commitment = await getCommitment(db, { programme: subject.programme, code: subject.commitment });
  return {
    ...subject,
    check: key.check,
    number: String(key.number),
    owner: owners[0],
    title: checkDeskWords[lang].findingOf(commitment?.title ?? subject.commitment).slice(0, LIMITS.title),
    detail: finding.finding,
    place: place ?? "",
    due: addDays(context.today, USUAL_DAYS),
  };
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
    const { finding } = input.value;
    if (finding !== undefined && (await getFinding(tx, finding)) === undefined)
      return refuse({ code: "subjectUnknown", number: finding.number });
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
  const finding = { check: text("check"), number: Number(text("number")) } as ProblemInput["finding"];
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
      finding: text("check") === "" ? undefined : finding,
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
            <input type="hidden" name="check" value={form.text("check")} />
            <input type="hidden" name="number" value={form.text("number")} />
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
