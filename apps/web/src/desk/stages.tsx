// What moves a commitment from one stage to the next: publish, declare done.

import {
  declareDone,
  ok,
  publishCommitment,
  refuse,
  typedDay,
  type Change,
  type Commitment,
  type Refusal,
  type Result,
  type Verb,
} from "@yinuo/core";
import {
  bodiesByCode,
  changeCommitment,
  commitmentsByKeys,
  getProgramme,
  indicatorsByCode,
  listCommitments,
  saveCommitments,
  writing,
  type CommitmentDeps,
  type Db,
  type Saving,
} from "@yinuo/store";
import type { Doors } from "../doors.ts";
import { inLang, localPath } from "../lang.ts";
import { notFound } from "../pages/errors.tsx";
import { Button, Notice, Title } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskWords } from "../words/desk.ts";
import { commitmentDesk, commitmentPath } from "./addresses.ts";
import { commitmentOf } from "./commitment-page.tsx";
import { deskOf, keeping, type Desk } from "./context.ts";
import { KEEP, readForm } from "./form.ts";
import { afterwards, deskPage, type Did } from "./frame.tsx";
import { heldBackPage, heldDraftsPage, type HeldDraft } from "./held-back.tsx";
import { refused } from "./refused.tsx";
import type { ScreenedError } from "./screened.tsx";

export const registerStages = (doors: Doors): void => {
  doors.open("POST /desk/commitments/:programme/:code/publish", publish);
  doors.open("POST /desk/commitments/publish-drafts", publishDrafts);
  doors.open("POST /desk/commitments/:programme/:code/declare", async (c) => {
    const on = typedDay("on", (await readForm(c)).text("on"));
    return move(c, "commitment.declared-done", (current, { context }) =>
      on.ok ? declareDone(current, { on: on.value ?? context.today }, context) : on,
    );
  });
};

const publish = async (c: Ctx): Promise<Response> => {
  const form = await readForm(c);
  return move(
    c,
    "commitment.published",
    (current, desk, deps) => publishCommitment(current, { ...keeping(desk, form).context, ...deps }),
    (desk, commitment, errors) =>
      errors.some(({ found }) => found !== undefined)
        ? heldBackPage(desk, { commitment, form, errors })
        : plainRefusal(desk, commitment, errors),
  );
};

type Decide = (current: Commitment, desk: Desk, deps: CommitmentDeps) => Result<Change<Commitment>, Refusal>;
type Again = (
  desk: Desk,
  commitment: Commitment,
  errors: readonly ScreenedError[],
) => Response | Promise<Response>;

const move = async (
  c: Ctx,
  verb: Did & Verb,
  decide: Decide,
  again: Again = plainRefusal,
): Promise<Response> => {
  const commitment = await commitmentOf(c);
  if (commitment === undefined) return notFound(c);
  const desk = await deskOf(c);
  const { programme, code } = commitment;
  const done = await changeCommitment(
    c.get("deps").store.db,
    { programme, code },
    desk.context,
    (current, deps) =>
      current === undefined
        ? refuse<Refusal>({ code: "commitmentUnknown", programme, commitment: code })
        : decide(current, desk, deps),
  );
  if (done.ok) return afterwards(c, commitmentPath(commitment), verb);
  const place = { subject: `commitment/${programme}/${code}`, programme, commitment: code };
  return refused(desk, [done.error], { place, attempted: verb }, (errors) => again(desk, commitment, errors));
};

/** A button without a form of its own: the sentence, and the way back. */
const plainRefusal: Again = ({ c, lang }, commitment, errors) => {
  const title = inLang(lang, commitment.title, commitment.titleEn);
  return deskPage(
    c,
    { title, section: "commitments", status: 422 },
    <>
      <Title title={title} />
      {errors.map(({ text }) => (
        <Notice lang={lang} kind="refusal" title={text} />
      ))}
      <Button href={commitmentDesk(lang, commitment)}>{deskWords[lang].commitment.back}</Button>
    </>,
  );
};

/** All or none, but for drafts that hold personal data: those are held back and named, and the others go ahead. */
const publishDrafts = async (c: Ctx): Promise<Response> => {
  const form = await readForm(c);
  const desk = keeping(await deskOf(c), form);
  const programme = form.text("programme");
  const done = await writing(c.get("deps").store.db, (tx) => publishAll(tx, desk, programme));
  if (done.ok && done.value.held.length > 0) return heldDraftsPage(desk, { programme, form, ...done.value });
  if (done.ok)
    return afterwards(c, `/desk/commitments?programme=${encodeURIComponent(programme)}`, "drafts.published");
  const attempt = {
    place: { subject: `programme/${programme}` },
    attempted: "commitment.published",
  } as const;
  return refused(desk, [done.error], attempt, (errors) => draftsRefused(desk, errors));
};

type Published = {
  readonly published: number;
  readonly held: readonly HeldDraft[];
};

const publishAll = async (tx: Db, { context }: Desk, code: string): Promise<Result<Published, Refusal>> => {
  const programme = await getProgramme(tx, code, { desk: true });
  if (programme === undefined)
    return refuse({ code: "programmeUnknown", field: "programme", programme: code });
  const deps = { programme, bodies: await bodiesByCode(tx), indicators: await indicatorsByCode(tx) };
  const lead = context.by.role === "steward" ? undefined : context.by.body;
  const filter = {
    programme: code,
    lead,
    standing: "draft",
    sort: "code",
    today: context.today,
    desk: true,
  } as const;
  const { rows } = await listCommitments(tx, { ...filter, limit: 100_000, offset: 0 });
  const drafts = await commitmentsByKeys(
    tx,
    rows.map((row) => ({ programme: row.programme, code: row.code })),
  );
  const saving: Saving<Commitment>[] = [];
  const held: HeldDraft[] = [];
  for (const was of drafts.values()) {
    const published = publishCommitment(was, { ...context, ...deps });
    if (published.ok) saving.push({ was, change: published.value });
    else if (published.error.code === "personalDataFound" && published.error.field !== KEEP)
      held.push({ draft: was, texts: published.error.texts });
    else return published;
  }
  await saveCommitments(tx, saving, { by: context.by });
  return ok({ published: saving.length, held });
};

const draftsRefused = ({ c, lang }: Desk, errors: readonly ScreenedError[]): Response | Promise<Response> =>
  deskPage(
    c,
    { title: deskWords[lang].sections.commitments, section: "commitments", status: 422 },
    <>
      {errors.map(({ text }) => (
        <Notice lang={lang} kind="refusal" title={text} />
      ))}
      <Button href={localPath(lang, "/desk/commitments")}>{deskWords[lang].sections.commitments}</Button>
    </>,
  );
