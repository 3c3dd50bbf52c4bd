// What the invented county is made of, on any day of the year.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  checkIdentity,
  checkStandingOf,
  FINDING_CONCLUSIONS,
  FIGURE_SHAPES,
  INDICATOR_KINDS,
  PROBLEM_STANDINGS,
  problemStandingOf,
  type Figure,
} from "@yinuo/core";
import { addDays, lastDay, yearOf, type Day } from "@yinuo/period";
import { generateSample, sampleAccounts } from "../src/index.ts";
import { decided, TODAY } from "./ledger.ts";

const county = decided();

test("the same seed and day make the same plan, another seed other figures", () => {
  const [first, again] = [
    generateSample({ seed: 7, today: TODAY }),
    generateSample({ seed: 7, today: TODAY }),
  ];
  assert.deepEqual(first, again);
  assert.notDeepEqual(first.events, generateSample({ seed: 8, today: TODAY }).events);
});

test("ten bodies, sixty commitments and measures, forty indicators, two and a half years and more of months", () => {
  const { plan, commitments } = county;
  assert.equal(plan.bodies.length, 10);
  assert.equal(commitments.length, 60);
  assert.equal(plan.indicators.length, 40);
  assert.ok(plan.months.length >= 30);
  assert.deepEqual([plan.months[0], plan.months.at(-1)], ["2024-01", "2026-10"]);
  assert.ok(commitments.filter(({ programme }) => programme === "2026").length > 40);
  assert.ok(commitments.filter(({ kind }) => kind === "measure").length >= 6);
});

test("every kind of indicator, every form of figure, and figures revised with a reason", () => {
  assert.deepEqual(new Set(county.plan.indicators.map(({ kind }) => kind)), new Set(INDICATOR_KINDS));
  assert.deepEqual(new Set(county.observations.map(({ figure }) => figure.as)), new Set(FIGURE_SHAPES));
  const revised = county.past.filter(({ change }) => change.event.verb === "observation.revised");
  assert.ok(revised.length >= 8 && revised.every(({ change }) => (change.event.reason ?? "") !== ""));
  assert.ok(county.observations.some(({ confirmed }) => confirmed !== undefined));
});

test("the court’s cases balance: opening + new − closed = pending, in every month", () => {
  const [came, went, pending] = [seriesOf("FY-XS"), seriesOf("FY-JA"), seriesOf("FY-WJ")];
  const months = [...pending.keys()].toSorted();
  assert.ok(months.length >= 30);
  const rows = months.slice(1).map((month, at) => ({
    label: month,
    opening: pending.get(months[at] ?? ""),
    added: came.get(month),
    closed: went.get(month),
    pending: pending.get(month),
  }));
  assert.deepEqual(checkIdentity(rows), { balance: [], carried: [], unchecked: [] });
});

test("the procuratorate closes no more cases than came in and were left", () => {
  const [came, went] = [seriesOf("JC-SL"), seriesOf("JC-BJ")];
  let left = 96;
  for (const [month, count] of came) {
    left += count - (went.get(month) ?? 0);
    assert.ok(left >= 0, month);
  }
});

const seriesOf = (indicator: string): ReadonlyMap<string, number> =>
  new Map(
    county.observations.flatMap(({ figure, ...one }) =>
      one.indicator === indicator && figure.as === "number"
        ? [[one.period as string, figure.value] as const]
        : [],
    ),
  );

test("no ratio is above its whole, and nothing is recorded before its period is over or after today", () => {
  for (const { figure, period, recordedOn, indicator } of county.observations) {
    assert.ok(isPossible(figure), `${indicator} ${period}`);
    assert.ok(recordedOn > lastDay(period) && recordedOn <= TODAY, `${indicator} ${period} ${recordedOn}`);
  }
  for (const { on } of county.plan.events) assert.ok(on <= TODAY);
});

const isPossible = (figure: Figure): boolean =>
  figure.as === "ratio" ? figure.numerator <= figure.denominator && figure.numerator >= 0 : true;

