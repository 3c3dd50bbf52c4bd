// Bank cards are told from order numbers and rows of figures by issuer, checksum and company.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { found, withLuhnDigit } from "./made-up.ts";

// 620000 and 629999 are no issuer's; 4111… is the test number of payment systems.
const sixteen = withLuhnDigit("620000000000123");
const nineteen = withLuhnDigit("629999000000001234");
const inFours = (number: string, separator = " "): string =>
  number.replace(/(\d{4})(?=\d)/g, `$1${separator}`);
const wrong = sixteen.slice(0, 15) + String((Number(sixteen[15]) + 1) % 10);

describe("a bank card number", () => {
  for (const [text, certainty, number] of [
    [sixteen, "certain", sixteen],
    [nineteen, "certain", nineteen],
    [`卡号：${inFours(sixteen)}`, "certain", inFours(sixteen)],
    [`退至${inFours(nineteen)}，`, "certain", inFours(nineteen)],
    [inFours(sixteen, "-"), "certain", inFours(sixteen, "-")],
    [
      `${nineteen.slice(0, 6)} ${nineteen.slice(6)}`,
      "certain",
      `${nineteen.slice(0, 6)} ${nineteen.slice(6)}`,
    ],
    ["4111 1111 1111 1111", "certain", "4111 1111 1111 1111"],
    ["4111111111111111", "likely", "4111111111111111"],
    ["银行卡4111111111111111", "certain", "4111111111111111"],
    ["5555555555554444", "likely", "5555555555554444"],
    ["3782 822463 10005", "certain", "3782 822463 10005"],
    [`卡号${wrong}`, "likely", wrong],
  ] as const)
    it(`is found in ${text}`, () => assert.deepEqual(found(text), [`bankCard ${certainty} ${number}`]));

  for (const text of [
    wrong,
    withLuhnDigit("700000000000123"),
    withLuhnDigit("62000000000012"),
    `${sixteen}元`,
    `￥${sixteen}`,
    `${sixteen}.50`,
    `订单号${sixteen}`,
    `流水号：${sixteen}`,
    `AB${sixteen}`,
    "12 4111 1111 1111 1111",
    "4111 1111 1111 1111 3072",
    "378282246310005",
    `对公账号${wrong}`,
  ])
    it(`is not ${text}`, () => assert.deepEqual(found(text), []));

  it("is found each time", () => {
    assert.equal(found(`${sixteen}、${nineteen};${inFours(sixteen)}`).length, 3);
  });
});
