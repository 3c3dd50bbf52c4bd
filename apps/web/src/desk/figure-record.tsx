// Recording a figure, or revising it with a reason: one indicator, one body, one period.

import {
  ok,
  readFigure,
  recordObservation,
  speaksFor,
  typedNumber,
  wantsConfirmation,
  type FigureInput,
  type Indicator,
  type ObservationInput,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { evidenceOf } from "@yinuo/evidence";
import { lastDay } from "@yinuo/period";
import { addEvidence, recordObservation as saveObservation, writing } from "@yinuo/store";
import type { Doors } from "../doors.ts";
import { notFound } from "../pages/errors.tsx";
import type { FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskOf, gather, gathered, keeping, type Desk } from "./context.ts";
import { readFiles, withFileFinds, type ReadFiles } from "./evidence-fields.tsx";
import { figurePage, figureValues, subjectOf, type Subject } from "./figure-page.tsx";
import { draftOf, forgetDraft } from "./drafts.tsx";
import { caughtUp, formOf, readForm, seeing, seenVersion, type Form } from "./form.ts";
import { afterwards } from "./frame.tsx";
import { forbiddenPage, notAllowed, refused } from "./refused.tsx";

export const registerFigureRecord = (doors: Doors): void => {
  doors.open("GET /desk/indicators/:code/record", async (c) => {
    const desk = await deskOf(c);
    const found = await subjectOf(desk, { body: c.req.query("body"), period: c.req.query("period") });
    if (found === undefined) return notFound(c);
    if (!found.ok)
      return figurePage(desk, { ...found.error, form: formOf({}), errors: found.error.errors, status: 422 });
    const subject = found.value;
    if (!speaksFor(desk.context.by, [subject.body.code]))
      return forbiddenPage(desk, { code: "notYourBody", body: subject.body.code });
    return figurePage(desk, {
      subject,
      indicator: subject.indicator,
      errors: [],
      status: 200,
      ...caughtUp((await draftOf(desk)) ?? figureValues(subject), { version: subject.current?.version ?? 0 }),
    });
  });
  doors.open("POST /desk/indicators/:code/record", record);
};

const record = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const typed = await readForm(c);
  const found = await subjectOf(desk, { body: typed.text("body"), period: typed.text("period") });
  if (found === undefined) return notFound(c);
  if (!found.ok)
    return figurePage(desk, { ...found.error, form: typed, errors: found.error.errors, status: 422 });
  const subject = found.value;
  const { indicator, body, period } = subject;
  const place = {
    subject: `observation/${indicator.code}/${body.code}/${period}`,
    indicator: indicator.code,
    body: body.code,
  };
  const attempt = {
    place,
    attempted: subject.current === undefined ? "observation.recorded" : "observation.revised",
  } as const;
  // Before any file is stored: another body's account leaves nothing here.
  if (!speaksFor(desk.context.by, [body.code]))
    return notAllowed(desk, { code: "notYourBody", body: body.code }, attempt);
  const read = await readFiles(c, typed);
  const input = readInput(indicator, subject, read.form);
  const again = (refusals: readonly Refusal[]) => (errors: readonly FieldError[]) => {
    const overtaken = refusals.find((one) => one.code === "changedMeanwhile");
    return figurePage(desk, {
      subject,
      indicator,
      // Saving again is then a decision made with open eyes.
      form: overtaken === undefined ? read.form : seeing(read.form, overtaken.now),
      errors: [...errors, ...read.errors],
      status: read.errors.length > 0 ? read.status : 422,
      unlikely: refusals.find(wantsConfirmation),
      since: overtaken?.seen,
    });
  };
  if (!input.ok) return refused(desk, input.error, attempt, again(input.error));
  if (read.errors.length > 0) return again([])([]);
  const done = await save(keeping(desk, read.form), subject, input.value, read);
  if (!done.ok) {
    const errors = withFileFinds(done.error, read, lastDay(period));
    return refused(desk, errors, attempt, again(errors));
  }
  await forgetDraft(desk, read.form);
  const list = `/desk/indicators?body=${encodeURIComponent(body.code)}`;
  return afterwards(c, list, attempt.attempted, read.files);
};

const NUMBERS = ["value", "numerator", "denominator", "count"] as const;

export const readInput = (
  indicator: Indicator,
  { period }: Pick<Subject, "period">,
  form: Form,
): Result<ObservationInput, readonly Refusal[]> => {
  const { refusals, take } = gather();
  const parts: FigureInput = Object.fromEntries(
    NUMBERS.map((name) => [name, take(typedNumber(name, form.text(name)))]),
  );
  const figure =
    refusals.length === 0
      ? take(readFigure(indicator, { ...parts, notCollected: form.has("notCollected") }))
      : undefined;
  return gathered(refusals, () => ({
    period,
    figure: figure ?? { as: "notCollected" },
    source: form.text("source"),
    note: form.text("note"),
    reason: form.text("reason"),
    confirmed: form.text("confirmed"),
    seenVersion: seenVersion(form),
  }));
};

/** The figure and its evidence, or neither. */
const save = (desk: Desk, { indicator, body, period }: Subject, input: ObservationInput, read: ReadFiles) => {
  const { context } = desk;
  const key = { indicator: indicator.code, body: body.code, period };
  return writing(desk.c.get("deps").store.db, async (tx) => {
    const saved = await saveObservation(tx, key, context, (current, deps) =>
      recordObservation(current, input, { ...context, ...deps }),
    );
    if (!saved.ok) return saved;
    for (const { stored, caption } of read.files) {
      const shown = await addEvidence(tx, key, evidenceOf(stored, caption, lastDay(period)), context);
      if (!shown.ok) return shown;
    }
    return ok(saved.value);
  });
};
