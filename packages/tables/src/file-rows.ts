// Records as rows of the ledger's tables, by the keys of their columns.

import {
  deadlineOf,
  drawFacts,
  drawnSubjects,
  valueOf,
  type Body,
  type Check,
  type Commitment,
  type Draw,
  type Finding,
  type Indicator,
  type Observation,
  type Problem,
  type Programme,
} from "@yinuo/core";

/** What a cell holds before it is written: days and periods as their strings, codes as a list. */
export type CellValue = string | number | boolean | readonly string[] | undefined;
/** By the keys of the noun's columns. */
export type FileRow = Readonly<Record<string, CellValue>>;

/** In per cent with two decimals at most; unknown stays empty. */
const percentOf = (share: number | undefined): number | undefined =>
  share === undefined ? undefined : Number((share * 100).toFixed(2));

type CommitmentFile = {
  readonly commitment: Commitment;
  readonly leadName: string;
  /** In the words of the reader. */
  readonly standing: string;
  /** 0 to 1. */
  readonly completion: number | undefined;
};

export const commitmentRow = ({ commitment, leadName, standing, completion }: CommitmentFile): FileRow => {
  // Targets and milestones have files of their own; stage and verdict are said by the standing.
  const {
    targets: _targets,
    milestones: _milestones,
    verdict: _verdict,
    stage: _stage,
    ...fields
  } = commitment;
  return { ...fields, leadName, standing, completion: percentOf(completion) };
};

export const milestoneRows = ({ programme, code, milestones }: Commitment): FileRow[] =>
  milestones.map((milestone) => ({ programme, commitment: code, ...milestone }));

export const targetRows = ({ programme, code, targets }: Commitment): FileRow[] =>
  targets.map((target) => ({ programme, commitment: code, ...target }));

export const bodyRow = (body: Body): FileRow => body;

export const indicatorRow = (indicator: Indicator): FileRow => indicator;

type CheckFile = {
  readonly check: Omit<Check, "subjects">;
  readonly bodyName: string;
  /** In the words of the reader. */
  readonly standing: string;
  readonly subjects: number;
  readonly found: number;
};

/** Its questions and subjects are on its page and in the API. */
export const checkRow = ({ check, ...counted }: CheckFile): FileRow => {
  const { frame, checklist: _checklist, ...fields } = check;
  return {
    ...fields,
    ...counted,
    of: frame.of,
    frameBody: frame.body,
    frameStanding: frame.standing,
    frameWords: frame.words,
  };
};

type FindingFile = {
  readonly finding: Finding;
  readonly title: string;
  readonly titleEn?: string | undefined;
  readonly bodyName: string;
};

export const findingRow = ({ finding, ...named }: FindingFile): FileRow => {
  const { subject, appeal, answers, ...fields } = finding;
  return {
    ...fields,
    ...subject,
    ...named,
    answers: Object.entries(answers)
      .map(([question, answer]) => `${question}: ${answer}`)
      .join("; "),
    appealBy: appeal?.body,
    appealOn: appeal?.on,
    appeal: appeal?.text,
    answerBy: appeal?.answer?.body,
    answerOn: appeal?.answer?.on,
    outcome: appeal?.answer?.outcome,
    answer: appeal?.answer?.text,
  };
};

type ProblemFile = {
  readonly problem: Problem;
  readonly ownerName: string;
  /** In the words of the reader. */
  readonly standing: string;
};

/** The steps are counted; what others said of it is beside its own fields. */
export const problemRow = ({ problem, ownerName, standing }: ProblemFile): FileRow => {
  const { steps, listing, declared, checked, due: _due, firstDue, finding, ...fields } = problem;
  return {
    ...fields,
    ownerName,
    standing,
    deadline: deadlineOf(problem),
    firstDeadline: listing?.firstDeadline ?? firstDue,
    level: listing?.level,
    authority: listing?.authority,
    listedOn: listing?.on,
    finding: finding === undefined ? undefined : `${finding.check}/${finding.number}`,
    steps: steps.length,
    stepsDone: steps.filter(({ doneOn }) => doneOn !== undefined).length,
    declaredOn: declared?.on,
    declared: declared?.text,
    checkedBy: checked?.body,
    checkedOn: checked?.on,
    checked: checked?.text,
  };
};

/** The files it is recomputed from are beside it; here is what they come to. */
export const drawRow = ({ draw, bodyName }: { readonly draw: Draw; readonly bodyName: string }): FileRow => {
  const { filter: _filter, frame: _frame, inspectors: _inspectors, seed: _seed, ...fields } = draw;
  const { plan, rolls, result, ended, ...told } = fields;
  return {
    ...told,
    ...drawFacts({ plan }),
    bodyName,
    ceremonyAt: plan.ceremonyAt,
    rolls: rolls === "" ? undefined : rolls,
    drawn: result?.picks.map(({ id }) => id) ?? [],
    standing: drawnSubjects(draw).map(({ id }) => id),
    replaced: result?.replaced.length,
    endedOn: ended?.on,
    endedReason: ended?.reason,
  };
};

export const programmeRow = (programme: Programme): FileRow => programme;

/** `scale` of its indicator. A ratio has its parts beside its value; a mean has the count it was taken over. */
export const observationRow = (observation: Observation, scale: number): FileRow => {
  const { figure, ...fields } = observation;
  const value = valueOf(figure, scale);
  return {
    ...fields,
    // Fifteen digits: what a double has beyond them is noise.
    value: value === undefined ? undefined : Number(value.toPrecision(15)),
    ...(figure.as === "ratio" ? { numerator: figure.numerator, denominator: figure.denominator } : {}),
    ...(figure.as === "mean" ? { count: figure.count } : {}),
    notCollected: figure.as === "notCollected",
  };
};
