// What is said of one check, on its public page and at the desk: its facts, its frame, its list of subjects with what was found.

import {
  checkStandingOf,
  isMissed,
  type Check,
  type Finding,
  type Frame,
  type ProblemStandingName,
  type Standing,
  type Subject,
} from "@yinuo/core";
import { formatDay, type Day } from "@yinuo/period";
import { standingWord } from "@yinuo/tables";
import { choiceWords } from "@yinuo/words";
import type { Child } from "hono/jsx";
import { inLang, type Lang } from "../../lang.ts";
import { DataTable, Facts, figure, Stamp, Status, typed, type Fact } from "../../parts/index.ts";
import { checksWords } from "../../words/checks.ts";
import { problemsWords } from "../../words/problems.ts";
import { siteWordsIn } from "../../words/index.ts";
import {
  bodyPath,
  commitmentPath,
  commitmentsPath,
  drawPath,
  overviewPath,
  problemPath,
  problemsPath,
} from "../addresses.ts";
import { CHECK_MARK, checkStandingText, CONCLUSION_MARK } from "./standings.ts";

export type CheckSeen = {
  readonly lang: Lang;
  readonly check: Check;
  readonly nameOf: (code: string) => string;
  readonly today: Day;
};

export function CheckStanding({ lang, check, today }: CheckSeen) {
  const standing = checkStandingOf(check, today);
  return (
    <p>
      <Stamp lang={lang} kind={CHECK_MARK[standing.is]} text={checkStandingText(standing, lang)} />
      {check.calledOff === undefined ? null : (
        <>
          <br />
          {typed(lang, checksWords[lang].calledOff(check.calledOff))}
        </>
      )}
    </p>
  );
}

export function CheckFacts(props: CheckSeen) {
  const { lang, check, nameOf } = props;
  const words = checksWords[lang];
  const day = (on: Day) => formatDay(on, lang);
  const { kind, body, programme, draw, inspectors, start, due, openedOn, endedOn } = check;
  const facts: readonly Fact[] = [
    { term: words.facts.kind, value: choiceWords[lang].checkKind[kind] },
    { term: words.facts.body, value: <a href={bodyPath(lang, body)}>{nameOf(body)}</a> },
    {
      term: words.facts.programme,
      value:
        programme === undefined ? words.facts.whole : <a href={overviewPath(lang, programme)}>{programme}</a>,
    },
    ...(kind === "single" || kind === "drawn"
      ? []
      : [{ term: words.facts.frame, value: <FrameOf {...props} /> }]),
    ...(draw === undefined
      ? []
      : [{ term: words.facts.draw, value: <a href={drawPath(lang, draw)}>{draw}</a> }]),
    { term: words.facts.inspectors, value: inspectors.map(nameOf).join(siteWordsIn(lang).and) },
    { term: words.facts.period, value: words.from(day(start), day(due)) },
    ...(openedOn === undefined ? [] : [{ term: words.facts.opened, value: day(openedOn) }]),
    ...(endedOn === undefined ? [] : [{ term: words.facts.ended, value: day(endedOn) }]),
  ];
  return <Facts lang={lang} facts={facts} />;
}

/** In words, with the way to what is within it now: the frozen list stands beside it. */
function FrameOf({ lang, check: { frame, programme }, nameOf }: CheckSeen) {
  const words = checksWords[lang];
  const parts = frameWords(frame, { lang, nameOf });
  const { of, body, standing, words: q } = frame;
  const href =
    of === "problem"
      ? problemsPath(lang, { body, standing, q })
      : commitmentsPath(lang, { programme: programme ?? "", kind: of, body, standing, q });
  return (
    <>
      {typed(lang, parts)} <a href={href}>{words.now}</a>
    </>
  );
}

