// Reports are read from each kind of file: text, places, tables, and what is left out.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkReport, type Report } from "@yinuo/report-check";
import { readReport, type ReadReport } from "@yinuo/report-files";
import iconv from "iconv-lite";
import { cell, docx, notes, paragraph, pdf, run, styled, table } from "./files.ts";

const read = async (bytes: Uint8Array, name: string): Promise<ReadReport> => {
  const result = await readReport(bytes, name);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const blocks = ({ text, blocks }: Report): readonly (readonly [string, string])[] =>
  blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
const codes = ({ report }: ReadReport): readonly string[] =>
  checkReport(report).findings.map(({ code }) => code);

describe("a Word document", () => {
  it("is read with headings, runs that cut a number, notes and headers", async () => {
    const bytes = docx(
      styled("Heading1", "一、总体情况") +
        paragraph(run("受理97"), run("件，其中"), run("办结90件。")) +
        `<w:p><w:r><w:t>共</w:t><w:tab/><w:t>3件</w:t></w:r></w:p>`,
      {
        "word/footnotes.xml": notes("footnotes", paragraph(run("注：含上年结转5件。"))),
        "word/header1.xml": notes("hdr", paragraph(run("工作报告"))),
      },
    );
    const { format, report } = await read(bytes, "report.docx");
    assert.equal(format, "docx");
    assert.deepEqual(blocks(report), [
      ["heading", "一、总体情况"],
      ["paragraph", "受理97件，其中办结90件。"],
      ["paragraph", "共 3件"],
      ["note", "注：含上年结转5件。"],
      ["note", "工作报告"],
    ]);
  });

  it("is read as it will be when its tracked changes are accepted, and says that there are some", async () => {
    const inserted = `<w:ins w:id="1" w:author="x">${run("12件")}</w:ins>`;
    const deleted = `<w:del w:id="2" w:author="x"><w:r><w:delText>21件</w:delText></w:r></w:del>`;
    const { report, notes: said } = await read(docx(paragraph(run("办结"), deleted, inserted)), "a.docx");
    assert.deepEqual(blocks(report), [["paragraph", "办结12件"]]);
    assert.deepEqual(said, ["trackedChanges"]);
  });

  it("keeps the cells of a table in their rows and columns, spans included", async () => {
    const wide = cell("件数", '<w:gridSpan w:val="2"/>');
    const { report } = await read(
      docx(
        table([
          ["单位", wide],
          ["甲", "1", "2"],
        ]),
      ),
      "a.docx",
    );
    assert.deepEqual(
      report.blocks.map(({ cell: place }) => [place?.row, place?.column, place?.columns]),
      [
        [0, 0, 1],
        [0, 1, 2],
        [1, 0, 1],
        [1, 1, 1],
        [1, 2, 1],
      ],
    );
  });

  it("has its table's total row checked", async () => {
    const rows = [
      ["单位", "受理", "办结"],
      ["甲", "12", "10"],
      ["乙", "8", "7"],
      ["合计", "20", "18"],
    ];
    const value = await read(docx(table(rows)), "a.docx");
    assert.deepEqual(codes(value), ["columnDoesNotAdd"]);
    const [finding] = checkReport(value.report).findings;
    assert.deepEqual(finding?.place.cell, { table: 0, row: 3, column: 2, rows: 1, columns: 1 });
  });

  it("shows the text of a text box once", async () => {
    const box = `<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent>${paragraph(run("框内"))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run("框内"))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>框外</w:t></w:r></w:p>`;
    const { report } = await read(docx(box), "a.docx");
    assert.deepEqual(
      blocks(report).map(([, text]) => text),
      ["框内", "框外"],
    );
  });
});

describe("a text file", () => {
  it("is read in GB18030 and the guess is named", async () => {
    const text = "受理各类案件97件，其中刑事案件60件。\n今年以来共办理建议提案一百二十件。";
    const { report, encoding } = await read(iconv.encode(text, "gb18030"), "报告.txt");
    assert.equal(report.text, text);
    assert.equal(encoding, "gb18030");
  });

  it("has a line break inside a bracket joined", async () => {
    const { report } = await read(utf8("（一）甲。\n（二）乙。\n（\n三）丙。\n（四）丁。"), "a.txt");
    assert.deepEqual(checkReport(report).findings, []);
  });
});

describe("Markdown", () => {
  it("keeps headings, items and tables, and leaves out code, comments and links", async () => {
    const text =
      '---\ntitle: "2025 Annual Report"\n---\n\n# Work\n\nWe closed **90** of [97 cases](x).\n\n```r\nTODO\n```\n<!-- TODO -->\n\n- one item\n  goes on\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
    const { report } = await read(utf8(text), "report.md");
    assert.deepEqual(blocks(report), [
      ["title", "2025 Annual Report"],
      ["title", "Work"],
      ["paragraph", "We closed 90 of 97 cases."],
      ["item", "one item\n  goes on"],
      ["cell", "a"],
      ["cell", "b"],
      ["cell", "1"],
      ["cell", "2"],
    ]);
    assert.equal(report.blocks[2]?.line, 7);
  });
});

describe("HTML", () => {
  it("leaves out scripts, navigation and what is hidden, and reads tables with spans", async () => {
    const html = `<!doctype html><html><head><title>x</title><script>var a = "<p>TODO</p>";</script></head><body><nav><p>TODO</p></nav>
      <h2>Results</h2><p>We closed 90&nbsp;of 97 <b>cases</b>.<br>TODO</p><div hidden><p>TODO</p></div>
      <table><tr><td rowspan="2">a</td><td>1</td></tr><tr><td>2</td></tr></table></body></html>`;
    const { report } = await read(utf8(html), "page.html");
    assert.deepEqual(blocks(report), [
      ["heading", "Results"],
      ["paragraph", "We closed 90 of 97 cases. TODO"],
      ["cell", "a"],
      ["cell", "1"],
      ["cell", "2"],
    ]);
    assert.deepEqual(
      report.blocks.slice(2).map(({ cell: place }) => [place?.row, place?.column]),
      [
        [0, 0],
        [0, 1],
        [1, 1],
      ],
    );
  });
});

describe("PDF", () => {
  it("is read with its page, and a paragraph over several lines is one", async () => {
    const value = await read(
      pdf([
        "In the year the office received many complaints of which",
        "39 were upheld and 41 were not upheld.",
        "TODO",
      ]),
      "a.pdf",
    );
    assert.deepEqual(codes(value), ["placeholder"]);
    assert.equal(value.report.blocks[0]?.page, 1);
    assert.match(value.report.text, /of which 39 were upheld/);
  });
});
