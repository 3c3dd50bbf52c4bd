// Signing in and out: one form, one sentence when it fails, slower with every failure.

import type { Doors } from "../doors.ts";
import { attemptKeys, attemptsOf } from "./attempts.ts";
import { passwordHash, PASSWORD } from "../auth.ts";
import { localPath } from "../lang.ts";
import { Button, Buttons, Notice, Title, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { accountWords } from "../words/accounts.ts";
import { ownAddress } from "./back.ts";
import { deskPage } from "./frame.tsx";
import { fieldsOf } from "./fields.tsx";
import { passwordField } from "./password.tsx";
import { formOf, readForm, type Form } from "./form.ts";

export const registerSignIn = (doors: Doors): void => {
  doors.open("GET /sign-in", (c) => {
    const back = c.req.query("back") ?? "";
    if (c.get("signedIn") !== undefined) return c.redirect(target(c, back), 303);
    return form(c, { form: formOf({ back }), errors: [], status: 200 });
  });
  doors.open("POST /sign-in", signIn);
  doors.open("POST /sign-out", async (c) => {
    await endSession(c);
    return c.redirect(localPath(c.get("lang"), "/sign-in?out=1"), 303);
  });
};

const signIn = async (c: Ctx): Promise<Response> => {
  const typed = await readForm(c);
  const words = accountWords[c.get("lang")].signIn;
  const email = typed.text("email").normalize("NFKC").trim().toLowerCase();
  const attempts = attemptsOf(c.get("deps"));
  const keys = attemptKeys(c, email);
  const wait = Math.ceil(attempts.waitFor(keys) / 1000);
  if (wait > 0) {
    c.header("retry-after", String(wait));
    return form(c, { form: typed, errors: [{ text: words.wait(wait) }], status: 429 });
  }
  // Counted before the slow comparison, so that a hundred tries at once are not all free.
  attempts.failed(keys);
  const cookies = await openSession(c, email, typed.text("password"));
  if (cookies === undefined) return form(c, { form: typed, errors: [{ text: words.failed }], status: 422 });
  attempts.succeeded(keys);
  // A session somebody else may have planted in this browser ends here; the new one has a new name.
  await endSession(c, false);
  for (const cookie of cookies) c.header("set-cookie", secured(c, cookie), { append: true });
  return c.redirect(target(c, typed.text("back")), 303);
};

/** The new session's cookies; undefined when there is no such account or the password is another, after the same time. */
const openSession = async (
  c: Ctx,
  email: string,
  password: string,
): Promise<readonly string[] | undefined> => {
  if (password.length > PASSWORD.longest) return undefined;
  const { auth } = c.get("deps");
  const response = await auth.api.signInEmail({ body: { email, password }, asResponse: true });
  if (response.ok) return response.headers.getSetCookie();
  // What is no e-mail address is turned away before any password is looked at.
  if (response.status === 400) await passwordHash(password);
  return undefined;
};

const endSession = async (c: Ctx, tellBrowser = true): Promise<void> => {
  if (!c.req.header("cookie")?.includes("yinuo.session_token")) return;
  const headers = new Headers({ cookie: c.req.header("cookie") ?? "" });
  const response = await c.get("deps").auth.api.signOut({ headers, asResponse: true });
  if (!tellBrowser) return;
  for (const cookie of response.headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
};

/** Under several addresses, some of them https: the cookie is as safe as the address the form was sent from. */
const secured = (c: Ctx, cookie: string): string =>
  c.req.header("origin")?.startsWith("https:") && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie;

const target = (c: Ctx, back: string): string => ownAddress(back, localPath(c.get("lang"), "/desk"));

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
  const note = c.req.query("out") !== undefined ? words.signedOut : back === "" ? undefined : words.wanted;
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
