// The desk's first page: what is due from my body now, the most urgent first, and one press away from doing it.

import { speaksFor, type By } from "@yinuo/core";
import { addDays, daysBetween, formatDay, formatPeriod, lastDay } from "@yinuo/period";
import { listFormDrafts, type CommitmentRow, type DueMilestone } from "@yinuo/store";
import type { Child } from "hono/jsx";
import { inLang, localPath } from "../lang.ts";
import { queryString } from "../pages/addresses.ts";
import { daysShown, MARK_OF } from "../pages/standings.ts";
import { DataTable, EmptyState, Filters, Pager, Part, Status, Title } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskWords } from "../words/desk.ts";
import { workWords } from "../words/work.ts";
import { commitmentDesk, figuresPath } from "./addresses.ts";
import { bodyOptions, deskOf, type Desk } from "./context.ts";
import type { DueFigures } from "./due-figures.ts";
import { deskPage } from "./frame.tsx";
import { logNotice } from "./log-notice.tsx";
import { ChecksDue, dueChecks } from "./checks/due.tsx";
import { dueProblems, ProblemsDue } from "./problems/due.tsx";
import { OwnDrafts } from "./own-drafts.tsx";
import { keyNotice } from "./own-keys.tsx";
import { WORK_GROUPS, workOf, type Work, type WorkGroup } from "./work-list.ts";

const SHOWN = 8;
const PER_PAGE = 50;

export const home = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const { lang, context } = desk;
  const words = workWords[lang];
  const only = WORK_GROUPS.find((group) => group === c.req.query("show"));
  const page = Math.max(1, Math.trunc(Number(c.req.query("page") ?? 1)) || 1);
  const body = bodyOf(desk);
  const wish =
    only === undefined
      ? { body, limit: SHOWN, offset: 0 }
      : { body, limit: PER_PAGE, offset: (page - 1) * PER_PAGE };
  const groups = only === undefined ? WORK_GROUPS : [only];
  const work = await Promise.all(groups.map((group) => workOf(desk, group, wish)));
  const drafts = only === undefined ? await listFormDrafts(c.get("deps").store.db, context.by.account) : [];
  const [first] = work;
  // A page that is no longer there, since the work was done.
  if (page > 1 && first !== undefined && first.total > 0 && first.rows.length === 0)
    return c.redirect(localPath(lang, `/desk${queryString({ show: only, body })}`), 303);
  const notice = await logNotice(c);
  const due = work.filter(({ total }) => total > 0);
  const problems = await dueProblems(desk, body);
  const checks = await dueChecks(desk, body);
  const hasChecks =
    only === undefined && checks.mine.length + checks.appeals.length + checks.mayAppeal.length > 0;
  const hasProblems = only === undefined && problems.mine.length + problems.toCheck.length > 0;
  return deskPage(
    c,
    { title: deskWords[lang].home.title, section: "home" },
    <>
      <Title
        title={body === undefined ? words.everyone : words.mine(desk.nameOf(body))}
        lead={context.by.body === undefined && body === undefined ? words.noBody : undefined}
      />
      {notice}
      {await keyNotice(desk)}
      <Find desk={desk} />
      <ByBody desk={desk} body={body} show={only} />
      {due.length === 0 && drafts.length === 0 && !hasProblems && !hasChecks ? (
        <Nothing desk={desk} only={only} />
      ) : null}
      {due.map((one) => (
        <Group desk={desk} work={one} body={body} only={only === undefined ? undefined : page} />
      ))}
      {only === undefined ? <ChecksDue desk={desk} due={checks} /> : null}
      {only === undefined ? <ProblemsDue desk={desk} due={problems} /> : null}
      <OwnDrafts desk={desk} drafts={drafts} />
    </>,
  );
};

/** An officer's or inspector's own; whoever acts for all may look at one. */
const bodyOf = ({ c, bodies, context: { by } }: Desk): string | undefined => {
  const asked = c.req.query("body");
  if (asked === undefined || !choosesBody(by)) return by.body;
  return bodies.find(({ code }) => code === asked)?.code;
};

const choosesBody = ({ role, body }: By): boolean => role === "steward" || body === undefined;

/** To a record in two taps: the word, and the record in the list. */
const Find = ({ desk: { lang } }: { readonly desk: Desk }) => (
  <Filters
    lang={lang}
    action={localPath(lang, "/desk/commitments")}
    search={{ name: "q", value: "", label: workWords[lang].find, hint: workWords[lang].findHint }}
    selects={[]}
    hidden={{ body: "" }}
  />
);

type ByBodyProps = {
  readonly desk: Desk;
  readonly body: string | undefined;
  readonly show: WorkGroup | undefined;
};

const ByBody = ({ desk, body, show }: ByBodyProps) => {
  const { lang, context } = desk;
  if (!choosesBody(context.by) || desk.bodies.length < 2) return null;
  return (
    <Filters
      lang={lang}
      action={localPath(lang, "/desk")}
      selects={[
        {
          name: "body",
          label: deskWords[lang].columns.body,
          value: body ?? "",
          options: bodyOptions(desk, body, workWords[lang].allBodies),
        },
      ]}
      hidden={show === undefined ? {} : { show }}
    />
  );
};

type NothingProps = { readonly desk: Desk; readonly only: WorkGroup | undefined };

