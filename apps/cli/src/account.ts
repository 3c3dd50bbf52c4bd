// `yinuo account`: who may sign in, and a new one with its first password printed once.

import { randomInt, randomUUID } from "node:crypto";
import { accountId, ok } from "@yinuo/core";
import { addAccount, listAccounts } from "@yinuo/store";
import { hashPassword } from "better-auth/crypto";
import { inLang } from "./language.ts";
import { acting, attempted, withLedger, type Done, type Run } from "./run.ts";

export const accountAdd = (run: Run): Done =>
  acting(run, async (ledger, context) => {
    const { typed, print, lang } = run;
    const password = firstPassword();
    const input = {
      email: typed.subjects[0] ?? "",
      name: typed.text("name") ?? "",
      role: typed.text("role") ?? "",
      body: typed.text("body"),
    };
    const account = { input, id: accountId(randomUUID()), passwordHash: await hashPassword(password) };
    const added = await addAccount(ledger.db, account, context);
    if (!added.ok)
      return attempted(ledger, context, {
        place: { subject: "account" },
        attempted: "account.created",
        refusal: added.error,
      });
    print(
      inLang(lang, { zh: `已新建账号 ${added.value.email}`, en: `Account ${added.value.email} was made` }),
    );
    print(
      inLang(lang, {
        zh: `初始密码（只显示这一次）：${password}`,
        en: `First password (shown this once): ${password}`,
      }),
    );
    return ok(true);
  });

/** Whoever can read the data folder may list them; they are nowhere public. */
export const accountList = (run: Run): Done =>
  withLedger(run, async ({ db }) => {
    for (const { email, role, body, name } of await listAccounts(db))
      run.print([email, role, body ?? "-", name].join("\t"));
    return ok(true);
  });

// Without letters that look like another, so that it can be read out and typed; 16 of 31 are 79 bits.
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

const firstPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(""),
  ).join("-");
