// `yinuo record-progress`: what was done on a commitment, and the day it happened.

import {
  commitmentCode,
  ok,
  programmeCode,
  recordProgress,
  refuse,
  typedDay,
  type Refusal,
} from "@yinuo/core";
import { addProgress } from "@yinuo/store";
import { inLang } from "./language.ts";
import { acting, attempted, type Done, type Run } from "./run.ts";

export const recordProgressVerb = (run: Run): Done =>
  acting(run, async (ledger, context) => {
    const [typedProgramme = "", typedCode = ""] = run.typed.subjects;
    const programme = programmeCode(typedProgramme);
    if (programme === undefined)
      return refuse({ code: "codeUnreadable", field: "programme", typed: typedProgramme });
    const code = commitmentCode(typedCode);
    if (code === undefined) return refuse({ code: "codeUnreadable", field: "code", typed: typedCode });
    const on = typedDay("happenedOn", run.typed.text("on") ?? "");
    if (!on.ok) return on;
    const input = { text: run.typed.text("text") ?? "", happenedOn: on.value ?? context.today };
    const added = await addProgress(ledger.db, { programme, code }, context, (current) =>
      current === undefined
        ? refuse<Refusal>({ code: "commitmentUnknown", programme, commitment: code })
        : recordProgress(current, input, context),
    );
    if (!added.ok) {
      const place = { subject: `commitment/${programme}/${code}` };
      return attempted(ledger, context, { place, attempted: "progress.recorded", refusal: added.error });
    }
    const { commitment } = added.value;
    const name = `${commitment.code} ${commitment.title}`;
    run.print(inLang(run.lang, { zh: `已记录进展：${name}`, en: `Progress recorded: ${name}` }));
    return ok(true);
  });
