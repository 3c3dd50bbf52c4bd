// Drafting a commitment, editing the draft, and amending what is published: one form, decided by the stage.

import {
  amendCommitment,
  draftCommitment,
  editDraft,
  refuse,
  speaksFor,
  type Commitment,
  type CommitmentInput,
  type Refusal,
} from "@yinuo/core";
import { firstDay, lastDay } from "@yinuo/period";
import { changeCommitment, listIndicators, listProgrammes } from "@yinuo/store";
import type { Doors } from "../doors.ts";
import { inLang, localPath } from "../lang.ts";
import { notFound } from "../pages/errors.tsx";
import type { FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskWords } from "../words/desk.ts";
import { commitmentPath } from "./addresses.ts";
import { commitmentForm, readCommitment, rowCount, SPARE_ROWS } from "./commitment-form.ts";
import { commitmentOf } from "./commitment-page.tsx";
import { deskOf, keeping, type Desk } from "./context.ts";
import { draftOf, forgetDraft, savedAsDraft } from "./drafts.tsx";
import { CommitmentFields } from "./commitment-fields.tsx";
import { afterwards, deskPage } from "./frame.tsx";
import { caughtUp, formOf, readForm, seeing, withValues, type Form } from "./form.ts";
import { historyPlace, Meanwhile } from "./meanwhile.tsx";
import { forbiddenPage, refused } from "./refused.tsx";

export const registerCommitmentEdit = (doors: Doors): void => {
  doors.open("GET /desk/commitments/new", async (c) => {
    const desk = await deskOf(c);
    const { body } = desk.context.by;
    const programme = c.req.query("programme") ?? (await programmeOfToday(desk));
    const form = (await draftOf(desk)) ?? formOf({ kind: "commitment", lead: body, programme });
    return page(desk, { form, errors: [], status: 200 });
  });
  doors.open("POST /desk/commitments/new", draft);
  doors.open("GET /desk/commitments/:programme/:code/edit", async (c) => {
    const commitment = await commitmentOf(c);
    if (commitment === undefined) return notFound(c);
    const desk = await deskOf(c);
    if (!speaksFor(desk.context.by, [commitment.lead]))
      return forbiddenPage(desk, { code: "notYourBody", body: commitment.lead });
    const kept = await draftOf(desk);
    const form = kept ?? commitmentForm(commitment);
    return page(desk, { commitment, errors: [], status: 200, ...caughtUp(form, commitment) });
  });
  doors.open("POST /desk/commitments/:programme/:code/edit", edit);
};

const programmeOfToday = async ({ c, context: { today } }: Desk): Promise<string | undefined> => {
  const programmes = await listProgrammes(c.get("deps").store.db, { published: false });
  return programmes.find(({ period }) => firstDay(period) <= today && today <= lastDay(period))?.code;
};

const draft = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const form = await readForm(c);
  if (form.has("add")) return page(desk, { form: moreRows(form), errors: [], status: 200 });
  const again = (errors: readonly FieldError[]) => page(desk, { form, errors, status: 422 });
  const kept = await savedAsDraft(desk, form, (text) => again([{ text }]));
  if (kept !== undefined) return kept;
  const read = readCommitment(form);
  const programme = form.text("programme");
  const attempt = {
    place: { subject: `commitment/${programme}/${form.text("code")}` },
    attempted: "commitment.drafted",
  } as const;
  if (!read.ok) return refused(desk, read.error, attempt, again);
  const key = { programme, code: read.value.code };
  const { context } = keeping(desk, form);
  const done = await changeCommitment(c.get("deps").store.db, key, context, (existing, deps) =>
    draftCommitment(read.value, { ...context, ...deps, existing }),
  );
  if (!done.ok) return refused(desk, [done.error], attempt, again);
  await forgetDraft(desk, form);
  return afterwards(c, commitmentPath(done.value), "commitment.drafted");
};

