// Figures, dates, codes and case numbers of official texts are not taken for personal data; measured on generated and real texts.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import { findPersonalData } from "@yinuo/personal-data";
import { found, seed } from "./made-up.ts";

const digits = (min: number, max = min): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: min, maxLength: max });
const figure = fc
  .tuple(fc.integer({ min: 1, max: 9 }), digits(0, 4))
  .map(([first, rest]) => `${first}${rest}`);
const hex = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });
const year = fc.integer({ min: 2000, max: 2030 }).map(String);
const month = fc.integer({ min: 1, max: 12 }).map((number) => String(number).padStart(2, "0"));
const join = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)))
    .map((each) => each.join(""));

const corpora: Readonly<Record<string, fc.Arbitrary<string>>> = {
  "amounts and counts": join(
    figure,
    digits(0, 13),
    fc.constantFrom("元", "人", "件", "%", "万元", "亿元", "人次", "户", "吨", "个"),
  ),
  "thousands separators": join(figure, ",", digits(3), ",", digits(3), ",", digits(3), ".", digits(2)),
  "rows of a table": fc.array(figure, { minLength: 3, maxLength: 9 }).map((row) => row.join(" ")),
  "rows between tabs": fc
    .array(join(figure, digits(0, 5)), { minLength: 3, maxLength: 9 })
    .map((row) => row.join("\t")),
  "case numbers": join("（", year, "）粤", digits(4), "民初", digits(1, 6), "号"),
  "document numbers": join("国发〔", year, "〕", digits(1, 3), "号"),
  "periods and days": join(
    year,
    "-",
    month,
    "..",
    month,
    " ",
    year,
    month,
    "30 ",
    year,
    "-Q3 ",
    year,
    "—",
    year,
  ),
  timestamps: join(year, "-", month, "-09T12:34:56.", digits(3), "Z ", "17", digits(8), " 17", digits(11)),
  "order numbers of a date and a serial": join(year, month, "15", digits(6, 10)),
  hashes: hex(64),
  UUIDs: join(hex(8), "-", hex(4), "-4", hex(3), "-a", hex(3), "-", hex(12)),
  coordinates: join("1", digits(2), ".", digits(4, 15), ",2", digits(1), ".", digits(4, 15)),
  ISBNs: join("ISBN 978-7-", digits(4), "-", digits(4), "-", digits(1), "，9787", digits(9)),
  "credit codes": join("91440", digits(3), "MA", digits(3), "A", digits(3), "K"),
  "codes of commitments": join("SF-", digits(2), "、JC-", year, "-", digits(3)),
  "postal codes": join("邮编", digits(6)),
  percentages: join(digits(1, 2), ".", digits(1, 12), "%，同比增长+", digits(1, 7)),
  "service numbers": join("12345、400-", digits(3), "-", digits(4), "、400", digits(7), "、95", digits(3)),
};

describe("generated official text", () => {
  for (const [name, corpus] of Object.entries(corpora))
    it(`of ${name} holds no personal data`, () => {
      fc.assert(
        fc.property(corpus, (text) => assert.deepEqual(found(`截至本期${text}，已办结。`), [])),
        { seed, numRuns: 400 },
      );
    });
});

describe("official sentences", () => {
  for (const text of [
    "2026年1—9月（2026-01..09）受理案件13,812件，结案率98.76%，同比+1.2个百分点。",
    "全年一般公共预算收入13812345678.90元，支出12345678901元。",
    "截至20260930，事项SF-03、SF-04按期完成；详见http://www.example.gov.cn/zwgk/202609/t20260930_1234567.html。",
    "地址：人民路110号，邮编518000；东经114.057868°，北纬22.543099°。",
    "拨打12345、12348、110；客服400-123-4567。",
    "12345热线受理13,812件，支出13812345678元；电话回访13812345678人次，联系群众1234人，发放13812345678元。",
    "表1 1024 2048 4096 5120 6220 13800 20260930 15000001 18.5",
    "编号4403002026093012345、2026093000000012345678。",
    "G4京港澳高速、S30、京A0地块、川A202601号宗地，E0915班次。",
  ])
    it(`holds none: ${text}`, () => assert.deepEqual(found(text), []));
});

const shared = new URL("../../../../shared/data/", import.meta.url);
const skip = existsSync(shared) ? false : "the shared inputs are not here";

describe("real texts", { skip }, () => {
  const finds = (folder: string): readonly string[] => {
    const at = new URL(`${folder}/`, shared);
    return readdirSync(at)
      .filter((name) => /\.(txt|md|html|csv|json)$/.test(name))
      .flatMap((name) =>
        findPersonalData(readFileSync(new URL(name, at), "utf8")).map(
          ({ kind, text }) => `${name}: ${kind} ${text}`,
        ),
      );
  };

  // 331,997 characters of 31 files, read through for digits, @ and the word 电话: they name no phone and no address.
  it("the reports hold no personal data", () => assert.deepEqual(finds("reports"), []));

  it("the tables of indicators, commitments and surveys hold none", () => {
    assert.deepEqual([...finds("indicators"), ...finds("commitments"), ...finds("survey")], []);
  });

  it("a number written into each report is found, and alone", () => {
    const at = new URL("reports/", shared);
    for (const name of readdirSync(at)) {
      const report = readFileSync(new URL(name, at), "utf8");
      const middle = report.indexOf("\n", report.length / 2);
      const text = `${report.slice(0, middle)}，13800001234，${report.slice(middle)}`;
      assert.deepEqual(found(text), ["mobile certain 13800001234"], name);
    }
  });
});
