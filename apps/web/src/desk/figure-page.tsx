// The form of a figure: the fields its indicator's kind needs, the value before, and a question where it looks wrong.

import {
  LIMITS,
  refuse,
  speaksFor,
  typedPeriod,
  ok,
  type Body,
  type ConfirmationWanted,
  type Indicator,
  type Observation,
  type Result,
} from "@yinuo/core";
import { formatPeriod, latestOver, previous, type Period } from "@yinuo/period";
import { getIndicator, getObservation } from "@yinuo/store";
import { refusalText } from "@yinuo/words";
import { inLang, localPath, type Lang } from "../lang.ts";
import { queryString } from "../pages/addresses.ts";
import { Button, Buttons, Confirm, Facts, Filters, Title, type FieldError } from "../parts/index.ts";
import { deskFormWords } from "../words/desk-forms.ts";
import { deskWords } from "../words/desk.ts";
import { recordPath } from "./addresses.ts";
import { bodyOptions, errorOf, type Desk } from "./context.ts";
import { DraftOpened } from "./drafts.tsx";
import { EvidenceFields } from "./evidence-fields.tsx";
import { figureFields, figureText, KindFields } from "./figure-fields.tsx";
import { fieldsOf, type Fields } from "./fields.tsx";
import { formOf, type Form } from "./form.ts";
import { deskPage } from "./frame.tsx";
import { Meanwhile } from "./meanwhile.tsx";

/** Which figure the page is about, and the figures beside it. */
export type Subject = {
  readonly indicator: Indicator;
  readonly body: Body;
  readonly period: Period;
  readonly current: Observation | undefined;
  readonly before: Observation | undefined;
};

export type Unclear = {
  readonly indicator: Indicator;
  readonly errors: readonly FieldError[];
  readonly subject?: undefined;
};

/** The officer's own body and the latest period that is over, unless the address says otherwise. `undefined`: no such indicator. */
export const subjectOf = async (
  desk: Desk,
  asked: { readonly body: string | undefined; readonly period: string | undefined },
): Promise<Result<Subject, Unclear> | undefined> => {
  const { c, context, bodies } = desk;
  const { db } = c.get("deps").store;
  const indicator = await getIndicator(db, c.req.param("code") ?? "");
  if (indicator === undefined) return undefined;
  const wanted =
    asked.body || context.by.body || bodies.find(({ code }) => speaksFor(context.by, [code]))?.code;
  const body = bodies.find(({ code }) => code === wanted);
  const period = typedPeriod("period", asked.period ?? "");
  if (!period.ok) return refuse({ indicator, errors: [errorOf(desk, period.error)] });
  if (body === undefined) {
    const refusal = { code: "bodyUnknown", field: "body", body: wanted ?? "" } as const;
    return refuse({ indicator, errors: [errorOf(desk, refusal)] });
  }
  const chosen = period.value ?? latestOver(context.today, indicator.frequency);
  const key = { indicator: indicator.code, body: body.code };
  const current = await getObservation(db, { ...key, period: chosen });
  const earlier = previous(chosen);
  const before = earlier === undefined ? undefined : await getObservation(db, { ...key, period: earlier });
  return ok({ indicator, body, period: chosen, current, before });
};

/** The form of a figure that is there already shows it, to be revised. */
export const figureValues = ({ current }: Subject): Form =>
  formOf({ ...figureFields(current), seenVersion: String(current?.version ?? 0) });

type Shown = {
  readonly indicator: Indicator;
  readonly subject?: Subject | undefined;
  readonly form: Form;
  readonly errors: readonly FieldError[];
  readonly status: 200 | 413 | 422;
  readonly unlikely?: ConfirmationWanted | undefined;
  /** The version the editor had seen when somebody else recorded another. */
  readonly since?: number | undefined;
};

export const figurePage = async (desk: Desk, shown: Shown): Promise<Response> => {
  const { c, lang } = desk;
  const { indicator, subject, form, errors, status, since } = shown;
  const words = deskFormWords[lang];
  const title = subject?.current === undefined ? words.recordFigure : words.reviseFigure;
  const fields = fieldsOf({ lang, form, errors });
  const over =
    subject === undefined
      ? undefined
      : `${desk.nameOf(subject.body.code)} · ${formatPeriod(subject.period, lang)}`;
  return deskPage(
    c,
    {
      title,
      section: "indicators",
      trail: [{ href: localPath(lang, "/desk/indicators"), text: deskWords[lang].sections.indicators }],
      status,
    },
    <>
      <Title
        lang={lang}
        over={over}
        title={`${title}${words.colon}${inLang(lang, indicator.name, indicator.nameEn)}`}
      />
      <p class="faint">{inLang(lang, indicator.definition, indicator.definitionEn)}</p>
      {fields.summary()}
      {since === undefined || subject === undefined
        ? null
        : await Meanwhile({ desk, records: [{ of: figureHistory(subject), since }] })}
      <Choose desk={desk} indicator={indicator} subject={subject} />
      {subject === undefined ? null : (
        <FigureForm desk={desk} shown={{ ...shown, subject }} fields={fields} />
      )}
    </>,
  );
};

