// An appeal at the desk: the owner's one word against a finding, and the answer of an inspecting body.

import {
  answerAppeal,
  APPEAL_OUTCOMES,
  appealFinding,
  daysOf,
  FINDING_CONCLUSIONS,
  LIMITS,
  mayAppeal,
  mayInspect,
  refuse,
  typedChoice,
  type Finding,
  type Refusal,
} from "@yinuo/core";
import { getFinding, hasActed, settleFinding, type FindingDeps } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import type { Child } from "hono/jsx";
import type { Doors } from "../../doors.ts";
import { inLang } from "../../lang.ts";
import { findingPath } from "../../pages/addresses.ts";
import { AppealOf, FindingText } from "../../pages/checks/finding.tsx";
import { notFound } from "../../pages/errors.tsx";
import { Button, Buttons, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { checkDeskWords } from "../../words/check-desk.ts";
import { deskWords } from "../../words/desk.ts";
import { checkDesk, checkDeskPath } from "../addresses.ts";
import { deskOf, gather, keeping, type Desk } from "../context.ts";
import { fieldsOf, type Fields } from "../fields.tsx";
import { formOf, readForm, type Form } from "../form.ts";
import { afterwards, deskPage } from "../frame.tsx";
import { forbiddenPage, refused } from "../refused.tsx";
import type { ScreenedError } from "../screened.tsx";
import { checkTrail, subjectAt, type OneSubject } from "./trail.ts";

type One = OneSubject & { readonly finding: Finding };
type Kind = "appeal" | "answer";

export const registerAppeals = ({ open }: Doors): void => {
  open("GET /desk/checks/:code/:number/appeal", (c) => shown(c, "appeal"));
  open("POST /desk/checks/:code/:number/appeal", appeal);
  open("GET /desk/checks/:code/:number/answer", (c) => shown(c, "answer"));
  open("POST /desk/checks/:code/:number/answer", answer);
};

const findingOf = async (c: Ctx): Promise<One | undefined> => {
  const one = await subjectAt(c);
  if (one === undefined) return undefined;
  const key = { check: one.check.code, number: one.subject.number };
  const finding = await getFinding(c.get("deps").store.db, key);
  return finding === undefined ? undefined : { ...one, finding };
};

const shown = async (c: Ctx, kind: Kind): Promise<Response> => {
  const one = await findingOf(c);
  if (one === undefined) return notFound(c);
  const desk = await deskOf(c);
  const { db } = c.get("deps").store;
  const may =
    kind === "appeal"
      ? mayAppeal(one.finding, { ...desk.context, ...daysOf(c.get("jurisdiction")) })
      : mayInspect(one.subject, {
          by: desk.context.by,
          acted: await hasActed(db, one.subject.key, desk.context),
        });
  if (!may.ok) return forbiddenPage(desk, may.error);
  return page(desk, one, { kind, form: formOf({}), errors: [], status: 200 });
};

const appeal = async (c: Ctx): Promise<Response> => {
  const one = await findingOf(c);
  if (one === undefined) return notFound(c);
  const form = await readForm(c);
  return done(await deskOf(c), one, {
    kind: "appeal",
    form,
    decide: (current, context) => appealFinding(current, { text: form.text("appeal") }, context),
  });
};

const answer = async (c: Ctx): Promise<Response> => {
  const one = await findingOf(c);
  if (one === undefined) return notFound(c);
  const form = await readForm(c);
  const desk = await deskOf(c);
  const { refusals, need, take } = gather();
  const outcome = need("outcome", typedChoice("outcome", APPEAL_OUTCOMES, form.text("outcome")));
  const conclusion = take(typedChoice("conclusion", FINDING_CONCLUSIONS, form.text("conclusion")));
  if (outcome === undefined || refusals.length > 0)
    return refused(desk, refusals, attemptOf(one, "answer"), (errors) =>
      page(desk, one, { kind: "answer", form, errors, status: 422 }),
    );
  return done(desk, one, {
    kind: "answer",
    form,
    decide: (current, context) =>
      answerAppeal(current, { outcome, conclusion, text: form.text("answer") }, context),
  });
};

const DID = { appeal: "finding.appealed", answer: "finding.appeal-answered" } as const;

const attemptOf = ({ check, subject }: One, kind: Kind) => ({
  place: { subject: `finding/${check.code}/${subject.number}`, inspection: check.code, ...subject.key },
  attempted: DID[kind],
});

type Doing = {
  readonly kind: Kind;
  readonly form: Form;
  readonly decide: (
    current: Finding,
    context: Desk["context"] & FindingDeps,
  ) => ReturnType<typeof answerAppeal>;
};

const done = async (desk: Desk, one: One, { kind, form, decide }: Doing): Promise<Response> => {
  const { c } = desk;
  const { context } = keeping(desk, form);
  const key = { check: one.check.code, number: one.subject.number };
  const settled = await settleFinding(c.get("deps").store.db, key, context, {
    decide: (current, deps) =>
      current === undefined
        ? refuse<Refusal>({ code: "subjectUnknown", number: key.number })
        : decide(current, { ...context, ...deps }),
  });
  if (settled.ok) return afterwards(c, checkDeskPath(key.check), DID[kind]);
  return refused(desk, [settled.error], attemptOf(one, kind), (errors) =>
    page(desk, one, { kind, form, errors, status: 422 }),
  );
};

type Shown = {
  readonly kind: Kind;
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  readonly status: 200 | 422;
};

const page = (desk: Desk, { check, subject, finding }: One, { kind, form, errors, status }: Shown) => {
  const { c, lang, nameOf, context } = desk;
  const words = checkDeskWords[lang];
  const fields = fieldsOf({ lang, form, errors });
  const title = words[kind];
  const { appealDays } = daysOf(c.get("jurisdiction"));
  const seen = { lang, check, finding, nameOf, today: context.today, appealDays };
  return deskPage(
    c,
    { title, section: "checks", trail: checkTrail(lang, check), status },
    <>
      <Title
        lang={lang}
        over={`${subject.number}. ${inLang(lang, subject.title, subject.titleEn)}`}
        title={title}
        lead={kind === "appeal" ? words.appealLead : words.answerLead}
      />
      <FindingText {...seen} />
      {kind === "answer" ? <AppealOf {...seen} /> : null}
      {fields.summary()}
      <form class="fill" method="post" action={checkDesk(lang, check.code, `/${subject.number}/${kind}`)}>
        {kind === "appeal"
          ? fields.area("appeal", { hint: words.appealHint, required: true, rows: 6, maxlength: LIMITS.text })
          : answerFields(desk, fields)}
        {fields.screened()}
        <Buttons>
          <Button kind="main">{kind === "appeal" ? words.appealButton : words.answerButton}</Button>
          <Button href={findingPath(lang, check.code, subject.number)}>{deskWords[lang].cancel}</Button>
        </Buttons>
      </form>
    </>,
  );
};

const answerFields = ({ lang }: Desk, fields: Fields): Child => {
  const words = checkDeskWords[lang];
  const { appealOutcome, findingConclusion } = choiceWords[lang];
  return (
    <>
      {fields.select("outcome", [
        { value: "", text: words.choose },
        ...APPEAL_OUTCOMES.map((value) => ({ value, text: appealOutcome[value] })),
      ])}
      {fields.select(
        "conclusion",
        [
          { value: "", text: words.choose },
          ...FINDING_CONCLUSIONS.map((value) => ({ value, text: findingConclusion[value] })),
        ],
        { label: words.newConclusion, hint: words.newConclusionHint },
      )}
      {fields.area("answer", { hint: words.answerHint, required: true, rows: 6, maxlength: LIMITS.text })}
    </>
  );
};
