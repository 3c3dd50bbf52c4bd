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
import { addProgress, writing } from "@yinuo/store";
import { addAllEvidence, readEvidence } from "./evidence.ts";
import { acting, attempted, report, type Done, type Run } from "./run.ts";

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
    const evidence = await readEvidence(run, ledger, input.happenedOn);
    if (!evidence.ok) return evidence;
    const added = await writing(ledger.db, async (tx) => {
      const recorded = await addProgress(tx, { programme, code }, context, (current) =>
        current === undefined
          ? refuse<Refusal>({ code: "commitmentUnknown", programme, commitment: code })
          : recordProgress(current, input, context),
      );
      if (!recorded.ok) return recorded;
      const subject = { programme, commitment: code, progress: recorded.value.progress.id };
      const shown = await addAllEvidence(tx, subject, { evidence: evidence.value, context });
      return shown.ok ? recorded : shown;
    });
    if (!added.ok) {
      const place = { subject: `commitment/${programme}/${code}` };
      return attempted(ledger, context, { place, attempted: "progress.recorded", refusal: added.error });
    }
    const { commitment, progress } = added.value;
    const name = `${commitment.code} ${commitment.title}`;
    const facts = { programme, code, progress, evidence: evidence.value.map(({ sha256 }) => sha256) };
    report(run, { zh: `已记录进展：${name}`, en: `Progress recorded: ${name}` }, facts);
    return ok(true);
  });
