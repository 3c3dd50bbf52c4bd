// Files that are damaged, or made to do damage, are refused with a reason; nothing crashes and nothing grows without bound.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { LIMITS, readReport, type FileRefusal } from "@yinuo/report-files";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { docx, paragraph, pdf, run, table } from "./files.ts";

const SEED = 20_260_101;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const refusal = async (bytes: Uint8Array, name: string): Promise<FileRefusal["code"] | "read"> => {
  const result = await readReport(bytes, name);
  return result.ok ? "read" : result.error.code;
};

describe("files that cannot be read", () => {
  const cases: readonly (readonly [string, () => Uint8Array, string, string])[] = [
    ["an empty file", () => new Uint8Array(), "a.docx", "fileEmpty"],
    ["a zip cut in two", () => docx(paragraph(run("一"))).subarray(0, 300), "a.docx", "fileDamaged"],
    ["a zip that is no Word document", () => zipSync({ "a.txt": strToU8("a") }), "a.docx", "formatUnknown"],
    ["a Word document without words", () => docx(paragraph()), "a.docx", "noText"],
    ["an old .doc", () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "a.doc", "formatUnknown"],
    ["a PDF of nothing but its mark", () => utf8("%PDF-1.7\n"), "a.pdf", "fileDamaged"],
    ["a PDF without text", () => pdf([]), "a.pdf", "noText"],
    [
      "a picture called text",
      () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 0, 2, 0]),
      "a.txt",
      "fileDamaged",
    ],
    ["a page of blanks", () => utf8(" \n \n"), "a.txt", "noText"],
    ["HTML that is all script", () => utf8("<html><script>1</script></html>"), "a.html", "noText"],
    ["more text than is read", () => new Uint8Array(LIMITS.characters + 10).fill(97), "a.txt", "fileTooMuch"],
  ];
  for (const [what, bytes, name, code] of cases)
    it(`${what}: ${code}`, async () => assert.equal(await refusal(bytes(), name), code));
});

describe("files made to do damage", () => {
  it("a zip whose part unpacks to more than is read is refused before it is unpacked", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(LIMITS.unpackedBytes + 1) });
    assert.ok(bomb.length < 200_000);
    assert.equal(await refusal(bomb, "a.docx"), "fileTooMuch");
  });

  it("a zip that lies about the size of its part is refused", async () => {
    const bytes = zipSync({ "word/document.xml": new Uint8Array(5_000_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 4 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 10, true);
    }
    assert.equal(await refusal(bytes, "a.docx"), "fileDamaged");
  });

  it("tables within tables, a thousand deep, are read", async () => {
    const deep = `${"<w:tbl><w:tr><w:tc>".repeat(1000)}${paragraph(run("底"))}${"</w:tc></w:tr></w:tbl>".repeat(1000)}`;
    assert.equal(await refusal(docx(deep), "a.docx"), "read");
    const html = `${"<div><table><tr><td>".repeat(5000)}底`;
    assert.equal(await refusal(utf8(`<html>${html}`), "a.html"), "read");
  });

  it("a cell that spans a million columns takes no room", async () => {
    const wide = `<table>${'<tr><td colspan="999999999" rowspan="999999999">1</td></tr>'.repeat(200)}</table>`;
    assert.equal(await refusal(utf8(`<html>${wide}`), "a.html"), "read");
  });

  it("cells before any row are in the first", async () => {
    const read = await readReport(
      utf8("<html><table><td>1</td><td>2</td><tr><td>3</td></tr></table>"),
      "a.html",
    );
    assert.ok(read.ok);
    assert.deepEqual(
      read.value.report.blocks.map(({ cell }) => [cell?.row, cell?.column]),
      [
        [0, 0],
        [0, 1],
        [1, 0],
      ],
    );
  });

  it("entities that expand into each other stay what they are", async () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${paragraph(run("&b;&b;"))}`;
    assert.equal(await refusal(docx(xml), "a.docx"), "read");
  });

  it("control characters do not reach the text", async () => {
    const result = await readReport(
      utf8("受理\u0007\u001b[31m97件\u0000。".replace("\u0000", "\u0008")),
      "a.txt",
    );
    assert.ok(result.ok);
    assert.doesNotMatch(result.value.report.text, /[^\P{Cc}\n]/u);
  });
});

describe("whatever the bytes", () => {
  const files: readonly (readonly [string, Uint8Array])[] = [
    [
      "a.docx",
      docx(
        paragraph(run("受理97件")) +
          table([
            ["甲", "1"],
            ["合计", "1"],
          ]),
      ),
    ],
    ["a.pdf", pdf(["We closed 90 of 97 cases."])],
    ["a.html", utf8("<html><body><table><tr><td>1</td></tr></table><p>90 &amp; 97</p></body></html>")],
    ["a.md", utf8("# a\n\n| a |\n|---|\n| 1 |\n\n<!-- x -->\n```\ncode\n```\n")],
  ];
  for (const [name, bytes] of files)
    it(`${name} with bytes changed, cut or repeated is read or refused`, async () => {
      const changed = fc.record({
        at: fc.nat(bytes.length - 1),
        to: fc.nat(255),
        cut: fc.nat(bytes.length),
        times: fc.nat(8),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(changed, { maxLength: 6 }), async (changes) => {
          let copy = Uint8Array.from(bytes);
          for (const { at, to, cut, times } of changes) {
            if (at < copy.length) copy[at] = to;
            if (times === 0) copy = copy.slice(0, cut);
          }
          await readReport(copy, name);
        }),
        { seed: SEED, numRuns: 60 },
      );
    });
});
