// The second step of signing in: a code from the authenticator, or one of the backup codes.

import { accountId, type AccountId } from "@yinuo/core";
import { getAccount, giveBackCode, spendCode } from "@yinuo/store";
import type { Doors } from "../doors.ts";
import { localPath } from "../lang.ts";
import { Button, Buttons, Title, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { accountWords } from "../words/accounts.ts";
import { attemptsOf, codeKeys, secondsToWait } from "./attempts.ts";
import { headersWith, passCookies } from "./cookies.ts";
import { fieldsOf } from "./fields.tsx";
import { formOf, readForm, type Form } from "./form.ts";
import { deskPage } from "./frame.tsx";
import { knownDevice, rememberDevice } from "./known-device.ts";
import { keepKey, takeKeyAfterCode } from "./session-key.ts";
import { afterSignIn, byOf, endSession } from "./sign-in.tsx";

export const registerSignInCode = (doors: Doors): void => {
  for (const way of ["code", "backup-code"] as const) {
    doors.open(`GET /sign-in/${way}`, (c) => {
      // Whether the first step is still good is asked when the code is there; without its cookie nothing is due.
      if (!(c.req.header("cookie") ?? "").includes("yinuo.two_factor")) return backToStart(c);
      return page(c, { way, form: formOf({ back: c.req.query("back") }), errors: [], status: 200 });
    });
  }
  doors.open("POST /sign-in/code", withCode);
  doors.open("POST /sign-in/backup-code", withBackupCode);
};

const backToStart = (c: Ctx): Response => c.redirect(localPath(c.get("lang"), "/sign-in?again=1"), 303);

type Pending = {
  readonly account: AccountId;
  readonly email: string;
  readonly by: ReturnType<typeof byOf>;
  readonly oneTime: boolean;
};

/** Whose password was right a moment ago in this browser. */
const pendingOf = async (c: Ctx): Promise<Pending | undefined> => {
  const { auth, store } = c.get("deps");
  const { account } = await auth.api.pendingAccount({ headers: headersWith(c, "two_factor") });
  if (account === undefined) return undefined;
  const found = await getAccount(store.db, account);
  return found === undefined || found.closedOn !== undefined
    ? undefined
    : {
        account: accountId(account),
        email: found.email,
        by: byOf(found),
        oneTime: found.oneTimeUntil !== undefined,
      };
};

/** The digits of a code however they were typed: full-width, in two groups; undefined when they are not six. */
export const readCode = (typed: string): string | undefined => {
  const digits = typed.normalize("NFKC").replaceAll(/[\s-]/g, "");
  return /^[0-9]{6}$/.test(digits) ? digits : undefined;
};

/** A backup code however it was typed. */
export const readBackupCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "")
    .replaceAll(/(.{4})(?=.)/g, "$1-");

const withCode = async (c: Ctx): Promise<Response> => {
  const pending = await pendingOf(c);
  if (pending === undefined) return backToStart(c);
  const { account, email } = pending;
  const { store, auth } = c.get("deps");
  const typed = await readForm(c);
  const words = accountWords[c.get("lang")].signIn;
  const again = (text: string, status: 422 | 429 = 422) =>
    page(c, { way: "code", form: typed, errors: [{ field: "code", text }], status });
  const code = readCode(typed.text("code"));
  if (code === undefined) return again(words.codeShape);
  const attempts = attemptsOf(c.get("deps"));
  const keys = codeKeys(account, knownDevice(c, email));
  const wait = secondsToWait(c, keys);
  if (wait > 0) return again(words.wait(wait), 429);
  attempts.failed(keys);
  if (!(await spendCode(store.db, { account, code }))) return again(words.codeSpent);
  const headers = headersWith(c, "two_factor");
  const response = await auth.api.verifyTOTP({ body: { code }, headers, asResponse: true });
  if (response.ok) {
    attempts.succeeded(keys);
    return opened(c, { response, pending, back: typed.text("back") });
  }
  await giveBackCode(store.db, { account, code });
  return (await isOver(response)) ? backToStart(c) : again(words.codeWrong);
};

/** Backup codes are not slowed down: they cannot be guessed, and are the owner's way in while somebody else is guessing. */
const withBackupCode = async (c: Ctx): Promise<Response> => {
  const pending = await pendingOf(c);
  if (pending === undefined) return backToStart(c);
  const typed = await readForm(c);
  const words = accountWords[c.get("lang")].signIn;
  const code = readBackupCode(typed.text("backupCode"));
  const headers = headersWith(c, "two_factor");
  const { auth } = c.get("deps");
  const response = await auth.api.verifyBackupCode({ body: { code }, headers, asResponse: true });
  if (response.ok) return opened(c, { response, pending, back: typed.text("back") });
  if (await isOver(response)) return backToStart(c);
  const errors = [{ field: "backupCode", text: words.backupWrong }];
  return page(c, { way: "backup-code", form: typed, errors, status: 422 });
};

/** After five wrong codes, or ten minutes, the password is asked for again. */
const isOver = async (response: Response): Promise<boolean> => {
  const said = (await response.json()) as { readonly code?: string };
  return said.code === "INVALID_TWO_FACTOR_COOKIE" || said.code === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE";
};

type Opened = { readonly response: Response; readonly pending: Pending; readonly back: string };

const opened = async (c: Ctx, { response, pending, back }: Opened): Promise<Response> => {
  // What session this browser had, the new one does not go on with.
  await endSession(c, false);
  passCookies(c, response);
  const { account, email, by, oneTime } = pending;
  await keepKey(c, await takeKeyAfterCode(c, account), { response, by, oneTime });
  rememberDevice(c, email);
  return c.redirect(afterSignIn(c, back), 303);
};

type Shown = {
  readonly way: "code" | "backup-code";
  readonly form: Form;
  readonly errors: readonly FieldError[];
  readonly status: 200 | 422 | 429;
};

const page = (c: Ctx, { way, form, errors, status }: Shown): Response | Promise<Response> => {
  const lang = c.get("lang");
  const words = accountWords[lang].signIn;
  const isCode = way === "code";
  const fields = fieldsOf({ lang, form, errors });
  const title = isCode ? words.codeTitle : words.backupTitle;
  const back = form.text("back");
  const query = back === "" ? "" : `?back=${encodeURIComponent(back)}`;
  const other = localPath(lang, isCode ? "/sign-in/backup-code" : "/sign-in/code");
  return deskPage(
    c,
    { title, status },
    <>
      <Title title={title} lead={isCode ? words.codeLead : words.backupLead} />
      {fields.summary()}
      <form class="fill" method="post" action={localPath(lang, `/sign-in/${way}`)}>
        <input type="hidden" name="back" value={back} />
        {isCode ? codeField(c, fields) : backupField(c, fields)}
        <Buttons>
          <Button kind="main">{words.confirm}</Button>
        </Buttons>
      </form>
      <p>
        <a href={`${other}${query}`}>{isCode ? words.toBackup : words.toCode}</a>
      </p>
    </>,
  );
};

type Fields = ReturnType<typeof fieldsOf>;

export const codeField = (c: Ctx, fields: Fields) => {
  const { code, codeHint } = accountWords[c.get("lang")].signIn;
  return fields.text("code", {
    label: code,
    hint: codeHint,
    required: true,
    short: true,
    inputmode: "numeric",
    autocomplete: "one-time-code",
  });
};

const backupField = (c: Ctx, fields: Fields) => {
  const { backup, backupHint } = accountWords[c.get("lang")].signIn;
  return fields.text("backupCode", { label: backup, hint: backupHint, required: true, autocomplete: "off" });
};
