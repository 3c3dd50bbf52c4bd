// Targets and milestones as rows of fields, with spare ones below and a button for more that needs no script.

import type { Child } from "hono/jsx";
import type { Indicator } from "@yinuo/core";
import { fieldName } from "@yinuo/words";
import { inLang, type Lang } from "../lang.ts";
import { Button, Buttons, type Option } from "../parts/index.ts";
import { deskFormWords } from "../words/desk-forms.ts";
import { rowCount } from "./commitment-form.ts";
import type { Fields } from "./fields.tsx";
import type { Form } from "./form.ts";

type Given = { readonly lang: Lang; readonly form: Form; readonly fields: Fields };

const Rows = ({
  lang,
  form,
  rows,
  hint,
  row,
}: Omit<Given, "fields"> & {
  readonly rows: "targets" | "milestones";
  readonly hint: string;
  readonly row: (name: string, ordinal: number) => Child;
}) => {
  const words = deskFormWords[lang];
  const count = rowCount(form, rows);
  return (
    <fieldset id={rows} class="flow">
      <legend>{fieldName(lang, rows)}</legend>
      <p class="faint">{hint}</p>
      <input type="hidden" name={`rows.${rows}`} value={String(count)} />
      {Array.from({ length: count }, (_, index) => (
        <details
          open={
            form.text(`${rows}.${index}.${rows === "targets" ? "indicator" : "title"}`) !== "" || index === 0
          }
        >
          <summary>{words.row[rows](index + 1)}</summary>
          <div class="flow">{row(`${rows}.${index}`, index + 1)}</div>
        </details>
      ))}
      <Buttons>
        <Button name="add" value={rows}>
          {words.addRows[rows]}
        </Button>
      </Buttons>
    </fieldset>
  );
};

type TargetsProps = Given & { readonly indicators: readonly Indicator[]; readonly bodies: readonly Option[] };

export const Targets = ({ indicators, bodies, ...given }: TargetsProps) => {
  const { lang, fields } = given;
  const words = deskFormWords[lang];
  const options = [
    { value: "", text: words.chooseIndicator },
    ...indicators.map(({ code, name, nameEn }) => ({
      value: code,
      text: `${inLang(lang, name, nameEn)} (${code})`,
    })),
  ];
  return (
    <Rows
      {...given}
      rows="targets"
      hint={words.targetsHint}
      row={(row) => (
        <>
          {fields.select(`${row}.indicator`, options)}
          {fields.text(`${row}.period`, { hint: words.periodHint, short: true })}
          {fields.number(`${row}.value`, { label: words.targetValue })}
          {fields.number(`${row}.baseline`, { required: false, hint: words.baselineHint })}
          {fields.select(`${row}.body`, bodies, { label: words.targetBody })}
        </>
      )}
    />
  );
};

export const Milestones = (given: Given) => {
  const { lang, form, fields } = given;
  const words = deskFormWords[lang];
  return (
    <Rows
      {...given}
      rows="milestones"
      hint={words.milestonesHint}
      row={(row) => (
        <>
          <input type="hidden" name={`${row}.code`} value={form.text(`${row}.code`)} />
          {fields.text(`${row}.title`)}
          {fields.text(`${row}.titleEn`, { required: false })}
          {fields.day(`${row}.due`)}
          {fields.number(`${row}.weight`, { required: false, hint: words.weightHint })}
        </>
      )}
    />
  );
};
