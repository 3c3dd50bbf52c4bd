// No sequence of actions by the owner's own hand leads to "kept" or "delisted": findings, verdicts and problems played at random.

import { strict as assert } from "node:assert";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import {
  answerAppeal,
  appealFinding,
  createBody,
  declareDone,
  declareFixed,
  followFinding,
  giveVerdict,
  givesVerdict,
  openCheck,
  reassignSubject,
  recordFinding,
  recordProgress,
  reviseFinding,
  takeBackDeclaration,
  type Body,
  type By,
  type Check,
  type Commitment,
  type Finding,
  type FrozenSubject,
  type Problem,
  type Refusal,
  type Result,
} from "../src/index.ts";
import * as world from "./world.ts";

const { day, today, value, clerk, inspector, steward, planned, frozen, saying, inspecting, context, by } =
  world;
const court = by("inspector", "COURT", true);
const disc = by("inspector", "DISC", true);
const inspectingBody = (code: string, name: string): Body =>
  value(createBody({ code, name, inspects: true }, { by: steward, today, bodies: new Map() })).state;
const bodies = new Map([
  ...world.bodies,
  ["DISC", inspectingBody("DISC", "县效能办")] as const,
  ["COURT", inspectingBody("COURT", "县人民法院")] as const,
]);
type World = {
  readonly check: Check;
  readonly commitment: Commitment;
  readonly problem: Problem;
  readonly findings: ReadonlyMap<number, Finding>;
  /** Accounts that acted for the owner. */
  readonly acted: ReadonlySet<string>;
};
type Deed = (was: World, who: By) => World;

const start = (): World => ({
  check: planned(),
  commitment: world.published(),
  problem: world.problem(),
  findings: new Map(),
  acted: new Set(),
});
const list: readonly FrozenSubject[] = [
  frozen[0],
  { ...frozen[0], key: { problem: world.problem().code }, owners: [world.court.code] },
];

/** What the store does around the decisions: who acted is remembered, and a finding is followed in the same transaction. */
const owning = (was: World, who: By, result: Result<{ readonly state: Partial<World> }, Refusal>): World =>
  result.ok ? { ...was, ...result.value.state, acted: new Set([...was.acted, who.account]) } : was;
const put = <K extends keyof World>(key: K, result: Result<{ readonly state: World[K] }, Refusal>) =>
  result.ok ? ({ ok: true, value: { state: { [key]: result.value.state } } } as const) : result;
const follow = (was: World, who: By, finding: Finding): World => {
  const next = { ...was, findings: new Map([...was.findings, [finding.number, finding]]) };
  if (finding.number === 2) {
    const after = followFinding(was.problem, finding, {
      ...context(who),
      evidenceCount: 99,
      due: day("2027-01-01"),
    });
    if (!after.ok) return was;
    return after.value === undefined ? next : { ...next, problem: after.value.state };
  }
  if (!givesVerdict(was.commitment, finding, { today })) return next;
  const judged = giveVerdict(was.commitment, finding, context(who));
  return judged.ok ? { ...next, commitment: judged.value.state } : was;
};
const looking =
  (number: 1 | 2, conclusion: Finding["conclusion"]): Deed =>
  (was, who) => {
    const existing = was.findings.get(number);
    const given = { ...inspecting(who, was.acted.has(who.account)), existing };
    const decided =
      existing === undefined
        ? recordFinding(was.check, { ...saying, number, conclusion }, given)
        : reviseFinding(existing, { ...saying, conclusion, reason: "复看" }, { ...given, check: was.check });
    return decided.ok ? follow(was, who, decided.value.state) : was;
  };

const DEEDS: readonly Deed[] = [
  (was, who) => owning(was, who, put("commitment", declareDone(was.commitment, { on: today }, context(who)))),
  (was, who) =>
    owning(was, who, put("commitment", takeBackDeclaration(was.commitment, "误报", context(who)))),
  (was, who) =>
    owning(
      was,
      who,
      put("commitment", recordProgress(was.commitment, { text: "推进", happenedOn: today }, context(who))),
    ),
  (was, who) =>
    owning(
      was,
      who,
      put(
        "problem",
        declareFixed(was.problem, { text: "到位", on: today }, { ...context(who), evidenceCount: 99 }),
      ),
    ),
  (was, who) => {
    const opened = openCheck(was.check, { frozen: list }, context(who));
    return opened.ok ? { ...was, check: opened.value.state } : was;
  },
  (was, who) => {
    const found = new Set(was.findings.keys());
    const passed = reassignSubject(
      was.check,
      { number: 1, to: "COURT", reason: "调整" },
      { ...context(who), bodies, found },
    );
    return passed.ok ? { ...was, check: passed.value.state } : was;
  },
  looking(1, "confirmed"),
  looking(1, "notConfirmed"),
  looking(2, "confirmed"),
  (was, who) => {
    const finding = was.findings.get(1);
    const decided =
      finding && appealFinding(finding, { text: "有异议" }, { ...context(who), appealDays: 15 });
    if (decided?.ok !== true) return was;
    return owning(
      was,
      who,
      put("findings", { ok: true, value: { state: new Map([...was.findings, [1, decided.value.state]]) } }),
    );
  },
  (was, who) => {
    const finding = was.findings.get(1);
    const answer = { outcome: "changed", conclusion: "confirmed", text: "属实" } as const;
    const decided = finding && answerAppeal(finding, answer, inspecting(who, was.acted.has(who.account)));
    return decided?.ok === true ? follow(was, who, decided.value.state) : was;
  },
];

const OWNERS_HAND: readonly By[] = [
  clerk,
  court,
  by("steward", "COURT", true),
  by("officer", "SF", true),
  by("inspector", "SF", true),
  by("editor", "COURT"),
];
const OTHERS: readonly By[] = [inspector, by("steward", "AUDIT", true), disc, steward];

const played = (actors: readonly By[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...DEEDS), fc.constantFrom(...actors)), {
      minLength: 20,
      maxLength: 60,
      size: "max",
    })
    .map((deeds) => (step: (before: World, after: World, who: By) => void): World => {
      let state = start();
      for (const [deed, who] of deeds) {
        const after = deed(state, who);
        step(state, after, who);
        state = after;
      }
      return state;
    });

describe("any sequence of actions", () => {
  test("by accounts of the owner and the co-operating bodies leads neither to kept nor to delisted", () => {
    fc.assert(
      fc.property(played(OWNERS_HAND), (play) => {
        const end = play(() => undefined);
        assert.equal(end.commitment.verdict, undefined);
        assert.notEqual(end.problem.stage, "delisted");
        assert.equal(end.findings.size, 0);
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });

  test("by anybody: a verdict and a delisting are the word of another body, by an account that never acted for the owner", () => {
    let [verdicts, delistings] = [0, 0];
    fc.assert(
      fc.property(played([...OWNERS_HAND, ...OTHERS]), (play) => {
        play((before, after, who) => {
          if (after.commitment.verdict !== before.commitment.verdict) {
            verdicts += 1;
            assert.ok(!["COURT", "SF"].includes(after.commitment.verdict?.body ?? "COURT"));
            assert.ok(!before.acted.has(who.account), who.account);
          }
          if (after.problem.stage === "delisted" && before.problem.stage !== "delisted") {
            delistings += 1;
            assert.notEqual(who.body, "COURT");
            assert.ok(!before.acted.has(who.account), who.account);
          }
        });
      }),
      { seed: 20261125, numRuns: 400 },
    );
    assert.ok(
      verdicts > 30 && delistings > 15,
      `${verdicts} verdicts and ${delistings} delistings were reached`,
    );
  });
});
