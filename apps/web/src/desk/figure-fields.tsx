// A figure in a form and in words: the fields its indicator's kind needs, what it says in them, how it reads.

import { valueOf, type Figure, type Indicator, type Observation } from "@yinuo/core";
import type { Lang } from "../lang.ts";
import { inUnit, unitOf } from "../pages/numbers.ts";
import { deskFormWords } from "../words/desk-forms.ts";
import type { Fields } from "./fields.tsx";

export const figureFields = (
  current: Observation | undefined,
): Readonly<Record<string, string | undefined>> => {
  if (current === undefined) return {};
  const { figure, source, note } = current;
  const { as, ...numbers } = figure;
  const parts = Object.entries(numbers).map(([name, value]) => [
    name === "mean" ? "value" : name,
    String(value),
  ]);
  return {
    ...Object.fromEntries(parts),
    source,
    note,
    notCollected: as === "notCollected" ? "yes" : undefined,
  };
};

export const figureText = (figure: Figure, indicator: Indicator, lang: Lang): string => {
  const value = valueOf(figure, indicator.scale);
  if (value === undefined) return deskFormWords[lang].notCollected;
  const text = inUnit(value, indicator, lang);
  if (figure.as === "ratio") return `${text} (${figure.numerator} ÷ ${figure.denominator})`;
  return figure.as === "mean" ? `${text} (${figure.count})` : text;
};

type KindProps = { readonly lang: Lang; readonly indicator: Indicator; readonly fields: Fields };

export const KindFields = ({ lang, indicator, fields }: KindProps) => {
  const words = deskFormWords[lang];
  const unit = unitOf(indicator, lang);
  switch (indicator.kind) {
    case "ratio":
      return (
        <>
          {fields.number("numerator", { label: indicator.numerator, hint: words.numeratorHint })}
          {fields.number("denominator", { label: indicator.denominator })}
          {fields.number("value", { unit, required: false, hint: words.ratioValueHint })}
        </>
      );
    case "duration":
      return (
        <>
          {fields.number("value", { unit, label: words.meanLabel })}
          {fields.number("count", {
            label: indicator.denominator ?? words.countLabel,
            hint: words.countHint,
          })}
        </>
      );
    default:
      return <>{fields.number("value", { unit })}</>;
  }
};
