// Signing in and out: the password, one sentence when it fails, slower with every failure; the code is in sign-in-code.tsx.

import { lengthOf, normalPassword, PASSWORD } from "@yinuo/password";
import { accountByEmail, type KnownAccount } from "@yinuo/store";
import type { Doors } from "../doors.ts";
import { passwordHash } from "../auth.ts";
import { localPath } from "../lang.ts";
import { Button, Buttons, Notice, Title, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { accountWords } from "../words/accounts.ts";
import { attemptsOf, secondsToWait, signInKeys } from "./attempts.ts";
import { ownAddress } from "./back.ts";
import { addCookie, headersWith, passCookies } from "./cookies.ts";
import { fieldsOf } from "./fields.tsx";
import { formOf, readForm, type Form } from "./form.ts";
import { deskPage } from "./frame.tsx";
import { knownDevice, rememberDevice } from "./known-device.ts";
import { passwordField } from "./password.tsx";
import { forgetKey, keepKey, keepKeyForCode, openKey } from "./session-key.ts";

export const registerSignIn = (doors: Doors): void => {
  doors.open("GET /sign-in", (c) => {
    const back = c.req.query("back") ?? "";
    if (c.get("signedIn") !== undefined) return c.redirect(afterSignIn(c, back), 303);
    return form(c, { form: formOf({ back }), errors: [], status: 200 });
  });
  doors.open("POST /sign-in", signIn);
  doors.open("POST /sign-out", async (c) => {
    await endSession(c);
    forgetKey(c);
    return c.redirect(localPath(c.get("lang"), "/sign-in?out=1"), 303);
  });
};

const signIn = async (c: Ctx): Promise<Response> => {
  const typed = await readForm(c);
  const words = accountWords[c.get("lang")].signIn;
  const email = typed.text("email").normalize("NFKC").trim().toLowerCase();
  const password = normalPassword(typed.text("password"));
  const account = await accountByEmail(c.get("deps").store.db, email);
  const attempts = attemptsOf(c.get("deps"));
  const oneTime = account?.oneTimeUntil !== undefined && ONE_TIME.test(password);
  const keys = signInKeys(c, { email, device: knownDevice(c, email), oneTime });
  const wait = secondsToWait(c, keys);
  if (wait > 0) return form(c, { form: typed, errors: [{ text: words.wait(wait) }], status: 429 });
  // Counted before the slow comparison, so that a hundred tries at once are not all free.
  attempts.failed(keys);
  const opened = await tryPassword(c, { email, password, account });
  if (opened === undefined) return form(c, { form: typed, errors: [{ text: words.failed }], status: 422 });
  attempts.succeeded(keys);
  // A session somebody else may have planted in this browser ends here; the new one has a new name.
  await endSession(c, false);
  passCookies(c, opened.response);
  const back = typed.text("back");
  const key = await openKey(c, opened.account, password);
  if (opened.account.secondStep) {
    await keepKeyForCode(c, key);
    return c.redirect(codePath(c, back), 303);
  }
  await keepKey(c, key, {
    response: opened.response,
    by: byOf(opened.account),
    oneTime: opened.account.oneTimeUntil !== undefined,
  });
  rememberDevice(c, email);
  return c.redirect(afterSignIn(c, back), 303);
};

/** As oneTimePassword makes them: 79 bits, which nobody guesses. */
const ONE_TIME = /^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/;

type Tried = {
  readonly email: string;
  readonly password: string;
  readonly account: KnownAccount | undefined;
};

type RightPassword = { readonly account: KnownAccount; readonly response: Response };

/** With the cookies of a session or of the second step; undefined when nothing opens, after the work of one hash whatever the reason. */
const tryPassword = async (
  c: Ctx,
  { email, password, account }: Tried,
): Promise<RightPassword | undefined> => {
  if (lengthOf(password) > PASSWORD.longest) return undefined;
  const { auth, now } = c.get("deps");
  const expired = account?.oneTimeUntil !== undefined && account.oneTimeUntil < now().toISOString();
  if (account === undefined || account.closedOn !== undefined || expired) {
    await passwordHash(password, auth);
    return undefined;
  }
  const headers = headersWith(c, "two_factor");
  const response = await auth.api.signInEmail({ body: { email, password }, headers, asResponse: true });
  return response.ok ? { account, response } : undefined;
};

/** For what its keys need; whether its body inspects makes no difference to them. */
export const byOf = ({ id, role, body }: KnownAccount) => ({ account: id, role, body });

export const endSession = async (c: Ctx, tellBrowser = true): Promise<void> => {
  if (!c.req.header("cookie")?.includes("yinuo.session_token")) return;
  const headers = headersWith(c, "session_token");
  const response = await c.get("deps").auth.api.signOut({ headers, asResponse: true });
  if (!tellBrowser) return;
  for (const cookie of response.headers.getSetCookie()) addCookie(c, cookie);
};

export const afterSignIn = (c: Ctx, back: string): string =>
  ownAddress(back, localPath(c.get("lang"), "/desk"));

const codePath = (c: Ctx, back: string): string =>
  `${localPath(c.get("lang"), "/sign-in/code")}${back === "" ? "" : `?back=${encodeURIComponent(back)}`}`;

type Shown = {
  readonly form: Form;
  readonly errors: readonly FieldError[];
  readonly status: 200 | 422 | 429;
};

const form = (c: Ctx, { form: typed, errors, status }: Shown): Response | Promise<Response> => {
  const lang = c.get("lang");
  const words = accountWords[lang].signIn;
  const fields = fieldsOf({ lang, form: typed, errors });
  const back = typed.text("back");
  const note = noteOf(c, back);
  return deskPage(
    c,
    { title: words.title, status },
    <>
      <Title title={words.title} lead={words.lead} />
      {fields.summary()}
      {note !== undefined && errors.length === 0 ? <Notice lang={lang} kind="note" title={note} /> : null}
      <form class="fill" method="post" action={localPath(lang, "/sign-in")}>
        <input type="hidden" name="back" value={back} />
        {fields.text("email", { type: "email", required: true, autocomplete: "username" })}
        {passwordField({ lang })}
        <Buttons>
          <Button kind="main">{words.submit}</Button>
        </Buttons>
      </form>
      {c.get("jurisdiction")?.sample ? <p class="faint">{words.sample}</p> : null}
    </>,
  );
};

const noteOf = (c: Ctx, back: string): string | undefined => {
  const words = accountWords[c.get("lang")].signIn;
  if (c.req.query("out") !== undefined) return words.signedOut;
  if (c.req.query("again") !== undefined) return words.again;
  return back === "" ? undefined : words.wanted;
};
