// Recording figures: when, by whom, in what shape, and what asks for a second look.

import { strict as assert } from "node:assert";
import { describe, test } from "node:test";
import {
  readFigure,
  recordObservation,
  wantsConfirmation,
  withdrawObservation,
  type Figure,
  type FigureInput,
  type Observation,
  type ObservationInput,
  type Refusal,
  type Result,
} from "../src/index.ts";
import {
  by,
  closed,
  context,
  day,
  indicator,
  inspector,
  mean,
  notCollected,
  number,
  observation,
  observing,
  period,
  ratio,
  refusal,
  steward,
  today,
  value,
} from "./world.ts";

const input = (figure: Figure | number, more: Partial<ObservationInput> = {}): ObservationInput => ({
  period: period("2026-04"),
  figure: typeof figure === "number" ? number(figure) : figure,
  ...more,
});
const first = (
  figure: Figure | number,
  more: Partial<ObservationInput> = {},
  at = observing(),
): Result<{ state: Observation }, Refusal> => recordObservation(undefined, input(figure, more), at);

describe("a figure", () => {
  test("is recorded with its source, on the day it is recorded", () => {
    const { state, event } = value(
      recordObservation(undefined, input(52, { source: " 办案系统 " }), observing()),
    );
    assert.deepEqual(
      [state.figure, state.source, state.recordedOn, state.version, event.verb],
      [number(52), "办案系统", today, 1, "observation.recorded"],
    );
  });

  test("of a month may be recorded on its last day, not the day before", () => {
    const on = (date: string): boolean => first(1, {}, observing({ today: day(date) })).ok;
    assert.deepEqual([on("2026-04-29"), on("2026-04-30")], [false, true]);
  });

  test("may be of a longer period than the indicator's, not of a shorter", () => {
    const quarterly = observing({ indicator: indicator("flow", { frequency: "quarter" }) });
    const at = (text: string): boolean => first(1, { period: period(text) }, quarterly).ok;
    assert.deepEqual(
      [at("2026-03"), at("2026-01..02"), at("2026-Q1"), at("2025")],
      [false, false, true, true],
    );
  });

  test("is the body's own officer's to record, or a steward's", () => {
    assert.deepEqual(refusal(first(1, {}, observing({ by: by("officer", "SF") }))), {
      code: "notYourBody",
      body: "COURT",
    });
    assert.deepEqual(refusal(first(1, {}, observing({ by: inspector }))), {
      code: "roleMayNot",
      role: "inspector",
    });
    assert.equal(first(1, {}, observing({ by: steward })).ok, true);
  });

  test("of a body that has closed is recorded for its last month, not for later ones", () => {
    const of = (text: string): boolean =>
      first(1, { period: period(text) }, observing({ by: steward, body: closed })).ok;
    assert.deepEqual([of("2026-03"), of("2026-04")], [true, false]);
  });

  test("may be that it was not collected", () => {
    assert.deepEqual(value(first(notCollected)).state.figure, notCollected);
  });

  for (const [what, kind, figure, code] of [
    ["a ratio for a flow", "flow", ratio(1, 2), "choiceUnknown"],
    ["a mean for a ratio", "ratio", mean(1, 2), "choiceUnknown"],
    ["no number", "flow", number(Number.NaN), "numberOutOfRange"],
    ["a numerator that is no number", "ratio", ratio(Number.NaN, 2), "numberOutOfRange"],
    ["an infinite denominator", "ratio", ratio(1, Number.POSITIVE_INFINITY), "numberOutOfRange"],
    ["a mean over nothing", "duration", mean(3, 0), "numberOutOfRange"],
    ["a mean over half a case", "duration", mean(3, 0.5), "numberOutOfRange"],
    ["a ratio by zero", "ratio", ratio(3, 0), "denominatorZero"],
  ] as const)
    test(`is not ${what}`, () => {
      assert.equal(refusal(first(figure, {}, observing({ indicator: indicator(kind) }))).code, code);
    });
});

describe("a revision", () => {
  const current = observation(50);
  const revise = (figure: Figure | number, more: Partial<ObservationInput> = {}) =>
    recordObservation(current, input(figure, more), observing());

  test("needs a reason and counts the version", () => {
    assert.equal(refusal(revise(51)).code, "reasonMissing");
    const { state, event } = value(revise(51, { reason: "漏报一件" }));
    assert.deepEqual(
      [state.version, event],
      [2, { verb: "observation.revised", happenedOn: today, reason: "漏报一件" }],
    );
  });

  test("that says the same is none, with or without a reason", () => {
    assert.equal(refusal(revise(50)).code, "nothingChanged");
    assert.equal(refusal(revise(50, { reason: "重报" })).code, "nothingChanged");
  });

  test("of the source alone is one", () => {
    assert.equal(value(revise(50, { source: "统计年报", reason: "补来源" })).state.source, "统计年报");
  });

  test("need not confirm again what was confirmed before", () => {
    const odd = { ...current, figure: number(900), confirmed: "集中清理积案" };
    const before = { period: period("2026-03"), figure: number(50) };
    const noted = recordObservation(
      odd,
      input(900, { note: "含旧存", reason: "补注" }),
      observing({ before }),
    );
    assert.equal(value(noted).state.confirmed, "集中清理积案");
    const again = recordObservation(odd, input(901, { reason: "漏报" }), observing({ before }));
    assert.equal(refusal(again).code, "tenfold");
  });
});