const frameWords = (
  { of, body, standing, words: q }: Frame,
  { lang, nameOf }: Pick<CheckSeen, "lang" | "nameOf">,
): string => {
  const words = checksWords[lang];
  const parts = [
    ...(body === undefined ? [] : [words.frameBody(nameOf(body))]),
    ...(standing === undefined ? [] : [words.frameStanding(standingName(of, standing, lang))]),
    ...(q === undefined ? [] : [words.frameWords(q)]),
  ];
  const { and, colon } = siteWordsIn(lang);
  return `${choiceWords[lang].frameNoun[of]}${colon}${parts.length === 0 ? words.frameAll : parts.join(and)}`;
};

export const standingName = (of: Frame["of"], standing: NonNullable<Frame["standing"]>, lang: Lang): string =>
  of === "problem"
    ? problemsWords[lang].standings[standing as ProblemStandingName]
    : standingWord({ is: standing as Standing["is"] }, lang);

export const subjectPagePath = (lang: Lang, { key }: Pick<Subject, "key">): string =>
  "problem" in key
    ? problemPath(lang, key.problem)
    : commitmentPath(lang, { programme: key.programme, code: key.commitment });

type SubjectsProps = CheckSeen & {
  readonly findings: ReadonlyMap<number, Finding>;
  /** The page of each: the public one or the desk's. */
  readonly pathOf: (subject: Subject) => string;
  /** Other things to be done with it. */
  readonly actionOf?: ((subject: Subject) => Child) | undefined;
};

export function SubjectTable({ lang, check, nameOf, today, findings, pathOf, actionOf }: SubjectsProps) {
  const words = checksWords[lang];
  return (
    <DataTable
      lang={lang}
      caption={words.subjects}
      captionHidden
      columns={[
        { header: words.subjectColumns.subject },
        { header: words.subjectColumns.owner },
        { header: words.subjectColumns.inspector },
        { header: words.subjectColumns.finding, bare: true },
      ]}
      rows={check.subjects.map((subject) => ({
        id: `s${subject.number}`,
        cells: [
          <>
            {figure(subject.number, lang)}.{" "}
            <a href={pathOf(subject)}>{typed(lang, inLang(lang, subject.title, subject.titleEn))}</a>
          </>,
          subject.owners.map(nameOf).join(siteWordsIn(lang).and),
          <>
            {subject.inspector === undefined ? words.nobody : nameOf(subject.inspector)}
            <Recused lang={lang} subject={subject} nameOf={nameOf} />
          </>,
          <>
            <Looked
              lang={lang}
              check={check}
              subject={subject}
              finding={findings.get(subject.number)}
              today={today}
            />
            {actionOf?.(subject)}
          </>,
        ],
      }))}
    />
  );
}

export function Recused({
  lang,
  subject: { recused },
  nameOf,
}: {
  lang: Lang;
  subject: Subject;
  nameOf: (code: string) => string;
}) {
  if (recused.length === 0) return null;
  return (
    <>
      <br />
      <small>{checksWords[lang].recused(recused.map(nameOf).join(siteWordsIn(lang).and))}</small>
    </>
  );
}

type LookedProps = Omit<CheckSeen, "nameOf"> & {
  readonly subject: Subject;
  readonly finding: Finding | undefined;
};

/** What was concluded, or that nobody looked. */
export function Looked({ lang, check, subject, finding, today }: LookedProps) {
  const words = checksWords[lang];
  if (finding !== undefined)
    return (
      <Status
        lang={lang}
        kind={CONCLUSION_MARK[finding.conclusion]}
        text={choiceWords[lang].findingConclusion[finding.conclusion]}
      />
    );
  return (
    <>
      <Status
        lang={lang}
        kind={isMissed(check, today) ? "silent" : "not-started"}
        text={isMissed(check, today) ? words.missed : words.waiting}
      />
      {subject.missed === undefined ? null : (
        <>
          <br />
          <small>{typed(lang, words.missedWhy(subject.missed))}</small>
        </>
      )}
    </>
  );
}
