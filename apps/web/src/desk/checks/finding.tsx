// Recording a finding on one subject, and revising it: on a phone, in a minute, with photographs. What is sent twice is recorded once.

import { randomUUID } from "node:crypto";
import {
  ANSWERS,
  FINDING_CONCLUSIONS,
  givesVerdict,
  LIMITS,
  mayInspect,
  recordFinding,
  reviseFinding,
  typedChoice,
  typedDay,
  type Answer,
  type Check,
  type Finding,
  type FindingInput,
  type Refusal,
  type Result,
  type Subject,
} from "@yinuo/core";
import { evidenceOf } from "@yinuo/evidence";
import type { Day } from "@yinuo/period";
import {
  addEvidence,
  getCommitment,
  getFinding,
  getProblem,
  hasActed,
  settleFinding,
  writing,
} from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import type { Doors } from "../../doors.ts";
import { inLang } from "../../lang.ts";
import { findingPath } from "../../pages/addresses.ts";
import { subjectPagePath } from "../../pages/checks/parts.tsx";
import { notFound } from "../../pages/errors.tsx";
import { Button, Buttons, Notice, Title, typed } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { checkDeskWords } from "../../words/check-desk.ts";
import { checksWords } from "../../words/checks.ts";
import { checkDesk, checkDeskPath } from "../addresses.ts";
import { deskOf, gather, keeping, type Desk } from "../context.ts";
import { draftOf, DraftOpened, forgetDraft } from "../drafts.tsx";
import { EvidenceFields, readFiles, withFileFinds, type ReadFiles } from "../evidence-fields.tsx";
import { fieldsOf, type Fields } from "../fields.tsx";
import { formOf, readForm, seenVersion, type Form } from "../form.ts";
import { afterwards, deskPage } from "../frame.tsx";
import { forbiddenPage, notAllowed, refused } from "../refused.tsx";
import type { ScreenedError } from "../screened.tsx";
import { checkTrail, subjectAt, type OneSubject } from "./trail.ts";

export const registerFinding = ({ open }: Doors): void => {
  open("GET /desk/checks/:code/:number", async (c) => {
    const one = await subjectAt(c);
    if (one === undefined) return notFound(c);
    const desk = await deskOf(c);
    const may = await mayLook(desk, one.subject);
    if (!may.ok) return forbiddenPage(desk, may.error);
    const finding = await findingAt(desk, one);
    const form = (await draftOf(desk)) ?? formOf(valuesOf(finding, desk.context.today));
    return page(desk, { ...one, finding, form, errors: [], status: 200 });
  });
  open("POST /desk/checks/:code/:number", record);
};

const findingAt = ({ c }: Desk, { check, subject }: OneSubject) =>
  getFinding(c.get("deps").store.db, { check: check.code, number: subject.number });

const mayLook = async ({ c, context }: Desk, subject: Subject) =>
  mayInspect(subject, {
    by: context.by,
    acted: await hasActed(c.get("deps").store.db, subject.key, context),
  });

const valuesOf = (finding: Finding | undefined, today: Day) =>
  finding === undefined
    ? { on: today, sentAs: randomUUID() }
    : {
        on: finding.on,
        conclusion: finding.conclusion,
        finding: finding.finding,
        place: finding.place,
        ...Object.fromEntries(Object.entries(finding.answers).map(([code, one]) => [`answer.${code}`, one])),
        seenVersion: String(finding.version),
      };

const record = async (c: Ctx): Promise<Response> => {
  const one = await subjectAt(c);
  if (one === undefined) return notFound(c);
  const { check, subject } = one;
  const desk = await deskOf(c);
  const typed = await readForm(c);
  const revises = seenVersion(typed) !== undefined;
  const attempted = revises ? "finding.revised" : "finding.recorded";
  const place = {
    subject: `finding/${check.code}/${subject.number}`,
    inspection: check.code,
    ...subject.key,
  };
  const attempt = { place, attempted } as const;
  // Before any file is stored: whoever may not look leaves nothing here.
  const may = await mayLook(desk, subject);
  if (!may.ok) return notAllowed(desk, may.error, attempt);
  const read = await readFiles(c, typed);
  const again = async (errors: readonly ScreenedError[]) =>
    page(desk, {
      ...one,
      finding: await findingAt(desk, one),
      form: read.form,
      errors: [...errors, ...read.errors],
      status: read.errors.length > 0 ? read.status : 422,
    });
  const input = readInput(check, read.form);
  if (!input.ok || read.errors.length > 0) return refused(desk, input.ok ? [] : input.error, attempt, again);
  const saved = await save(keeping(desk, read.form), one, { read, ...input.value });
  if (!saved.ok) return refused(desk, withFileFinds(saved.error, read, input.value.said.on), attempt, again);
  await forgetDraft(desk, read.form);
  return afterwards(c, checkDeskPath(check.code), attempted, read.files);
};

type Read = { readonly said: FindingInput; readonly due: Day | undefined };

const readInput = (check: Check, form: Form): Result<Read, readonly Refusal[]> => {
  const { refusals, need, take } = gather();
  const conclusion = need(
    "conclusion",
    typedChoice("conclusion", FINDING_CONCLUSIONS, form.text("conclusion")),
  );
  const on = need("on", typedDay("on", form.text("on")));
  const due = take(typedDay("due", form.text("due")));
  const answers: Record<string, Answer> = {};
  for (const { code } of check.checklist) {
    const field = `answer.${code}`;
    const answer = take(typedChoice(field, ANSWERS, form.text(field)));
    if (answer !== undefined) answers[code] = answer;
  }
  if (conclusion === undefined || on === undefined || refusals.length > 0)
    return { ok: false, error: refusals };
  const said = { conclusion, on, answers, finding: form.text("finding"), place: form.text("place") };
  return { ok: true, value: { said, due } };
};

