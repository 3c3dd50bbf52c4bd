// Numbers as people write them.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readNumber } from "@yinuo/spreadsheet";

describe("readNumber", () => {
  const numbers: readonly [text: string, decimal: "." | "," | undefined, number: number][] = [
    ["2,527", ".", 2527],
    ["2,527", ",", 2.527],
    ["２，５２７", ".", 2527],
    ["1,234,567", undefined, 1234567],
    ["12.5", undefined, 12.5],
    ["12,5", undefined, 12.5],
    ["0,125", undefined, 0.125],
    ["1 234,5", undefined, 1234.5],
    ["1 234", undefined, 1234],
    ["1'234.5", undefined, 1234.5],
    ["-21.419,06", ",", -21419.06],
    ["−3", undefined, -3],
    ["＋5", undefined, 5],
    ["-0", undefined, 0],
    ["1.23E+05", ".", 123000],
    ["００７", undefined, 7],
  ];
  for (const [text, decimal, number] of numbers) {
    it(`"${text}" with ${decimal ?? "no sign given"} is ${number}`, () => {
      const read = readNumber(text, { decimal });
      assert.deepEqual(read, { ok: true, value: { kind: "number", number, percent: false } });
    });
  }

  for (const text of ["12.23 %", "12.23%", "１２.２３％"]) {
    it(`"${text}" is 12.23 percent`, () => {
      assert.deepEqual(readNumber(text), {
        ok: true,
        value: { kind: "number", number: 12.23, percent: true },
      });
    });
  }

  const multiplied = [
    ["1.2万", 12_000, "万"],
    ["3.05億", 305_000_000, "亿"],
    ["1.1万亿", 1_100_000_000_000, "万亿"],
  ] as const;
  for (const [text, number, multiplier] of multiplied) {
    it(`"${text}" is ${number}`, () => {
      const value = { kind: "number", number, percent: false, multiplier };
      assert.deepEqual(readNumber(text), { ok: true, value });
    });
  }

  for (const text of ["-", "- -", "--", "—", "——", "－", "–"]) {
    it(`"${text}" says that there is no figure`, () => {
      assert.deepEqual(readNumber(text), { ok: true, value: { kind: "dash" } });
    });
  }

  it("blank text is nothing", () => {
    assert.deepEqual(readNumber(" \u3000"), { ok: true, value: { kind: "empty" } });
  });

  it('"1,234" and "1.234" are two numbers until somebody says which', () => {
    const because = "decimal";
    assert.deepEqual(readNumber("1,234"), {
      ok: false,
      error: { code: "ambiguous", because, point: 1234, comma: 1.234 },
    });
    assert.deepEqual(readNumber("1.234"), {
      ok: false,
      error: { code: "ambiguous", because, point: 1.234, comma: 1234 },
    });
  });

  it('"(292)" is asked about', () => {
    for (const text of ["(292)", "（292）"]) {
      assert.deepEqual(readNumber(text), {
        ok: false,
        error: { code: "ambiguous", because: "brackets", negative: -292, positive: 292 },
      });
    }
  });

  const refused: readonly [text: string, decimal: "." | "," | undefined, reason: string][] = [
    ["已完成", undefined, "text"],
    ["约30", undefined, "text"],
    ["2026-09-30", undefined, "text"],
    ["12m²", undefined, "text"],
    ["10²", undefined, "text"],
    ["3/4", undefined, "text"],
    ["5-", undefined, "text"],
    ["-21.419,06", ".", "wrongFormat"],
    ["12,5", ".", "wrongFormat"],
    ["1,23,456", undefined, "wrongFormat"],
    ["1.2.3", undefined, "wrongFormat"],
    ["0,123", ".", "wrongFormat"],
    ["110105194912310021", undefined, "tooManyDigits"],
  ];
  for (const [text, decimal, reason] of refused) {
    it(`"${text}" with ${decimal ?? "no sign given"} is no number (${reason})`, () => {
      assert.deepEqual(readNumber(text, { decimal }), { ok: false, error: { code: "notANumber", reason } });
    });
  }

  it("answers at once however long the text", () => {
    const started = performance.now();
    for (const text of [
      "1".repeat(100_000),
      "1,".repeat(50_000),
      " ".repeat(100_000) + "x",
      "- ".repeat(50_000) + "x",
    ]) {
      assert.equal(readNumber(text).ok, false);
    }
    assert.ok(performance.now() - started < 1000);
  });
});
