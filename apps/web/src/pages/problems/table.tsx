// Problems as a table, wherever several are listed: in public and at the desk.

import { deadlineOf, problemStandingOf, type Problem } from "@yinuo/core";
import { problemStandingWord } from "@yinuo/tables";
import { formatDay, type Day } from "@yinuo/period";
import type { ProblemSort } from "@yinuo/store";
import { inLang, type Lang } from "../../lang.ts";
import { DataTable, figure, Status, typed, type Column } from "../../parts/index.ts";
import { problemsWords } from "../../words/problems.ts";
import { PROBLEM_MARK } from "./standings.ts";

type SortLink = NonNullable<Column["sort"]>;

type Props = {
  readonly lang: Lang;
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly problems: readonly Problem[];
  readonly today: Day;
  readonly nameOf: (code: string) => string;
  /** The page of each: the public one or the desk's. */
  readonly pathOf: (problem: Problem) => string;
  readonly sortLink?: ((sort: ProblemSort) => SortLink) | undefined;
};

export function ProblemTable({ lang, problems, today, nameOf, pathOf, sortLink, ...props }: Props) {
  const words = problemsWords[lang].columns;
  const sorted = (sort: ProblemSort) => (sortLink === undefined ? {} : { sort: sortLink(sort) });
  return (
    <DataTable
      lang={lang}
      caption={props.caption}
      captionHidden={props.captionHidden}
      columns={[
        { header: words.title, ...sorted("title") },
        { header: words.owner },
        { header: words.plan },
        { header: words.deadline, ...sorted("deadline") },
        { header: words.standing, bare: true },
      ]}
      rows={problems.map((problem) => ({
        cells: [
          <>
            <a href={pathOf(problem)}>{typed(lang, inLang(lang, problem.title, problem.titleEn))}</a>{" "}
            <small>
              {problem.code} · {typed(lang, problem.place)}
            </small>
          </>,
          nameOf(problem.owner),
          stepsText(problem, lang),
          <Deadline lang={lang} problem={problem} />,
          <ProblemStatus lang={lang} problem={problem} today={today} />,
        ],
      }))}
    />
  );
}

export const stepsText = ({ steps }: Problem, lang: Lang): string => {
  const words = problemsWords[lang];
  if (steps.length === 0) return words.noSteps;
  const done = steps.filter(({ doneOn }) => doneOn !== undefined).length;
  return words.steps(figure(done, lang), figure(steps.length, lang));
};

/** The first one beside the one that counts now. */
export const firstDeadline = (problem: Pick<Problem, "listing" | "firstDue">): Day =>
  problem.listing?.firstDeadline ?? problem.firstDue;

function Deadline({ lang, problem }: { lang: Lang; problem: Problem }) {
  const [now, first] = [deadlineOf(problem), firstDeadline(problem)];
  return (
    <>
      <time datetime={now}>{formatDay(now, lang)}</time>
      {first === now ? null : (
        <>
          <br />
          <small>{problemsWords[lang].first(formatDay(first, lang))}</small>
        </>
      )}
    </>
  );
}

export function ProblemStatus({ lang, problem, today }: { lang: Lang; problem: Problem; today: Day }) {
  const standing = problemStandingOf(problem, today);
  return <Status lang={lang} kind={PROBLEM_MARK[standing.is]} text={problemStandingWord(standing, lang)} />;
}
