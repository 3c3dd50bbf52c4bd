// The fields of the commitment form; which of them can still be set depends on what the commitment is.

import { COMMITMENT_KINDS, LIMITS, type Commitment, type Indicator, type Programme } from "@yinuo/core";
import { choiceWords, fieldName } from "@yinuo/words";
import { inLang } from "../lang.ts";
import { Button, Buttons, Part, Title, type FieldError } from "../parts/index.ts";
import { deskFormWords } from "../words/desk-forms.ts";
import { deskWords } from "../words/desk.ts";
import { Milestones, Targets } from "./commitment-rows.tsx";
import { bodyOptions, type Desk } from "./context.ts";
import { DraftButton, DraftOpened } from "./drafts.tsx";
import { fieldsOf, type Fields } from "./fields.tsx";
import type { Form } from "./form.ts";

type Props = {
  readonly desk: Desk;
  readonly title: string;
  readonly action: string;
  readonly form: Form;
  readonly errors: readonly FieldError[];
  readonly commitment: Commitment | undefined;
  readonly indicators: readonly Indicator[];
  readonly programmes: readonly Programme[];
};

export const CommitmentFields = (props: Props) => {
  const { desk, title, action, form, errors, commitment, indicators } = props;
  const { lang } = desk;
  const words = deskFormWords[lang];
  const fields = fieldsOf({ lang, form, errors });
  const amends = commitment !== undefined && commitment.stage !== "draft";
  return (
    <>
      <Title title={title} lead={amends ? words.amendLead : words.draftLead} />
      {fields.summary()}
      <form class="fill" method="post" action={action}>
        {/* The first button of a form is pressed by the Enter key: saving, and not adding rows. */}
        <button class="vh" type="submit" tabindex={-1} aria-hidden="true" />
        <DraftOpened lang={lang} form={form} />
        <input type="hidden" name="seenVersion" value={form.text("seenVersion")} />
        <Naming {...props} fields={fields} />
        <Wording desk={desk} fields={fields} />
        <Who {...props} fields={fields} />
        <Part title={words.judging}>
          <Targets
            lang={lang}
            form={form}
            fields={fields}
            indicators={indicators}
            bodies={bodyOptions(desk, "", words.leadBody)}
          />
          <Milestones lang={lang} form={form} fields={fields} />
        </Part>
        {amends
          ? fields.area("reason", {
              label: words.amendReason,
              hint: words.reasonHint,
              required: true,
              rows: 3,
              maxlength: LIMITS.reason,
            })
          : null}
        {fields.screened()}
        <Buttons>
          <Button kind="main">{amends ? words.amend : deskWords[lang].save}</Button>
          <DraftButton lang={lang} />
        </Buttons>
      </form>
    </>
  );
};

type Group = Props & { readonly fields: Fields };

const Naming = ({ desk: { lang }, commitment, programmes, fields }: Group) => {
  const words = deskFormWords[lang];
  const options = programmes.map(({ code, title, titleEn }) => ({
    value: code,
    text: inLang(lang, title, titleEn),
  }));
  return (
    <>
      {commitment === undefined ? fields.select("programme", options) : null}
      {fields.code(commitment?.code)}
      {fields.select(
        "kind",
        COMMITMENT_KINDS.map((value) => ({ value, text: choiceWords[lang].commitmentKind[value] })),
      )}
      {fields.text("title", { required: true, maxlength: LIMITS.title })}
      {fields.text("titleEn", { required: false, maxlength: LIMITS.title })}
      {fields.text("externalId", {
        required: false,
        hint: words.externalIdHint,
        short: true,
        maxlength: LIMITS.name,
      })}
    </>
  );
};

const Wording = ({ desk: { lang }, fields }: { readonly desk: Desk; readonly fields: Fields }) => {
  const words = deskFormWords[lang];
  return (
    <>
      {fields.area("promise", { hint: words.promiseHint, required: false, maxlength: LIMITS.text })}
      {fields.area("beneficiaries", { required: false, rows: 2, maxlength: LIMITS.text })}
      {fields.area("criterion", {
        hint: words.criterionHint,
        required: false,
        rows: 3,
        maxlength: LIMITS.text,
      })}
      <details>
        <summary>{words.english}</summary>
        <div class="flow">
          {fields.area("promiseEn", { required: false, maxlength: LIMITS.text })}
          {fields.area("beneficiariesEn", { required: false, rows: 2, maxlength: LIMITS.text })}
          {fields.area("criterionEn", { required: false, rows: 3, maxlength: LIMITS.text })}
        </div>
      </details>
    </>
  );
};

const Who = ({ desk, fields, form }: Group) => {
  const { lang } = desk;
  const words = deskFormWords[lang];
  const { by } = desk.context;
  const own =
    by.role === "officer" && by.body !== undefined
      ? [{ value: by.body, text: desk.nameOf(by.body) }]
      : undefined;
  const error = fields.error("support");
  return (
    <>
      {fields.select("lead", own ?? bodyOptions(desk, form.text("lead")))}
      <details id="support" open={error !== undefined}>
        <summary>
          {fieldName(lang, "support")}
          {form.texts("support").length > 0 ? ` (${form.texts("support").length})` : ""}
        </summary>
        <fieldset class="field">
          {error === undefined ? null : <p class="wrong">{error}</p>}
          {bodyOptions(desk).map(({ value, text }) => fields.tick("support", { label: text, value }))}
        </fieldset>
      </details>
      {fields.day("start", { required: false })}
      {fields.day("due", { hint: words.dueHint })}
      {fields.text("source", { required: false, hint: words.sourceHint, maxlength: LIMITS.source })}
    </>
  );
};
