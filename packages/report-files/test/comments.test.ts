// Findings are written as comments into a copy of a Word document that is otherwise the same.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkReport, findingWords } from "@yinuo/report-check";
import { commentDocx, readReport } from "@yinuo/report-files";
import { strFromU8, unzipSync } from "fflate";
import { cell, docx, paragraph, run, table } from "./files.ts";

const DAY = new Date("2026-01-02T03:04:05Z");

const commented = async (bytes: Uint8Array) => {
  const read = await readReport(bytes, "a.docx");
  assert.ok(read.ok);
  const { findings } = checkReport(read.value.report);
  const result = commentDocx(
    bytes,
    findings.map((finding) => ({ finding, words: findingWords("zh-CN", finding) })),
    DAY,
  );
  assert.ok(result.ok);
  const part = (name: string): string => strFromU8(unzipSync(result.value)[name] ?? new Uint8Array());
  return { findings, part, bytes: result.value, text: read.value.report.text };
};

describe("comments in a copy of the document", () => {
  it("begin before the run of the words and end after it", async () => {
    const { part, findings } = await commented(
      docx(paragraph(run("共培训"), run("XX人"), run("，覆盖各科室。"))),
    );
    assert.equal(findings.length, 1);
    assert.match(
      part("word/document.xml"),
      /培训<\/w:t><\/w:r><w:commentRangeStart w:id="0"\/><w:r><w:t xml:space="preserve">XX人<\/w:t><\/w:r><w:commentRangeEnd w:id="0"\/><w:r><w:commentReference w:id="0"\/><\/w:r><w:r>/,
    );
    assert.match(
      part("word/comments.xml"),
      /<w:comment w:id="0" w:author="yinuo" w:date="2026-01-02T03:04:05Z"/,
    );
    assert.match(part("word/_rels/document.xml.rels"), /Target="comments\.xml"/);
    assert.match(part("[Content_Types].xml"), /PartName="\/word\/comments\.xml"/);
  });

  it("leave the text as it was: read again, it has the same words and the same findings", async () => {
    const rows = [
      ["单位", "件数"],
      ["甲", "12"],
      ["乙", "8"],
      ["合计", "30"],
    ];
    const before = await commented(
      docx(paragraph(run("共XX件，")) + table(rows) + paragraph(run("2月30日完成。"))),
    );
    const after = await readReport(before.bytes, "a.docx");
    assert.ok(after.ok);
    assert.equal(after.value.report.text, before.text);
    assert.deepEqual(checkReport(after.value.report).findings, before.findings);
    assert.equal(before.findings.length, 3);
  });

  it("stand beside comments that were there, under numbers of their own", async () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const { part } = await commented(
      docx(paragraph(run("共XX件")), {
        "word/comments.xml": `<w:comments ${w}><w:comment w:id="7" w:author="a"><w:p/></w:comment></w:comments>`,
      }),
    );
    assert.match(part("word/comments.xml"), /w:id="7" w:author="a".*w:id="8" w:author="yinuo"/s);
  });

  it("in a cell stand in the cell, and words from the document are escaped", async () => {
    const { part } = await commented(docx(table([[cell("TODO &lt;b&gt;"), "1"]])));
    assert.match(part("word/document.xml"), /<w:tc>.*commentRangeStart.*commentRangeEnd.*<\/w:tc>/s);
    assert.doesNotMatch(part("word/comments.xml"), /<b>/);
  });
});