/** Where the history tells about it. */
export const figureHistory = ({
  indicator,
  body,
  period,
}: Pick<Subject, "indicator" | "body" | "period">) => ({
  subject: `observation/${indicator.code}/${body.code}/${period}`,
});

type ChooseProps = {
  readonly desk: Desk;
  readonly indicator: Indicator;
  readonly subject: Subject | undefined;
};

/** Another body or period is another page, with its own value before. */
const Choose = ({ desk, indicator, subject }: ChooseProps) => {
  const { lang, context } = desk;
  const words = deskFormWords[lang];
  const chosen = subject?.body.code ?? context.by.body ?? "";
  const bodies = bodyOptions(desk, chosen).filter(({ value }) =>
    desk.bodies.some(({ code }) => code === value && speaksFor(context.by, [code])),
  );
  return (
    <details open={subject === undefined}>
      <summary>{words.otherPeriod}</summary>
      <Filters
        lang={lang}
        action={localPath(lang, recordPath(indicator.code))}
        search={{
          name: "period",
          label: deskWords[lang].columns.period,
          value: subject === undefined ? "" : formatPeriod(subject.period, lang),
          hint: words.periodHint,
        }}
        selects={
          bodies.length > 1
            ? [{ name: "body", label: deskWords[lang].columns.body, value: chosen, options: bodies }]
            : []
        }
        hidden={bodies.length > 1 ? {} : { body: chosen }}
      />
    </details>
  );
};

/** Shown again once it was given, since it is no longer asked for. */
const CONFIRMED = { required: false, rows: 3, maxlength: LIMITS.reason };

type FormProps = {
  readonly desk: Desk;
  readonly shown: Shown & { readonly subject: Subject };
  readonly fields: Fields;
};

/** Which figure the form is about, and which version of it was seen. */
const Which = ({ subject: { body, period }, seen }: { readonly subject: Subject; readonly seen: string }) => (
  <>
    <input type="hidden" name="body" value={body.code} />
    <input type="hidden" name="period" value={period} />
    <input type="hidden" name="seenVersion" value={seen} />
  </>
);

const FigureForm = ({ desk, shown, fields }: FormProps) => {
  const { c, lang, nameOf } = desk;
  const { subject, indicator, form, unlikely } = shown;
  const words = deskFormWords[lang];
  return (
    <form
      class="fill"
      method="post"
      enctype="multipart/form-data"
      action={localPath(lang, recordPath(indicator.code))}
    >
      <DraftOpened lang={lang} form={form} />
      <Which subject={subject} seen={form.text("seenVersion")} />
      <Known lang={lang} subject={subject} />
      <KindFields lang={lang} indicator={indicator} fields={fields} />
      {fields.tick("notCollected", { label: words.notCollected, hint: words.notCollectedHint })}
      {fields.text("source", { required: false, hint: words.figureSourceHint, maxlength: LIMITS.source })}
      {fields.area("note", { required: false, rows: 2, maxlength: LIMITS.text })}
      {subject.current === undefined
        ? null
        : fields.area("reason", {
            label: words.reviseReason,
            hint: words.reasonHint,
            required: true,
            rows: 3,
            maxlength: LIMITS.reason,
          })}
      <EvidenceFields c={c} lang={lang} form={form} fields={fields} />
      {unlikely === undefined && form.has("confirmed") ? fields.area("confirmed", CONFIRMED) : null}
      {fields.screened()}
      {unlikely === undefined ? (
        <Buttons>
          <Button kind="main">
            {subject.current === undefined ? words.recordFigure : words.reviseFigure}
          </Button>
        </Buttons>
      ) : (
        <Confirm
          lang={lang}
          statement={refusalText(lang, unlikely, nameOf)}
          reasonName="confirmed"
          reason={form.text("confirmed")}
          confirm={{ name: "confirm", value: "yes" }}
          back={{ href: "#value" }}
        />
      )}
    </form>
  );
};

const Known = ({ lang, subject }: { readonly lang: Lang; readonly subject: Subject }) => {
  const { indicator, current, before } = subject;
  const words = deskFormWords[lang];
  const facts = [
    ...(before === undefined
      ? []
      : [{ term: formatPeriod(before.period, lang), value: figureText(before.figure, indicator, lang) }]),
    ...(current === undefined
      ? []
      : [{ term: words.nowRecorded, value: figureText(current.figure, indicator, lang) }]),
  ];
  if (facts.length === 0) return null;
  const query = queryString({ body: subject.body.code, period: subject.period });
  const withdraw = `/desk/indicators/${encodeURIComponent(indicator.code)}/withdraw${query}`;
  return (
    <>
      <Facts facts={facts} />
      {current === undefined ? null : <a href={localPath(lang, withdraw)}>{words.withdrawFigure}</a>}
    </>
  );
};
