// The verdict on one commitment, by way of a check of that one: an inspecting body without a part in the work says what it found.

import { FINDING_CONCLUSIONS, LIMITS, typedChoice, typedDay, VERDICT_OF, type Commitment } from "@yinuo/core";
import { judgeAlone } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import type { Doors } from "../doors.ts";
import { inLang, localPath } from "../lang.ts";
import { commitmentPath as publicPath } from "../pages/addresses.ts";
import { notFound } from "../pages/errors.tsx";
import { Button, Buttons, Title, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskFormWords } from "../words/desk-forms.ts";
import { deskWords } from "../words/desk.ts";
import { commitmentDesk, commitmentPath } from "./addresses.ts";
import { commitmentOf } from "./commitment-page.tsx";
import { deskOf, gather, keeping, type Desk } from "./context.ts";
import { DraftButton, DraftOpened, draftOf, forgetDraft, savedAsDraft } from "./drafts.tsx";
import { fieldsOf } from "./fields.tsx";
import { caughtUp, formOf, readForm, seenVersion, type Form } from "./form.ts";
import { afterwards, deskPage } from "./frame.tsx";
import { historyPlace, Meanwhile } from "./meanwhile.tsx";
import { refused } from "./refused.tsx";

export const registerVerdict = (doors: Doors): void => {
  doors.open("GET /desk/commitments/:programme/:code/verdict", async (c) => {
    const commitment = await commitmentOf(c);
    if (commitment === undefined) return notFound(c);
    const desk = await deskOf(c);
    const fresh = { on: desk.context.today, seenVersion: String(commitment.version) };
    const form = (await draftOf(desk)) ?? formOf(fresh);
    return page(desk, { commitment, errors: [], status: 200, ...caughtUp(form, commitment) });
  });
  doors.open("POST /desk/commitments/:programme/:code/verdict", judge);
};

const judge = async (c: Ctx): Promise<Response> => {
  const commitment = await commitmentOf(c);
  if (commitment === undefined) return notFound(c);
  const desk = await deskOf(c);
  const form = await readForm(c);
  const { context } = keeping(desk, form);
  const { programme, code } = commitment;
  const place = { subject: `commitment/${programme}/${code}`, programme, commitment: code };
  const attempt = { place, attempted: "commitment.verdict-given" } as const;
  const again = (errors: readonly FieldError[]) => page(desk, { commitment, form, errors, status: 422 });
  const kept = await savedAsDraft(desk, form, (text) => again([{ text }]));
  if (kept !== undefined) return kept;
  const { refusals, need } = gather();
  const conclusion = need(
    "conclusion",
    typedChoice("conclusion", FINDING_CONCLUSIONS, form.text("conclusion")),
  );
  const on = need("on", typedDay("on", form.text("on")));
  if (conclusion === undefined || on === undefined) return refused(desk, refusals, attempt, again);
  const input = { conclusion, on, finding: form.text("finding"), seenVersion: seenVersion(form) };
  const done = await judgeAlone(c.get("deps").store.db, { programme, code }, context, input);
  if (!done.ok)
    return refused(desk, [done.error], attempt, async (errors) => {
      // What changed meanwhile is shown whatever the refusal: somebody else's verdict, an amendment.
      const now = (await commitmentOf(c)) ?? commitment;
      return page(desk, { commitment: now, errors, status: 422, ...caughtUp(form, now) });
    });
  await forgetDraft(desk, form);
  return afterwards(c, commitmentPath(commitment), "commitment.verdict-given");
};

type Shown = {
  readonly commitment: Commitment;
  readonly form: Form;
  readonly errors: readonly FieldError[];
  readonly status: 200 | 422;
  /** The version the inspector had seen when it was changed. */
  readonly since?: number | undefined;
};

const page = async (desk: Desk, { commitment, form, errors, status, since }: Shown): Promise<Response> => {
  const { c, lang } = desk;
  const words = deskFormWords[lang];
  const title = inLang(lang, commitment.title, commitment.titleEn);
  const fields = fieldsOf({ lang, form, errors });
  const { findingConclusion, conclusion } = choiceWords[lang];
  const conclusions = FINDING_CONCLUSIONS.map((value) => ({
    value,
    text: words.verdictOf(findingConclusion[value], conclusion[VERDICT_OF[value]]),
  }));
  return deskPage(
    c,
    {
      title: deskWords[lang].commitment.verdict,
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
        title={deskWords[lang].commitment.verdict}
        lead={words.verdictLead}
      />
      <p>
        <a href={publicPath(lang, commitment)}>{deskWords[lang].commitment.public}</a>
      </p>
      {fields.summary()}
      {since === undefined
        ? null
        : await Meanwhile({ desk, records: [{ of: historyPlace(commitment), since }] })}
      <form class="fill" method="post" action={commitmentDesk(lang, commitment, "/verdict")}>
        <DraftOpened lang={lang} form={form} />
        <input type="hidden" name="seenVersion" value={form.text("seenVersion")} />
        {fields.select("conclusion", [{ value: "", text: words.choose }, ...conclusions], { required: true })}
        {fields.area("finding", { hint: words.findingHint, required: true, rows: 6, maxlength: LIMITS.text })}
        {fields.day("on", { label: words.checkedOn, required: true })}
        {fields.screened()}
        <Buttons>
          <Button kind="main">{words.giveVerdict}</Button>
          <DraftButton lang={lang} />
        </Buttons>
      </form>
    </>,
  );
};
