// Recording progress on a commitment: what was done, the day it happened, photographs of it. One minute on a phone.

import {
  LIMITS,
  ok,
  recordProgress,
  refuse,
  speaksFor,
  typedDay,
  type Commitment,
  type Refusal,
} from "@yinuo/core";
import { evidenceOf } from "@yinuo/evidence";
import type { Day } from "@yinuo/period";
import { addEvidence, addProgress, writing } from "@yinuo/store";
import type { Doors } from "../doors.ts";
import { inLang, localPath } from "../lang.ts";
import { notFound } from "../pages/errors.tsx";
import { Button, Buttons, Title, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskFormWords } from "../words/desk-forms.ts";
import { deskWords } from "../words/desk.ts";
import { commitmentDesk, commitmentPath } from "./addresses.ts";
import { commitmentOf } from "./commitment-page.tsx";
import { deskOf, gather, keeping, type Desk } from "./context.ts";
import { EvidenceFields, readFiles, withFileFinds, type ReadFiles } from "./evidence-fields.tsx";
import { DraftButton, DraftOpened, draftOf, forgetDraft, savedAsDraft } from "./drafts.tsx";
import { fieldsOf } from "./fields.tsx";
import { caughtUp, formOf, readForm, type Form } from "./form.ts";
import { afterwards, deskPage } from "./frame.tsx";
import { historyPlace, Meanwhile } from "./meanwhile.tsx";
import { forbiddenPage, notAllowed, refused } from "./refused.tsx";

export const registerProgress = (doors: Doors): void => {
  doors.open("GET /desk/commitments/:programme/:code/progress", async (c) => {
    const commitment = await commitmentOf(c);
    if (commitment === undefined) return notFound(c);
    const desk = await deskOf(c);
    if (!speaksFor(desk.context.by, [commitment.lead, ...commitment.support]))
      return forbiddenPage(desk, { code: "notYourBody", body: commitment.lead });
    const form =
      (await draftOf(desk)) ??
      formOf({ happenedOn: desk.context.today, seenVersion: String(commitment.version) });
    return page(desk, { commitment, errors: [], status: 200, ...caughtUp(form, commitment) });
  });
  doors.open("POST /desk/commitments/:programme/:code/progress", record);
};

const record = async (c: Ctx): Promise<Response> => {
  const commitment = await commitmentOf(c);
  if (commitment === undefined) return notFound(c);
  const desk = await deskOf(c);
  const { programme, code } = commitment;
  const place = { subject: `commitment/${programme}/${code}`, programme, commitment: code };
  const attempt = { place, attempted: "progress.recorded" } as const;
  // Before any file is stored: another body's account leaves nothing here.
  if (!speaksFor(desk.context.by, [commitment.lead, ...commitment.support]))
    return notAllowed(desk, { code: "notYourBody", body: commitment.lead }, attempt);
  const typed = await readForm(c);
  const kept = await savedAsDraft(desk, typed, (text) =>
    page(desk, { commitment, form: typed, errors: [{ text }], status: 422 }),
  );
  if (kept !== undefined) return kept;
  const read = await readFiles(c, typed);
  const again = (errors: readonly FieldError[]) =>
    page(desk, {
      commitment,
      form: read.form,
      errors: [...errors, ...read.errors],
      status: read.errors.length > 0 ? read.status : 422,
    });
  const { refusals, need } = gather();
  const happenedOn = need("happenedOn", typedDay("happenedOn", read.form.text("happenedOn")));
  if (happenedOn === undefined || read.errors.length > 0) return refused(desk, refusals, attempt, again);
  const writer = keeping(desk, read.form);
  const done = await save(writer, commitment, read, happenedOn);
  if (!done.ok) return refused(desk, withFileFinds(done.error, read, happenedOn), attempt, again);
  await forgetDraft(desk, read.form);
  return afterwards(c, commitmentPath(commitment), "progress.recorded", read.files);
};

/** The progress and its evidence, or neither. */
const save = (desk: Desk, { programme, code }: Commitment, read: ReadFiles, happenedOn: Day) => {
  const { context } = desk;
  return writing(desk.c.get("deps").store.db, async (tx) => {
    const input = { text: read.form.text("text"), happenedOn };
    const added = await addProgress(tx, { programme, code }, context, (current) =>
      current === undefined
        ? refuse<Refusal>({ code: "commitmentUnknown", programme, commitment: code })
        : recordProgress(current, input, context),
    );
    if (!added.ok) return added;
    const subject = { programme, commitment: code, progress: added.value.progress.id };
    for (const { stored, caption } of read.files) {
      const shown = await addEvidence(tx, subject, evidenceOf(stored, caption, happenedOn), context);
      if (!shown.ok) return shown;
    }
    return ok(added.value);
  });
};

type Shown = {
  readonly commitment: Commitment;
  readonly form: Form;
  readonly errors: readonly FieldError[];
  readonly status: 200 | 413 | 422;
  /** The version that was seen when the draft was begun. */
  readonly since?: number | undefined;
};

const page = async (desk: Desk, shown: Shown): Promise<Response> => {
  const { commitment, form, errors, status, since } = shown;
  const { c, lang, context } = desk;
  const words = deskFormWords[lang];
  const title = inLang(lang, commitment.title, commitment.titleEn);
  const fields = fieldsOf({ lang, form, errors });
  return deskPage(
    c,
    {
      title: deskWords[lang].commitment.progress,
      section: "commitments",
      trail: [
        { href: localPath(lang, "/desk/commitments"), text: deskWords[lang].sections.commitments },
        { href: commitmentDesk(lang, commitment), text: title },
      ],
      status,
    },
    <>
      <Title
        lang={lang}
        over={`${commitment.code} · ${title}`}
        title={deskWords[lang].commitment.progress}
        lead={words.progressLead}
      />
      {fields.summary()}
      {since === undefined
        ? null
        : await Meanwhile({ desk, records: [{ of: historyPlace(commitment), since }] })}
      <form
        class="fill"
        method="post"
        enctype="multipart/form-data"
        action={commitmentDesk(lang, commitment, "/progress")}
      >
        <DraftOpened lang={lang} form={form} />
        <input type="hidden" name="seenVersion" value={form.text("seenVersion")} />
        {fields.area("text", { hint: words.progressHint, required: true, maxlength: LIMITS.text })}
        {fields.day("happenedOn", { required: true, hint: words.happenedHint(context.today) })}
        <EvidenceFields c={c} lang={lang} form={form} fields={fields} />
        {fields.screened()}
        <Buttons>
          <Button kind="main">{words.recordProgress}</Button>
          <DraftButton lang={lang} />
        </Buttons>
      </form>
    </>,
  );
};
