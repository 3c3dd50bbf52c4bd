// A month's round as a page: this month against the last, body by body, and which problems they are; printed, it is the meeting paper.

import { ROUND_MEASURES, type RoundItem, type RoundMeasure } from "@yinuo/core";
import { formatDay, formatPeriod } from "@yinuo/period";
import { listBodies } from "@yinuo/store";
import { inLang, type Lang } from "../../../lang.ts";
import { DataTable, figure, Notice, Part, Title, typed } from "../../../parts/index.ts";
import type { Ctx } from "../../../site.ts";
import { problemRoundsWords } from "../../../words/problem-rounds.ts";
import { bodyPath, problemPath, problemsPath, roundsPath } from "../../addresses.ts";
import { notFound } from "../../errors.tsx";
import { publicPage } from "../../frame.tsx";
import { namesOf } from "../../names.ts";
import { readRound, type MonthRound } from "./read.ts";

/** Of each list; the files hold all. */
const MOST_SHOWN = 50;

export const roundPage = async (c: Ctx): Promise<Response> => {
  const found = await readRound(c);
  if (found === undefined) return notFound(c);
  const lang = c.get("lang");
  const words = problemRoundsWords[lang];
  const title = words.paper(formatPeriod(found.month, lang));
  const nameOf = namesOf(await listBodies(c.get("deps").store.db), lang);
  return publicPage(
    c,
    {
      title,
      description: words.lead,
      section: "problems",
      trail: [
        { href: problemsPath(lang), text: words.problems },
        { href: roundsPath(lang), text: words.title },
        { href: roundsPath(lang, found.month), text: formatPeriod(found.month, lang), current: true },
      ],
    },
    <div class="flow">
      <Title title={title} lead={`${words.asOf(formatDay(found.asOf, lang))}${balanceOf(found, lang)}`} />
      {found.over ? null : (
        <Notice lang={lang} kind="warning" title={words.notOver}>
          {words.notOverText(formatDay(found.asOf, lang))}
        </Notice>
      )}
      <Files lang={lang} month={found} />
      <Summary lang={lang} month={found} />
      <Bodies lang={lang} month={found} nameOf={nameOf} />
      {ROUND_MEASURES.map((measure) => (
        <Items lang={lang} measure={measure} items={found.round[measure]} nameOf={nameOf} />
      ))}
      <p class="faint">{words.rule}</p>
    </div>,
  );
};

/** The sum that joins the months: whoever reads the paper can check it. */
export const balanceOf = ({ before, now }: MonthRound, lang: Lang): string =>
  problemRoundsWords[lang].balance({
    before: figure(before.open, lang),
    opened: figure(now.new, lang),
    reopened: figure(now.reopened, lang),
    delisted: figure(now.delisted, lang),
    open: figure(now.open, lang),
  });

type Props = { readonly lang: Lang; readonly month: MonthRound };

function Files({ lang, month: { month, earlier, later } }: Props) {
  const words = problemRoundsWords[lang];
  return (
    <div class="tools">
      <ul>
        {(["docx", "xlsx"] as const).map((format) => (
          <li>
            <a href={`${roundsPath(lang, month)}/download/${format}`} download={true}>
              {format.toUpperCase()}
            </a>
          </li>
        ))}
        {earlier === undefined ? null : (
          <li>
            <a href={roundsPath(lang, earlier)} rel="prev">
              {words.earlier}
            </a>
          </li>
        )}
        {later === undefined ? null : (
          <li>
            <a href={roundsPath(lang, later)} rel="next">
              {words.later}
            </a>
          </li>
        )}
      </ul>
      <span class="faint">{words.note}</span>
    </div>
  );
}

export const signed = (change: number, lang: Lang): string =>
  change > 0 ? `+${figure(change, lang)}` : figure(change, lang);

function Summary({ lang, month: { now, before } }: Props) {
  const words = problemRoundsWords[lang];
  return (
    <Part id="summary" title={words.summary}>
      <DataTable
        lang={lang}
        caption={words.summary}
        captionHidden
        columns={[
          { header: words.measure },
          { header: words.now, align: "end" },
          { header: words.before, align: "end" },
          { header: words.change, align: "end" },
        ]}
        rows={ROUND_MEASURES.map((one) => ({
          cells: [
            now[one] === 0 ? words.measures[one] : <a href={`#${one}`}>{words.measures[one]}</a>,
            figure(now[one], lang),
            figure(before[one], lang),
            signed(now[one] - before[one], lang),
          ],
        }))}
      />
    </Part>
  );
}

type NamedProps = Props & { readonly nameOf: (code: string) => string };

function Bodies({ lang, month: { bodies }, nameOf }: NamedProps) {
  const words = problemRoundsWords[lang];
  return (
    <Part id="bodies" title={words.bodies}>
      <DataTable
        lang={lang}
        caption={words.bodies}
        captionHidden
        columns={[
          { header: words.body },
          ...ROUND_MEASURES.map((one) => ({ header: words.measures[one], align: "end" as const })),
        ]}
        rows={bodies.map(({ body, now, before }) => ({
          cells: [
            <a href={bodyPath(lang, body)}>{typed(lang, nameOf(body))}</a>,
            ...ROUND_MEASURES.map((one) => (
              <>
                {figure(now[one], lang)} <small>{words.beforeIs(figure(before[one], lang))}</small>
              </>
            )),
          ],
        }))}
      />
    </Part>
  );
}

type ItemsProps = {
  readonly lang: Lang;
  readonly measure: RoundMeasure;
  readonly items: readonly RoundItem[];
  readonly nameOf: (code: string) => string;
};

function Items({ lang, measure, items, nameOf }: ItemsProps) {
  const words = problemRoundsWords[lang];
  if (items.length === 0) return null;
  const rest = items.length - MOST_SHOWN;
  return (
    <Part id={measure} title={words.measures[measure]}>
      <DataTable
        lang={lang}
        caption={words.measures[measure]}
        captionHidden
        columns={[{ header: words.problem }, { header: words.body }, { header: words.days[measure] }]}
        rows={items.slice(0, MOST_SHOWN).map(({ problem, owner, on }) => ({
          cells: [
            <>
              <a href={problemPath(lang, problem.code)}>
                {typed(lang, inLang(lang, problem.title, problem.titleEn))}
              </a>{" "}
              <small>
                {problem.code} · {typed(lang, problem.place)}
              </small>
            </>,
            nameOf(owner),
            <time datetime={on}>{formatDay(on, lang)}</time>,
          ],
        }))}
      />
      {rest > 0 ? <p class="faint">{words.more(figure(rest, lang))}</p> : null}
    </Part>
  );
}
