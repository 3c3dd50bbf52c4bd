// Resident identity numbers are told from other numbers of their length by region, birthday and checksum.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { found, withCheckCharacter } from "./made-up.ts";

// 440000 is Guangdong itself: no person's number begins so.
const id = withCheckCharacter("44000019900307123");
const idX = ["12000019850101001", "12000019850101002", "12000019850101003", "12000019850101004"]
  .concat(["005", "006", "007", "008", "009", "010", "011"].map((serial) => `12000019850101${serial}`))
  .map(withCheckCharacter)
  .find((number) => number.endsWith("X"));

describe("a resident ID number", () => {
  it("has the check character of the standard's own example", () => {
    // GB 11643-1999, annex A: 11010519491231002X.
    assert.equal(withCheckCharacter("11010519491231002"), "11010519491231002X");
    assert.deepEqual(found("11010519491231002X"), ["residentId certain 11010519491231002X"]);
  });

  const grouped = [6, 10, 14].reduceRight((text, at) => `${text.slice(0, at)} ${text.slice(at)}`, id);
  const fullWidth = id.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  for (const [said, written] of [
    ["plain", id],
    ["with X", idX ?? ""],
    ["with a small x", idX?.toLowerCase() ?? ""],
    ["with a full-width X", idX?.replace("X", "Ｘ") ?? ""],
    ["with the Cyrillic letter that looks like X", idX?.replace("X", "Х") ?? ""],
    ["in groups", grouped],
    ["in groups with hyphens", grouped.replaceAll(" ", "-")],
    ["in groups with dots", grouped.replaceAll(" ", "·")],
    ["in boxes, digit by digit", [...id].join(" ")],
    ["full-width", fullWidth],
    ["with zero-width spaces inside", [...id].join("\u200b")],
    ["in mathematical digits", id.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit)))],
  ] as const)
    it(`is found ${said}`, () => {
      assert.equal(written === "", false);
      for (const [before, after] of [
        ["", ""],
        ["申请人身份证号", "，已受理"],
        ["（", "）"],
        ["证件", "的居民"],
        ["ID", "。"],
        ["3 ", " 13800001234"],
      ] as const)
        assert.ok(
          found(before + written + after).includes(`residentId certain ${written}`),
          `${before}${written}${after}: ${found(before + written + after).join()}`,
        );
    });

  it("of a resident from Hong Kong, Macao or Taiwan, or of a foreign permanent resident, is found", () => {
    for (const seventeen of [
      "81000019900307123",
      "82000019900307123",
      "83000019900307123",
      "94400019900307123",
    ])
      assert.equal(found(withCheckCharacter(seventeen)).length, 1, seventeen);
  });

  it("needs a region, a real day and the right check character", () => {
    const wrong = id.slice(0, 17) + String((Number(id[17]) + 1) % 10);
    for (const other of [
      wrong,
      withCheckCharacter("20000019900307123"),
      withCheckCharacter("44000019900230123"),
      withCheckCharacter("44000019901307123"),
      withCheckCharacter("44000018900307123"),
      `${id}0`,
      `1${id}`,
    ])
      assert.deepEqual(found(other), [], other);
  });

  it("mistyped is still taken where the text calls it one", () => {
    const wrong = id.slice(0, 17) + String((Number(id[17]) + 1) % 10);
    assert.deepEqual(found(`身份证号码：${wrong}`), [`residentId likely ${wrong}`]);
    assert.deepEqual(found(`许可证号：${wrong}`), []);
  });

  it("of fifteen digits is certain where it is called so, else likely, and nothing where it is called a code", () => {
    const old = "440000900307123";
    assert.deepEqual(found(`身份证：${old}`), [`residentId certain ${old}`]);
    assert.deepEqual(found(`张某（${old}）`), [`residentId likely ${old}`]);
    assert.deepEqual(found(`440000 900307 123`), ["residentId likely 440000 900307 123"]);
    for (const other of [
      `注册号：${old}`,
      `税号${old}`,
      `${old}元`,
      `￥${old}`,
      `AB${old}`,
      `${old}.50`,
      "440000901307123",
      "200000900307123",
    ])
      assert.deepEqual(found(other), [], other);
  });

  it("is not a unified social credit code, nor part of one", () => {
    // GB 32100-2015; letters in the organization's part.
    for (const code of [
      "91440000MA5XXXXX0X",
      "11440000007541234X",
      "91440000MA00000000",
      "52440000MJL000000Q",
    ])
      assert.deepEqual(found(`统一社会信用代码${code}。`), [], code);
  });
});
