// `yinuo record-observation`: one figure for an indicator, a body and a period, or its revision with a reason.

import {
  ok,
  readFigure,
  recordObservation,
  refuse,
  typedNumber,
  typedPeriod,
  type Context,
  type FigureInput,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { formatPeriod, lastDay, type Period } from "@yinuo/period";
import { recordObservation as saveObservation, writing } from "@yinuo/store";
import type { Typed } from "./arguments.ts";
import { addAllEvidence, readEvidence } from "./evidence.ts";
import { acting, attempted, report, type Done, type Run } from "./run.ts";

export const recordObservationVerb = (run: Run): Done =>
  acting(run, async (ledger, context) => {
    const { typed } = run;
    const [indicator = "", body = "", written = ""] = typed.subjects;
    const period = typedPeriod("period", written);
    if (!period.ok) return period;
    if (period.value === undefined) return refuse({ code: "textMissing", field: "period" });
    const parts = readParts(typed);
    if (!parts.ok) return parts;
    const key = { indicator, body, period: period.value };
    const evidence = await readEvidence(run, ledger, lastDay(key.period));
    if (!evidence.ok) return evidence;
    const saved = await writing(ledger.db, async (tx) => {
      const observation = await saveObservation(
        tx,
        key,
        context,
        decide(typed, parts.value, { ...context, period: key.period }),
      );
      if (!observation.ok) return observation;
      const shown = await addAllEvidence(tx, key, { evidence: evidence.value, context });
      return shown.ok ? observation : shown;
    });
    if (!saved.ok) {
      const place = { subject: `observation/${indicator}/${body}/${key.period}` };
      return attempted(ledger, context, { place, attempted: "observation.recorded", refusal: saved.error });
    }
    const name = `${indicator} ${body} ${formatPeriod(key.period, run.lang)}`;
    const facts = { ...saved.value, evidence: evidence.value.map(({ sha256 }) => sha256) };
    report(run, { zh: `已报送：${name}`, en: `Recorded: ${name}` }, facts);
    return ok(true);
  });

type Decide = Parameters<typeof saveObservation>[3];

const decide =
  (typed: Typed, parts: FigureInput, context: Context & { readonly period: Period }): Decide =>
  (current, deps) => {
    const figure = readFigure(deps.indicator, parts);
    if (!figure.ok) return figure;
    const said = {
      source: typed.text("source"),
      note: typed.text("note"),
      reason: typed.text("reason"),
      confirmed: typed.text("confirmed"),
    };
    const input = { period: context.period, figure: figure.value, ...said };
    return recordObservation(current, input, { ...context, ...deps });
  };

const NUMBERS = ["value", "numerator", "denominator", "count"] as const;

const readParts = (typed: Typed): Result<FigureInput, Refusal> => {
  const parts: Partial<Record<(typeof NUMBERS)[number], number | undefined>> = {};
  for (const name of NUMBERS) {
    const read = typedNumber(name, typed.text(name) ?? "");
    if (!read.ok) return read;
    parts[name] = read.value;
  }
  return ok({ ...parts, notCollected: typed.has("not-collected") });
};
