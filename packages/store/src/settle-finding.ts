// A finding with all that follows from it by rule: the verdict on its commitment, the next step of its problem. All of it or nothing.

import {
  finishCheck,
  followFinding,
  givesVerdict,
  giveVerdict,
  ok,
  recordFinding,
  refuse,
  sameFields,
  singleCheck,
  verdictOf,
  type Change,
  type Commitment,
  type CommitmentCode,
  type Context,
  type Finding,
  type FindingInput,
  type ProgrammeCode,
  type Refusal,
  type Result,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { changeCheck, getCheck } from "./checks.ts";
import { changeCommitment, getCommitment, type CommitmentKey } from "./commitments.ts";
import type { Db } from "./connection.ts";
import { changeFinding, type FindingDeps, type FindingKey, type FindingSaved } from "./findings.ts";
import { changeProblem } from "./problems.ts";
import { writing } from "./transaction.ts";

type Settling = {
  readonly decide: (current: Finding | undefined, deps: FindingDeps) => Result<Change<Finding>, Refusal>;
  /** The new deadline of a problem that is there again. */
  readonly due?: Day | undefined;
  /** The version of the commitment that was looked at. */
  readonly seenVersion?: number | undefined;
};

/** Refuses as changeFinding, and as the verdict or the problem's decision that follows. */
export const settleFinding = (
  db: Db,
  key: FindingKey & { readonly sentAs?: string | undefined },
  context: Context,
  settling: Settling,
): Promise<Result<FindingSaved, Refusal>> =>
  writing<FindingSaved>(db, async (tx) => {
    const saved = await changeFinding(tx, key, context, settling.decide);
    if (!saved.ok || saved.value.again) return saved;
    const followed = await follow(tx, saved.value.finding, { context, settling });
    return followed.ok || followed.error.code === "nothingChanged" ? saved : followed;
  });

type Given = { readonly context: Context; readonly settling: Settling };

const follow = async (
  tx: Db,
  finding: Finding,
  { context, settling: { due, seenVersion } }: Given,
): Promise<Result<unknown, Refusal>> => {
  const { subject } = finding;
  if ("problem" in subject)
    // A problem takes its own course afterwards: what is said otherwise later is said of it there.
    return finding.version > 1
      ? ok(undefined)
      : changeProblem(tx, subject.problem, context, (current, deps) => {
          if (current === undefined) return refuse({ code: "problemUnknown", problem: subject.problem });
          const followed = followFinding(current, finding, { ...context, ...deps, due });
          if (!followed.ok) return followed;
          return followed.value === undefined ? refuse({ code: "nothingChanged" }) : ok(followed.value);
        });
  const { programme, commitment: code } = subject;
  const commitment = await getCommitment(tx, { programme, code }, { desk: true });
  const lookBack = (await getCheck(tx, finding.check))?.kind === "lookBack";
  if (commitment === undefined || !givesVerdict(commitment, finding, { today: context.today, lookBack }))
    return ok(undefined);
  // An appeal, or an answer to it, may leave what was found as it is.
  if (sameFields(verdictOf(finding), commitment.verdict ?? {})) return ok(undefined);
  return changeCommitment(tx, { programme, code }, context, (current) =>
    current === undefined
      ? refuse({ code: "commitmentUnknown", programme, commitment: code })
      : giveVerdict(current, finding, { ...context, seenVersion, lookBack }),
  );
};

type Judging = Omit<FindingInput, "answers"> & { readonly seenVersion?: number | undefined };

/**
 * A verdict by way of a check of one commitment, opened and finished with its one finding. Refuses: commitmentUnknown, as
 * singleCheck, recordFinding and giveVerdict.
 */
export const judgeAlone = (
  db: Db,
  { programme, code }: CommitmentKey,
  context: Context,
  { seenVersion, ...said }: Judging,
): Promise<Result<Finding, Refusal>> =>
  writing<Finding>(db, async (tx) => {
    const commitment = await getCommitment(tx, { programme, code }, { desk: true });
    if (commitment === undefined)
      return refuse({
        code: "commitmentUnknown",
        programme: programme as ProgrammeCode,
        commitment: code as CommitmentCode,
      });
    const opened = await changeCheck(tx, undefined, context, (_, { nextCode }) =>
      singleCheck(subjectFor(commitment), { ...context, code: nextCode }),
    );
    if (!opened.ok) return opened;
    const { code: check } = opened.value;
    if (!givesVerdict(commitment, { check, number: 1 }, context))
      return refuse({ code: "wrongStage", stage: commitment.stage, wanted: ["declared"] });
    const input = { ...said, number: 1, answers: {} };
    const settled = await settleFinding(tx, { check, number: 1 }, context, {
      seenVersion,
      decide: (existing, deps) => recordFinding(deps.check, input, { ...context, ...deps, existing }),
    });
    if (!settled.ok) return settled;
    const finished = await changeCheck(tx, check, context, (current, { found }) =>
      current === undefined
        ? refuse({ code: "checkUnknown", check })
        : finishCheck(current, { missed: {} }, { ...context, found }),
    );
    return finished.ok ? ok(settled.value.finding) : finished;
  });

const subjectFor = ({ programme, code, kind, title, titleEn, lead, support }: Commitment) =>
  ({
    of: kind,
    key: { programme, commitment: code },
    title,
    titleEn,
    owners: [lead, ...support],
  }) as const;
