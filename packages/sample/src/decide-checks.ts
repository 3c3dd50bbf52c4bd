// Takes the sample's checks and findings through the decisions of core.

import {
  addEvidence,
  answerAppeal,
  APPEAL_DAYS,
  appealFinding,
  checkCodeOf,
  finishCheck,
  followFinding,
  giveVerdict,
  givesVerdict,
  openCheck,
  planCheck,
  problemStandingOf,
  recordFinding,
  singleCheck,
  VERDICT_OF,
  type Body,
  type By,
  type Change,
  type Check,
  type Commitment,
  type Conclusion,
  type Context,
  type Evidence,
  type Finding,
  type FindingConclusion,
  type FrozenSubject,
  type Problem,
  type Refusal,
  type Result,
} from "@yinuo/core";
import type { CheckDeed } from "./plan.ts";

/** The checks so far by their code, those of the plan by their place in it, and the findings in the order they were recorded. */
export type Checks = {
  readonly byCode: Map<string, Check>;
  readonly planned: Map<number, string>;
  readonly findings: Map<number, Finding[]>;
};
export const noChecks = (): Checks => ({ byCode: new Map(), planned: new Map(), findings: new Map() });

export type DecidedCheck =
  | { readonly noun: "check"; readonly was: Check | undefined; readonly change: Change<Check> }
  | { readonly noun: "finding"; readonly was: Finding | undefined; readonly change: Change<Finding> }
  | { readonly noun: "commitment"; readonly was: Commitment; readonly change: Change<Commitment> }
  | { readonly noun: "problem"; readonly was: Problem; readonly change: Change<Problem> }
  | {
      readonly noun: "evidence";
      readonly subject: { readonly inspection: string; readonly number: number };
      readonly change: Change<Evidence>;
    };

type Settle = <T>(result: Result<T, Refusal>) => T;
type Given = {
  readonly checks: Checks;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly commitments: ReadonlyMap<string, Commitment>;
  readonly problems: readonly { readonly problem: Problem; readonly evidenceCount: number }[];
  readonly context: Context;
  /** An officer of the body. */
  readonly officerOf: (body: string) => By;
  /** The photo of the deed, as a piece of evidence. */
  readonly evidence: Evidence | undefined;
  readonly settled: Settle;
};

export const isCheckDeed = (deed: { readonly verb: string }): deed is CheckDeed => "nth" in deed;

const nextCode = ({ byCode }: Checks, { today }: Context): Check["code"] => {
  const year = `${today.slice(0, 4)}-`;
  return checkCodeOf(today, [...byCode.keys()].filter((code) => code.startsWith(year)).length + 1);
};

/** Each with whoever did it. */
export const decideCheck = (
  deed: CheckDeed,
  given: Given,
): readonly { readonly by: By; readonly decided: DecidedCheck }[] => {
  const { checks, context, bodies, settled } = given;
  const mine = (decided: DecidedCheck) => ({ by: context.by, decided });
  if (deed.verb === "planCheck") {
    const code = nextCode(checks, context);
    const change = settled(planCheck(deed.input, { ...context, bodies, code }));
    checks.planned.set(deed.nth, code);
    checks.findings.set(deed.nth, []);
    return [mine(keep(checks, undefined, change))];
  }
  const check = checks.byCode.get(checks.planned.get(deed.nth) ?? "");
  const findings = checks.findings.get(deed.nth) ?? [];
  if (check === undefined) throw new Error(`the sample has planned no check ${deed.nth}`);
  switch (deed.verb) {
    case "openCheck":
      return [
        mine(keep(checks, check, settled(openCheck(check, { frozen: frozenFor(check, given) }, context)))),
      ];
    case "recordFinding":
      return found(deed, { check, findings, given }).map(mine);
    case "appealFinding":
    case "answerAppeal":
      return appealed(deed, { check, findings, given });
    case "finishCheck": {
      const looked = new Set(findings.map(({ number }) => number));
      const missed = Object.fromEntries(check.subjects.map(({ number }) => [number, deed.missed]));
      return [
        mine(keep(checks, check, settled(finishCheck(check, { missed }, { ...context, found: looked })))),
      ];
    }
  }
};

const keep = ({ byCode }: Checks, was: Check | undefined, change: Change<Check>): DecidedCheck => {
  byCode.set(change.state.code, change.state);
  return { noun: "check", was, change };
};