const Nothing = ({ desk: { lang }, only }: NothingProps) => (
  <EmptyState
    lang={lang}
    title={workWords[lang].nothing}
    next={[
      ...(only === undefined
        ? []
        : [{ href: localPath(lang, "/desk"), text: deskWords[lang].sections.home }]),
      { href: localPath(lang, "/desk/commitments"), text: deskWords[lang].sections.commitments },
    ]}
  >
    {workWords[lang].nothingHelp}
  </EmptyState>
);

type GroupProps = {
  readonly desk: Desk;
  readonly work: Work;
  readonly body: string | undefined;
  /** The page, when this group alone is shown. */
  readonly only: number | undefined;
};

const Group = ({ desk, work, body, only }: GroupProps) => {
  const { lang } = desk;
  const words = workWords[lang];
  const { group, rows, total } = work;
  const title = words.groups[group];
  const at = (page?: number) => localPath(lang, `/desk${queryString({ show: group, body, page })}`);
  return (
    <Part id={group} title={title}>
      <DataTable
        lang={lang}
        caption={title}
        captionHidden
        note={words.notes[group]}
        columns={columnsOf(desk, group)}
        rows={rowsOf(desk, work).map((cells) => ({ cells }))}
      />
      {only !== undefined ? (
        <Pager lang={lang} page={only} pages={Math.ceil(total / PER_PAGE)} total={total} href={at} />
      ) : total > rows.length ? (
        <p>
          <a href={at()}>{words.all(total)}</a>
        </p>
      ) : null}
    </Part>
  );
};

const columnsOf = ({ lang }: Desk, group: WorkGroup) => {
  const words = workWords[lang];
  const { columns } = deskWords[lang];
  const first =
    group === "figures" ? columns.period : group === "milestones" ? words.milestone : columns.item;
  return [
    { header: first },
    { header: group === "figures" ? columns.body : columns.lead },
    { header: words.when, bare: true },
    { header: columns.standing, bare: true },
    { header: columns.action, bare: true },
  ];
};

const rowsOf = (desk: Desk, work: Work): readonly (readonly Child[])[] => {
  switch (work.group) {
    case "figures":
      return work.rows.map((row) => figuresRow(desk, row));
    case "milestones":
      return work.rows.map((row) => milestoneRow(desk, row));
    default:
      return work.rows.map((row) => commitmentRow(desk, work.group, row));
  }
};

const figuresRow = (
  { lang, nameOf, context }: Desk,
  { body, period, count }: DueFigures,
): readonly Child[] => {
  const words = workWords[lang];
  const over = lastDay(period);
  const link = localPath(lang, figuresPath(body, period));
  const may = speaksFor(context.by, [body]);
  const title = words.figures(formatPeriod(period, lang), count);
  return [
    may ? <a href={link}>{title}</a> : title,
    nameOf(body),
    words.since(formatDay(addDays(over, 1), lang)),
    words.waiting(daysBetween(over, context.today)),
    may ? <a href={link}>{words.record}</a> : null,
  ];
};

const milestoneRow = ({ lang, nameOf, context }: Desk, row: DueMilestone): readonly Child[] => {
  const words = workWords[lang];
  const key = { programme: row.programme, code: row.commitment };
  const late = daysBetween(row.due, context.today);
  return [
    <>
      <a href={commitmentDesk(lang, key)}>{inLang(lang, row.title, row.titleEn)}</a>{" "}
      <small class="faint">{inLang(lang, row.commitmentTitle, row.commitmentTitleEn)}</small>
    </>,
    nameOf(row.lead),
    words.until(formatDay(row.due, lang)),
    late > 0 ? <Status lang={lang} kind="overdue" days={late} /> : words.left(-late),
    speaksFor(context.by, [row.lead, ...row.support]) ? (
      <a href={commitmentDesk(lang, key, `/milestones/${encodeURIComponent(row.milestone)}`)}>
        {words.finish}
      </a>
    ) : null,
  ];
};

const commitmentRow = (desk: Desk, group: WorkGroup, row: CommitmentRow): readonly Child[] => {
  const { lang, nameOf } = desk;
  return [
    <a href={commitmentDesk(lang, row)}>{inLang(lang, row.title, row.titleEn)}</a>,
    nameOf(row.lead),
    whenOf(desk, row),
    <Status lang={lang} kind={MARK_OF[row.standing.is]} days={daysShown(row.standing)} />,
    doing(desk, group, row),
  ];
};

/** Since when it waits, or until when there is time, by the rule printed on the method page. */
const whenOf = ({ lang, context }: Desk, { standing, due, lastRecordedOn }: CommitmentRow): Child => {
  const words = workWords[lang];
  switch (standing.is) {
    case "silent":
      return lastRecordedOn === undefined ? words.never : words.last(formatDay(lastRecordedOn, lang));
    case "declared":
      return words.declared(formatDay(addDays(context.today, -(standing.days ?? 0)), lang));
    default:
      return due === undefined ? "" : words.until(formatDay(due, lang));
  }
};

const doing = ({ lang, context: { by } }: Desk, group: WorkGroup, row: CommitmentRow): Child => {
  const words = workWords[lang];
  if (group === "toJudge") return <a href={commitmentDesk(lang, row, "/verdict")}>{words.judge}</a>;
  if (group === "drafts")
    return speaksFor(by, [row.lead]) ? <a href={commitmentDesk(lang, row)}>{words.publish}</a> : null;
  const open = row.stage === "published" || row.stage === "declared";
  return open && speaksFor(by, [row.lead, ...row.support]) ? (
    <a href={commitmentDesk(lang, row, "/progress")}>{words.progress}</a>
  ) : null;
};
