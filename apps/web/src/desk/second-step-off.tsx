// Switching the second step off: with the password and a code, so that a desk left open is not enough.

import type { Doors } from "../doors.ts";
import { localPath } from "../lang.ts";
import { Button, Buttons, Notice, Title, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { accountWords } from "../words/accounts.ts";
import { ownAccountWords } from "../words/own-account.ts";
import { giveBackCode, spendCode } from "@yinuo/store";
import type { Auth } from "../auth.ts";
import { attemptsOf, codeKeys, secondsToWait } from "./attempts.ts";
import { asOne } from "./as-one.ts";
import { deskOf, type Desk } from "./context.ts";
import { headersWith, passCookies } from "./cookies.ts";
import { fieldsOf } from "./fields.tsx";
import { formOf, readForm } from "./form.ts";
import { afterwards, deskPage } from "./frame.tsx";
import { knownDevice } from "./known-device.ts";
import { wrongPassword } from "./own-password.tsx";
import { passwordField } from "./password.tsx";
import { keepKey, keyOfSession } from "./session-key.ts";
import { readBackupCode, readCode } from "./sign-in-code.tsx";

export const registerSecondStepOff = (doors: Doors): void => {
  doors.open("GET /desk/account/second-step/off", async (c) =>
    page(await deskOf(c), { errors: [], status: 200 }),
  );
  doors.open("POST /desk/account/second-step/off", turnOff);
};

const turnOff = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  if (!desk.signedIn.secondStep) return page(desk, { errors: [], status: 422 });
  const typed = await readForm(c);
  const password = typed.text("password").normalize("NFKC");
  const wrong = await wrongPassword(c, password);
  if (wrong !== undefined)
    return page(desk, { errors: [{ field: "password", ...wrong }], status: wrong.status });
  const attempts = attemptsOf(c.get("deps"));
  const keys = codeKeys(desk.signedIn.by.account, knownDevice(c, desk.signedIn.email));
  const words = accountWords[desk.lang].signIn;
  const refuse = (text: string, status: 422 | 429) =>
    page(desk, { errors: [{ field: "code", text }], status });
  const wait = secondsToWait(c, keys);
  if (wait > 0) return refuse(words.wait(wait), 429);
  attempts.failed(keys);
  // The session gets a new name, and its key with it a new secret.
  const key = await keyOfSession(c, desk.signedIn);
  const response = await withCode(desk, typed.text("code"), password);
  if (response === undefined) return refuse(words.codeWrong, 422);
  attempts.succeeded(keys);
  passCookies(c, response);
  await keepKey(c, key, { response, by: desk.signedIn.by });
  return afterwards(c, "/desk/account", "account.second-step-off");
};

/** A code that was used before opens nothing here either. */
const withCode = async (desk: Desk, typed: string, password: string): Promise<Response | undefined> => {
  const { c, signedIn } = desk;
  const { db } = c.get("deps").store;
  const code = readCode(typed);
  const spending = code === undefined ? undefined : { account: signedIn.by.account, code };
  if (spending !== undefined && !(await spendCode(db, spending))) return undefined;
  const headers = headersWith(c, "session_token");
  const response = await asOne(desk, "account.second-step-off", async (auth) => {
    const right = await isRight(auth, { code, typed, headers });
    if (!right) return undefined;
    const off = await auth.api.disableTwoFactor({ body: { password }, headers, asResponse: true });
    return off.ok ? off : undefined;
  });
  if (response === undefined && spending !== undefined) await giveBackCode(db, spending);
  return response;
};

type Typed = { readonly code: string | undefined; readonly typed: string; readonly headers: Headers };

const isRight = async (auth: Auth, { code, typed, headers }: Typed): Promise<boolean> => {
  const response =
    code === undefined
      ? await auth.api.verifyBackupCode({
          body: { code: readBackupCode(typed), disableSession: true },
          headers,
          asResponse: true,
        })
      : await auth.api.verifyTOTP({ body: { code }, headers, asResponse: true });
  return response.ok;
};

type Shown = { readonly errors: readonly FieldError[]; readonly status: 200 | 422 | 429 };

const page = ({ c, lang, signedIn }: Desk, { errors, status }: Shown): Response | Promise<Response> => {
  const { title, secondStep: words } = ownAccountWords[lang];
  const fields = fieldsOf({ lang, form: formOf({}), errors });
  return deskPage(
    c,
    {
      title: words.turnOff,
      trail: [{ href: localPath(lang, "/desk/account"), text: title }],
      status,
    },
    <>
      <Title title={words.turnOff} lead={words.turnOffLead} />
      {signedIn.secondStep ? (
        <>
          {fields.summary()}
          <form class="fill" method="post" action={localPath(lang, "/desk/account/second-step/off")}>
            {passwordField({ lang, error: fields.error("password") })}
            {fields.text("code", {
              label: words.anyCode,
              hint: words.anyCodeHint,
              required: true,
              short: true,
              autocomplete: "one-time-code",
            })}
            <Buttons>
              <Button kind="danger">{words.turnOff}</Button>
            </Buttons>
          </form>
          <p class="faint">{words.changePhone}</p>
        </>
      ) : (
        <Notice lang={lang} kind="note" title={words.notOn} />
      )}
    </>,
  );
};
