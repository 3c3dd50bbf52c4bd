// Text files as offices really save them: encodings, separators, line ends, commas of the wrong width.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import iconv from "iconv-lite";
import { readNumber } from "@yinuo/spreadsheet";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import { fixture, opened, pasted, refusal, texts, utf8 } from "./opening.ts";

const RESIDENTS =
  "縣市,鄉鎮市區,村里數,鄰數,戶數,人口數\r\n臺北市,松山區,33,758,79034,196024\r\n新北市,板橋區,126,2535,224000,552000\r\n";

describe("B31: an encoding", () => {
  it("GB18030 is read, shown, and certain for a file of this length", () => {
    const sheet = opened("court-gb18030.csv");
    assert.deepEqual(sheet.encoding, { chosen: "gb18030", plausible: ["gb18030"], certain: true });
    assert.deepEqual(
      sheet.columns.slice(0, 3).map((column) => column.header),
      ["民国", "旧受", "新受"],
    );
  });

  it("Big5 is not taken for GB18030", () => {
    const sheet = opened(iconv.encode(RESIDENTS, "big5"));
    assert.equal(sheet.encoding?.chosen, "big5");
    assert.deepEqual(
      sheet.columns.map((column) => column.header),
      ["縣市", "鄉鎮市區", "村里數", "鄰數", "戶數", "人口數"],
    );
    assert.equal(texts(sheet)[0]?.[0], "臺北市");
  });

  it("of traditional characters in GB18030 is told from Big5", () => {
    assert.equal(opened(iconv.encode(RESIDENTS, "gb18030")).encoding?.chosen, "gb18030");
  });

  for (const encoding of ["gb18030", "big5"] as const) {
    it(`${encoding} of a few characters is not certain, and the other stays open`, () => {
      const bytes = iconv.encode(encoding === "big5" ? "單位,人口\n臺北,5\n" : "法官,件\n法院,5\n", encoding);
      const found = opened(bytes).encoding;
      assert.deepEqual([found?.chosen, found?.certain], [encoding, false]);
      assert.deepEqual(found?.plausible.toSorted(), ["big5", "gb18030"]);
    });
  }

  it("that was chosen wins over the one detected, and what it cannot read is said", () => {
    const bytes = iconv.encode(RESIDENTS, "big5");
    const chosen = opened(bytes, { encoding: "gb18030" });
    assert.equal(chosen.encoding?.chosen, "gb18030");
    assert.ok(chosen.encoding.plausible.includes("big5"));
    assert.notEqual(chosen.columns[0]?.header, "縣市");
    const broken = opened(bytes, { encoding: "utf-8" });
    assert.deepEqual(broken.warnings[0], { code: "undecodable", row: 1, rows: 3 });
  });

  const others: readonly [name: string, bytes: Uint8Array, encoding: string, header: string][] = [
    ["UTF-8 with a mark", fixture("court-utf8-bom.csv"), "utf-8", "民國"],
    ["UTF-16 with a mark", fixture("court-utf16le-bom-tab.txt"), "utf-16le", "民國"],
    [
      "big-endian UTF-16 with a mark",
      iconv.encode(RESIDENTS, "utf-16be", { addBOM: true }),
      "utf-16be",
      "縣市",
    ],
    ["UTF-16 without one", iconv.encode(RESIDENTS, "utf-16le"), "utf-16le", "縣市"],
    [
      "Western European",
      iconv.encode("Ville,Année\nMontréal,2021\nQuébec,2022\n", "win1252"),
      "windows-1252",
      "Ville",
    ],
    ["plain ASCII", utf8("city,year\nParis,2021\n"), "utf-8", "city"],
    ["UTF-8 with one byte broken", brokenUtf8(), "utf-8", "縣市"],
  ];
  for (const [name, bytes, encoding, header] of others) {
    it(`${name} is read as ${encoding}, and no mark stays in the header`, () => {
      const sheet = opened(bytes);
      assert.equal(sheet.encoding?.chosen, encoding);
      assert.equal(sheet.columns[0]?.header, header);
    });
  }

  it("of UTF-8 with a byte broken is not certain, and the row is named", () => {
    const sheet = opened(brokenUtf8());
    assert.equal(sheet.encoding?.certain, false);
    assert.deepEqual(sheet.warnings, [{ code: "undecodable", row: 3, rows: 1 }]);
  });
});

