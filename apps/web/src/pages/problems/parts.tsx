// What is said of one problem, on its public page and at the desk: how it stands, its facts, its steps.

import { deadlineOf, problemStandingOf, type Problem } from "@yinuo/core";
import { problemStandingWord } from "@yinuo/tables";
import { daysBetween, formatDay, type Day } from "@yinuo/period";
import { choiceWords } from "@yinuo/words";
import { inLang, type Lang } from "../../lang.ts";
import { Facts, figure, Stamp, Timeline, typed, type Fact, type Moment } from "../../parts/index.ts";
import { checksWords } from "../../words/checks.ts";
import { problemsWords } from "../../words/problems.ts";
import { bodyPath, commitmentPath, findingPath } from "../addresses.ts";
import { PROBLEM_MARK } from "./standings.ts";
import { firstDeadline } from "./table.tsx";

type Props = {
  readonly lang: Lang;
  readonly problem: Problem;
  readonly nameOf: (code: string) => string;
  readonly today: Day;
};

export function StandingOf(props: Props) {
  const { lang, problem, today } = props;
  const standing = problemStandingOf(problem, today);
  return (
    <>
      <p>
        <Stamp lang={lang} kind={PROBLEM_MARK[standing.is]} text={problemStandingWord(standing, lang)} />
      </p>
      {sayings(props).map((sentence) => (
        <p>{typed(lang, sentence)}</p>
      ))}
    </>
  );
}

/** Who says so; the check's own words stand with it. */
const sayings = ({ lang, problem, nameOf }: Props): readonly string[] => {
  const words = problemsWords[lang];
  const { listing, declared, checked, stage } = problem;
  const day = (on: Day) => formatDay(on, lang);
  const levels = choiceWords[lang].listingLevel;
  return [
    ...(listing === undefined || stage === "delisted"
      ? []
      : [words.listedBy(nameOf(listing.authority), levels[listing.level], day(listing.on))]),
    ...(declared === undefined
      ? []
      : [words.declaredBy(nameOf(declared.body), day(declared.on)), declared.text]),
    ...(stage === "declared" ? [words.notChecked] : []),
    ...(checked === undefined || stage === "declared"
      ? []
      : [
          (stage === "delisted" && problem.lookedBackOn === undefined ? words.delistedBy : words.checkedBy)(
            nameOf(checked.body),
            day(checked.on),
          ),
          checked.text,
        ]),
  ];
};

export function ProblemFacts({ lang, problem, nameOf }: Props) {
  const words = problemsWords[lang];
  const { owner, origin, reportedBy, openedOn, place } = problem;
  const facts: readonly Fact[] = [
    { term: words.facts.place, value: typed(lang, place) },
    { term: words.facts.owner, value: <a href={bodyPath(lang, owner)}>{nameOf(owner)}</a> },
    {
      term: words.facts.origin,
      value: words.reported(choiceWords[lang].problemOrigin[origin], nameOf(reportedBy)),
    },
    { term: words.facts.opened, value: formatDay(openedOn, lang) },
    {
      term: words.facts.deadline,
      value: formatDay(deadlineOf(problem), lang),
      note: movedNote(problem, lang),
    },
    ...moreFacts(problem, lang, nameOf),
  ];
  return <Facts lang={lang} facts={facts} />;
}

const movedNote = (problem: Problem, lang: Lang): string | undefined => {
  const words = problemsWords[lang];
  const first = firstDeadline(problem);
  if (first === deadlineOf(problem)) return undefined;
  return (problem.listing === undefined ? words.firstDue : words.firstListing)(formatDay(first, lang));
};

const moreFacts = (problem: Problem, lang: Lang, nameOf: Props["nameOf"]): readonly Fact[] => {
  const { formerOwners } = problem;
  const words = problemsWords[lang].facts;
  const {
    listing,
    returns,
    reopenings,
    lookBackDue,
    lookedBackOn,
    programme,
    commitment: code,
    finding,
  } = problem;
  return [
    ...(listing === undefined
      ? []
      : [{ term: words.level, value: choiceWords[lang].listingLevel[listing.level] }]),
    ...(programme === undefined || code === undefined
      ? []
      : [{ term: words.commitment, value: <a href={commitmentPath(lang, { programme, code })}>{code}</a> }]),
    ...(formerOwners === undefined
      ? []
      : [
          {
            term: words.formerOwners,
            value: formerOwners.map((one) => nameOf(one)).join(lang === "en" ? ", " : "、"),
          },
        ]),
    ...(finding === undefined
      ? []
      : [
          {
            term: checksWords[lang].finding,
            value: (
              <a href={findingPath(lang, finding.check, finding.number)}>
                {finding.check}/{finding.number}
              </a>
            ),
          },
        ]),
    ...(returns === 0 ? [] : [{ term: words.returns, value: figure(returns, lang) }]),
    ...(reopenings === 0 ? [] : [{ term: words.reopenings, value: figure(reopenings, lang) }]),
    ...(lookBackDue === undefined ? [] : [{ term: words.lookBack, value: formatDay(lookBackDue, lang) }]),
    ...(lookedBackOn === undefined ? [] : [{ term: words.lookedBack, value: formatDay(lookedBackOn, lang) }]),
  ];
};

type StepsProps = Pick<Props, "lang" | "problem" | "today"> & {
  /** What may be done about an open step. */
  readonly action?: ((step: string) => Moment["status"]) | undefined;
};

export function ProblemSteps({ lang, problem, today, action }: StepsProps) {
  const words = problemsWords[lang];
  if (problem.steps.length === 0)
    return (
      <p>
        <b>{words.noSteps}</b> <span class="faint">{words.noStepsHelp}</span>
      </p>
    );
  return (
    <Timeline
      label={words.columns.plan}
      moments={problem.steps.map(({ code, title, titleEn, due, firstDue, doneOn }) => ({
        day: formatDay(due, lang),
        iso: due,
        title: typed(lang, inLang(lang, title, titleEn)),
        mark: doneOn !== undefined ? "declared" : due < today ? "overdue" : "not-started",
        status: doneOn === undefined ? action?.(code) : undefined,
        detail: [
          ...(firstDue === due ? [] : [words.first(formatDay(firstDue, lang))]),
          ...(doneOn === undefined ? [] : [words.stepDone(formatDay(doneOn, lang))]),
          ...(doneOn === undefined && due < today
            ? [words.stepLate(figure(daysBetween(due, today), lang))]
            : []),
        ].join(" · "),
      }))}
    />
  );
}
