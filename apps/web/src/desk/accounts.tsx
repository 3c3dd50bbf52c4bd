// Accounts at the desk: who may sign in, and a new one with its first password shown once.

import { randomInt, randomUUID } from "node:crypto";
import { accountId, LIMITS, ROLES } from "@yinuo/core";
import { addAccount, listAccounts } from "@yinuo/store";
import { choiceWords, fieldName } from "@yinuo/words";
import { passwordHash } from "../auth.ts";
import type { Doors } from "../doors.ts";
import { localPath } from "../lang.ts";
import { Button, Buttons, DataTable, Facts, Notice, Title, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { accountWords } from "../words/accounts.ts";
import { bodyOptions, deskOf, type Desk } from "./context.ts";
import { fieldsOf } from "./fields.tsx";
import { formOf, readForm, type Form } from "./form.ts";
import { deskPage } from "./frame.tsx";
import { refused } from "./refused.tsx";

export const registerAccounts = (doors: Doors): void => {
  doors.open("GET /desk/accounts", list);
  doors.open("GET /desk/accounts/new", async (c) =>
    page(await deskOf(c), { form: formOf({ role: "officer" }), errors: [], status: 200 }),
  );
  doors.open("POST /desk/accounts/new", create);
};

const list = async (c: Ctx): Promise<Response> => {
  const { lang, nameOf } = await deskOf(c);
  const words = accountWords[lang].accounts;
  const accounts = await listAccounts(c.get("deps").store.db);
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
      <DataTable
        lang={lang}
        caption={words.title}
        captionHidden
        columns={[
          { header: words.columns.name },
          { header: words.columns.email },
          { header: words.columns.role },
          { header: words.columns.body },
        ]}
        rows={accounts.map(({ name, email, role, body }) => ({
          cells: [name, email, choiceWords[lang].role[role], body === undefined ? words.none : nameOf(body)],
        }))}
      />
    </>,
  );
};

const create = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const form = await readForm(c);
  const password = firstPassword();
  const { text } = form;
  const input = { name: text("name"), email: text("email"), role: text("role"), body: text("body") };
  const account = { input, id: accountId(randomUUID()), passwordHash: await passwordHash(password) };
  const done = await addAccount(c.get("deps").store.db, account, desk.context);
  if (done.ok) return created(desk, done.value.email, password);
  const attempt = { place: { subject: "account" }, attempted: "account.created" } as const;
  return refused(desk, [done.error], attempt, (errors) => page(desk, { form, errors, status: 422 }));
};

// Without letters that look like another, so that it can be read out and typed; 16 of 31 are 79 bits.
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

const firstPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(""),
  ).join("-");

/** Answered at once instead of after a redirect, so that the password is in no address and shown this once. */
const created = ({ c, lang }: Desk, email: string, password: string): Response | Promise<Response> => {
  const words = accountWords[lang].accounts;
  return deskPage(
    c,
    {
      title: words.created,
      section: "accounts",
      trail: [{ href: localPath(lang, "/desk/accounts"), text: words.title }],
    },
    <>
      <Title title={words.created} />
      <Notice lang={lang} kind="warning" title={words.once} />
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

type Shown = { readonly form: Form; readonly errors: readonly FieldError[]; readonly status: 200 | 422 };

const page = (desk: Desk, { form, errors, status }: Shown): Response | Promise<Response> => {
  const { c, lang } = desk;
  const words = accountWords[lang].accounts;
  const fields = fieldsOf({ lang, form, errors });
  const roles = ROLES.map((value) => ({ value, text: choiceWords[lang].role[value] }));
  return deskPage(
    c,
    {
      title: words.add,
      section: "accounts",
      trail: [{ href: localPath(lang, "/desk/accounts"), text: words.title }],
      status,
    },
    <>
      <Title title={words.add} lead={words.lead} />
      {fields.summary()}
      <form class="fill" method="post" action={localPath(lang, "/desk/accounts/new")}>
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
        <Buttons>
          <Button kind="main">{words.submit}</Button>
        </Buttons>
      </form>
    </>,
  );
};
