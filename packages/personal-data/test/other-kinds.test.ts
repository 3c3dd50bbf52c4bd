// Plates, e-mail addresses and passports are found in the spellings people use, and codes that look like them are not.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { found } from "./made-up.ts";

const table = (kind: string, rows: readonly (readonly [string, string, string])[]): void => {
  for (const [text, certainty, written] of rows)
    it(`is found in ${text}`, () => assert.deepEqual(found(text), [`${kind} ${certainty} ${written}`]));
};
const none = (texts: readonly string[]): void => {
  for (const text of texts) it(`is not ${text}`, () => assert.deepEqual(found(text), []));
};

describe("a number plate", () => {
  table("plate", [
    ["粤B00000", "certain", "粤B00000"],
    ["车牌粤B·0A0A0的车", "certain", "粤B·0A0A0"],
    ["粤B 00A00", "certain", "粤B 00A00"],
    ["粤B-00000", "certain", "粤B-00000"],
    ["粤·B00000", "likely", "粤·B00000"],
    ["粤b00000", "likely", "粤b00000"],
    ["粤Ｂ０００００", "certain", "粤Ｂ０００００"],
    ["京AD00000", "certain", "京AD00000"],
    ["京A·FA0000", "certain", "京A·FA0000"],
    ["沪A00000D", "certain", "沪A00000D"],
    ["京A0000警", "certain", "京A0000警"],
    ["川A0000学", "certain", "川A0000学"],
    ["冀B0000挂", "certain", "冀B0000挂"],
    ["沪A0000领", "certain", "沪A0000领"],
    ["粤Z0000港", "certain", "粤Z0000港"],
    ["使000·000", "likely", "使000·000"],
  ]);
  none([
    "粤0304民初12345号",
    "京A股00000",
    "粤B0000",
    "粤B0000000",
    "粤BABCDE",
    "粤B0I0O0",
    "投资使113456名群众受益",
    "新A12345元",
    "京G6高速",
    "川A202601",
  ]);
  it("is found each time", () => assert.equal(found("粤B00000、粤B00001京A0000警").length, 3));
});

describe("an e-mail address", () => {
  table("email", [
    ["zhang.san@example.com", "certain", "zhang.san@example.com"],
    ["邮箱zhangsan@example.com。", "certain", "zhangsan@example.com"],
    ["写信到a_b+c@mail.example.com.cn吧", "certain", "a_b+c@mail.example.com.cn"],
    ["zhang＠example．com", "certain", "zhang＠example．com"],
    ["zhang@\u200bexample.com", "certain", "zhang@\u200bexample.com"],
    ["13800001234@example.com", "certain", "13800001234@example.com"],
    ["zhang[at]example.com", "likely", "zhang[at]example.com"],
    ["zhang（at）example（dot）com", "likely", "zhang（at）example（dot）com"],
    ["zhang @ example.com", "likely", "zhang @ example.com"],
    ["zhang#163.com", "likely", "zhang#163.com"],
  ]);
  none([
    "@example.com",
    "zhang@",
    "icon@2x.png",
    "yinuo@1.2.3",
    "@yinuo/core",
    "页面#section.com",
    "看见@某某",
  ]);
  it("is found each time", () =>
    assert.equal(found("a@example.com;b@example.com,c@example.org d[at]example.com").length, 4));
});

describe("a passport or permit number", () => {
  table("passport", [
    ["护照E00000000", "certain", "E00000000"],
    ["护照号码：EA0000000", "certain", "EA0000000"],
    ["护照 Ｇ００００００００", "certain", "Ｇ００００００００"],
    ["passport no. E00000000", "certain", "E00000000"],
    ["E91900000", "likely", "E91900000"],
    ["EA0000000", "likely", "EA0000000"],
    ["G00000000", "likely", "G00000000"],
    ["港澳通行证C00000000", "certain", "C00000000"],
    ["台胞证号：00000000", "likely", "00000000"],
    ["回乡证H0000000000", "certain", "H0000000000"],
    ["护照号：AB000000", "likely", "AB000000"],
    ["护照 E 00000000", "certain", "E 00000000"],
  ]);
  none([
    "C00000000",
    "E0000000",
    "E000000000",
    "EI0000000",
    "E05010887",
    "G20260930",
    "SF-E91900000",
    "E91900000-01",
    "ABE91900000",
    "办理护照12345678本",
    "办理护照和签证，2026年",
    "E91900000件",
  ]);
});