test("first due dates stay visible, reasons are given, and the inspecting body judges no work of its own", () => {
  const { commitments, past } = county;
  assert.ok(
    commitments.some(({ due, firstDue }) => due !== undefined && firstDue !== undefined && due > firstDue),
  );
  const verbs = new Set(past.map(({ change }) => change.event.verb));
  for (const verb of [
    "commitment.amended",
    "commitment.withdrawn",
    "commitment.declaration-taken-back",
    "milestone.reopened",
  ] as const)
    assert.ok(verbs.has(verb), verb);
  for (const { verdict, lead } of commitments)
    if (verdict !== undefined) assert.ok(verdict.body === "RD" && lead !== "RD");
});

test("every text has both languages, and none is left unfilled", () => {
  for (const one of county.commitments) {
    const texts = [one.title, one.promise, one.criterion, one.beneficiaries];
    for (const text of texts) assert.match(text ?? "", /\p{Script=Han}/u, one.code);
    for (const text of [one.titleEn, one.promiseEn, one.criterionEn, one.beneficiariesEn])
      assert.match(text ?? "", /^[^\p{Script=Han}]+$/u, one.code);
    for (const { title, titleEn } of one.milestones)
      assert.ok(title !== "" && (titleEn ?? "") !== "", one.code);
  }
  for (const one of [...county.plan.indicators, ...county.plan.bodies]) {
    assert.match(one.name, /\p{Script=Han}/u);
    assert.match(one.nameEn ?? "", /^[^\p{Script=Han}]+$/u);
  }
  assert.doesNotMatch(JSON.stringify(county.plan), /[{](?:Y|t\d)[}]|undefined|NaN/);
});

test("nothing in it looks like a person’s: no identity or phone number, bank card, plate or mail address", () => {
  const said = JSON.stringify({ ...county.plan, events: county.plan.events.map(({ deed }) => deed) });
  assert.doesNotMatch(said, /\b\d{15}(?:\d{2}[\dXx])?\b|\b1[3-9]\d{9}\b|\b\d{16,19}\b/);
  assert.doesNotMatch(
    said,
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5}/,
  );
  assert.doesNotMatch(said, /@/);
  assert.doesNotMatch(said, /嫌疑人|布控|重点人员|名单|人脸/);
  for (const { email } of sampleAccounts) assert.match(email, /@example\.org$/);
});

test("it is alive on any day: nothing is refused at the turn of a year, in its first weeks, or on a leap day", () => {
  for (const today of [
    "2026-01-01",
    "2026-01-19",
    "2026-03-01",
    "2026-06-30",
    "2026-12-31",
    "2028-02-29",
  ] as Day[]) {
    const { plan, commitments } = decided(today);
    assert.equal(commitments.length, 60, today);
    const programmes = new Set(commitments.map(({ programme }) => Number(programme)));
    const year = Number(today.slice(0, 4));
    assert.deepEqual(programmes, new Set([year - 1, year]), today);
    assert.ok(plan.months.length >= 24 && yearOf(plan.months[0] ?? ("" as never)) === year - 2);
    assert.ok(
      plan.events.every(({ on }) => on <= today && on > addDays(today, -3 * 366)),
      today,
    );
  }
});

test("problems in every state a reader can meet, on any day", () => {
  const { problems } = county;
  const met = new Set(problems.map((problem) => problemStandingOf(problem, TODAY).is));
  assert.deepEqual([...met].toSorted(), PROBLEM_STANDINGS.toSorted());
  assert.ok(
    problems.some(({ listing }) => listing !== undefined && listing.deadline !== listing.firstDeadline),
  );
  assert.ok(problems.every(({ checked, owner }) => checked?.body !== owner));
});

test("checks of each kind there is a form for, findings of each conclusion, an appeal answered and one that waits", () => {
  const { checks, findings } = county;
  const planned = checks.filter(({ kind }) => kind !== "single");
  assert.deepEqual(
    planned.map((check) => [check.kind, checkStandingOf(check, TODAY).is]),
    [
      ["scheduled", "finished"],
      ["lookBack", "finished"],
      ["scheduled", "running"],
    ],
  );
  assert.deepEqual(
    [...new Set(findings.map(({ conclusion }) => conclusion))].toSorted(),
    FINDING_CONCLUSIONS.toSorted(),
  );
  const appeals = findings.flatMap(({ appeal }) => (appeal === undefined ? [] : [appeal.answer?.outcome]));
  assert.deepEqual(appeals, ["stands", undefined]);
  assert.ok(findings.every(({ body, owners }) => !owners.includes(body)));
});
