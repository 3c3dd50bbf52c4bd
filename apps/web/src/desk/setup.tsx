// The first set-up of an empty ledger, once, by whoever can read the console it was started from.

import { randomUUID, timingSafeEqual } from "node:crypto";
import { accountId, refuse, setUpJurisdiction, type By, type Refusal } from "@yinuo/core";
import { todayIn } from "@yinuo/period";
import { addAccount, changeJurisdiction, writing, type Db } from "@yinuo/store";
import { passwordHash, setUpCode } from "../auth.ts";
import type { Doors } from "../doors.ts";
import { localPath } from "../lang.ts";
import { jurisdictionOf } from "../pages/frame.tsx";
import { Button, Buttons, Part, Title } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { accountWords } from "../words/accounts.ts";
import { attemptsOf, setUpKeys } from "./attempts.ts";
import { errorsOf } from "./context.ts";
import { deskPage } from "./frame.tsx";
import { fieldsOf } from "./fields.tsx";
import { formOf, KEEP, readForm, type Form } from "./form.ts";
import { jurisdictionFields, readJurisdiction } from "./jurisdiction-fields.tsx";
import { passwordField, readNewPassword } from "./password.tsx";
import type { ScreenedError } from "./screened.tsx";

export const registerSetUp = (doors: Doors): void => {
  doors.open("GET /setup", (c) => {
    if (jurisdictionOf(c) !== undefined) return c.redirect(localPath(c.get("lang"), "/sign-in"), 303);
    return form(c, { form: formOf(FIRST), errors: [], status: 200 });
  });
  doors.open("POST /setup", setUp);
};

const FIRST = {
  timeZone: "Asia/Shanghai",
  languages: ["zh-CN", "en"],
  defaultLanguage: "zh-CN",
  licence: "CC BY 4.0",
  licenceUrl: "https://creativecommons.org/licenses/by/4.0/",
};

const setUp = async (c: Ctx): Promise<Response> => {
  if (jurisdictionOf(c) !== undefined) return alreadyDone(c);
  const lang = c.get("lang");
  const words = accountWords[lang];
  const typed = await readForm(c);
  const attempts = attemptsOf(c.get("deps"));
  const keys = setUpKeys(c);
  const wait = Math.ceil(attempts.waitFor(keys) / 1000);
  if (wait > 0) return form(c, { form: typed, errors: [{ text: words.signIn.wait(wait) }], status: 429 });
  if (!sameCode(typed.text("setupCode"), setUpCode(c.get("deps").auth))) {
    attempts.failed(keys);
    return form(c, {
      form: typed,
      errors: [{ field: "setupCode", text: words.setUp.codeWrong }],
      status: 422,
    });
  }
  const read = readJurisdiction(lang, typed);
  const known = ["email", "accountName", "name", "nameEn", "contact"].map(typed.text);
  const password = await readNewPassword(lang, typed.text("password"), known);
  const errors = [...(read.ok ? [] : read.errors), ...(password.ok ? [] : [password.error])];
  if (!read.ok || !password.ok) return form(c, { form: typed, errors, status: 422 });
  const done = await begin(c, read.value, { typed, password: password.value });
  if (done.ok) return c.redirect(localPath(lang, "/sign-in"), 303);
  if (done.error.code === "codeTaken" && done.error.field === "jurisdiction") return alreadyDone(c);
  return form(c, {
    form: typed,
    errors: errorsOf({ lang, nameOf: (code) => code }, done.error).map(atItsField),
    status: 422,
  });
};

/** The account's own name has a field of another name here, where the jurisdiction has one too. */
const atItsField = (error: ScreenedError): ScreenedError =>
  error.field === "name" && error.found === undefined ? { ...error, field: "accountName" } : error;

type Fields = Extract<ReturnType<typeof readJurisdiction>, { ok: true }>["value"];

/** The jurisdiction and its first steward, or neither. */
const begin = async (
  c: Ctx,
  fields: Fields,
  { typed, password }: { readonly typed: Form; readonly password: string },
) => {
  const { store, now, auth } = c.get("deps");
  const setUpOn = todayIn(now(), fields.timeZone);
  const hash = await passwordHash(password, auth);
  const id = accountId(randomUUID());
  const by: By = { account: id, role: "steward", inspects: false };
  const keepPersonalData = typed.text(KEEP);
  return writing(store.db, async (tx: Db) => {
    const jurisdiction = await changeJurisdiction(tx, { today: setUpOn }, (current) =>
      current === undefined
        ? setUpJurisdiction(fields, { today: setUpOn, keepPersonalData })
        : refuse<Refusal>({ code: "codeTaken", field: "jurisdiction", typed: current.name }),
    );
    if (!jurisdiction.ok) return jurisdiction;
    const input = { name: typed.text("accountName"), email: typed.text("email"), role: "steward" };
    return addAccount(tx, { input, id, passwordHash: hash }, { by, today: setUpOn });
  });
};

const sameCode = (typed: string, code: string): boolean => {
  const plain = (text: string) =>
    Buffer.from(
      text
        .normalize("NFKC")
        .toUpperCase()
        .replaceAll(/[^A-Z0-9]/g, ""),
    );
  const [a, b] = [plain(typed), plain(code)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const alreadyDone = (c: Ctx): Response | Promise<Response> => {
  const lang = c.get("lang");
  const words = accountWords[lang].setUp;
  return deskPage(
    c,
    { title: words.done, status: 409 },
    <>
      <Title title={words.done} lead={words.doneHelp} />
      <Button href={localPath(lang, "/sign-in")}>{accountWords[lang].signIn.title}</Button>
    </>,
  );
};

type Shown = {
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  readonly status: 200 | 422 | 429;
};

const form = (c: Ctx, { form: typed, errors, status }: Shown): Response | Promise<Response> => {
  const lang = c.get("lang");
  const words = accountWords[lang].setUp;
  const fields = fieldsOf({ lang, form: typed, errors });
  return deskPage(
    c,
    { title: words.title, status },
    <>
      <Title title={words.title} lead={words.lead} />
      {fields.summary()}
      <form class="fill" method="post" action={localPath(lang, "/setup")}>
        {fields.text("setupCode", {
          label: words.code,
          hint: words.codeHint,
          required: true,
          autocomplete: "off",
        })}
        <Part title={words.jurisdiction}>{jurisdictionFields(lang, fields)}</Part>
        <Part title={words.account}>
          {fields.text("accountName", {
            label: words.accountName,
            hint: words.accountNameHint,
            required: true,
          })}
          {fields.text("email", { type: "email", required: true, autocomplete: "username" })}
          {passwordField({ lang, fresh: true, error: fields.error("password") })}
        </Part>
        {fields.screened()}
        <Buttons>
          <Button kind="main">{words.submit}</Button>
        </Buttons>
      </form>
    </>,
  );
};