describe("an unlikely figure", () => {
  const before = { period: period("2026-03"), figure: number(50) };
  const code = (amount: number, at = observing({ before })): string => {
    const decided = first(amount, {}, at);
    return decided.ok ? "kept" : decided.error.code;
  };

  for (const [amount, expected] of [
    [499.9, "kept"],
    [500, "tenfold"],
    [5.1, "kept"],
    [5, "tenfold"],
    [0, "tenfold"],
    [-50, "kept"],
    [-500, "tenfold"],
  ] as const)
    test(`after 50, ${amount} is ${expected}`, () => {
      assert.equal(code(amount), expected);
    });

  test("is not looked for after 0, after nothing, or after what was not collected", () => {
    const after = (figure: Figure): string => code(9000, observing({ before: { ...before, figure } }));
    assert.deepEqual(
      [after(number(0)), after(notCollected), code(9000, observing())],
      ["kept", "kept", "kept"],
    );
  });

  test("is judged in the indicator's unit: 1 of 2 after 10 of 200 is ten times the percentage", () => {
    const share = observing({ indicator: indicator("ratio"), before: { ...before, figure: ratio(10, 200) } });
    assert.deepEqual(refusal(first(ratio(1, 2), {}, share)), {
      code: "tenfold",
      field: "value",
      value: 50,
      before: 5,
      beforePeriod: "2026-03",
    });
  });

  test("at its bounds is within them", () => {
    const at = observing({ indicator: indicator("flow", { least: 0, most: 100 }) });
    assert.deepEqual(
      [0, 100, -0.1, 100.1].map((amount) => code(amount, at)),
      ["kept", "kept", "outsideBounds", "outsideBounds"],
    );
  });

  test("is kept with the reason given, which is not kept with a likely one", () => {
    const confirmed = "集中清理积案";
    assert.equal(value(first(900, { confirmed }, observing({ before }))).state.confirmed, confirmed);
    assert.equal(value(first(60, { confirmed }, observing({ before }))).state.confirmed, undefined);
    assert.equal(refusal(first(900, { confirmed: " " }, observing({ before }))).code, "tenfold");
  });

  test("is told from a wrong one", () => {
    assert.equal(wantsConfirmation(refusal(first(900, {}, observing({ before })))), true);
    assert.equal(wantsConfirmation(refusal(first(Number.NaN))), false);
  });
});

test("a withdrawn figure leaves nothing but its reason in the history", () => {
  const { state, event } = value(withdrawObservation(observation(50), "重复上报", context()));
  assert.deepEqual(
    [state, event],
    [undefined, { verb: "observation.withdrawn", happenedOn: today, reason: "重复上报" }],
  );
  assert.equal(refusal(withdrawObservation(observation(50), "", context())).code, "reasonMissing");
  assert.equal(
    refusal(withdrawObservation(observation(50), "误报", context(by("officer", "SF")))).code,
    "notYourBody",
  );
});

describe("a figure as typed", () => {
  const read = (kind: "flow" | "ratio" | "duration", typed: FigureInput): unknown => {
    const figure = readFigure(indicator(kind), typed);
    return figure.ok ? figure.value : figure.error;
  };
  const SENTENCES: readonly [string, unknown, unknown][] = [
    ["a flow is its value", read("flow", { value: 5 }), number(5)],
    ["a ratio with its parts is its parts", read("ratio", { numerator: 1, denominator: 3 }), ratio(1, 3)],
    ["a ratio of which only the result is known is a number", read("ratio", { value: 33.3 }), number(33.3)],
    [
      "a result beside its parts may be rounded to the indicator's decimals",
      read("ratio", { value: 33.3, numerator: 1, denominator: 3 }),
      ratio(1, 3),
    ],
    [
      "but not be another number",
      read("ratio", { value: 33.4, numerator: 1, denominator: 3 }),
      { code: "partsDisagree", field: "value", value: 33.4, computed: 33.3333333333333 },
    ],
    [
      "a denominator without a numerator lacks it",
      read("ratio", { denominator: 3 }),
      { code: "partsMissing", field: "numerator" },
    ],
    ["a duration with its count can be pooled", read("duration", { value: 30, count: 4 }), mean(30, 4)],
    ["a duration without its count is a number", read("duration", { value: 30 }), number(30)],
    ["nothing is not 0", read("flow", {}), { code: "textMissing", field: "value" }],
    ["not collected is said so", read("flow", { notCollected: true }), notCollected],
  ];
  for (const [sentence, found, expected] of SENTENCES)
    test(sentence, () => {
      assert.deepEqual(found, expected);
    });
});
