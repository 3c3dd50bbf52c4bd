// One row of the grid: the fields its indicator's kind needs, labelled, with what is wrong beside them.

import { LIMITS, type Indicator } from "@yinuo/core";
import type { Child } from "hono/jsx";
import { inLang, type Lang } from "../../lang.ts";
import { unitOf } from "../../pages/numbers.ts";
import { TextArea, typed } from "../../parts/index.ts";
import { deskFormWords } from "../../words/desk-forms.ts";
import { fieldName } from "@yinuo/words";
import { figuresWords } from "../../words/figures.ts";
import type { Fields } from "../fields.tsx";
import type { Form } from "../form.ts";
import { fieldIn } from "./rows.ts";
import type { GridRow } from "./subject.ts";

export type RowGiven = {
  readonly lang: Lang;
  readonly row: GridRow;
  readonly form: Form;
  readonly fields: Fields;
};

/** The figure itself, and what must be said about it: a revision's reason, why an unlikely value is right. */
export const FigureCell = ({ lang, row, form, fields }: RowGiven) => {
  const words = figuresWords[lang];
  const { indicator, current } = row;
  const name = (field: string) => fieldIn(indicator, field);
  const confirmed = fields.error(name("confirmed"));
  return (
    <div class="flow">
      <input type="hidden" name={name("seen")} value={form.text(name("seen"))} />
      <Numbers lang={lang} row={row} form={form} fields={fields} />
      <label class="tick">
        <input
          type="checkbox"
          name={name("notCollected")}
          value="yes"
          checked={form.has(name("notCollected"))}
        />
        {words.notCollected}
        <span class="vh">{inLang(lang, indicator.name, indicator.nameEn)}</span>
      </label>
      {confirmed === undefined && form.text(name("confirmed")) === "" ? null : (
        <TextArea
          lang={lang}
          name={name("confirmed")}
          label={words.confirmed}
          value={form.text(name("confirmed"))}
          error={confirmed}
          rows={2}
          maxlength={LIMITS.reason}
        />
      )}
      {current === undefined ? null : (
        <TextArea
          lang={lang}
          name={name("reason")}
          label={words.reason}
          value={form.text(name("reason"))}
          error={fields.error(name("reason"))}
          rows={1}
          maxlength={LIMITS.reason}
        />
      )}
      <More lang={lang} row={row} form={form} fields={fields} />
    </div>
  );
};

const Numbers = (given: RowGiven) => {
  const { lang, row } = given;
  const { indicator } = row;
  const words = figuresWords[lang];
  const title = inLang(lang, indicator.name, indicator.nameEn);
  const unit = unitOf(indicator, lang);
  switch (indicator.kind) {
    case "ratio":
      return (
        <div class="pair">
          <Input {...given} field="numerator" label={indicator.numerator ?? fieldName(lang, "numerator")} />
          <Input
            {...given}
            field="denominator"
            label={indicator.denominator ?? fieldName(lang, "denominator")}
          />
        </div>
      );
    case "duration":
      return (
        <div class="pair">
          <Input {...given} field="value" label={deskFormWords[lang].meanLabel} unit={unit} />
          <Input {...given} field="count" label={indicator.denominator ?? deskFormWords[lang].countLabel} />
        </div>
      );
    default:
      return <Input {...given} field="value" label={words.value(title, unit)} unit={unit} hidden />;
  }
};

type InputGiven = RowGiven & {
  readonly field: string;
  readonly label: string;
  readonly unit?: string;
  /** The row's own header says it to those who see. */
  readonly hidden?: boolean;
};

const Input = ({ lang, row, form, fields, field, label, unit, hidden = false }: InputGiven) => {
  const name = fieldIn(row.indicator, field);
  const error = fields.error(name);
  return (
    <div class="field">
      <label for={name} class={hidden ? "vh" : undefined}>
        {typed(lang, label)}
        {hidden ? null : <span class="vh">{inLang(lang, row.indicator.name, row.indicator.nameEn)}</span>}
      </label>
      {error === undefined ? null : (
        <p class="wrong" id={`${name}-error`}>
          {error}
        </p>
      )}
      <Unit unit={unit}>
        <input
          class="short"
          id={name}
          name={name}
          value={form.text(name)}
          inputmode="decimal"
          autocomplete="off"
          aria-invalid={error === undefined ? undefined : "true"}
          aria-describedby={error === undefined ? undefined : `${name}-error`}
        />
      </Unit>
    </div>
  );
};

const Unit = ({ unit, children }: { readonly unit: string | undefined; readonly children?: Child }) =>
  unit === undefined ? (
    <>{children}</>
  ) : (
    <div class="unit">
      {children} <span>{unit}</span>
    </div>
  );

/** Seldom needed, so it is folded away unless something in it is wrong. */
const More = (given: RowGiven) => {
  const { lang, row, form, fields } = given;
  const { indicator } = row;
  const words = figuresWords[lang];
  const name = (field: string) => fieldIn(indicator, field);
  const title = inLang(lang, indicator.name, indicator.nameEn);
  const ratioAlone = indicator.kind === "ratio" && form.text(name("value")) !== "";
  const wrong = ["source", "note"].some((field) => fields.error(name(field)) !== undefined);
  return (
    <details open={wrong || ratioAlone}>
      <summary>
        {words.more}
        <span class="vh">{title}</span>
      </summary>
      {indicator.kind === "ratio" ? (
        <Input {...given} field="value" label={words.ratioOnly} unit={unitOf(indicator, lang)} />
      ) : null}
      {fields.text(name("source"), { required: false, maxlength: LIMITS.source })}
      {fields.area(name("note"), { required: false, rows: 2, maxlength: LIMITS.text })}
    </details>
  );
};

/** Where an error of the row without a field of its own leads to. */
export const firstField = ({ kind }: Indicator): string => (kind === "ratio" ? "numerator" : "value");