const edit = async (c: Ctx): Promise<Response> => {
  const commitment = await commitmentOf(c);
  if (commitment === undefined) return notFound(c);
  const desk = await deskOf(c);
  const form = await readForm(c);
  if (form.has("add")) return page(desk, { commitment, form: moreRows(form), errors: [], status: 200 });
  const verb = commitment.stage === "draft" ? "commitment.edited" : "commitment.amended";
  const { programme, code } = commitment;
  const place = { subject: `commitment/${programme}/${code}`, programme, commitment: code };
  const attempt = { place, attempted: verb } as const;
  const again = (errors: readonly FieldError[]) => page(desk, { commitment, form, errors, status: 422 });
  const kept = await savedAsDraft(desk, form, (text) => again([{ text }]));
  if (kept !== undefined) return kept;
  const read = readCommitment(form);
  if (!read.ok) return refused(desk, read.error, attempt, again);
  const done = await save(keeping(desk, form), commitment, read.value, form.text("reason"));
  if (done.ok) {
    await forgetDraft(desk, form);
    return afterwards(c, commitmentPath(commitment), verb);
  }
  if (done.error.code === "changedMeanwhile") return changedMeanwhile(desk, form, done.error);
  return refused(desk, [done.error], attempt, again);
};

const save = (desk: Desk, { programme, code }: Commitment, input: CommitmentInput, reason: string) =>
  changeCommitment(desk.c.get("deps").store.db, { programme, code }, desk.context, (current, deps) => {
    const context = { ...desk.context, ...deps };
    if (current === undefined)
      return refuse<Refusal>({ code: "commitmentUnknown", programme, commitment: code });
    return current.stage === "draft"
      ? editDraft(current, input, context)
      : amendCommitment(current, input, reason, context);
  });

/** What changed meanwhile stands above what was typed; saving again is then a decision made with open eyes. */
const changedMeanwhile = async (
  desk: Desk,
  form: Form,
  refusal: Extract<Refusal, { readonly code: "changedMeanwhile" }>,
): Promise<Response> => {
  const now = await commitmentOf(desk.c);
  if (now === undefined) return notFound(desk.c);
  const seen = seeing(form, now.version);
  const { programme, code } = now;
  const place = { subject: `commitment/${programme}/${code}` };
  return refused(desk, [refusal], { place, attempted: "commitment.amended" }, (errors) =>
    page(desk, { commitment: now, form: seen, errors, status: 422, since: refusal.seen }),
  );
};

const moreRows = (form: Form): Form => {
  const rows = form.text("add") === "targets" ? "targets" : "milestones";
  return withValues(form, { [`rows.${rows}`]: String(rowCount(form, rows) + SPARE_ROWS) });
};

type Shown = {
  readonly commitment?: Commitment | undefined;
  readonly form: Form;
  readonly errors: readonly FieldError[];
  readonly status: 200 | 422;
  /** The version the editor had seen when somebody else saved another. */
  readonly since?: number | undefined;
};

const page = async (desk: Desk, { commitment, form, errors, status, since }: Shown): Promise<Response> => {
  const { c, lang } = desk;
  const { db } = c.get("deps").store;
  const [indicators, programmes] = await Promise.all([
    listIndicators(db),
    listProgrammes(db, { published: false }),
  ]);
  const words = deskWords[lang];
  const amends = commitment !== undefined && commitment.stage !== "draft";
  const title =
    commitment === undefined
      ? words.commitments.add
      : amends
        ? words.commitment.amend
        : words.commitment.edit;
  const trail = [{ href: localPath(lang, "/desk/commitments"), text: words.sections.commitments }];
  if (commitment !== undefined)
    trail.push({
      href: localPath(lang, commitmentPath(commitment)),
      text: inLang(lang, commitment.title, commitment.titleEn),
    });
  const action = commitment === undefined ? "/desk/commitments/new" : commitmentPath(commitment, "/edit");
  return deskPage(
    c,
    { title, section: "commitments", trail, status },
    <>
      {since === undefined || commitment === undefined
        ? null
        : await Meanwhile({ desk, records: [{ of: historyPlace(commitment), since }] })}
      <CommitmentFields
        desk={desk}
        title={title}
        action={localPath(lang, action)}
        form={form}
        errors={errors}
        commitment={commitment}
        indicators={indicators}
        programmes={programmes}
      />
    </>,
  );
};
