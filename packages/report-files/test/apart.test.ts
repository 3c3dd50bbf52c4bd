// A stranger's report is read in a process of its own: what goes wrong in it ends with it, and too many at once are sent away.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkApart } from "@yinuo/report-files/apart";
import { zipSync } from "fflate";
import { docx, paragraph, pdf, run } from "./files.ts";

describe("a report read apart", () => {
  it("comes back with its findings, from Word and from PDF", async () => {
    const word = await checkApart(docx(paragraph(run("共培训XX人。"))), "a.docx");
    assert.ok(word.ok);
    assert.deepEqual(
      word.value.checked.findings.map(({ code }) => code),
      ["placeholder"],
    );
    const print = await checkApart(pdf(["We closed 45 of 60 files (70%).", "TODO"]), "a.pdf");
    assert.ok(print.ok);
    assert.deepEqual(
      print.value.checked.findings.map(({ code }) => code),
      ["rateNotOfCounts", "placeholder"],
    );
  });

  it("is refused when it unpacks to more than is read, and the next one is read", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(70_000_000) });
    assert.deepEqual(await checkApart(bomb, "a.docx"), { ok: false, error: { code: "fileTooMuch" } });
    assert.ok((await checkApart(docx(paragraph(run("一份报告。"))), "a.docx")).ok);
  });

  it("waits for those before it, and with eight waiting is sent away", async () => {
    const empty = Array.from({ length: 9 }, () => checkApart(new Uint8Array(), "a.txt"));
    const codes = (await Promise.all(empty)).map((answer) => (answer.ok ? "read" : answer.error.code));
    assert.deepEqual(codes, [...Array.from({ length: 8 }, () => "fileEmpty"), "busy"]);
  });
});
