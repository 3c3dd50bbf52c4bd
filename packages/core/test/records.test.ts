// Bodies, programmes and indicators, what changed between two versions, and what people type.

import { strict as assert } from "node:assert";
import { describe, test } from "node:test";
import {
  changeBody,
  changedFields,
  changeIndicator,
  changeProgramme,
  createBody,
  createIndicator,
  createProgramme,
  minus,
  publishProgramme,
  sameFields,
  sum,
  typedChoice,
  typedDay,
  typedNumber,
  typedPeriod,
  type BodyInput,
} from "../src/index.ts";
import {
  bodies,
  closedCases,
  context,
  court,
  day,
  indicatorInput,
  period,
  programme,
  refusal,
  steward,
  today,
  value,
} from "./world.ts";

const asTyped: BodyInput = { code: "COURT", name: "县人民法院", inspects: false };

describe("a body", () => {
  const at = { by: steward, today, bodies };

  test("keeps its code and its external id, and counts its versions", () => {
    const { state } = value(
      changeBody({ ...court, externalId: "11" }, { ...asTyped, name: "县法院", seenVersion: 1 }, at),
    );
    assert.deepEqual([state.code, state.externalId, state.name, state.version], ["COURT", "11", "县法院", 2]);
    assert.equal(refusal(changeBody(court, { ...asTyped, code: "SF" }, at)).code, "codeFixed");
    assert.equal(
      refusal(changeBody({ ...court, externalId: "11" }, { ...asTyped, externalId: "12" }, at)).code,
      "codeFixed",
    );
  });

  test("saved as it was is not a change", () => {
    assert.equal(refusal(changeBody(court, asTyped, at)).code, "nothingChanged");
  });

  test("cannot be its own parent, or have one nobody knows", () => {
    assert.equal(refusal(changeBody(court, { ...asTyped, parent: "COURT" }, at)).code, "bodyCycle");
    assert.equal(refusal(createBody({ ...asTyped, code: "B", parent: "NOBODY" }, at)).code, "bodyUnknown");
    assert.equal(value(createBody({ ...asTyped, code: "B", parent: "COURT" }, at)).state.parent, "COURT");
  });

  test("is not created twice", () => {
    assert.equal(refusal(createBody(asTyped, at)).code, "codeTaken");
  });
});

describe("a programme", () => {
  test("is published once, and goes on changing in the open", () => {
    const { state } = value(publishProgramme(programme, context(steward)));
    assert.deepEqual([state.publishedOn, state.version], [today, 2]);
    const changed = value(
      changeProgramme(state, { ...programme, completionRule: "mean" }, context(steward)),
    ).state;
    assert.deepEqual([changed.completionRule, changed.publishedOn, changed.version], ["mean", today, 3]);
  });

  for (const [field, more] of [
    ["silentAfterDays", { silentAfterDays: 0 }],
    ["silentAfterDays", { silentAfterDays: 1.5 }],
    ["rankingMinimum", { rankingMinimum: 0 }],
  ] as const)
    test(`refuses ${JSON.stringify(more)}`, () => {
      const refused = refusal(
        createProgramme({ ...programme, code: "P", ...more }, { by: steward, today, programmes: new Set() }),
      );
      assert.equal("field" in refused && refused.code === "numberOutOfRange" && refused.field, field);
    });

  test("like a body and an indicator, is not overwritten by somebody who saw an older version", () => {
    const body = changeBody(
      { ...court, version: 2 },
      { ...asTyped, name: "县法院", seenVersion: 1 },
      { ...context(steward), bodies },
    );
    assert.equal(refusal(body).code, "changedMeanwhile");
    const input = { ...indicatorInput("flow"), name: "办结", seenVersion: 1 };
    const indicator = changeIndicator({ ...closedCases, version: 2 }, input, {
      ...context(steward),
      observed: true,
    });
    assert.equal(refusal(indicator).code, "changedMeanwhile");
    const refused = refusal(
      changeProgramme({ ...programme, version: 2 }, { ...programme, seenVersion: 1 }, context(steward)),
    );
    assert.deepEqual(refused, { code: "changedMeanwhile", seen: 1, now: 2 });
  });
});

