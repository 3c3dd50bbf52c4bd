// The plan of a draw in words: who can be drawn, how many of each, with which dice, when and where, and its digest.

import type { Draw } from "@yinuo/core";
import { formatDay } from "@yinuo/period";
import { planDigest, sizesOf } from "@yinuo/random-draw";
import { diceOf } from "@yinuo/core";
import { choiceWords } from "@yinuo/words";
import type { Lang } from "../../lang.ts";
import { DataTable, Facts, figure, typed, type Fact } from "../../parts/index.ts";
import { drawsWords } from "../../words/draw-pages.ts";
import { problemsWords } from "../../words/problems.ts";
import { bodyPath, commitmentsPath, drawPath, problemsPath } from "../addresses.ts";
import { momentText } from "./moment.ts";
import { placeName, stratumName } from "./picks.tsx";
import { SHOWN } from "../standings.ts";
import { siteWordsIn } from "../../words/index.ts";
import { MARK_OF } from "../standings.ts";
import { statusWord } from "../../parts/index.ts";

type Props = {
  readonly lang: Lang;
  readonly draw: Draw;
  readonly nameOf: (code: string) => string;
  readonly timeZone: string;
};

export function PlanOf(props: Props) {
  const { lang, draw } = props;
  const words = drawsWords[lang].plan;
  return (
    <>
      <Facts lang={lang} facts={factsOf(props)} />
      <DataTable
        lang={lang}
        caption={words.strata}
        columns={[
          { header: words.stratum },
          { header: words.size, align: "end" },
          { header: words.draw, align: "end" },
        ]}
        rows={draw.plan.strata.map(({ id, size, draw: n }) => ({
          cells: [stratumName(props, id), figure(size, lang), figure(n, lang)],
        }))}
      />
      <Left
        title={words.excluded}
        lang={lang}
        rows={draw.plan.excluded.map(({ id, reason }) => ({ who: id, reason }))}
      />
      {draw.plan.inspectors === undefined ? null : (
        <Left
          title={words.recused}
          lang={lang}
          rows={draw.plan.inspectors.recused.map(({ inspector, subject, reason }) => ({
            who: `${placeName(props, inspector)}${subject === undefined ? "" : ` → ${subject}`}`,
            reason,
          }))}
        />
      )}
    </>
  );
}

const factsOf = ({ lang, draw, nameOf, timeZone }: Props): readonly Fact[] => {
  const words = drawsWords[lang].plan;
  const { plan, subject } = draw;
  const dice = diceOf(draw);
  const { size } = sizesOf(plan);
  const places = plan.inspectors;
  return [
    { term: words.eligible, value: typed(lang, draw.eligible) },
    {
      term: words.subject,
      value: choiceWords[lang].drawSubject[subject],
      note: drawsWords[lang].drawOf(figure(sizesOf(plan).drawn, lang), figure(size, lang)),
    },
    {
      term: words.filter,
      value: filterText({ lang, draw, nameOf }),
      note: <a href={listOf(lang, draw)}>{words.list}</a>,
    },
    { term: words.body, value: <a href={bodyPath(lang, draw.body)}>{nameOf(draw.body)}</a> },
    {
      term: words.when,
      value: <time datetime={plan.ceremonyAt}>{momentText(plan.ceremonyAt, lang, timeZone)}</time>,
    },
    { term: words.where, value: typed(lang, draw.venue) },
    ...(dice === undefined ? [] : [{ term: words.dice, value: words.diceOf(dice.sides, dice.rolls) }]),
    ...(places === undefined
      ? []
      : [{ term: words.each, value: words.eachOf(figure(places.each, lang), figure(places.size, lang)) }]),
    { term: words.plannedOn, value: formatDay(draw.plannedOn, lang) },
    { term: words.frozen, value: words.frozenAt(figure(plan.frozenAt, lang)) },
    { term: words.digest, value: <code>{planDigest(plan)}</code>, note: "SHA-256" },
    { term: words.frame, value: <code>{plan.frame}</code>, note: "SHA-256" },
    ...(draw.replaces === undefined
      ? []
      : [
          {
            term: words.replaces,
            value: <a href={drawPath(lang, draw.replaces)}>{draw.replaces}</a>,
            note: typed(lang, words.because(plan.replaces?.reason ?? "")),
          },
        ]),
  ];
};

type FilterProps = Pick<Props, "lang" | "draw" | "nameOf">;

const filterText = ({ lang, draw, nameOf }: FilterProps): string => {
  const { programme, body, standing } = draw.filter;
  const parts = [
    programme,
    body === undefined ? undefined : nameOf(body),
    standingText(lang, draw.subject, standing),
  ];
  const said = parts.filter((part) => part !== undefined).join(" · ");
  return said === "" ? drawsWords[lang].all : said;
};

const standingText = (
  lang: Lang,
  subject: Draw["subject"],
  standing: string | undefined,
): string | undefined => {
  if (standing === undefined) return undefined;
  if (subject === "problems") {
    const names: Readonly<Record<string, string>> = problemsWords[lang].standings;
    return names[standing] ?? standing;
  }
  const shown = SHOWN.find((one) => one === standing);
  return shown === undefined ? standing : statusWord(MARK_OF[shown], lang);
};

const listOf = (lang: Lang, { subject, filter }: Draw): string => {
  const { programme, body, standing } = filter;
  if (subject === "problems") return problemsPath(lang, { body, standing });
  const kind = subject === "measures" ? "measure" : "commitment";
  return commitmentsPath(lang, { programme, body, standing, kind });
};

type LeftProps = {
  readonly title: string;
  readonly lang: Lang;
  readonly rows: readonly { readonly who: string; readonly reason: string }[];
};

function Left({ title, lang, rows }: LeftProps) {
  const { none } = drawsWords[lang].plan;
  if (rows.length === 0) return <p>{`${title}${siteWordsIn(lang).colon}${none}`}</p>;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {rows.map(({ who, reason }) => (
          <li>
            {who}
            {siteWordsIn(lang).colon}
            {typed(lang, reason)}
          </li>
        ))}
      </ul>
    </>
  );
}
