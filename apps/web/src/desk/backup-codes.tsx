// Backup codes: shown once, to be printed; and new ones in place of those that were used or lost.

import type { Doors } from "../doors.ts";
import { localPath } from "../lang.ts";
import { Button, Buttons, Notice, Title, type FieldError } from "../parts/index.ts";
import { ownAccountWords } from "../words/own-account.ts";
import { asOne } from "./as-one.ts";
import { deskOf, type Desk } from "./context.ts";
import { headersWith } from "./cookies.ts";
import { fieldsOf } from "./fields.tsx";
import { formOf, readForm } from "./form.ts";
import { deskPage } from "./frame.tsx";
import { wrongPassword } from "./own-password.tsx";
import { passwordField } from "./password.tsx";

export const registerBackupCodes = (doors: Doors): void => {
  doors.open("GET /desk/account/backup-codes", async (c) =>
    page(await deskOf(c), { errors: [], status: 200 }),
  );
  doors.open("POST /desk/account/backup-codes", async (c) => {
    const desk = await deskOf(c);
    if (!desk.signedIn.secondStep) return page(desk, { errors: [], status: 422 });
    const password = (await readForm(c)).text("password");
    const wrong = await wrongPassword(c, password);
    if (wrong !== undefined)
      return page(desk, { errors: [{ field: "password", ...wrong }], status: wrong.status });
    const made = await asOne(desk, "account.backup-codes-made", (auth) =>
      auth.api.generateBackupCodes({
        body: { password: password.normalize("NFKC") },
        headers: headersWith(c, "session_token"),
      }),
    );
    return made === undefined
      ? page(desk, { errors: [], status: 422 })
      : backupCodesPage(desk, made.backupCodes);
  });
};

/** Answered at once instead of after a redirect, so that the codes are in no address and shown this once. */
export const backupCodesPage = (
  { c, lang }: Desk,
  codes: readonly string[],
): Response | Promise<Response> => {
  const words = ownAccountWords[lang];
  return deskPage(
    c,
    { title: words.codes.title, trail: trailOf(lang) },
    <>
      <Title title={words.codes.title} />
      <Notice lang={lang} kind="warning" title={words.codes.lead} />
      <ol class="codes" aria-label={words.codes.list}>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Buttons>
        <Button kind="main" href={localPath(lang, "/desk/account")}>
          {words.codes.done}
        </Button>
      </Buttons>
    </>,
  );
};

const trailOf = (lang: Desk["lang"]) => [
  { href: localPath(lang, "/desk/account"), text: ownAccountWords[lang].title },
];

type Shown = { readonly errors: readonly FieldError[]; readonly status: 200 | 422 | 429 };

const page = ({ c, lang, signedIn }: Desk, { errors, status }: Shown): Response | Promise<Response> => {
  const { codes, secondStep } = ownAccountWords[lang];
  const fields = fieldsOf({ lang, form: formOf({}), errors });
  return deskPage(
    c,
    { title: codes.renew, trail: trailOf(lang), status },
    <>
      <Title title={codes.renew} lead={codes.renewLead} />
      {signedIn.secondStep ? (
        <>
          {fields.summary()}
          <form class="fill" method="post" action={localPath(lang, "/desk/account/backup-codes")}>
            {passwordField({ lang, error: fields.error("password") })}
            <Buttons>
              <Button kind="main">{codes.renew}</Button>
            </Buttons>
          </form>
        </>
      ) : (
        <Notice lang={lang} kind="note" title={secondStep.notOn} />
      )}
    </>,
  );
};
