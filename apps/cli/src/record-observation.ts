// `yinuo record-observation`: one figure for an indicator, a body and a period, or its revision with a reason.

import {
  ok,
  readFigure,
  recordObservation,
  refuse,
  typedNumber,
  typedPeriod,
  type FigureInput,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { formatPeriod } from "@yinuo/period";
import { recordObservation as saveObservation } from "@yinuo/store";
import type { Typed } from "./arguments.ts";
import { inLang } from "./language.ts";
import { acting, attempted, type Done, type Run } from "./run.ts";

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
    const saved = await saveObservation(ledger.db, key, context, (current, deps) => {
      const figure = readFigure(deps.indicator, parts.value);
      if (!figure.ok) return figure;
      const said = {
        source: typed.text("source"),
        note: typed.text("note"),
        reason: typed.text("reason"),
        confirmed: typed.text("confirmed"),
      };
      const input = { period: key.period, figure: figure.value, ...said };
      return recordObservation(current, input, { ...context, ...deps });
    });
    if (!saved.ok) {
      const place = { subject: `observation/${indicator}/${body}/${key.period}` };
      return attempted(ledger, context, { place, attempted: "observation.recorded", refusal: saved.error });
    }
    const name = `${indicator} ${body} ${formatPeriod(key.period, run.lang)}`;
    run.print(inLang(run.lang, { zh: `已报送：${name}`, en: `Recorded: ${name}` }));
    return ok(true);
  });

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
