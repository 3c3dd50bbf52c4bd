// What takes back something said of a commitment: withdrawing it, its declaration, a milestone that was done after all not.

import {
  refuse,
  reopenMilestone,
  speaksFor,
  takeBackDeclaration,
  withdrawCommitment,
  type BodyCode,
  type Change,
  type Commitment,
  type Context,
  type Refusal,
  type Result,
  type Seen,
  type Verb,
} from "@yinuo/core";
import { changeCommitment } from "@yinuo/store";
import type { Doors } from "../doors.ts";
import { inLang, localPath, type Lang } from "../lang.ts";
import { notFound } from "../pages/errors.tsx";
import type { Ctx } from "../site.ts";
import { deskWords } from "../words/desk.ts";
import { commitmentDesk, commitmentPath } from "./addresses.ts";
import { commitmentOf } from "./commitment-page.tsx";
import { deskOf, keeping, type Desk } from "./context.ts";
import { formOf, readForm, seeing, seenVersion, type Form } from "./form.ts";
import { afterwards, type Did } from "./frame.tsx";
import { historyPlace } from "./meanwhile.tsx";
import { reasonPage } from "./reason-page.tsx";
import { forbiddenPage, refused } from "./refused.tsx";
import type { ScreenedError } from "./screened.tsx";

type Given = { readonly reason: string; readonly milestone: string };

type Decision = {
  /** Below the commitment's address. */
  readonly step: "/withdraw" | "/take-back" | "/milestones/:milestone/reopen";
  readonly verb: Did & Verb;
  readonly words: (lang: Lang) => { readonly title: string; readonly lead: string };
  readonly bodies: (commitment: Commitment) => readonly BodyCode[];
  readonly decide: (
    current: Commitment,
    given: Given,
    context: Context & Seen,
  ) => Result<Change<Commitment>, Refusal>;
};

const DECISIONS: readonly Decision[] = [
  {
    step: "/withdraw",
    verb: "commitment.withdrawn",
    words: (lang) => ({
      title: deskWords[lang].commitment.withdraw,
      lead: deskWords[lang].commitment.withdrawHelp,
    }),
    bodies: ({ lead }) => [lead],
    decide: (current, { reason }, context) => withdrawCommitment(current, reason, context),
  },
  {
    step: "/take-back",
    verb: "commitment.declaration-taken-back",
    words: (lang) => ({
      title: deskWords[lang].commitment.takeBack,
      lead: deskWords[lang].commitment.takeBackHelp,
    }),
    bodies: ({ lead }) => [lead],
    decide: (current, { reason }, context) => takeBackDeclaration(current, reason, context),
  },
  {
    step: "/milestones/:milestone/reopen",
    verb: "milestone.reopened",
    words: (lang) => ({
      title: deskWords[lang].commitment.reopen,
      lead: deskWords[lang].commitment.reopenHelp,
    }),
    bodies: ({ lead, support }) => [lead, ...support],
    decide: (current, given, context) =>
      reopenMilestone(current, { ...given, seenVersion: context.seenVersion }, context),
  },
];

export const registerTakingBack = (doors: Doors): void => {
  for (const decision of DECISIONS) {
    const path = `/desk/commitments/:programme/:code${decision.step}` as const;
    doors.open(`GET ${path}`, (c) => ask(c, decision));
    doors.open(`POST ${path}`, (c) => act(c, decision));
  }
};

/** Of the address; where it names a milestone, that is there too. */
const found = async (c: Ctx): Promise<Commitment | undefined> => {
  const commitment = await commitmentOf(c);
  const milestone = c.req.param("milestone");
  const there = milestone === undefined || commitment?.milestones.some(({ code }) => code === milestone);
  return there === true ? commitment : undefined;
};

const ask = async (c: Ctx, decision: Decision): Promise<Response> => {
  const commitment = await found(c);
  if (commitment === undefined) return notFound(c);
  const desk = await deskOf(c);
  if (!speaksFor(desk.context.by, decision.bodies(commitment)))
    return forbiddenPage(desk, { code: "notYourBody", body: commitment.lead });
  const form = formOf({ seenVersion: String(commitment.version) });
  return page(desk, decision, { commitment, form, errors: [], status: 200 });
};

const act = async (c: Ctx, decision: Decision): Promise<Response> => {
  const commitment = await found(c);
  if (commitment === undefined) return notFound(c);
  const desk = await deskOf(c);
  const form = await readForm(c);
  const context = { ...keeping(desk, form).context, seenVersion: seenVersion(form) };
  const given = { reason: form.text("reason"), milestone: c.req.param("milestone") ?? "" };
  const { programme, code } = commitment;
  const done = await changeCommitment(c.get("deps").store.db, { programme, code }, context, (current) =>
    current === undefined
      ? refuse<Refusal>({ code: "commitmentUnknown", programme, commitment: code })
      : decision.decide(current, given, context),
  );
  if (done.ok) return afterwards(c, commitmentPath(commitment), decision.verb);
  const { error } = done;
  const overtaken = error.code === "changedMeanwhile" ? error : undefined;
  const place = { subject: `commitment/${programme}/${code}`, programme, commitment: code };
  return refused(desk, [error], { place, attempted: decision.verb }, (errors) =>
    page(desk, decision, {
      commitment,
      form: overtaken === undefined ? form : seeing(form, overtaken.now),
      errors,
      status: 422,
      since: overtaken?.seen,
    }),
  );
};

type Shown = {
  readonly commitment: Commitment;
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  readonly status: 200 | 422;
  readonly since?: number | undefined;
};

const page = (desk: Desk, decision: Decision, shown: Shown): Promise<Response> => {
  const { c, lang } = desk;
  const { commitment, form, errors, status, since } = shown;
  const { code } = commitment;
  const name = inLang(lang, commitment.title, commitment.titleEn);
  const milestone = commitment.milestones.find((one) => one.code === c.req.param("milestone"));
  const step = decision.step.replace(":milestone", encodeURIComponent(milestone?.code ?? ""));
  return reasonPage(desk, {
    ...decision.words(lang),
    section: "commitments",
    trail: [
      { href: localPath(lang, "/desk/commitments"), text: deskWords[lang].sections.commitments },
      { href: commitmentDesk(lang, commitment), text: name },
    ],
    over: `${code} · ${milestone === undefined ? name : inLang(lang, milestone.title, milestone.titleEn)}`,
    action: commitmentDesk(lang, commitment, step),
    back: commitmentDesk(lang, commitment),
    form,
    errors,
    status,
    meanwhile: since === undefined ? undefined : { of: historyPlace(commitment), since },
  });
};
