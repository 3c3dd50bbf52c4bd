// Accounts at the desk: who may sign in, searched, filtered, as a file; and a new one with its one-time password.

import { randomInt, randomUUID } from "node:crypto";
import { accountId, LIMITS, ROLES } from "@yinuo/core";
import { oneTimePassword, oneTimeUntil } from "@yinuo/password";
import { addAccount, type KnownAccount } from "@yinuo/store";
import { choiceWords, fieldName } from "@yinuo/words";
import { passwordHash } from "../auth.ts";
import type { Doors } from "../doors.ts";
import { localPath } from "../lang.ts";
import { queryString } from "../pages/addresses.ts";
import {
  Button,
  Buttons,
  DataTable,
  Downloads,
  EmptyState,
  Facts,
  Filters,
  Notice,
  Pager,
  Title,
  typed,
  type FieldError,
} from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { accountWords } from "../words/accounts.ts";
import { deskWords } from "../words/desk.ts";
import {
  ACCOUNT_SORTS,
  ACCOUNT_STATES,
  findAccounts,
  readAccountQuery,
  type AccountQuery,
} from "./account-list.ts";
import { downloadAccounts, standingText, untilText } from "./account-file.ts";
import { bodyOptions, deskOf, type Desk } from "./context.ts";
import { fieldsOf, type Fields } from "./fields.tsx";
import { formOf, readForm, type Form } from "./form.ts";
import { deskPage } from "./frame.tsx";
import { refused } from "./refused.tsx";
import { equip } from "./session-key.ts";

export const registerAccounts = (doors: Doors): void => {
  doors.open("GET /desk/accounts", list);
  doors.open("GET /desk/accounts/download/:format", downloadAccounts);
  doors.open("GET /desk/accounts/new", async (c) =>
    page(await deskOf(c), { form: formOf({ role: "officer" }), errors: [], status: 200 }),
  );
  doors.open("POST /desk/accounts/new", create);
};

const PER_PAGE = 50;

const list = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const { lang } = desk;
  const words = accountWords[lang].accounts;
  const query = readAccountQuery(c);
  const found = await findAccounts(c, query);
  const address = (more: Partial<AccountQuery>, path = "/desk/accounts") =>
    localPath(lang, `${path}${queryString({ ...query, ...more })}`);
  const files = (["csv", "xlsx"] as const).map((format) => ({
    href: address({ page: 1 }, `/desk/accounts/download/${format}`),
    format: format === "csv" ? ("CSV" as const) : ("XLSX" as const),
  }));
  return deskPage(
    c,
    { title: words.title, section: "accounts" },
    <>
      <Title title={words.title} lead={words.lead} />
      <Buttons>
        <Button kind="main" href={localPath(lang, "/desk/accounts/new")}>
          {words.add}
        </Button>
      </Buttons>
      <Narrow desk={desk} query={query} />
      {found.length === 0 ? (
        <EmptyState lang={lang} title={words.noneFound}>
          {words.noneFoundHelp}
        </EmptyState>
      ) : (
        <Found desk={desk} accounts={found.slice((query.page - 1) * PER_PAGE, query.page * PER_PAGE)} />
      )}
      <Pager
        lang={lang}
        page={query.page}
        pages={Math.max(1, Math.ceil(found.length / PER_PAGE))}
        total={found.length}
        href={(to) => address({ page: to })}
      />
      <Downloads lang={lang} files={files} />
    </>,
  );
};

const Narrow = ({ desk, query }: { readonly desk: Desk; readonly query: AccountQuery }) => {
  const { lang } = desk;
  const words = accountWords[lang].accounts;
  const { all } = deskWords[lang];
  const any = { value: "", text: all };
  const roles = ROLES.map((value) => ({ value, text: choiceWords[lang].role[value] }));
  const states = ACCOUNT_STATES.map((value) => ({ value, text: words.states[value] }));
  const sorts = ACCOUNT_SORTS.map((value) => ({ value, text: words.sorts[value] }));
  const select = (name: string, label: string, value: string, options: typeof roles | typeof sorts) => ({
    name,
    label,
    value,
    options,
  });
  return (
    <Filters
      lang={lang}
      action={localPath(lang, "/desk/accounts")}
      search={{ name: "q", value: query.q }}
      selects={[
        { name: "role", label: words.columns.role, value: query.role ?? "", options: [any, ...roles] },
        {
          name: "body",
          label: words.columns.body,
          value: query.body,
          options: bodyOptions(desk, query.body, all),
        },
        { name: "state", label: words.filters.state, value: query.state ?? "", options: [any, ...states] },
        select("sort", words.filters.sort, query.sort, sorts),
      ]}
    />
  );
};