function brokenUtf8(): Uint8Array {
  const text = RESIDENTS.replace("新北市", "新\0市");
  return utf8(text).map((byte) => (byte === 0 ? 0xff : byte));
}

describe("B10 and B33: a separator", () => {
  it("B10: ';' in a two-line file is found", () => {
    const sheet = opened(utf8("email;name\na@example.org;A Name"));
    assert.deepEqual(sheet.separator, { chosen: ";", plausible: [";"], certain: true });
    assert.deepEqual(texts(sheet), [["a@example.org", "A Name"]]);
  });

  it("B10: a file of one line is a header without rows, split all the same", () => {
    assert.equal(opened(utf8("a@example.org;A Name")).columns.length, 2);
  });

  it("B33: ';' is not outvoted by commas inside one quoted field or in decimals", () => {
    const sheet = opened(utf8('Field1;Field2;"Field,3,3,3"\n08/01/2016;A;-21.419,06\n09/01/2016;B;3,5\n'));
    assert.equal(sheet.separator?.chosen, ";");
    assert.equal(sheet.columns[2]?.header, "Field,3,3,3");
    const { numberFormat } = sheet.columns[2] ?? assert.fail();
    assert.deepEqual(numberFormat, { chosen: "comma", plausible: ["comma"], certain: true });
    assert.deepEqual(sheet.columns[0]?.dayOrder, {
      chosen: undefined,
      plausible: ["dmy", "mdy"],
      certain: false,
    });
    assert.deepEqual(sheet.rows[0]?.cells[2], { text: "-21.419,06", value: { kind: "text" }, row: 2 });
    const read = readNumber("-21.419,06", { decimal: "," });
    assert.ok(read.ok && read.value.kind === "number" && read.value.number === -21419.06);
  });

  it("B33: decimal commas in nine columns leave ';' alone", () => {
    const sheet = opened("court-semicolon-decimal-comma-cp1252-safe.csv");
    assert.equal(sheet.separator?.chosen, ";");
    assert.equal(sheet.columns.length, 9);
    assert.equal(sheet.columns[5]?.numberFormat.chosen, "comma");
  });

  it("that is open both ways is asked, and the choice wins", () => {
    const bytes = utf8("1,5;2,5\n3,5;4,5\n");
    assert.deepEqual(opened(bytes).separator, { chosen: ";", plausible: [";", ","], certain: false });
    const chosen = opened(bytes, { separator: ",", headerRows: 0 });
    assert.deepEqual(texts(chosen)[0], ["1", "5;2", "5"]);
    assert.equal(chosen.separator?.certain, true);
  });

  it("stated in Excel's first line is taken, and the line is no header", () => {
    const sheet = opened(utf8("sep=|\r\n名称|数\r\n甲|1\r\n"));
    assert.equal(sheet.separator?.chosen, "|");
    assert.deepEqual([sheet.header.row, sheet.rows[0]?.row], [2, 3]);
  });

  it("is not needed: one column is a table too", () => {
    const sheet = opened(utf8("名称\n甲\n乙\n"));
    assert.deepEqual(texts(sheet), [["甲"], ["乙"]]);
    assert.equal(sheet.separator?.certain, true);
  });
});

describe("B34: rows that do not fit", () => {
  it("are flagged with their row, and a full-width comma is hinted at", () => {
    const sheet = opened(utf8("城市,甲,乙\n北京市，100,200\n石家庄,101,201\n唐山,1,2,3\n"));
    assert.deepEqual(sheet.warnings, [
      { code: "tooFewCells", row: 2, found: 2, expected: 3, hint: "fullWidthComma" },
      { code: "tooManyCells", row: 4, found: 4, expected: 3 },
    ]);
    assert.deepEqual(
      sheet.rows.map((row) => row.ragged),
      ["tooFew", undefined, "tooMany"],
    );
    assert.equal(sheet.rows[2]?.cells[3]?.text, "3");
  });

  it("are flagged in a header too", () => {
    const sheet = opened(utf8("城市，甲,乙\n北京市,100,200\n石家庄,101,201\n"));
    assert.deepEqual(sheet.warnings[0], {
      code: "tooFewCells",
      row: 1,
      found: 2,
      expected: 3,
      hint: "fullWidthComma",
    });
  });

  it("separated by full-width commas throughout are simply read", () => {
    const sheet = opened(utf8("城市，甲\n北京市，100\n"));
    assert.equal(sheet.separator?.chosen, "，");
    assert.deepEqual(texts(sheet), [["北京市", "100"]]);
  });
});

