// Takes the plan's events through the decisions of core, one after the other, so that the sample's history is a possible one.

import {
  addEvidence,
  amendCommitment,
  createProgramme,
  declareDone,
  draftCommitment,
  finishMilestone,
  publishCommitment,
  publishProgramme,
  recordObservation,
  recordProgress,
  reopenMilestone,
  takeBackDeclaration,
  withdrawCommitment,
  type Body,
  type By,
  type Change,
  type Commitment,
  type CommitmentContext,
  type Context,
  type Evidence,
  type Indicator,
  type Observation,
  type Programme,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { previous } from "@yinuo/period";
import type { Past } from "@yinuo/store";
import { decideCheck, isCheckDeed, judgeAlone, noChecks, type Checks } from "./decide-checks.ts";
import { decideProblem, isProblemDeed, type Problems } from "./decide-problems.ts";
import type { CheckDeed, Deed, Event, Key, Photo, ProblemDeed } from "./plan.ts";

export type Deciding = {
  readonly bodies: ReadonlyMap<string, Body>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** By e-mail address. */
  readonly accounts: ReadonlyMap<string, By>;
  /** The picture's bytes as evidence, by its file in the package. */
  readonly pictures: ReadonlyMap<string, Pick<Evidence, "sha256" | "size" | "mediaType">>;
};

/** Throws at the first event that core refuses: then the plan is wrong, and nobody can act on it but its author. */
export const decidePlan = (events: readonly Event[], deciding: Deciding): readonly Past[] => {
  const ledger: Ledger = {
    ...deciding,
    programmes: new Map(),
    commitments: new Map(),
    observations: new Map(),
    evidence: new Map(),
    problems: new Map(),
    checks: noChecks(),
  };
  return events.flatMap(({ on, by, deed }) => {
    const context: Context = { by: needed(deciding.accounts.get(by), by), today: on };
    if (isCheckDeed(deed)) return decideChecks(deed, ledger, context);
    return decide(deed, ledger, context).map((past): Past => ({ ...past, by: context.by }));
  });
};

type Ledger = Deciding & {
  readonly programmes: Map<string, Programme>;
  readonly commitments: Map<string, Commitment>;
  readonly observations: Map<string, Observation>;
  /** How much there is for each milestone. */
  readonly evidence: Map<string, number>;
  readonly problems: Problems;
  readonly checks: Checks;
};

type Decided = Past extends infer One ? (One extends Past ? Omit<One, "by"> : never) : never;

/** An appeal is the owner's, whoever the event is by. */
const decideChecks = (deed: CheckDeed, ledger: Ledger, context: Context): readonly Past[] => {
  const { accounts, problems } = ledger;
  const officerOf = (body: string): By =>
    needed(
      [...accounts.values()].find((one) => one.role === "officer" && one.body === body),
      body,
    );
  const decided = decideCheck(deed, {
    ...ledger,
    problems: [...problems.values()],
    context,
    officerOf,
    evidence: "photo" in deed ? evidenceOf(deed.photo, ledger, context) : undefined,
    settled: (result) => settled(result, deed),
  });
  return decided.map(({ by, decided: past }): Past => {
    if (past.noun === "problem")
      for (const [number, known] of problems)
        if (known.problem === past.was) problems.set(number, { ...known, problem: past.change.state });
    return { ...past, by };
  });
};

const decide = (deed: Exclude<Deed, CheckDeed>, ledger: Ledger, context: Context): readonly Decided[] => {
  if (isProblemDeed(deed)) {
    const { problems, bodies } = ledger;
    const evidence = "photo" in deed ? evidenceOf(deed.photo, ledger, context) : undefined;
    return [settled(decideProblem(deed, { problems, bodies, context, evidence }), deed)];
  }
  switch (deed.verb) {
    case "createProgramme":
    case "publishProgramme":
      return [decideProgramme(deed, ledger, context)];
    case "recordObservation":
      return decideObservation(deed, ledger, context);
    case "recordProgress": {
      const was = commitmentOf(deed.key, ledger);
      const change = settled(
        recordProgress(was, { text: deed.text, happenedOn: context.today }, context),
        deed,
      );
      ledger.commitments.set(keyOf(deed.key), change.state);
      return [{ noun: "progress", change }];
    }
    case "addEvidence":
      return [decideEvidence(deed, ledger, context)];
    case "giveVerdict": {
      const { checks } = ledger;
      const was = commitmentOf(deed.key, ledger);
      const decided = judgeAlone(was, deed, { checks, context, settled: (result) => settled(result, deed) });
      for (const one of decided)
        if (one.noun === "commitment") ledger.commitments.set(keyOf(deed.key), one.change.state);
      return decided;
    }
    default: {
      const was = ledger.commitments.get(keyOf(deed.key));
      const change = settled(decideCommitment(deed, was, ledger, context), deed);
      ledger.commitments.set(keyOf(deed.key), change.state);
      return [{ noun: "commitment", was, change }];
    }
  }
};

type DeedOf<Verb extends Deed["verb"]> = Extract<Deed, { verb: Verb }>;

const decideProgramme = (
  deed: DeedOf<"createProgramme" | "publishProgramme">,
  { programmes }: Ledger,
  context: Context,
): Decided => {
  const was =
    deed.verb === "createProgramme" ? undefined : needed(programmes.get(deed.programme), deed.programme);
  const change = settled(
    deed.verb === "createProgramme"
      ? createProgramme(deed.input, { ...context, programmes })
      : publishProgramme(needed(was, deed.programme), context),
    deed,
  );
  programmes.set(change.state.code, change.state);
  return { noun: "programme", was, change };
};

const decideCommitment = (
  deed: Exclude<
    Deed,
    | ProblemDeed
    | CheckDeed
    | DeedOf<
        | "createProgramme"
        | "publishProgramme"
        | "recordObservation"
        | "recordProgress"
        | "addEvidence"
        | "giveVerdict"
      >
  >,
  was: Commitment | undefined,
  ledger: Ledger,
  base: Context,
): Result<Change<Commitment>, Refusal> => {
  const programme = needed(ledger.programmes.get(deed.key.programme), deed.key.programme);
  const { bodies, indicators } = ledger;
  const context: CommitmentContext = { ...base, programme, bodies, indicators };
  if (deed.verb === "draft") return draftCommitment(deed.input, { ...context, existing: was });
  const current = needed(was, keyOf(deed.key));
  const on = base.today;
  switch (deed.verb) {
    case "publish":
      return publishCommitment(current, context);
    case "amend":
      return amendCommitment(current, deed.input, deed.reason, context);
    case "withdraw":
      return withdrawCommitment(current, deed.reason, context);
    case "declareDone":
      return declareDone(current, { on }, context);
    case "takeBackDeclaration":
      return takeBackDeclaration(current, deed.reason, context);
    case "reopenMilestone":
      return reopenMilestone(current, deed, context);
    case "finishMilestone": {
      const evidenceCount = ledger.evidence.get(`${keyOf(deed.key)}/${deed.milestone}`) ?? 0;
      return finishMilestone(current, { milestone: deed.milestone, doneOn: on, evidenceCount }, context);
    }
  }
};

const decideEvidence = (deed: DeedOf<"addEvidence">, ledger: Ledger, context: Context): Decided => {
  const { lead, support } = commitmentOf(deed.key, ledger);
  const evidence = evidenceOf(deed.photo, ledger, context);
  const change = settled(addEvidence([lead, ...support], evidence, context), deed);
  const { milestone } = deed;
  const place = `${keyOf(deed.key)}/${milestone ?? ""}`;
  ledger.evidence.set(place, (ledger.evidence.get(place) ?? 0) + 1);
  const { programme, code: commitment } = deed.key;
  return {
    noun: "evidence",
    subject: { programme, commitment, ...(milestone === undefined ? {} : { milestone }) },
    change,
  };
};

const decideObservation = (
  deed: DeedOf<"recordObservation">,
  ledger: Ledger,
  context: Context,
): readonly Decided[] => {
  const indicator = needed(ledger.indicators.get(deed.indicator), deed.indicator);
  const body = needed(ledger.bodies.get(deed.body), deed.body);
  const key = (period: string | undefined): string => `${deed.indicator}/${deed.body}/${period ?? ""}`;
  const { period } = deed.input;
  const was = ledger.observations.get(key(period));
  const before = ledger.observations.get(key(previous(period)));
  const change = settled(recordObservation(was, deed.input, { ...context, indicator, body, before }), deed);
  ledger.observations.set(key(period), change.state);
  const recorded: Decided = { noun: "observation", was, change };
  if (deed.photo === undefined) return [recorded];
  const shown = settled(addEvidence([body.code], evidenceOf(deed.photo, ledger, context), context), deed);
  return [
    recorded,
    { noun: "evidence", subject: { indicator: deed.indicator, body: deed.body, period }, change: shown },
  ];
};

const evidenceOf = (
  { file, fileName, caption }: Photo,
  { pictures }: Ledger,
  { today }: Context,
): Evidence => ({
  ...needed(pictures.get(file), file),
  fileName,
  caption,
  showsOn: today,
  screening: "picture",
});

const keyOf = ({ programme, code }: Key): string => `${programme}/${code}`;
const commitmentOf = (key: Key, { commitments }: Ledger): Commitment =>
  needed(commitments.get(keyOf(key)), keyOf(key));

const settled = <T>(result: Result<T, Refusal>, deed: Deed): T => {
  if (result.ok) return result.value;
  throw new Error(`the sample was refused: ${JSON.stringify({ error: result.error, deed })}`);
};

const needed = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`the sample has no ${what}`);
  return value;
};