/** The finding, its files and all that follows from it; or nothing. */
const save = (
  { c, context }: Desk,
  { check, subject }: OneSubject,
  { read, said, due }: Read & { read: ReadFiles },
) =>
  writing(c.get("deps").store.db, async (tx) => {
    const { form, files } = read;
    const key = { check: check.code, number: subject.number };
    const reason = form.text("reason");
    const sentAs = /^[0-9a-f-]{36}$/.test(form.text("sentAs")) ? form.text("sentAs") : undefined;
    const saved = await settleFinding(tx, { ...key, sentAs }, context, {
      due,
      decide: (current, deps) => {
        const given = { ...context, ...deps };
        return current === undefined || seenVersion(form) === undefined
          ? recordFinding(deps.check, { ...said, number: key.number }, { ...given, existing: current })
          : reviseFinding(current, { ...said, reason, seenVersion: seenVersion(form) }, given);
      },
    });
    if (!saved.ok || saved.value.again) return saved;
    for (const { stored, caption } of files) {
      const of = { inspection: key.check, number: key.number };
      const shown = await addEvidence(tx, of, evidenceOf(stored, caption, said.on), context);
      if (!shown.ok) return shown;
    }
    return saved;
  });

type Shown = OneSubject & {
  readonly finding: Finding | undefined;
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  readonly status: 200 | 413 | 422;
};

const page = async (desk: Desk, shown: Shown): Promise<Response> => {
  const { c, lang } = desk;
  const { check, subject, finding, form, errors, status } = shown;
  const words = checkDeskWords[lang];
  const fields = fieldsOf({ lang, form, errors });
  const title = finding === undefined ? words.look : words.revise;
  const follows = await followsOf(desk, shown);
  return deskPage(
    c,
    { title, section: "checks", trail: checkTrail(lang, check), status },
    <>
      <Title
        lang={lang}
        over={`${subject.number}. ${inLang(lang, subject.title, subject.titleEn)}`}
        title={title}
        lead={finding === undefined ? words.lookLead : words.reviseLead}
      />
      <p>
        <a href={subjectPagePath(lang, subject)}>{checksWords[lang].record}</a>
        {finding === undefined ? null : (
          <>
            {" "}
            <a href={findingPath(lang, check.code, subject.number)}>{words.public}</a>
          </>
        )}
      </p>
      {follows === undefined ? null : <Notice lang={lang} kind="note" title={words[follows]} />}
      {fields.summary()}
      <form
        class="fill"
        method="post"
        enctype="multipart/form-data"
        action={checkDesk(lang, check.code, `/${subject.number}`)}
      >
        <DraftOpened lang={lang} form={form} />
        <FindingFields desk={desk} fields={fields} shown={shown} follows={follows} />
        <EvidenceFields c={c} lang={lang} form={form} fields={fields} />
        {fields.screened()}
        <Buttons>
          <Button kind="main">{finding === undefined ? words.save : words.reviseButton}</Button>
        </Buttons>
      </form>
    </>,
  );
};

type Follows = "verdictFollows" | "problemFollows" | "lookBackFollows";

/** What a finding would mean for its subject as that stands now. */
const followsOf = async (
  { c, context }: Desk,
  { check, subject, finding }: Shown,
): Promise<Follows | undefined> => {
  const { db } = c.get("deps").store;
  const { key, number } = subject;
  if ("problem" in key) {
    const stage = finding === undefined ? (await getProblem(db, key.problem))?.stage : undefined;
    return stage === "declared" ? "problemFollows" : stage === "delisted" ? "lookBackFollows" : undefined;
  }
  const commitment = await getCommitment(db, { programme: key.programme, code: key.commitment });
  const lookBack = check.kind === "lookBack";
  return commitment !== undefined &&
    givesVerdict(commitment, { check: check.code, number }, { today: context.today, lookBack })
    ? "verdictFollows"
    : undefined;
};

type FieldsProps = {
  readonly desk: Desk;
  readonly fields: Fields;
  readonly shown: Shown;
  readonly follows: Follows | undefined;
};

const FindingFields = ({ desk: { lang }, fields, shown, follows }: FieldsProps) => {
  const words = checkDeskWords[lang];
  const { findingConclusion, answer } = choiceWords[lang];
  const { check, finding, form } = shown;
  return (
    <>
      {finding === undefined ? (
        <input type="hidden" name="sentAs" value={form.text("sentAs")} />
      ) : (
        <input type="hidden" name="seenVersion" value={form.text("seenVersion") || String(finding.version)} />
      )}
      {fields.select(
        "conclusion",
        [
          { value: "", text: words.choose },
          ...FINDING_CONCLUSIONS.map((value) => ({ value, text: findingConclusion[value] })),
        ],
        { required: true },
      )}
      {fields.area("finding", { hint: words.findingHint, required: true, rows: 4, maxlength: LIMITS.text })}
      {check.checklist.map(({ code, text }) =>
        fields.select(
          `answer.${code}`,
          [{ value: "", text: words.noAnswer }, ...ANSWERS.map((value) => ({ value, text: answer[value] }))],
          { label: words.question(code), hint: typed(lang, text) },
        ),
      )}
      {fields.text("place", {
        label: checksWords[lang].place,
        hint: words.placeHint,
        required: false,
        maxlength: LIMITS.name,
      })}
      {fields.day("on", { label: words.lookedOn, required: true })}
      {follows === "lookBackFollows"
        ? fields.day("due", { label: words.dueLabel, hint: words.dueOptional, required: false })
        : null}
      {finding === undefined ? null : fields.area("reason", { required: true, maxlength: LIMITS.reason })}
    </>
  );
};
