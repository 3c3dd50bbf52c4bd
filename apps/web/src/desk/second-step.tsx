// Switching the second step on: the password, the QR code, the first code, and the backup codes shown once.

import { giveBackCode, spendCode } from "@yinuo/store";
import type { Doors } from "../doors.ts";
import { inLang, localPath } from "../lang.ts";
import { Button, Buttons, Notice, Part, QrCode, Title, type FieldError } from "../parts/index.ts";
import { accountWords } from "../words/accounts.ts";
import { ownAccountWords } from "../words/own-account.ts";
import { asOne } from "./as-one.ts";
import { backupCodesPage } from "./backup-codes.tsx";
import { deskOf, type Desk } from "./context.ts";
import { headersWith, passCookies } from "./cookies.ts";
import { fieldsOf } from "./fields.tsx";
import { formOf, readForm } from "./form.ts";
import { deskPage } from "./frame.tsx";
import { wrongPassword } from "./own-password.tsx";
import { passwordField } from "./password.tsx";
import { keepKey, keyOfSession } from "./session-key.ts";
import { codeField, readCode } from "./sign-in-code.tsx";

export const registerSecondStep = (doors: Doors): void => {
  doors.open("GET /desk/account/second-step", async (c) =>
    begin(await deskOf(c), { errors: [], status: 200 }),
  );
  doors.open("POST /desk/account/second-step", async (c) => {
    const desk = await deskOf(c);
    if (desk.signedIn.secondStep) return begin(desk, { errors: [], status: 422 });
    const typed = await readForm(c);
    return typed.has("code")
      ? confirm(desk, typed.text("code"), typed.text("uri"))
      : showSecret(desk, typed.text("password"));
  });
};

type Shown = { readonly errors: readonly FieldError[]; readonly status: 200 | 422 | 429 };

const begin = ({ c, lang, signedIn }: Desk, { errors, status }: Shown): Response | Promise<Response> => {
  const words = ownAccountWords[lang].secondStep;
  const fields = fieldsOf({ lang, form: formOf({}), errors });
  return framed(
    { c, lang },
    status,
    <>
      <Title title={words.turnOn} lead={words.why} />
      {signedIn.secondStep ? (
        <Notice lang={lang} kind="note" title={words.alreadyOn} />
      ) : (
        <>
          {fields.summary()}
          <p>{words.apps}</p>
          <form class="fill" method="post" action={localPath(lang, "/desk/account/second-step")}>
            {passwordField({ lang, error: fields.error("password") })}
            <Buttons>
              <Button kind="main">{words.begin}</Button>
            </Buttons>
          </form>
        </>
      )}
    </>,
  );
};

type Place = Pick<Desk, "c" | "lang">;

const framed = ({ c, lang }: Place, status: Shown["status"], children: Parameters<typeof deskPage>[2]) => {
  const { title, secondStep } = ownAccountWords[lang];
  const trail = [{ href: localPath(lang, "/desk/account"), text: title }];
  return deskPage(c, { title: secondStep.turnOn, trail, status }, children);
};

/** A new secret with every start; none is in force before its first code was right. */
const showSecret = async (desk: Desk, password: string): Promise<Response> => {
  const { c, lang } = desk;
  const wrong = await wrongPassword(c, password);
  if (wrong !== undefined)
    return begin(desk, { errors: [{ field: "password", ...wrong }], status: wrong.status });
  const { name, nameEn } = c.get("jurisdiction");
  const made = await c.get("deps").auth.api.enableTwoFactor({
    body: { password: password.normalize("NFKC"), issuer: inLang(lang, name, nameEn), method: "totp" },
    headers: headersWith(c, "session_token"),
  });
  return secretPage(desk, "totpURI" in made ? made.totpURI : "", { errors: [], status: 200 });
};

const secretPage = (desk: Desk, uri: string, { errors, status }: Shown): Response | Promise<Response> => {
  const { c, lang } = desk;
  const words = ownAccountWords[lang].secondStep;
  const fields = fieldsOf({ lang, form: formOf({}), errors });
  return framed(
    { c, lang },
    status,
    <>
      <Title title={words.turnOn} />
      {fields.summary()}
      <Part title={words.scan}>
        <QrCode value={uri} label={words.qr} />
        <p>{words.byHand}</p>
        <p>
          <code class="secret">{inFours(secretIn(uri))}</code>
        </p>
      </Part>
      <Part title={words.thenCode}>
        <form class="fill" method="post" action={localPath(lang, "/desk/account/second-step")}>
          {/* So that a mistyped code shows the same secret again, which the telephone has by now. */}
          <input type="hidden" name="uri" value={uri} />
          {codeField(c, fields)}
          <Buttons>
            <Button kind="main">{words.confirm}</Button>
            <Button href={localPath(lang, "/desk/account")}>{words.cancel}</Button>
          </Buttons>
        </form>
      </Part>
    </>,
  );
};

const secretIn = (uri: string): string =>
  URL.canParse(uri) ? (new URL(uri).searchParams.get("secret") ?? "") : "";

/** Read and typed by people. */
const inFours = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, "$1 ");

const confirm = async (desk: Desk, typed: string, uri: string): Promise<Response> => {
  const { c, lang, signedIn } = desk;
  if (!uri.startsWith("otpauth://totp/") || uri.length > 1000)
    return begin(desk, { errors: [], status: 422 });
  const words = accountWords[lang].signIn;
  const again = (text: string) => secretPage(desk, uri, { errors: [{ field: "code", text }], status: 422 });
  const code = readCode(typed);
  if (code === undefined) return again(words.codeShape);
  const { db } = c.get("deps").store;
  const spending = { account: signedIn.by.account, code };
  if (!(await spendCode(db, spending))) return again(words.codeSpent);
  // The session gets a new name, and its key with it a new secret.
  const key = await keyOfSession(c, signedIn);
  const done = await asOne(desk, "account.second-step-on", async (auth) => {
    const headers = headersWith(c, "session_token");
    const response = await auth.api.verifyTOTP({ body: { code }, headers, asResponse: true });
    if (!response.ok) return undefined;
    const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: spending.account } });
    return { response, backupCodes };
  });
  if (done === undefined) {
    await giveBackCode(db, spending);
    return again(words.codeWrong);
  }
  passCookies(c, done.response);
  await keepKey(c, key, { response: done.response, by: signedIn.by });
  return backupCodesPage(desk, done.backupCodes);
};
