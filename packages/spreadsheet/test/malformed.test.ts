// Whatever is uploaded, the answer is a refusal in good time, never a crash or a full memory.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { strToU8, zipSync } from "fflate";
import * as fc from "fast-check";
import iconv from "iconv-lite";
import { LIMITS, writeXlsx } from "@yinuo/spreadsheet";
import { openPasted, openSpreadsheet } from "@yinuo/spreadsheet/open";
import { fixture, handmadeXlsx, opened, refusal, sheetData, texts, utf8 } from "./opening.ts";

/** Processor time, so that a busy machine does not decide. */
function within<T>(milliseconds: number, work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < milliseconds * 1000, `took ${Math.round((user + system) / 1000)} ms`);
  return result;
}

function zip(...names: string[]): Uint8Array {
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])));
}

function valueAt(ref: string, row: number): string {
  return `<sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c></row><row r="${row}"><c r="${ref}"><v>1</v></c></row></sheetData>`;
}

function refused(bytes: Uint8Array): unknown {
  return refusal(openSpreadsheet(bytes, "upload"));
}

describe("a file that is no spreadsheet", () => {
  const others: readonly [looksLike: string, bytes: Uint8Array][] = [
    ["pdf", utf8("%PDF-1.7\n")],
    ["image", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ["image", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ["word", zip("[Content_Types].xml", "word/document.xml")],
    ["presentation", zip("[Content_Types].xml", "ppt/presentation.xml")],
    ["openDocument", zip("mimetype", "content.xml")],
    ["binaryWorkbook", zip("[Content_Types].xml", "xl/workbook.bin")],
    ["archive", zip("a.csv")],
    ["archive", new Uint8Array([0x1f, 0x8b, 8, 0])],
    ["webPage", utf8("<html><table><tr><td>1</td></tr></table></html>")],
    ["xml", utf8('<?xml version="1.0"?><Workbook/>')],
    ["richText", utf8("{\\rtf1 x}")],
    ["binary", new Uint8Array([65, 0, 66, 44, 0, 0, 10])],
  ];
  for (const [looksLike, bytes] of others) {
    it(`but ${looksLike} is refused as that`, () => {
      assert.deepEqual(refused(bytes), { code: "notSpreadsheet", looksLike });
    });
  }

  for (const bytes of [utf8(""), utf8(" \r\n,,\n"), handmadeXlsx({ sheet: "<sheetData/>" })]) {
    it(`but empty (${bytes.length} bytes) is refused as empty`, () => {
      assert.deepEqual(refused(bytes), { code: "empty", hiddenSheets: [] });
    });
  }

  it("but has NUL bytes inside its text is refused; pasted ones are dropped", () => {
    assert.deepEqual(refused(utf8("名称,数\n甲\0,1\n")), { code: "notSpreadsheet", looksLike: "binary" });
    const result = openPasted("名称\t数\n甲\0\t1");
    assert.equal(result.ok && result.value.rows[0]?.cells[0]?.text, "甲");
  });

  it("NUL characters in a workbook's text are dropped", () => {
    const sheet = opened(
      handmadeXlsx({
        sheet: sheetData([
          ["名称", "数"],
          ["甲_x0000_乙", 1],
        ]),
      }),
    );
    assert.equal(texts(sheet)[0]?.[0], "甲乙");
  });
});

describe("a damaged workbook", () => {
  const whole = writeXlsx([
    { name: "t", columns: [{ key: "a", header: "甲", kind: "text" }], rows: [{ a: "乙" }, { a: "丙" }] },
  ]);

  it("cut short anywhere is refused as damaged", () => {
    for (let length = 4; length < whole.length; length += 37) {
      assert.deepEqual(
        refused(whole.subarray(0, length)),
        { code: "damaged", reason: "archive" },
        `${length}`,
      );
    }
    const xls = fixture("qsv-excel-xls.xls");
    assert.deepEqual(refused(xls.subarray(0, 700)), { code: "damaged", reason: "workbook" });
  });

  for (const [name, bytes, numRuns] of [
    ["xlsx", whole, 150],
    ["xls", fixture("qsv-excel-xls.xls"), 60],
  ] as const) {
    it(`with bytes overwritten (${name}) is read or refused, never thrown`, () => {
      const change = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), {
        minLength: 1,
        maxLength: 8,
      });
      fc.assert(
        fc.property(change, (changes) => {
          const copy = bytes.slice();
          for (const [at, byte] of changes) copy[at] = byte;
          within(3000, () => openSpreadsheet(copy, name));
        }),
        { seed: 3, numRuns },
      );
    });
  }

  it("random bytes, after any beginning, are read or refused, never thrown", () => {
    const start = fc.constantFrom("", "504b0304", "d0cf11e0a1b11ae1", "efbbbf", "fffe", "22", "090808");
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 2000 }), (hex, bytes) => {
        openSpreadsheet(new Uint8Array([...Buffer.from(hex, "hex"), ...bytes]), "noise");
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe("a workbook that would fill the memory", () => {
  const blank = "<sheetData/>";

  it("by saying that it does is refused by its directory alone", () => {
    const bomb = handmadeXlsx({ sheet: blank, more: { "xl/media/a.bin": new Uint8Array(1024) } });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at < bomb.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
    }
    const error = within(1000, () => refused(bomb)) as { code: string; what: string; limit: number };
    assert.deepEqual(
      [error.code, error.what, error.limit],
      ["tooLarge", "unpackedBytes", LIMITS.unpackedBytes],
    );
  });

  it("by hiding it, unpacking to more than its directory says, is refused as damaged", () => {
    const bomb = handmadeXlsx({
      sheet: blank,
      more: { "xl/sharedStrings.xml": new Uint8Array(16 * 1024 * 1024) },
    });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at < bomb.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1e6)
        view.setUint32(at + 24, 100, true);
    }
    const error = within(3000, () => refused(bomb));
    assert.deepEqual(error, { code: "damaged", reason: "archive" });
  });

  it("by the dimension it declares, the last cell it has or a merge over everything, is simply read", () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><v>名称</v></c><c r="B1" t="str"><v>数</v></c></row><row r="2"><c r="A2" t="str"><v>甲</v></c></row>';
    const huge = `<dimension ref="A1:XFD1048576"/><sheetData>${rows}<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>`;
    const sheet = within(5000, () => opened(handmadeXlsx({ sheet: huge })));
    assert.deepEqual(texts(sheet), [["甲", ""]]);
    assert.deepEqual([sheet.sheets[0]?.rows, sheet.sheets[0]?.columns], [2, 2]);
  });

  it("by a value in the very last row or column is refused with the limit", () => {
    const rows = within(5000, () => refused(handmadeXlsx({ sheet: valueAt("A1048576", 1048576) })));
    assert.deepEqual(rows, { code: "tooLarge", what: "rows", limit: 50_000, found: 1_048_576 });
    const columns = refused(handmadeXlsx({ sheet: valueAt("XFD2", 2) }));
    assert.deepEqual(columns, { code: "tooLarge", what: "columns", limit: 500, found: 16_384 });
  });

  it("by too many cells, bytes, rows, columns or sheets is refused with the limit", () => {
    const cells = `<sheetData><row r="1">${"<c/>".repeat(3)}${'<c r="A1"/>'.repeat(1_000_001)}</row></sheetData>`;
    assert.equal((refused(handmadeXlsx({ sheet: cells })) as { what: string }).what, "cells");
    assert.equal((refused(new Uint8Array(LIMITS.bytes + 1)) as { what: string }).what, "bytes");
    const long = `a,b\n${"1,2\n".repeat(50_001)}`;
    assert.deepEqual(refused(utf8(long)), { code: "tooLarge", what: "rows", limit: 50_000, found: 50_001 });
    assert.ok(openSpreadsheet(utf8(long.slice(0, -4)), "a.csv").ok);
    assert.equal((refused(utf8(`${"a,".repeat(501)}\n`)) as { what: string }).what, "columns");
    const tables = Array.from({ length: 101 }, (_, at) => ({ name: `s${at}`, columns: [], rows: [] }));
    assert.deepEqual(refused(writeXlsx(tables)), { code: "tooManySheets", limit: 100, found: 101 });
  });

  it("by a million quotes or separators is answered in time", () => {
    for (const text of [
      '"'.repeat(1_000_000),
      `${";".repeat(400)}\n`.repeat(2_000),
      `a,"${"x\n".repeat(300_000)}`,
    ]) {
      within(5000, () => openSpreadsheet(utf8(text), "a.csv"));
    }
    within(3000, () =>
      openSpreadsheet(iconv.encode("中,文\n".repeat(100_000), "gb18030").subarray(0, 290_000), "a"),
    );
  });
});
