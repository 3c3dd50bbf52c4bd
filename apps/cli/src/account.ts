// `yinuo account`: who may sign in, and a new one, and the ways back in for whoever lost theirs.

import { randomInt, randomUUID } from "node:crypto";
import { accountId, ok, refuse, reopenAccount, type Refusal, type Result, type Verb } from "@yinuo/core";
import { oneTimePassword, oneTimeUntil } from "@yinuo/password";
import {
  accountByEmail,
  addAccount,
  changeAccount,
  closeAccountFor,
  listAccounts,
  resetPassword,
  resetSecondStep,
  type Changing,
  type KnownAccount,
} from "@yinuo/store";
import { hashPassword } from "better-auth/crypto";
import { inLang, type Words } from "./language.ts";
import type { Ledger } from "./ledger.ts";
import { acting, attempted, withLedger, type Done, type Run } from "./run.ts";

export const accountAdd = (run: Run): Done =>
  acting(run, async (ledger, context) => {
    const { typed } = run;
    const fresh = await oneTime(run);
    const input = {
      email: typed.subjects[0] ?? "",
      name: typed.text("name") ?? "",
      role: typed.text("role") ?? "",
      body: typed.text("body"),
    };
    const account = { input, id: accountId(randomUUID()), ...fresh.kept };
    const added = await addAccount(ledger.db, account, context);
    if (!added.ok)
      return attempted(ledger, context, {
        place: { subject: "account" },
        attempted: "account.created",
        refusal: added.error,
      });
    say(run, { zh: `已新建账号 ${added.value.email}`, en: `Account ${added.value.email} was made` });
    printOneTime(run, fresh);
    return ok(true);
  });

/** Whoever can read the data folder may list them; they are nowhere public. */
export const accountList = (run: Run): Done =>
  withLedger(run, async ({ db }) => {
    for (const { email, role, body, name, closedOn } of await listAccounts(db)) {
      const state = closedOn === undefined ? [] : [inLang(run.lang, { zh: "已停用", en: "closed" })];
      run.print([email, role, body ?? "-", name, ...state].join("\t"));
    }
    return ok(true);
  });

export const accountResetPassword = (run: Run): Done =>
  onAccount(run, "account.password-reset", async ({ db }, { id, email }, context) => {
    const fresh = await oneTime(run);
    const { passwordHash, oneTimeUntil: until } = fresh.kept;
    const done = await resetPassword(db, id, { passwordHash, until }, context);
    if (!done.ok) return done;
    say(run, {
      zh: `已重置 ${email} 的密码，其全部登录已结束`,
      en: `The password of ${email} was reset and its sessions have ended`,
    });
    printOneTime(run, fresh);
    return ok(true);
  });

export const accountResetSecondStep = (run: Run): Done =>
  onAccount(run, "account.second-step-reset", async ({ db }, { id, email }, context) => {
    const done = await resetSecondStep(db, id, context);
    if (!done.ok) return done;
    say(run, {
      zh: `已重置 ${email} 的两步验证：凭密码即可登录，请本人尽快重新开启`,
      en: `The second step of ${email} was reset: the password alone signs in until it is switched on again`,
    });
    return ok(true);
  });

export const accountClose = (run: Run): Done =>
  onAccount(run, "account.closed", async ({ db }, { id, email }, context) => {
    const done = await closeAccountFor(db, id, context);
    if (!done.ok) return done;
    say(run, {
      zh: `已停用账号 ${email}，其全部登录已结束`,
      en: `Account ${email} is closed and its sessions have ended`,
    });
    return ok(true);
  });

export const accountReopen = (run: Run): Done =>
  onAccount(run, "account.reopened", async ({ db }, { id, email }, context) => {
    const done = await changeAccount(db, id, context, reopenAccount);
    if (!done.ok) return done;
    say(run, { zh: `已恢复账号 ${email}`, en: `Account ${email} is open again` });
    return ok(true);
  });

type Act = (ledger: Ledger, account: KnownAccount, context: Changing) => Promise<Result<true, Refusal>>;

/** The console may do for the acting account itself what the desk leaves to another steward: it must always get in. */
const onAccount = (run: Run, verb: Verb, act: Act): Done =>
  acting(run, async (ledger, context) => {
    const email = (run.typed.subjects[0] ?? "").normalize("NFKC").trim().toLowerCase();
    const account = await accountByEmail(ledger.db, email);
    if (account === undefined) return refuse({ code: "accountUnknown", email });
    const done = await act(ledger, account, { ...context, console: true });
    if (done.ok) return done;
    const place = { subject: `account/${account.id}` };
    return attempted(ledger, context, { place, attempted: verb, refusal: done.error });
  });

type OneTime = {
  readonly password: string;
  readonly kept: { readonly passwordHash: string; readonly oneTimeUntil: Date };
};

const oneTime = async ({ now }: Run): Promise<OneTime> => {
  const password = oneTimePassword(randomInt);
  return { password, kept: { passwordHash: await hashPassword(password), oneTimeUntil: oneTimeUntil(now) } };
};

const printOneTime = (run: Run, { password, kept }: OneTime): void => {
  const until = kept.oneTimeUntil.toISOString().slice(0, 10);
  say(run, {
    zh: `一次性密码（只显示这一次，${until} 前有效，首次登录时须改成自己的密码）：${password}`,
    en: `One-time password (shown this once, works until ${until}, to be replaced at the first sign-in): ${password}`,
  });
};

const say = ({ print, lang }: Run, words: Words): void => print(inLang(lang, words));
