// Indicators at the desk: the form that defines one, and the way to it.

import {
  changeIndicator,
  createIndicator,
  FREQUENCIES,
  INDICATOR_KINDS,
  LIMITS,
  POLARITIES,
  refuse,
  typedChoice,
  typedNumber,
  type Indicator,
  type IndicatorInput,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { changeIndicator as saveIndicator, getIndicator } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import type { Doors } from "../doors.ts";
import { localPath, type Lang } from "../lang.ts";
import { notFound } from "../pages/errors.tsx";
import { Button, Buttons, Title, type FieldError } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { deskFormWords } from "../words/desk-forms.ts";
import { deskWords } from "../words/desk.ts";
import { deskOf, gather, keeping, type Desk } from "./context.ts";
import { fieldsOf, type Fields } from "./fields.tsx";
import { indicatorList } from "./indicator-list.tsx";
import { formOf, readForm, type Form } from "./form.ts";
import { afterwards, deskPage } from "./frame.tsx";
import { refused } from "./refused.tsx";

export const registerIndicators = (doors: Doors): void => {
  doors.open("GET /desk/indicators", indicatorList);
  doors.open("GET /desk/indicators/new", async (c) =>
    page(await deskOf(c), { form: formOf(FIRST), errors: [], status: 200 }),
  );
  doors.open("POST /desk/indicators/new", (c) => save(c, undefined));
  doors.open("GET /desk/indicators/:code/edit", async (c) => {
    const indicator = await indicatorOf(c);
    if (indicator === undefined) return notFound(c);
    return page(await deskOf(c), { indicator, form: indicatorForm(indicator), errors: [], status: 200 });
  });
  doors.open("POST /desk/indicators/:code/edit", async (c) => {
    const indicator = await indicatorOf(c);
    return indicator === undefined ? notFound(c) : save(c, indicator);
  });
};

const FIRST = { kind: "flow", polarity: "up", decimals: "0", frequency: "month", scale: "100" };

const indicatorOf = (c: Ctx): Promise<Indicator | undefined> =>
  getIndicator(c.get("deps").store.db, c.req.param("code") ?? "");

const TEXTS = [
  "name",
  "nameEn",
  "definition",
  "definitionEn",
  "unit",
  "unitEn",
  "numerator",
  "denominator",
  "source",
] as const;

const readIndicator = (form: Form): Result<IndicatorInput, readonly Refusal[]> => {
  const { refusals, take, need } = gather();
  const kind = need("kind", typedChoice("kind", INDICATOR_KINDS, form.text("kind")));
  const polarity = need("polarity", typedChoice("polarity", POLARITIES, form.text("polarity")));
  const frequency = need("frequency", typedChoice("frequency", FREQUENCIES, form.text("frequency")));
  const decimals = need("decimals", typedNumber("decimals", form.text("decimals")));
  const scale = take(typedNumber("scale", form.text("scale")));
  const least = take(typedNumber("least", form.text("least")));
  const most = take(typedNumber("most", form.text("most")));
  if (
    kind === undefined ||
    polarity === undefined ||
    frequency === undefined ||
    decimals === undefined ||
    refusals.length > 0
  )
    return refuse(refusals);
  const [name, definition, unit] = [form.text("name"), form.text("definition"), form.text("unit")];
  const texts = Object.fromEntries(TEXTS.map((field) => [field, form.text(field)]));
  const seen = Number(form.text("seenVersion")) || undefined;
  const externalId = form.text("externalId").trim() || undefined;
  return {
    ok: true,
    value: {
      ...texts,
      code: form.text("code"),
      externalId,
      name,
      definition,
      unit,
      kind,
      polarity,
      frequency,
      decimals,
      scale,
      least,
      most,
      seenVersion: seen,
    },
  };
};

const indicatorForm = (indicator: Indicator): Form =>
  formOf({
    ...Object.fromEntries(Object.entries(indicator).map(([name, value]) => [name, String(value ?? "")])),
    seenVersion: String(indicator.version),
  });

const save = async (c: Ctx, indicator: Indicator | undefined): Promise<Response> => {
  const desk = await deskOf(c);
  const form = await readForm(c);
  const { context } = keeping(desk, form);
  const read = readIndicator(form);
  const verb = indicator === undefined ? "indicator.created" : "indicator.changed";
  const attempt = {
    place: { subject: `indicator/${indicator?.code ?? form.text("code")}` },
    attempted: verb,
  } as const;
  const again = (errors: readonly FieldError[]) => page(desk, { indicator, form, errors, status: 422 });
  if (!read.ok) return refused(desk, read.error, attempt, again);
  const input = read.value;
  const done = await saveIndicator(
    c.get("deps").store.db,
    indicator?.code ?? input.code,
    context,
    (current, deps) =>
      indicator === undefined || current === undefined
        ? createIndicator(input, { ...context, ...deps })
        : changeIndicator(current, input, { ...context, ...deps }),
  );
  if (!done.ok) return refused(desk, [done.error], attempt, again);
  return afterwards(c, "/desk/indicators", verb);
};

type Shown = {
  readonly indicator?: Indicator | undefined;
  readonly form: Form;
  readonly errors: readonly FieldError[];
  readonly status: 200 | 422;
};

const page = (
  { c, lang }: Desk,
  { indicator, form, errors, status }: Shown,
): Response | Promise<Response> => {
  const words = deskFormWords[lang];
  const title = indicator === undefined ? deskWords[lang].indicators.add : deskWords[lang].indicators.edit;
  const fields = fieldsOf({ lang, form, errors });
  const path =
    indicator === undefined
      ? "/desk/indicators/new"
      : `/desk/indicators/${encodeURIComponent(indicator.code)}/edit`;
  return deskPage(
    c,
    {
      title,
      section: "indicators",
      trail: [{ href: localPath(lang, "/desk/indicators"), text: deskWords[lang].sections.indicators }],
      status,
    },
    <>
      <Title title={title} lead={words.indicatorLead} />
      {fields.summary()}
      <form class="fill" method="post" action={localPath(lang, path)}>
        <input type="hidden" name="seenVersion" value={form.text("seenVersion")} />
        {fields.code(indicator?.code)}
        <Meaning lang={lang} fields={fields} />
        <Reckoning lang={lang} fields={fields} />
        {fields.screened()}
        <Buttons>
          <Button kind="main">{deskWords[lang].save}</Button>
        </Buttons>
      </form>
    </>,
  );
};

type FieldsProps = { readonly lang: Lang; readonly fields: Fields };

const Meaning = ({ lang, fields }: FieldsProps) => {
  const words = deskFormWords[lang];
  return (
    <>
      {fields.text("name", { required: true, maxlength: LIMITS.name })}
      {fields.text("nameEn", { required: false, maxlength: LIMITS.name })}
      {fields.area("definition", { hint: words.definitionHint, required: true, maxlength: LIMITS.text })}
      {fields.area("definitionEn", { required: false, rows: 3, maxlength: LIMITS.text })}
      {fields.text("unit", { hint: words.unitHint, required: true, short: true, maxlength: LIMITS.unit })}
      {fields.text("unitEn", { required: false, short: true, maxlength: LIMITS.unit })}
    </>
  );
};

const Reckoning = ({ lang, fields }: FieldsProps) => {
  const words = deskFormWords[lang];
  const names = choiceWords[lang];
  return (
    <>
      {fields.select(
        "kind",
        INDICATOR_KINDS.map((value) => ({ value, text: names.indicatorKind[value] })),
        { hint: words.kindHint },
      )}
      {fields.text("numerator", { required: false, hint: words.partsHint, maxlength: LIMITS.name })}
      {fields.text("denominator", { required: false, maxlength: LIMITS.name })}
      {fields.number("scale", { required: false, hint: words.scaleHint })}
      {fields.select(
        "polarity",
        POLARITIES.map((value) => ({ value, text: names.polarity[value] })),
      )}
      {fields.select(
        "frequency",
        FREQUENCIES.map((value) => ({ value, text: names.frequency[value] })),
      )}
      {fields.number("decimals")}
      {fields.number("least", { required: false, hint: words.boundsHint })}
      {fields.number("most", { required: false })}
      {fields.text("source", { required: false, maxlength: LIMITS.source })}
      {fields.text("externalId", {
        required: false,
        hint: words.externalIdHint,
        short: true,
        maxlength: LIMITS.name,
      })}
    </>
  );
};
