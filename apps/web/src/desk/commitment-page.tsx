// One commitment at the desk: how it stands, what is written, and everything the account may do with it.

import { speaksFor, speaksForABody, standingOf, type By, type Commitment } from "@yinuo/core";
import { formatDay, formatPeriod } from "@yinuo/period";
import { getCommitment, getProgramme, type KeptCommitment } from "@yinuo/store";
import { choiceWords, fieldName } from "@yinuo/words";
import { mayOpen } from "../doors.ts";
import { inLang, localPath, type Lang } from "../lang.ts";
import { commitmentPath as publicPath, queryString } from "../pages/addresses.ts";
import { notFound } from "../pages/errors.tsx";
import { percent } from "../pages/numbers.ts";
import { daysShown, MARK_OF } from "../pages/standings.ts";
import { Button, Buttons, Facts, Part, Status, Timeline, Title } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskWords } from "../words/desk.ts";
import { problemDeskWords } from "../words/problem-desk.ts";
import { redactionWords } from "../words/redactions.ts";
import { commitmentDesk, redactPath } from "./addresses.ts";
import { deskOf, type Desk } from "./context.ts";
import { deskPage } from "./frame.tsx";

/** The commitment of the address, drafts included; `undefined` when there is none. */
export const commitmentOf = (c: Ctx): Promise<KeptCommitment | undefined> =>
  getCommitment(
    c.get("deps").store.db,
    { programme: c.req.param("programme") ?? "", code: c.req.param("code") ?? "" },
    { desk: true },
  );

export const commitmentPage = async (c: Ctx): Promise<Response> => {
  const commitment = await commitmentOf(c);
  if (commitment === undefined) return notFound(c);
  const desk = await deskOf(c);
  const { lang, context } = desk;
  const programme = await getProgramme(c.get("deps").store.db, commitment.programme, { desk: true });
  const standing = standingOf(commitment, {
    today: context.today,
    silentAfterDays: programme?.silentAfterDays ?? 90,
  });
  const words = deskWords[lang];
  return deskPage(
    c,
    {
      title: inLang(lang, commitment.title, commitment.titleEn),
      section: "commitments",
      trail: [{ href: localPath(lang, "/desk/commitments"), text: words.sections.commitments }],
    },
    <>
      <Title
        lang={lang}
        over={`${commitment.programme} · ${commitment.code} · ${desk.nameOf(commitment.lead)}`}
        title={inLang(lang, commitment.title, commitment.titleEn)}
      >
        <Status lang={lang} kind={MARK_OF[standing.is]} days={daysShown(standing)} />
      </Title>
      <Actions desk={desk} commitment={commitment} />
      {commitment.stage === "draft" ? null : (
        <p>
          <a href={publicPath(lang, commitment)}>{words.commitment.public}</a>
        </p>
      )}
      <Written desk={desk} commitment={commitment} />
      {commitment.milestones.length === 0 ? null : <Milestones desk={desk} commitment={commitment} />}
    </>,
  );
};

type Shown = { readonly desk: Desk; readonly commitment: KeptCommitment };

/** What the stage and the account allow; the decisions ask again. */
const may = (by: By, { stage, lead, support, due }: Commitment, today: string) => {
  const leads = speaksFor(by, [lead]);
  const open = stage === "published" || stage === "declared";
  const pastDue = stage === "published" && due !== undefined && today > due;
  const judges = by.inspects && (by.role === "inspector" || by.role === "steward") && by.body !== undefined;
  return {
    edit: leads && (stage === "draft" || open),
    publish: leads && stage === "draft",
    progress: open && speaksFor(by, [lead, ...support]),
    declare: leads && stage === "published",
    withdraw: leads && open,
    takeBack: leads && stage === "declared",
    verdict:
      judges &&
      by.body !== undefined &&
      ![lead, ...support].includes(by.body) &&
      (stage === "declared" || pastDue),
  };
};

const Actions = ({ desk, commitment }: Shown) => {
  const { lang, context } = desk;
  const words = deskWords[lang].commitment;
  const allowed = may(context.by, commitment, context.today);
  const to = (step: string) => commitmentDesk(lang, commitment, step);
  return (
    <>
      <Buttons>
        {allowed.progress ? (
          <Button kind="main" href={to("/progress")}>
            {words.progress}
          </Button>
        ) : null}
        {allowed.verdict ? (
          <Button kind="main" href={to("/verdict")}>
            {words.verdict}
          </Button>
        ) : null}
        {allowed.edit ? (
          <Button href={to("/edit")}>{commitment.stage === "draft" ? words.edit : words.amend}</Button>
        ) : null}
        {allowed.takeBack ? <Button href={to("/take-back")}>{words.takeBack}</Button> : null}
        {mayOpen("GET /desk/problems/new", context.by.role) && commitment.stage !== "draft" ? (
          <Button href={reportOn(lang, commitment)}>{problemDeskWords[lang].add}</Button>
        ) : null}
        {allowed.withdraw ? <Button href={to("/withdraw")}>{words.withdraw}</Button> : null}
        {speaksForABody(context.by) && commitment.stage !== "draft" ? (
          <Button href={localPath(lang, redactPath(`commitment/${commitment.programme}/${commitment.code}`))}>
            {redactionWords[lang].desk.ask}
          </Button>
        ) : null}
      </Buttons>
      {allowed.publish ? <PublishForm desk={desk} commitment={commitment} /> : null}
      {allowed.declare ? <DeclareForm desk={desk} commitment={commitment} /> : null}
    </>
  );
};

