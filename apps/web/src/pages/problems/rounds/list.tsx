// The months of the monthly round, the latest first, each with its counts.

import { ROUND_MEASURES } from "@yinuo/core";
import { formatPeriod, isOver } from "@yinuo/period";
import { DataTable, EmptyState, figure, Pager, Title } from "../../../parts/index.ts";
import type { Ctx } from "../../../site.ts";
import { problemRoundsWords } from "../../../words/problem-rounds.ts";
import { problemsPath, queryString, roundsPath } from "../../addresses.ts";
import { publicPage } from "../../frame.tsx";
import { readMonths } from "./read.ts";

const PAGE_SIZE = 24;

export const roundsPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = problemRoundsWords[lang];
  const { months, countsOf } = await readMonths(c);
  const pages = Math.max(1, Math.ceil(months.length / PAGE_SIZE));
  const asked = Number(c.req.query("page") ?? "1");
  const page = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, pages) : 1;
  return publicPage(
    c,
    {
      title: words.title,
      description: words.lead,
      section: "problems",
      trail: [
        { href: problemsPath(lang), text: words.problems },
        { href: roundsPath(lang), text: words.title, current: true },
      ],
    },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      {months.length === 0 ? (
        <EmptyState
          lang={lang}
          title={words.none}
          next={[{ href: problemsPath(lang), text: words.problems }]}
        >
          {words.noneHelp}
        </EmptyState>
      ) : (
        <>
          <Months c={c} months={months.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)} countsOf={countsOf} />
          <Pager
            lang={lang}
            page={page}
            pages={pages}
            total={months.length}
            href={(to) => `${roundsPath(lang)}${queryString({ page: to === 1 ? undefined : to })}`}
          />
          <p class="faint">{words.rule}</p>
        </>
      )}
    </div>,
  );
};

type MonthsProps = Awaited<ReturnType<typeof readMonths>> & { readonly c: Ctx };

function Months({ c, months, countsOf }: MonthsProps) {
  const lang = c.get("lang");
  const words = problemRoundsWords[lang];
  return (
    <DataTable
      lang={lang}
      caption={words.months}
      captionHidden
      columns={[
        { header: words.month },
        ...ROUND_MEASURES.map((one) => ({ header: words.measures[one], align: "end" as const })),
      ]}
      rows={months.map((month) => {
        const counts = countsOf(month);
        return {
          cells: [
            <>
              <a href={roundsPath(lang, month)}>{formatPeriod(month, lang)}</a>
              {isOver(month, c.get("today")) ? null : <small> {words.notOver}</small>}
            </>,
            ...ROUND_MEASURES.map((one) => figure(counts[one], lang)),
          ],
        };
      })}
    />
  );
}
