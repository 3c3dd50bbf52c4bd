// A month's round as a workbook: the counts, those of each body, and a sheet for every list.

import { ROUND_MEASURES, type RoundItem, type RoundMeasure } from "@yinuo/core";
import { writeXlsx, type Table, type TableColumn } from "@yinuo/spreadsheet";
import { inLang, type Lang } from "../../../lang.ts";
import { problemRoundsWords } from "../../../words/problem-rounds.ts";
import { firstDeadline } from "../table.tsx";
import type { MonthRound } from "./read.ts";

export type Told = {
  readonly month: MonthRound;
  readonly lang: Lang;
  readonly nameOf: (code: string) => string;
  readonly jurisdiction: string;
};

export const roundBook = (told: Told): Uint8Array =>
  writeXlsx([summary(told), bodies(told), ...ROUND_MEASURES.map((measure) => listOf(measure, told))]);

const text = (key: string, header: string): TableColumn => ({ key, header, kind: "text" });
const number = (key: string, header: string): TableColumn => ({ key, header, kind: "number" });
const dated = (key: string, header: string): TableColumn => ({ key, header, kind: "day" });

const summary = ({ month: { now, before }, lang }: Told): Table => {
  const words = problemRoundsWords[lang];
  return {
    name: words.summary,
    columns: [
      text("measure", words.measure),
      number("now", words.now),
      number("before", words.before),
      number("change", words.change),
    ],
    rows: ROUND_MEASURES.map((one) => ({
      measure: words.measures[one],
      now: now[one],
      before: before[one],
      change: now[one] - before[one],
    })),
  };
};

const bodies = ({ month, lang, nameOf }: Told): Table => {
  const words = problemRoundsWords[lang];
  return {
    name: words.bodies,
    columns: [
      text("body", words.body),
      ...ROUND_MEASURES.flatMap((one) => [
        number(one, words.measures[one]),
        number(`${one}.before`, `${words.measures[one]} (${words.before})`),
      ]),
    ],
    rows: month.bodies.map(({ body, now, before }) => ({
      body: nameOf(body),
      ...Object.fromEntries(
        ROUND_MEASURES.flatMap((one) => [
          [one, now[one]],
          [`${one}.before`, before[one]],
        ]),
      ),
    })),
  };
};

const listOf = (measure: RoundMeasure, { month, lang, nameOf }: Told): Table => {
  const words = problemRoundsWords[lang];
  const isDeadline = measure === "open" || measure === "overdue";
  return {
    name: words.measures[measure],
    columns: [
      text("code", words.code),
      text("problem", words.problem),
      text("place", words.place),
      text("body", words.body),
      dated("on", words.days[measure]),
      ...(isDeadline ? [dated("first", words.firstDue)] : []),
    ],
    rows: month.round[measure].map((item) => ({
      ...itemRow(item, { lang, nameOf }),
      ...(isDeadline ? { first: firstDeadline(item.problem) } : {}),
    })),
  };
};

export const itemRow = (
  { problem, owner, on }: RoundItem,
  { lang, nameOf }: Pick<Told, "lang" | "nameOf">,
) => ({
  code: problem.code,
  problem: inLang(lang, problem.title, problem.titleEn),
  place: problem.place,
  body: nameOf(owner),
  on,
});
