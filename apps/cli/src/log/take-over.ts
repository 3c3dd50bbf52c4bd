// `yinuo log take-over`: a restored ledger goes on from what was signed and published; `log go-on`: from its backup.

import { ok, refuse } from "@yinuo/core";
import { adoptPublished, goOnAsRestored, readLogKey, sentenceOf } from "@yinuo/store/log";
import { inLang } from "../language.ts";
import { withLedger, type CliRefusal, type Done, type Run } from "../run.ts";
import { openSource, reaching } from "./source.ts";

export const takeOverVerb = (run: Run): Done =>
  reaching<true, CliRefusal>(() =>
    withLedger(run, async ({ db }) => {
      const { typed, place, lang, print } = run;
      const key = await readLogKey({ db, dataFolder: place.dataFolder, origin: undefined });
      if (!key.ok) return refuse({ code: "logNotOurs", why: sentenceOf(key.error) });
      const { read } = openSource(typed.subjects[0] ?? "");
      const adopted = await adoptPublished(db, { read, key: key.value.verifier });
      if (!adopted.ok) return adopted;
      const { from, entries, redacted } = adopted.value;
      print(
        inLang(lang, {
          zh: `已接过 ${entries} 条（从第 ${from} 号起），其中重新执行删除 ${redacted} 处。缺的记录在 /log 页面公开说明，请各单位补录。`,
          en: `Took over ${entries} entries, from No. ${from} on; ${redacted} redactions were carried out again. The page /log tells everybody which records are missing; ask the bodies to record them again.`,
        }),
      );
      return ok(true);
    }),
  );

export const goOnVerb = (run: Run): Done =>
  withLedger(run, async ({ db }) => {
    await goOnAsRestored(db);
    run.print(
      inLang(run.lang, {
        zh: "日志从备份签到的地方往下签。",
        en: "The log goes on from what the backup had signed.",
      }),
    );
    return ok(true);
  });