const reportOn = (lang: Lang, { programme, code: commitment, lead: owner }: Commitment): string =>
  `${localPath(lang, "/desk/problems/new")}${queryString({ programme, commitment, owner })}`;

const PublishForm = ({ desk: { lang }, commitment }: Shown) => (
  <form method="post" action={commitmentDesk(lang, commitment, "/publish")}>
    <p class="faint">{deskWords[lang].commitment.publishHelp}</p>
    <Buttons>
      <Button kind="main">{deskWords[lang].commitment.publish}</Button>
    </Buttons>
  </form>
);

const DeclareForm = ({ desk: { lang, context }, commitment }: Shown) => {
  const words = deskWords[lang].commitment;
  return (
    <details>
      <summary>{words.declare}</summary>
      <form class="fill" method="post" action={commitmentDesk(lang, commitment, "/declare")}>
        <p class="faint">{words.declareHelp}</p>
        <div class="field">
          <label for="on">{words.declaredOn}</label>
          <input
            class="short"
            id="on"
            name="on"
            type="date"
            value={context.today}
            max={context.today}
            required
          />
        </div>
        <Buttons>
          <Button>{words.declare}</Button>
        </Buttons>
      </form>
    </details>
  );
};

const Written = ({ desk, commitment }: Shown) => {
  const { lang, nameOf } = desk;
  const name = (field: string) => fieldName(lang, field);
  const facts = [
    { term: name("kind"), value: choiceWords[lang].commitmentKind[commitment.kind] },
    { term: name("promise"), value: inLang(lang, commitment.promise ?? "", commitment.promiseEn) },
    {
      term: name("beneficiaries"),
      value: inLang(lang, commitment.beneficiaries ?? "", commitment.beneficiariesEn),
    },
    { term: name("criterion"), value: inLang(lang, commitment.criterion ?? "", commitment.criterionEn) },
    { term: name("support"), value: commitment.support.map(nameOf).join(lang === "en" ? ", " : "、") },
    { term: name("start"), value: commitment.start === undefined ? "" : formatDay(commitment.start, lang) },
    { term: name("due"), value: commitment.due === undefined ? "" : formatDay(commitment.due, lang) },
    { term: name("source"), value: commitment.source ?? "" },
    {
      term: name("targets"),
      value: commitment.targets
        .map(({ indicator, period, value }) => `${indicator} ${formatPeriod(period, lang)} ${value}`)
        .join(lang === "en" ? "; " : "；"),
    },
    {
      term: deskWords[lang].columns.completion,
      value:
        commitment.completion === undefined
          ? deskWords[lang].commitment.unknown
          : percent(commitment.completion, lang),
    },
  ];
  return <Facts lang={lang} facts={facts.filter(({ value }) => value !== "")} />;
};

const Milestones = ({ desk, commitment }: Shown) => {
  const { lang, context } = desk;
  const words = deskWords[lang].commitment;
  const { progress } = may(context.by, commitment, context.today);
  return (
    <Part id="milestones" title={fieldName(lang, "milestones")}>
      <Timeline
        label={fieldName(lang, "milestones")}
        moments={commitment.milestones.map((milestone) => ({
          day: formatDay(milestone.doneOn ?? milestone.due, lang),
          iso: milestone.doneOn ?? milestone.due,
          title: inLang(lang, milestone.title, milestone.titleEn),
          mark:
            milestone.doneOn === undefined
              ? milestone.due < context.today
                ? "overdue"
                : "not-started"
              : "declared",
          status: progress ? (
            <a href={commitmentDesk(lang, commitment, stepOf(milestone))}>
              {milestone.doneOn === undefined ? words.finish : words.reopen}
            </a>
          ) : null,
        }))}
      />
    </Part>
  );
};

const stepOf = ({ code, doneOn }: Commitment["milestones"][number]): string =>
  `/milestones/${encodeURIComponent(code)}${doneOn === undefined ? "" : "/reopen"}`;
