// One's own password: changed with the present one, or chosen at the first sign-in with one that somebody else made.

import { normalPassword } from "@yinuo/password";
import { changePassword } from "@yinuo/store";
import { newAccountKey, wrapAccountKey, type Opened } from "@yinuo/store/keys";
import { passwordHash } from "../auth.ts";
import type { Doors } from "../doors.ts";
import { localPath } from "../lang.ts";
import { Button, Buttons, Title, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { accountWords } from "../words/accounts.ts";
import { ownAccountWords } from "../words/own-account.ts";
import { attemptsOf, ownKeys, secondsToWait } from "./attempts.ts";
import { deskOf, type Desk } from "./context.ts";
import { headersWith, passCookies } from "./cookies.ts";
import { fieldsOf } from "./fields.tsx";
import { formOf, readForm, type Form } from "./form.ts";
import { afterwards, deskPage } from "./frame.tsx";
import { passwordField, readNewPassword } from "./password.tsx";
import { keepKey, keyOfSession, openKey } from "./session-key.ts";

export const registerOwnPassword = (doors: Doors): void => {
  doors.open("GET /desk/account/password", async (c) => page(await deskOf(c), { errors: [], status: 200 }));
  doors.open("POST /desk/account/password", change);
};

const change = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const { signedIn, context } = desk;
  const typed = await readForm(c);
  if (!signedIn.mustChangePassword) {
    const wrong = await wrongPassword(c, typed.text("current"));
    if (wrong !== undefined)
      return page(desk, { errors: [{ field: "current", ...wrong }], status: wrong.status });
  }
  const fresh = await readFresh(desk, typed);
  if (!fresh.ok) return page(desk, { errors: [fresh.error], status: 422 });
  const { auth, store } = c.get("deps");
  const { account } = signedIn.by;
  const key = await ownKey(desk, normalPassword(typed.text("current")));
  const from = signedIn.mustChangePassword ? await keyOfSession(c, signedIn) : undefined;
  const { derive } = auth.options.emailAndPassword.password;
  const wrapped = await wrapAccountKey({ account, password: fresh.value, derive, opened: key });
  const kept = { passwordHash: await passwordHash(fresh.value, auth), key: wrapped, from };
  const done = await changePassword(store.db, account, kept, context);
  if (!done.ok) throw new Error(done.error.code);
  // All sessions have ended, this one too; the new one has a new name.
  const headers = headersWith(c, "yinuo.none");
  const response = await auth.api.openSession({ body: { account }, headers, asResponse: true });
  passCookies(c, response);
  await keepKey(c, key, { response, by: signedIn.by });
  return afterwards(c, signedIn.mustChangePassword ? "/desk" : "/desk/account", "account.password-changed");
};

/** The key goes on under the new password; the first own password gets a first key. */
const ownKey = async ({ c, signedIn }: Desk, current: string): Promise<Opened> => {
  const { account } = signedIn.by;
  if (signedIn.mustChangePassword) return newAccountKey(account);
  const open = (await keyOfSession(c, signedIn)) ?? (await openKey(c, { id: account }, current));
  return open ?? newAccountKey(account);
};

export type Wrong = { readonly text: string; readonly status: 422 | 429 };

/** What to say when the typed password is not the signed-in account's, or was wrong too often; undefined when it is right. */
export const wrongPassword = async (c: Ctx, typed: string): Promise<Wrong | undefined> => {
  const { signedIn, lang } = await deskOf(c);
  const { auth } = c.get("deps");
  const attempts = attemptsOf(c.get("deps"));
  const keys = ownKeys(signedIn.by.account);
  const wait = secondsToWait(c, keys);
  if (wait > 0) return { text: accountWords[lang].signIn.wait(wait), status: 429 };
  attempts.failed(keys);
  const password = normalPassword(typed);
  const headers = headersWith(c, "session_token");
  const right = await auth.api.verifyPassword({ body: { password }, headers, asResponse: true });
  if (!right.ok) return { text: ownAccountWords[lang].password.wrong, status: 422 };
  attempts.succeeded(keys);
  return undefined;
};

const readFresh = async ({ c, lang, signedIn, nameOf }: Desk, { text }: Form) => {
  const words = ownAccountWords[lang].password;
  const { name, nameEn } = c.get("jurisdiction");
  const { body } = signedIn.by;
  const names = [signedIn.email, signedIn.name, body && nameOf(body), body, name, nameEn];
  const fresh = await readNewPassword(lang, text("password"), names);
  if (!fresh.ok) return fresh;
  const refuse = (field: string, said: string) => ({ ok: false, error: { field, text: said } }) as const;
  if (normalPassword(text("again")) !== fresh.value)
    return refuse("again", accountWords[lang].setUp.passwordAgain);
  const { auth } = c.get("deps");
  const headers = headersWith(c, "session_token");
  const same = await auth.api.verifyPassword({ body: { password: fresh.value }, headers, asResponse: true });
  return same.ok ? refuse("password", words.same) : fresh;
};

type Shown = { readonly errors: readonly FieldError[]; readonly status: 200 | 422 | 429 };

const page = ({ c, lang, signedIn }: Desk, { errors, status }: Shown): Response | Promise<Response> => {
  const { title: account, password: words } = ownAccountWords[lang];
  const first = signedIn.mustChangePassword;
  const title = first ? words.first : words.title;
  const fields = fieldsOf({ lang, form: formOf({}), errors });
  const given = (name: string, label: string, fresh: boolean) =>
    passwordField({ lang, name, label, fresh, error: fields.error(name) });
  return deskPage(
    c,
    { title, trail: [{ href: localPath(lang, "/desk/account"), text: account }], status },
    <>
      <Title title={title} lead={first ? words.firstLead : words.lead} />
      {fields.summary()}
      <form class="fill" method="post" action={localPath(lang, "/desk/account/password")}>
        {/* Told to password managers, which otherwise keep the new password under no name. */}
        <input type="hidden" name="username" autocomplete="username" value={signedIn.email} />
        {first ? null : given("current", words.current, false)}
        {given("password", words.fresh, true)}
        {passwordField({
          lang,
          name: "again",
          label: words.again,
          fresh: true,
          hint: "",
          error: fields.error("again"),
        })}
        <Buttons>
          <Button kind="main">{words.submit}</Button>
        </Buttons>
      </form>
      {first ? null : <p class="faint">{words.forgotten}</p>}
    </>,
  );
};