describe("an indicator", () => {
  const at = { by: steward, today, indicators: new Set<string>() };
  const create = (more: Parameters<typeof indicatorInput>[1], kind: "flow" | "ratio" = "flow") =>
    createIndicator(indicatorInput(kind, more), at);

  test("a ratio is a percentage unless said otherwise, and only a ratio has a scale", () => {
    assert.deepEqual(
      [
        value(create({}, "ratio")).state.scale,
        value(create({ scale: 1000 }, "ratio")).state.scale,
        value(create({ scale: 1000 })).state.scale,
      ],
      [100, 1000, 1],
    );
  });

  test("has bounds in their order, a scale above 0 and a definition", () => {
    assert.equal(refusal(create({ least: 5, most: 4 })).code, "numberOutOfRange");
    assert.equal(refusal(create({ scale: 0 }, "ratio")).code, "numberOutOfRange");
    assert.deepEqual(refusal(create({ definition: " " })), { code: "textMissing", field: "definition" });
    assert.equal(value(create({ least: 4, most: 4 })).state.most, 4);
  });

  test("changes its kind only while nothing was recorded under it", () => {
    const stock = { ...indicatorInput("stock"), code: closedCases.code };
    const change = (observed: boolean) =>
      changeIndicator(closedCases, stock, { by: steward, today, observed });
    assert.equal(value(change(false)).state.kind, "stock");
    assert.equal(refusal(change(true)).code, "kindFixed");
  });

  test("changes its scale only while nothing was recorded under it", () => {
    const share = value(create({}, "ratio")).state;
    const perMille = indicatorInput("ratio", { scale: 1000 });
    const change = (observed: boolean) => changeIndicator(share, perMille, { by: steward, today, observed });
    assert.equal(value(change(false)).state.scale, 1000);
    assert.deepEqual(refusal(change(true)), { code: "kindFixed", field: "scale" });
  });
});

describe("what changed", () => {
  test("is only the fields that differ, each as it was and as it is", () => {
    const was = { code: "A", name: "旧", due: undefined, support: ["B"], verdict: { on: "x", by: "y" } };
    const now = { name: "新", code: "A", due: "2026-01-01", support: ["B"], verdict: { by: "y", on: "x" } };
    assert.deepEqual(changedFields(was, now), {
      old: { name: "旧" },
      new: { name: "新", due: "2026-01-01" },
    });
  });

  test("of a new record is all it says, and of a removed one all it said", () => {
    assert.deepEqual(changedFields(undefined, { a: 1, b: undefined }), { old: {}, new: { a: 1 } });
    assert.deepEqual(changedFields({ a: 1 }, undefined), { old: { a: 1 }, new: {} });
  });

  test("absent and undefined are one, the order of a list is not", () => {
    assert.equal(sameFields({ a: undefined, b: { d: 1, c: 2 } }, { b: { c: 2, d: 1 } }), true);
    assert.equal(sameFields({ a: [1, 2] }, { a: [2, 1] }), false);
  });
});

test("decimals add and subtract as people write them", () => {
  assert.deepEqual(
    [sum([0.1, 0.2]), minus(0.3, 0.1), sum([1e-7, 2e-7]), sum([1e21, 1]), sum([]), sum([-0.1, 0.1])],
    [0.3, 0.2, 3e-7, 1e21, 0, 0],
  );
});

describe("what is typed", () => {
  const SENTENCES: readonly [string, unknown, unknown][] = [
    ["a day", typedDay("due", " 2026年6月30日 "), { ok: true, value: day("2026-06-30") }],
    ["no day", typedDay("due", ""), { ok: true, value: undefined }],
    [
      "a day that does not exist",
      typedDay("due", "2026-02-30"),
      { ok: false, error: { code: "dayUnreadable", field: "due", typed: "2026-02-30" } },
    ],
    ["a period", typedPeriod("period", "2026年1—9月累计"), { ok: true, value: period("2026-01..09") }],
    [
      "a period as it is stored, even where prose would be ambiguous",
      typedPeriod("period", "2011-12"),
      { ok: true, value: period("2011-12") },
    ],
    ["full-width digits and commas", typedNumber("value", "－２，５２７．５"), { ok: true, value: -2527.5 }],
    ["no number, which is not 0", typedNumber("value", " "), { ok: true, value: undefined }],
    [
      "a comma in the wrong place",
      typedNumber("value", "25,27"),
      { ok: false, error: { code: "numberUnreadable", field: "value", typed: "25,27" } },
    ],
    ["a choice", typedChoice("rule", ["least", "mean"], "mean"), { ok: true, value: "mean" }],
  ];
  for (const [sentence, found, expected] of SENTENCES)
    test(sentence, () => {
      assert.deepEqual(found, expected);
    });
});
