// A milestone done: the day, and at least one piece of evidence.

import {
  finishMilestone,
  refuse,
  speaksFor,
  typedDay,
  type Commitment,
  type Milestone,
  type Refusal,
} from "@yinuo/core";
import { evidenceOf } from "@yinuo/evidence";
import { formatDay, type Day } from "@yinuo/period";
import { addEvidence, changeCommitment, writing } from "@yinuo/store";
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
import { draftOf, DraftOpened, forgetDraft } from "./drafts.tsx";
import { fieldsOf } from "./fields.tsx";
import { formOf, readForm, type Form } from "./form.ts";
import { afterwards, deskPage } from "./frame.tsx";
import { forbiddenPage, notAllowed, refused } from "./refused.tsx";

export const registerMilestone = (doors: Doors): void => {
  doors.open("GET /desk/commitments/:programme/:code/milestones/:milestone", async (c) => {
    const found = await milestoneOf(c);
    if (found === undefined) return notFound(c);
    const desk = await deskOf(c);
    if (!involved(desk, found.commitment))
      return forbiddenPage(desk, { code: "notYourBody", body: found.commitment.lead });
    const form = (await draftOf(desk)) ?? formOf({ doneOn: desk.context.today });
    return page(desk, { ...found, form, errors: [], status: 200 });
  });
  doors.open("POST /desk/commitments/:programme/:code/milestones/:milestone", finish);
};

type Found = { readonly commitment: Commitment; readonly milestone: Milestone };

const milestoneOf = async (c: Ctx): Promise<Found | undefined> => {
  const commitment = await commitmentOf(c);
  const milestone = commitment?.milestones.find(({ code }) => code === c.req.param("milestone"));
  return commitment === undefined || milestone === undefined ? undefined : { commitment, milestone };
};

const involved = ({ context }: Desk, { lead, support }: Commitment): boolean =>
  speaksFor(context.by, [lead, ...support]);

const finish = async (c: Ctx): Promise<Response> => {
  const found = await milestoneOf(c);
  if (found === undefined) return notFound(c);
  const { commitment, milestone } = found;
  const desk = await deskOf(c);
  const { programme, code } = commitment;
  const place = { subject: `milestone/${programme}/${code}/${milestone.code}`, programme, commitment: code };
  const attempt = { place, attempted: "milestone.done" } as const;
  if (!involved(desk, commitment))
    return notAllowed(desk, { code: "notYourBody", body: commitment.lead }, attempt);
  const read = await readFiles(c, await readForm(c));
  const again = (errors: readonly FieldError[]) =>
    page(desk, {
      ...found,
      form: read.form,
      errors: [...errors, ...read.errors],
      status: read.errors.length > 0 ? read.status : 422,
    });
  const { refusals, need } = gather();
  const doneOn = need("doneOn", typedDay("doneOn", read.form.text("doneOn")));
  if (doneOn === undefined || read.errors.length > 0) return refused(desk, refusals, attempt, again);
  const done = await save(keeping(desk, read.form), found, read, doneOn);
  if (!done.ok) return refused(desk, withFileFinds(done.error, read, doneOn), attempt, again);
  await forgetDraft(desk, read.form);
  return afterwards(c, commitmentPath(commitment), "milestone.done", read.files);
};

/** The evidence first, then the milestone it proves, in one transaction. */
const save = (desk: Desk, { commitment, milestone }: Found, read: ReadFiles, doneOn: Day) => {
  const { context } = desk;
  const { programme, code } = commitment;
  return writing(desk.c.get("deps").store.db, async (tx) => {
    const subject = { programme, commitment: code, milestone: milestone.code };
    for (const { stored, caption } of read.files) {
      const shown = await addEvidence(tx, subject, evidenceOf(stored, caption, doneOn), context);
      if (!shown.ok) return shown;
    }
    return changeCommitment(tx, { programme, code }, context, (current, { evidenceCounts }) =>
      current === undefined
        ? refuse<Refusal>({ code: "commitmentUnknown", programme, commitment: code })
        : finishMilestone(
            current,
            { milestone: milestone.code, doneOn, evidenceCount: evidenceCounts.get(milestone.code) ?? 0 },
            context,
          ),
    );
  });
};

type Shown = Found & {
  readonly form: Form;
  readonly errors: readonly FieldError[];
  readonly status: 200 | 413 | 422;
};

const page = (
  desk: Desk,
  { commitment, milestone, form, errors, status }: Shown,
): Response | Promise<Response> => {
  const { c, lang } = desk;
  const words = deskFormWords[lang];
  const title = inLang(lang, commitment.title, commitment.titleEn);
  const fields = fieldsOf({ lang, form, errors });
  const action = commitmentDesk(lang, commitment, `/milestones/${encodeURIComponent(milestone.code)}`);
  return deskPage(
    c,
    {
      title: deskWords[lang].commitment.finish,
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
        title={inLang(lang, milestone.title, milestone.titleEn)}
        lead={words.milestoneLead(formatDay(milestone.due, lang))}
      />
      {fields.summary()}
      <form class="fill" method="post" enctype="multipart/form-data" action={action}>
        <DraftOpened lang={lang} form={form} />
        {fields.day("doneOn", { required: true })}
        <EvidenceFields c={c} lang={lang} form={form} fields={fields} />
        {fields.screened()}
        <Buttons>
          <Button kind="main">{deskWords[lang].commitment.finish}</Button>
        </Buttons>
      </form>
    </>,
  );
};
