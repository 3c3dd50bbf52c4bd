// Masking leaves of each kind what screens customarily show, and of the rest of the text everything.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findPersonalData, maskPersonalData, screenText } from "@yinuo/personal-data";
import { withCheckCharacter, withLuhnDigit } from "./made-up.ts";

const id = withCheckCharacter("44000019900307123");
const card = withLuhnDigit("620000000000123");

describe("masking", () => {
  for (const [text, masked] of [
    [`身份证${id}。`, `身份证4****************${id.at(-1)}。`],
    ["13800001234", "138****1234"],
    ["138-0000-1234", "138-****-1234"],
    ["＋８６　１３８　００００　１２３４", "＋８６　１３８　****　１２３４"],
    ["一三八〇〇〇〇一二三四", "一三八****一二三四"],
    ["138\u200b0000\u200b1234", "138****1234"],
    ["+1 212 555 0123", "+1 21* *** **23"],
    ["010-20000000", "010-****0000"],
    ["(0755) 2000 0000", "(0755) **** 0000"],
    ["+86 755 2000 0000", "+86 755 **** 0000"],
    ["0755-20000000转801", "0755-*******0转801"],
    ["电话：20000000", "电话：****0000"],
    [card, `************${card.slice(-4)}`],
    ["粤B·00000", "粤B·****0"],
    ["京A0000警", "京A***0警"],
    ["zhang.san@example.com", "z****.***@example.com"],
    ["ab@example.com", "**@example.com"],
    ["zhang[at]example.com", "z****[at]example.com"],
    ["护照E12345678", "护照E******78"],
  ] as const)
    it(`${text} becomes ${masked}`, () => assert.equal(maskPersonalData(text), masked));

  it("masks all occurrences, not only the first", () => {
    const text = "13800001234、13900001234，13800001234";
    assert.equal(maskPersonalData(text), "138****1234、139****1234，138****1234");
  });

  it("masks only the finds it is given, so that one may be kept with a reason", () => {
    const text = "窗口电话0755-20000000，经办人13800001234";
    const finds = findPersonalData(text).filter(({ kind }) => kind !== "landline");
    assert.equal(maskPersonalData(text, finds), "窗口电话0755-20000000，经办人138****1234");
    assert.equal(maskPersonalData(text, []), text);
    assert.equal(maskPersonalData(text, findPersonalData(text).toReversed()), maskPersonalData(text));
  });

  it("throws at a find of another text, or one given twice", () => {
    const finds = findPersonalData("经办人13800001234");
    assert.throws(() => maskPersonalData("窗口电话0755-20000000", finds), RangeError);
    assert.throws(() => maskPersonalData("经办人13800001234", [...finds, ...finds]), RangeError);
  });

  it("masks whole what is left to see of one number and makes another with its neighbour", () => {
    assert.equal(maskPersonalData("13800000755-20000000"), "138********-********");
  });

  it("leaves a text without personal data as it is", () => {
    const text = "12345热线受理１，２３４件\u200b，办结率98.5%（2026年1—9月）。";
    assert.deepEqual(screenText(text), { finds: [], masked: text });
    assert.deepEqual(screenText(""), { finds: [], masked: "" });
  });

  it("says what was found together with the masked text", () => {
    assert.deepEqual(screenText("😀联系13800001234"), {
      finds: [{ kind: "mobile", start: 4, end: 15, text: "13800001234", certainty: "certain" }],
      masked: "😀联系138****1234",
    });
  });
});
