// The text inside files is read wherever it stands, and a file made to hurt costs a sentence and nothing else.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { FoundInFile } from "@yinuo/core";
import { kindOfBytes, READING, readForPersonalData, type ReadingLimits } from "../src/index.ts";
import {
  docx,
  docxEverywhere,
  lockedOdt,
  nested,
  ods,
  odt,
  pdf,
  PHONE,
  pptx,
  SCANNED,
  written,
  writtenInChinese,
  xlsx,
  zipBomb,
} from "./files.ts";

const read = async (bytes: Uint8Array, limits: Partial<ReadingLimits> = {}) => {
  const kind = kindOfBytes(bytes);
  assert.ok(
    kind !== undefined &&
      kind !== "picture" &&
      kind !== "heic" &&
      kind !== "scripted" &&
      kind !== "encrypted",
  );
  return readForPersonalData(kind, bytes, { ...READING, ...limits });
};
const whole = async (bytes: Uint8Array) => {
  const answer = await read(bytes);
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
};
const places = (found: readonly FoundInFile[]): readonly string[] =>
  found.map(({ place, kind, masked }) => [place.part, place.name, kind, masked].filter(Boolean).join(" "));
const finds = async (bytes: Uint8Array) => places((await whole(bytes)).found);
const refusal = async (bytes: Uint8Array, limits: Partial<ReadingLimits> = {}) => {
  const answer = await read(bytes, limits);
  return answer.ok ? "read" : answer.error;
};

