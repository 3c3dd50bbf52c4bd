// One account as a steward sees it: what it may do, how it gets in, what was changed about it.

import {
  changeAccount as decideChange,
  reopenAccount,
  type Refusal,
  type Result,
  type Verb,
} from "@yinuo/core";
import {
  changeAccount,
  closeAccountFor,
  endSessionsFor,
  getAccount,
  historyOf,
  resetPassword,
  resetSecondStep,
  sessionsOf,
  type Changing,
  type Db,
  type History,
  type KnownAccount,
} from "@yinuo/store";
import { formatDay } from "@yinuo/period";
import { choiceWords } from "@yinuo/words";
import type { Doors } from "../doors.ts";
import { localPath } from "../lang.ts";
import { notFound } from "../pages/errors.tsx";
import { Button, Buttons, DataTable, Facts, Notice, Part, Title, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { accountWords } from "../words/accounts.ts";
import { historyWords } from "../words/history.ts";
import { ownAccountWords } from "../words/own-account.ts";
import { standingText } from "./account-file.ts";
import { accountFields, accountsLink, freshOneTime, passwordPage } from "./accounts.tsx";
import { deskOf, type Desk } from "./context.ts";
import { fieldsOf } from "./fields.tsx";
import { formOf, readForm, type Form } from "./form.ts";
import { afterwards, deskPage, type Did } from "./frame.tsx";
import { refused } from "./refused.tsx";
import { equip } from "./session-key.ts";

export const registerAccountPage = (doors: Doors): void => {
  doors.open("GET /desk/accounts/:id", (c) =>
    withAccount(c, (desk, account) =>
      page(desk, account, { form: formFor(account), errors: [], status: 200 }),
    ),
  );
  doors.open("POST /desk/accounts/:id", (c) => withAccount(c, save));
  doors.open("POST /desk/accounts/:id/reset-password", (c) => withAccount(c, newPassword));
  doors.open(
    "POST /desk/accounts/:id/reset-second-step",
    acting("account.second-step-reset", (db, { id }, context) => resetSecondStep(db, id, context)),
  );
  doors.open(
    "POST /desk/accounts/:id/end-sessions",
    acting("account.sessions-ended", (db, { id }, context) => endSessionsFor(db, id, context)),
  );
  doors.open(
    "POST /desk/accounts/:id/close",
    acting("account.closed", (db, { id }, context) => closeAccountFor(db, id, context)),
  );
  doors.open(
    "POST /desk/accounts/:id/reopen",
    acting("account.reopened", (db, { id }, context) => changeAccount(db, id, context, reopenAccount)),
  );
};

type With = (desk: Desk, account: KnownAccount) => Response | Promise<Response>;

const withAccount = async (c: Ctx, answer: With): Promise<Response> => {
  const account = await getAccount(c.get("deps").store.db, c.req.param("id") ?? "");
  return account === undefined ? notFound(c) : answer(await deskOf(c), account);
};

const pathOf = ({ id }: KnownAccount): string => `/desk/accounts/${encodeURIComponent(id)}`;

const formFor = ({ name, email, role, body, version }: KnownAccount): Form =>
  formOf({ name, email, role, body: body ?? "", seenVersion: String(version) });

const save: With = async (desk, account) => {
  const form = await readForm(desk.c);
  const { text } = form;
  const input = {
    name: text("name"),
    email: text("email"),
    role: text("role"),
    body: text("body"),
    seenVersion: Number(text("seenVersion")) || 0,
  };
  const done = await changeAccount(
    desk.c.get("deps").store.db,
    account.id,
    desk.context,
    (current, context) => decideChange(current, input, context),
  );
  return done.ok
    ? afterwards(desk.c, pathOf(account), "account.changed")
    : refusing(desk, account, { refusal: done.error, verb: "account.changed", form });
};

type Refusing = { readonly refusal: Refusal; readonly verb: Verb; readonly form: Form };

const refusing = (
  desk: Desk,
  account: KnownAccount,
  { refusal, verb, form }: Refusing,
): Promise<Response> => {
  const attempt = { place: { subject: `account/${account.id}` }, attempted: verb };
  const meanwhile = refusal.code === "changedMeanwhile" ? refusal.now : undefined;
  return refused(desk, [refusal], attempt, (errors) =>
    page(desk, account, { form, errors, status: 422, meanwhile }),
  );
};

type Act = (db: Db, account: KnownAccount, context: Changing) => Promise<Result<unknown, Refusal>>;

const acting =
  (verb: Verb & Did, act: Act) =>
  (c: Ctx): Promise<Response> =>
    withAccount(c, async (desk, account) => {
      const done = await act(c.get("deps").store.db, account, desk.context);
      return done.ok
        ? afterwards(c, pathOf(account), verb)
        : refusing(desk, account, { refusal: done.error, verb, form: formFor(account) });
    });

const newPassword: With = async (desk, account) => {
  const { c, lang, context } = desk;
  const { password, ...fresh } = await freshOneTime(c);
  const done = await resetPassword(c.get("deps").store.db, account.id, fresh, context);
  if (!done.ok) {
    const verb = "account.password-reset";
    return refusing(desk, account, { refusal: done.error, verb, form: formFor(account) });
  }
  await equip(desk, account.id, password);
  const title = accountWords[lang].accounts.passwordReset;
  return passwordPage(desk, { title, email: account.email, password, until: fresh.until });
};

type Shown = {
  readonly form: Form;
  readonly errors: readonly FieldError[];
  readonly status: 200 | 422;
  /** The version somebody else has saved since the form was opened. */
  readonly meanwhile?: number | undefined;
};

const page = async (desk: Desk, account: KnownAccount, shown: Shown): Promise<Response> => {
  const { c, lang } = desk;
  const { db } = c.get("deps").store;
  const { form, errors, status, meanwhile } = shown;
  const words = accountWords[lang].accounts;
  const fields = fieldsOf({ lang, form, errors });
  const entries = await historyOf(db, { subject: `account/${account.id}`, desk: true }, { limit: 20 });
  return deskPage(
    c,
    { title: account.name, section: "accounts", trail: [accountsLink(desk)], status },
    <>
      <Title lang={lang} title={account.name} lead={standingText(desk, account)} />
      {fields.summary()}
      {meanwhile === undefined ? null : <Meanwhile desk={desk} account={account} />}
      {account.closedOn === undefined ? (
        <form class="fill" method="post" action={localPath(lang, pathOf(account))}>
          <input type="hidden" name="seenVersion" value={String(meanwhile ?? form.text("seenVersion"))} />
          {accountFields(desk, form, fields)}
          <Buttons>
            <Button kind="main">{words.change}</Button>
          </Buttons>
        </form>
      ) : null}
      <Ways desk={desk} account={account} sessions={(await sessionsOf(db, account.id)).length} />
      <Changes desk={desk} entries={entries} />
    </>,
  );
};

type Of = { readonly desk: Desk; readonly account: KnownAccount };

/** What the other steward saved, beside what this one typed. */
const Meanwhile = ({ desk: { lang, nameOf }, account }: Of) => {
  const words = accountWords[lang].accounts;
  const { name, email, role, body } = account;
  return (
    <Notice lang={lang} kind="warning" title={words.meanwhile}>
      <Facts
        facts={[
          { term: words.columns.name, value: name },
          { term: words.columns.email, value: email },
          { term: words.columns.role, value: choiceWords[lang].role[role] },
          { term: words.columns.body, value: body === undefined ? words.none : nameOf(body) },
        ]}
      />
    </Notice>
  );
};

const Ways = ({ desk, account, sessions }: Of & { readonly sessions: number }) => {
  const { lang, context } = desk;
  const words = accountWords[lang].accounts;
  const act = (verb: string, text: string, help: string, danger = false) => (
    <form class="fill" method="post" action={localPath(lang, `${pathOf(account)}/${verb}`)}>
      <p>{help}</p>
      <Buttons>
        <Button kind={danger ? "danger" : "plain"}>{text}</Button>
      </Buttons>
    </form>
  );
  if (account.id === context.by.account)
    return (
      <Part title={words.ways}>
        <p>{words.ownHelp}</p>
        <Buttons>
          <Button href={localPath(lang, "/desk/account")}>{ownAccountWords[lang].title}</Button>
        </Buttons>
      </Part>
    );
  if (account.closedOn !== undefined)
    return <Part title={words.ways}>{act("reopen", words.reopen, words.reopenHelp)}</Part>;
  return (
    <Part title={words.ways}>
      {act("reset-password", words.resetPassword, words.resetPasswordHelp)}
      {account.secondStep ? act("reset-second-step", words.resetSecondStep, words.resetSecondStepHelp) : null}
      {sessions === 0 ? (
        <p>{words.noSessions}</p>
      ) : (
        act("end-sessions", words.endSessions, words.endSessionsHelp(sessions))
      )}
      {act("close", words.close, words.closeHelp, true)}
    </Part>
  );
};

const Changes = ({
  desk: { lang },
  entries,
}: {
  readonly desk: Desk;
  readonly entries: readonly History[];
}) => {
  const words = accountWords[lang].accounts;
  const { columns, verbs } = historyWords[lang];
  return (
    <Part title={words.history}>
      {entries.length === 0 ? (
        <p>{words.noHistory}</p>
      ) : (
        <DataTable
          lang={lang}
          caption={words.history}
          captionHidden
          columns={[{ header: columns.when }, { header: columns.what }]}
          rows={entries.map(({ happenedOn, verb }) => ({
            cells: [formatDay(happenedOn, lang), verbs[verb]],
          }))}
        />
      )}
    </Part>
  );
};
