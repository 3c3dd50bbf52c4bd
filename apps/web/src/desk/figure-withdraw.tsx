// Withdrawing a figure that should never have been recorded: nothing is left of it but its history and the reason.

import { speaksFor, withdrawObservation } from "@yinuo/core";
import { formatPeriod } from "@yinuo/period";
import { recordObservation as changeObservation } from "@yinuo/store";
import type { Doors } from "../doors.ts";
import { inLang, localPath } from "../lang.ts";
import { notFound } from "../pages/errors.tsx";
import { Facts } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskFormWords } from "../words/desk-forms.ts";
import { deskWords } from "../words/desk.ts";
import { figuresPath, recordPath } from "./addresses.ts";
import { deskOf, keeping, type Desk } from "./context.ts";
import { figureText } from "./figure-fields.tsx";
import { figureHistory, subjectOf, type Subject } from "./figure-page.tsx";
import { formOf, readForm, seeing, seenVersion, type Form } from "./form.ts";
import { afterwards } from "./frame.tsx";
import { reasonPage } from "./reason-page.tsx";
import { forbiddenPage, refused } from "./refused.tsx";
import type { ScreenedError } from "./screened.tsx";

export const registerFigureWithdraw = (doors: Doors): void => {
  doors.open("GET /desk/indicators/:code/withdraw", async (c) => {
    const desk = await deskOf(c);
    const found = await subjectOf(desk, { body: c.req.query("body"), period: c.req.query("period") });
    if (found === undefined || !found.ok) return notFound(c);
    const subject = found.value;
    if (!speaksFor(desk.context.by, [subject.body.code]))
      return forbiddenPage(desk, { code: "notYourBody", body: subject.body.code });
    if (subject.current === undefined) return notFound(c);
    const form = formOf({ seenVersion: String(subject.current.version) });
    return page(desk, { subject, form, errors: [], status: 200 });
  });
  doors.open("POST /desk/indicators/:code/withdraw", withdraw);
};

const withdraw = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const form = await readForm(c);
  const found = await subjectOf(desk, { body: form.text("body"), period: form.text("period") });
  if (found === undefined || !found.ok) return notFound(c);
  const subject = found.value;
  const { indicator, body, period } = subject;
  const context = { ...keeping(desk, form).context, seenVersion: seenVersion(form) };
  const key = { indicator: indicator.code, body: body.code, period };
  const done = await changeObservation(c.get("deps").store.db, key, context, (current) =>
    withdrawObservation(current, form.text("reason"), context),
  );
  if (done.ok) return afterwards(c, figuresPath(body.code, period), "observation.withdrawn");
  const { error } = done;
  const overtaken = error.code === "changedMeanwhile" ? error : undefined;
  const place = { ...figureHistory(subject), indicator: indicator.code, body: body.code };
  return refused(desk, [error], { place, attempted: "observation.withdrawn" }, (errors) =>
    page(desk, {
      subject,
      form: overtaken === undefined ? form : seeing(form, overtaken.now),
      errors,
      status: 422,
      since: overtaken?.seen,
    }),
  );
};

type Shown = {
  readonly subject: Subject;
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  readonly status: 200 | 422;
  readonly since?: number | undefined;
};

const page = (desk: Desk, { subject, form, errors, status, since }: Shown): Promise<Response> => {
  const { lang } = desk;
  const { indicator, body, period, current } = subject;
  const words = deskFormWords[lang];
  const figure = current === undefined ? "—" : figureText(current.figure, indicator, lang);
  return reasonPage(desk, {
    section: "indicators",
    trail: [{ href: localPath(lang, "/desk/indicators"), text: deskWords[lang].sections.indicators }],
    over: `${desk.nameOf(body.code)} · ${formatPeriod(period, lang)} · ${inLang(lang, indicator.name, indicator.nameEn)}`,
    title: words.withdrawFigure,
    lead: words.withdrawFigureHelp,
    now: <Facts facts={[{ term: words.nowRecorded, value: figure }]} />,
    action: localPath(lang, `/desk/indicators/${encodeURIComponent(indicator.code)}/withdraw`),
    back: localPath(
      lang,
      `${recordPath(indicator.code)}?body=${encodeURIComponent(body.code)}&period=${period}`,
    ),
    hidden: { body: body.code, period },
    form,
    errors,
    status,
    meanwhile: since === undefined ? undefined : { of: figureHistory(subject), since },
  });
};