describe("a text file", () => {
  it("with bare CR line ends has its rows", () => {
    const sheet = opened("uk-directgov-referrers-cr-only.csv");
    assert.equal(sheet.rows.length, 200);
    assert.deepEqual(texts(sheet)[1], ["2", "[NO REFERRER INFORMATION]", "3,563,419"]);
    assert.equal(sheet.columns[2]?.numberFormat.chosen, "point");
  });

  it("keeps its row numbers over blank rows and line breaks in cells", () => {
    const sheet = opened(utf8('名称,数\n\n"甲\n乙",1\n,\n丙,2\n'));
    assert.deepEqual(
      sheet.rows.map((row) => [row.row, row.cells[0]?.text]),
      [
        [3, "甲\n乙"],
        [5, "丙"],
      ],
    );
  });

  it("saved from a merged two-row header is read with its groups, and the one-row reading stays open", () => {
    const sheet = opened(utf8("台账,,,\n事项,责任分工,,时限\n,牵头,配合,\n立案,法院,司法局,6月\n"));
    assert.deepEqual(
      sheet.columns.map((column) => column.header),
      ["事项", "责任分工 / 牵头", "责任分工 / 配合", "时限"],
    );
    assert.deepEqual(sheet.header.plausible, [
      { row: 2, rows: 2 },
      { row: 2, rows: 1 },
    ]);
    assert.equal(sheet.titleRows[0]?.text, "台账");
  });

  it("may have its header pointed at; a row outside the file is refused", () => {
    const bytes = utf8("说明,见下\n名称,数\n甲,1\n");
    assert.equal(opened(bytes, { headerRow: 2 }).columns[0]?.header, "名称");
    const none = refusal(openSpreadsheet(bytes, "a.csv", { headerRow: 9 }));
    assert.deepEqual(none, { code: "noSuchHeaderRow", row: 9 });
  });

  it("with a quote never closed is refused with the row where it opens", () => {
    const result = openSpreadsheet(utf8('名称,数\n甲,1\n"乙,2\n丙,3\n'), "a.csv");
    assert.deepEqual(refusal(result), { code: "damaged", reason: "unclosedQuote", row: 3 });
  });

  it("pasted out of a spreadsheet is cells between tabs", () => {
    const sheet = pasted('名称\t数\r\n"甲\n乙"\t1,234\r\n');
    assert.equal(sheet.format, "pasted");
    assert.deepEqual(texts(sheet), [["甲\n乙", "1,234"]]);
    assert.deepEqual(sheet.columns[1]?.numberFormat, {
      chosen: undefined,
      plausible: ["point", "comma"],
      certain: false,
    });
    assert.equal(pasted("数\n1,234", { decimal: "," }).columns[0]?.numberFormat.chosen, "comma");
  });

  it("whose other cells settle it has no question left", () => {
    const days = pasted("日期\t注\n03/04/2026\t甲\n25/04/2026\t乙");
    assert.deepEqual(days.columns[0]?.dayOrder, { chosen: "dmy", plausible: ["dmy"], certain: true });
    const numbers = pasted("数\t注\n1,234\t甲\n0.5\t乙");
    assert.deepEqual(numbers.columns[0]?.numberFormat, {
      chosen: "point",
      plausible: ["point"],
      certain: true,
    });
    const both = pasted("日期\t注\n13/04/2026\t甲\n04/25/2026\t乙");
    assert.deepEqual(both.columns[0]?.dayOrder, {
      chosen: undefined,
      plausible: ["dmy", "mdy"],
      certain: false,
    });
  });
});