const frozenFor = ({ frame }: Check, { commitments, problems, context }: Given): readonly FrozenSubject[] => {
  if (frame.of === "problem")
    return problems
      .map(({ problem }) => problem)
      .filter((one) => (frame.standing ?? "") === problemStandingOf(one, context.today).is)
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, title, titleEn, owner }) => ({
        key: { problem: code },
        title,
        titleEn,
        owners: [owner],
      }));
  return [...commitments.values()]
    .filter(({ kind, stage }) => kind === frame.of && stage !== "draft" && stage !== "withdrawn")
    .filter(({ lead, support }) => frame.body === undefined || [lead, ...support].includes(frame.body))
    .toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
    .map(({ programme, code, title, titleEn, lead, support }) => ({
      key: { programme, commitment: code },
      title,
      titleEn,
      owners: [lead, ...support],
    }));
};

type Of = { readonly check: Check; readonly findings: Finding[]; readonly given: Given };
type DeedOf<Verb extends CheckDeed["verb"]> = Extract<CheckDeed, { readonly verb: Verb }>;

/** On the next subject of the inspector's body that the finding does not judge: verdicts have stories of their own. */
const found = (deed: DeedOf<"recordFinding">, { check, findings, given }: Of): readonly DecidedCheck[] => {
  const { context, commitments, problems, evidence, settled } = given;
  const { today } = context;
  const subject = check.subjects.find(({ number, inspector, key }) => {
    if (inspector !== context.by.body || findings.some((one) => one.number === number)) return false;
    if ("problem" in key) return true;
    const commitment = commitments.get(`${key.programme}/${key.commitment}`);
    return commitment !== undefined && !givesVerdict(commitment, { check: check.code, number }, { today });
  });
  if (subject === undefined) return [];
  const { number, key } = subject;
  const { conclusion, text: finding, place } = deed;
  const answers = Object.fromEntries(
    check.checklist.map(({ code }) => [code, conclusion === "confirmed" ? "yes" : "no"] as const),
  );
  const said = { number, conclusion, finding, place, answers, on: today };
  const change = settled(recordFinding(check, said, { ...context, acted: false, existing: undefined }));
  findings.push(change.state);
  const about = "problem" in key ? problems.find(({ problem }) => problem.code === key.problem) : undefined;
  const followed =
    about === undefined
      ? undefined
      : settled(
          followFinding(about.problem, change.state, { ...context, evidenceCount: about.evidenceCount }),
        );
  const shown =
    evidence === undefined
      ? undefined
      : settled(addEvidence(subject.owners, evidence, context, { inspected: change.state.body }));
  return [
    { noun: "finding", was: undefined, change },
    ...(shown === undefined
      ? []
      : [{ noun: "evidence" as const, subject: { inspection: check.code, number }, change: shown }]),
    ...(about === undefined || followed === undefined
      ? []
      : [{ noun: "problem" as const, was: about.problem, change: followed }]),
  ];
};

const appealed = (
  deed: DeedOf<"appealFinding" | "answerAppeal">,
  { findings, given: { context, officerOf, settled } }: Of,
) => {
  const was = findings[deed.at];
  if (was === undefined) return [];
  const { text } = deed;
  const by = deed.verb === "appealFinding" ? officerOf(was.owners[0]) : context.by;
  const change = settled(
    deed.verb === "appealFinding"
      ? appealFinding(was, { text }, { ...context, by, appealDays: APPEAL_DAYS })
      : answerAppeal(was, { outcome: "stands", text }, { ...context, acted: false }),
  );
  findings[deed.at] = change.state;
  return [{ by, decided: { noun: "finding" as const, was, change } }];
};

type Judging = { readonly conclusion: Conclusion; readonly finding: string };

/** A verdict by way of a check of the one commitment. */
export const judgeAlone = (
  commitment: Commitment,
  { conclusion, finding }: Judging,
  { checks, context, settled }: Pick<Given, "checks" | "context" | "settled">,
): readonly DecidedCheck[] => {
  const { programme, code, kind, title, titleEn, lead, support } = commitment;
  const subject = {
    key: { programme, commitment: code },
    title,
    titleEn,
    owners: [lead, ...support],
  } as const;
  const given = { ...context, code: nextCode(checks, context) };
  const opened = settled(singleCheck({ of: kind, ...subject }, given));
  const said = { number: 1, conclusion: findingOf(conclusion), finding, answers: {}, on: context.today };
  const change = settled(
    recordFinding(opened.state, said, { ...context, acted: false, existing: undefined }),
  );
  const judged = settled(giveVerdict(commitment, change.state, context));
  const finished = settled(finishCheck(opened.state, { missed: {} }, { ...context, found: new Set([1]) }));
  return [
    keep(checks, undefined, opened),
    { noun: "finding", was: undefined, change },
    { noun: "commitment", was: commitment, change: judged },
    keep(checks, opened.state, finished),
  ];
};

const findingOf = (conclusion: Conclusion): FindingConclusion =>
  (Object.keys(VERDICT_OF) as FindingConclusion[]).find((one) => VERDICT_OF[one] === conclusion) ??
  "cannotBeVerified";