describe("the text of a file", () => {
  it("shows a find masked, with what stands beside it and nothing of its neighbours", async () => {
    const { found, count } = await whole(docx([["窗口负责人联系电话", PHONE, "，备用13900005678。"]]));
    assert.equal(count, 2);
    assert.deepEqual(
      found.map(({ before, masked, after }) => before + masked + after),
      ["窗口负责人联系电话138****1234，备用", "，备用139****5678。"],
    );
  });

  it("is found in Word although it is cut into runs", async () => {
    assert.deepEqual(await finds(docx([["138", "0000", "1234"], ["12345热线受理13,812件"]])), [
      "body mobile 138****1234",
    ]);
  });

  it("is found in Word's header, footer, footnotes, comments, struck-out text, pictures' descriptions, links, properties and files inside", async () => {
    const number = (n: number) => `1380000${String(1000 + n)}`;
    const found = await finds(docxEverywhere(number));
    assert.deepEqual(found.toSorted(), [
      "body mobile 138****1000",
      "body mobile 138****1001",
      "body mobile 138****1002",
      "body personName 张*",
      "comments mobile 138****1006",
      "comments personName L* N*",
      "embedded Microsoft_Excel_Sheet1.xlsx mobile 138****1008",
      "footer mobile 138****1004",
      "header mobile 138****1003",
      "links email z****.***@example.com",
      "notes mobile 138****1005",
      "properties mobile 138****1007",
      "properties personName 王*",
    ]);
  });

  it("is found in Excel by its cell, as text and as a number, in hidden sheets too", async () => {
    const cells = [
      ["B2", "电话13800001234"],
      ["C9", 13_900_005_678],
      ["D9", 4300],
    ] as const;
    assert.deepEqual(await finds(xlsx(cells)), [
      "sheet 窗口 B2 mobile 138****1234",
      "sheet 窗口 C9 mobile 139****5678",
    ]);
  });

  it("is found in a text that no cell of Excel shows any more", async () => {
    const file = xlsx([], { "xl/sharedStrings.xml": `<sst><si><t>${PHONE}</t></si></sst>` });
    assert.deepEqual(await finds(file), ["other sharedStrings.xml mobile 138****1234"]);
  });

  it("is found in Excel's comments, headers and text boxes", async () => {
    const file = xlsx([["A1", "受理"]], {
      "xl/comments1.xml": `<comments><authors><author>刘洋</author></authors><commentList><comment><text><r><t>${PHONE}</t></r></text></comment></commentList></comments>`,
      "xl/drawings/drawing1.xml": `<xdr:wsDr><a:p><a:r><a:t>问13700001111</a:t></a:r></a:p></xdr:wsDr>`,
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData/><headerFooter><oddHeader>13600002222</oddHeader></headerFooter></worksheet>`,
    });
    assert.deepEqual((await finds(file)).toSorted(), [
      "comments mobile 138****1234",
      "comments personName 刘*",
      "other drawing1.xml mobile 137****1111",
      "other sheet1.xml mobile 136****2222",
    ]);
  });

  it("is found in PowerPoint's slides, notes and comments", async () => {
    assert.deepEqual((await finds(pptx())).toSorted(), [
      "comments personName 赵*",
      "slide 2 mobile 138****1234",
      "slideNotes 2 mobile 139****5678",
    ]);
  });

  it("is found in OpenDocument; an office as author is no person", async () => {
    assert.deepEqual(await finds(odt()), ["body mobile 138****1234", "properties personName 陈*"]);
    assert.deepEqual(await finds(ods()), ["sheet 名单 mobile 138****1234", "properties personName 陈*"]);
  });

  it("is found in plain text by its line, in the encoding of Chinese Windows too", async () => {
    const gb18030 = Buffer.concat([
      // 电话： in GB18030.
      Buffer.from("a1a1b5e7bbb0a3ba", "hex"),
      Buffer.from(`${PHONE}\r\n`),
    ]);
    assert.deepEqual(await finds(Buffer.concat([Buffer.from("a,b\r\n"), gb18030])), [
      "line 2 mobile 138****1234",
    ]);
  });

  it("is found in a PDF: pages, Chinese fonts that are not embedded, notes, fields, properties", async () => {
    const file = pdf({
      // 电话 in GBK, then the number.
      pages: [written("page one"), writtenInChinese(`b5e7bbb0${Buffer.from(PHONE).toString("hex")}`)],
      info: "/Author (Zhang San)/Title (13900005678)",
      annotations: "12 0 R 13 0 R",
      more: [
        "<</Type/Annot/Subtype/Text/Rect[10 10 20 20]/Contents(13700001111)/T(Li Na)>>",
        "<</Type/Annot/Subtype/Link/Rect[10 10 20 20]/A<</S/URI/URI(mailto:zhang.san@example.com)>>>>",
      ],
    });
    assert.deepEqual((await finds(file)).toSorted(), [
      "page 1 email z****.***@example.com",
      "page 1 mobile 137****1111",
      "page 1 personName L* N*",
      "page 2 email z****.***@example.com",
      "page 2 mobile 137****1111",
      "page 2 mobile 138****1234",
      "page 2 personName L* N*",
      "properties mobile 139****5678",
      "properties personName Z**** S**",
    ]);
  });

  it("that no program can read is left to a person's eye: a scanned page", async () => {
    assert.equal((await whole(pdf({ pages: [written("a"), written("b")] }))).byEye, false);
    const { byEye, count } = await whole(pdf({ pages: [written("a"), SCANNED] }));
    assert.deepEqual([byEye, count], [true, 0]);
  });
});

describe("a file that cannot be read", () => {
  it("is encrypted, damaged, or too much", async () => {
    assert.equal(await refusal(lockedOdt()), "fileEncrypted");
    const cut = docx([[PHONE.repeat(40)]]);
    cut.fill(0, 60, 120);
    assert.equal(await refusal(cut), "fileDamaged");
    assert.equal(await refusal(Buffer.from("%PDF-1.7\nnothing")), "fileDamaged");
  });

  it("of packed zeros is refused before it is unpacked", async () => {
    const bomb = zipBomb(129);
    assert.ok(bomb.length < 1_000_000);
    assert.equal(await refusal(bomb), "fileTooMuch");
  });

  it("that says it unpacks to less than it does is damaged", async () => {
    const bomb = zipBomb(8);
    const directory = Buffer.from(bomb).lastIndexOf("PK\u0001\u0002");
    new DataView(bomb.buffer).setUint32(directory + 24, 10, true);
    assert.equal(await refusal(bomb), "fileDamaged");
  });

  it("inside itself, again and again, is refused; three deep is read", async () => {
    assert.deepEqual(await finds(nested(3)), ["embedded a.docx mobile 138****1234"]);
    assert.equal(await refusal(nested(4)), "fileTooMuch");
  });

  it("with a hundred thousand open tags, or entities that grow, is read like any other", async () => {
    const deep = "<w:r>".repeat(100_000);
    const laughs = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${PHONE}"><!ENTITY c "&b;&b;">]><w:document><w:p><w:t>&c;&#49;3900005678</w:t></w:p></w:document>`;
    assert.deepEqual(await finds(docx([], { "word/document.xml": `<w:document>${deep}${PHONE}` })), [
      "body mobile 138****1234",
    ]);
    assert.deepEqual(await finds(docx([], { "word/document.xml": laughs })), ["body mobile 139****5678"]);
  });

  it("is given up when its time, memory, pages, parts or text is spent, and the next is read", async () => {
    const file = docx([[PHONE]]);
    assert.equal(await refusal(file, { milliseconds: 1 }), "fileTooMuch");
    assert.equal(await refusal(file, { text: 5 }), "fileTooMuch");
    assert.equal(await refusal(file, { parts: 1 }), "fileTooMuch");
    assert.equal(await refusal(pdf({ pages: [written("a"), written("b")] }), { pages: 1 }), "fileTooMuch");
    const long = docx([], { "word/document.xml": `<w:document>${"<w:p>一</w:p>".repeat(2_000_000)}` });
    assert.equal(await refusal(long, { heapMegabytes: 24 }), "fileTooMuch");
    assert.equal(await refusal(file), "read");
  });
});