const Found = ({ desk, accounts }: { readonly desk: Desk; readonly accounts: readonly KnownAccount[] }) => {
  const { lang, nameOf } = desk;
  const words = accountWords[lang].accounts;
  return (
    <DataTable
      lang={lang}
      caption={words.title}
      captionHidden
      columns={[
        { header: words.columns.name },
        { header: words.columns.email },
        { header: words.columns.role },
        { header: words.columns.body },
        { header: words.secondStep },
        { header: words.stateColumn },
      ]}
      rows={accounts.map((account) => ({
        cells: [
          <a href={localPath(lang, `/desk/accounts/${encodeURIComponent(account.id)}`)}>
            {typed(lang, account.name)}
          </a>,
          account.email,
          choiceWords[lang].role[account.role],
          account.body === undefined ? words.none : nameOf(account.body),
          account.secondStep ? words.secondStepOn : words.secondStepOff,
          standingText(desk, account),
        ],
      }))}
    />
  );
};

export const freshOneTime = async (c: Ctx) => {
  const { now, auth } = c.get("deps");
  const password = oneTimePassword(randomInt);
  return { password, until: oneTimeUntil(now()), passwordHash: await passwordHash(password, auth) };
};

const create = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const form = await readForm(c);
  const { text } = form;
  const input = { name: text("name"), email: text("email"), role: text("role"), body: text("body") };
  const { password, until, passwordHash: hash } = await freshOneTime(c);
  const account = { input, id: accountId(randomUUID()), passwordHash: hash, oneTimeUntil: until };
  const done = await addAccount(c.get("deps").store.db, account, desk.context);
  if (done.ok) await equip(desk, account.id, password);
  const title = accountWords[desk.lang].accounts.created;
  if (done.ok) return passwordPage(desk, { title, email: done.value.email, password, until });
  const attempt = { place: { subject: "account" }, attempted: "account.created" } as const;
  return refused(desk, [done.error], attempt, (errors) => page(desk, { form, errors, status: 422 }));
};

type OneTime = {
  readonly title: string;
  readonly email: string;
  readonly password: string;
  readonly until: Date;
};

/** Answered at once instead of after a redirect, so that the password is in no address and shown this once. */
export const passwordPage = (
  desk: Desk,
  { title, email, password, until }: OneTime,
): Response | Promise<Response> => {
  const { c, lang } = desk;
  const words = accountWords[lang].accounts;
  return deskPage(
    c,
    { title, section: "accounts", trail: [accountsLink(desk)] },
    <>
      <Title title={title} />
      <Notice lang={lang} kind="warning" title={words.once(untilText(desk, until))} />
      <Facts
        facts={[
          { term: fieldName(lang, "email"), value: email },
          { term: words.password, value: <code>{password}</code> },
        ]}
      />
      <Buttons>
        <Button href={localPath(lang, "/desk/accounts/new")}>{words.another}</Button>
        <Button href={localPath(lang, "/desk/accounts")}>{words.back}</Button>
      </Buttons>
    </>,
  );
};

export const accountsLink = ({ lang }: Desk) => ({
  href: localPath(lang, "/desk/accounts"),
  text: accountWords[lang].accounts.title,
});

/** The fields an account has, for a new one and for one that is changed. */
export const accountFields = (desk: Desk, form: Form, fields: Fields) => {
  const { lang } = desk;
  const words = accountWords[lang].accounts;
  const roles = ROLES.map((value) => ({ value, text: choiceWords[lang].role[value] }));
  return (
    <>
      {fields.text("name", {
        label: words.columns.name,
        hint: accountWords[lang].setUp.accountNameHint,
        required: true,
        maxlength: LIMITS.name,
        autocomplete: "off",
      })}
      {fields.text("email", { type: "email", required: true, autocomplete: "off" })}
      {fields.select("role", roles, { hint: words.roleHint })}
      {fields.select("body", bodyOptions(desk, form.text("body"), words.noBody), { hint: words.bodyHint })}
    </>
  );
};

type Shown = { readonly form: Form; readonly errors: readonly FieldError[]; readonly status: 200 | 422 };

const page = (desk: Desk, { form, errors, status }: Shown): Response | Promise<Response> => {
  const { c, lang } = desk;
  const words = accountWords[lang].accounts;
  const fields = fieldsOf({ lang, form, errors });
  return deskPage(
    c,
    { title: words.add, section: "accounts", trail: [accountsLink(desk)], status },
    <>
      <Title title={words.add} lead={words.lead} />
      {fields.summary()}
      <form class="fill" method="post" action={localPath(lang, "/desk/accounts/new")}>
        {accountFields(desk, form, fields)}
        <Buttons>
          <Button kind="main">{words.submit}</Button>
        </Buttons>
      </form>
    </>,
  );
};
