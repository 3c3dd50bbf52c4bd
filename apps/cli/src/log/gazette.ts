// `yinuo gazette`: the line that goes into a printed paper, where nobody can take it back.

import { ok, refuse } from "@yinuo/core";
import { formatDay, todayIn } from "@yinuo/period";
import { checkCheckpoint } from "@yinuo/transparency-log";
import { inLang } from "../language.ts";
import type { CliRefusal, Done, Run } from "../run.ts";
import { rootText } from "./checkpoint-facts.ts";
import { CRYPTO } from "./node-crypto.ts";
import { openSource, reaching, readCheckpoint } from "./source.ts";
import { findTrust, memoryOf } from "./trust.ts";

export const gazetteVerb = (run: Run): Done =>
  reaching<true, CliRefusal>(async () => {
    const { typed, lang, print, now } = run;
    const source = openSource(typed.subjects[0] ?? "");
    const bytes = await readCheckpoint(source);
    if (!bytes.ok) return bytes;
    const trust = await findTrust({ typed, source, memory: memoryOf(run, bytes.value) });
    if (!trust.ok) return trust;
    const opened = checkCheckpoint(bytes.value, trust.value.policy, CRYPTO);
    if (!opened.ok) return refuse({ code: "checkpointRefused", refusal: opened.error });
    const { origin, size } = opened.value.checkpoint;
    const on = formatDay(todayIn(now, Intl.DateTimeFormat().resolvedOptions().timeZone), lang);
    print(
      inLang(lang, {
        zh: `承诺台账日志 ${origin}，${on}：${size} 条，根 ${rootText(opened.value.checkpoint)}`,
        en: `Ledger log ${origin}, ${on}: ${size} entries, root ${rootText(opened.value.checkpoint)}`,
      }),
    );
    return ok(true);
  });
