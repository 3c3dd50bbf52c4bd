// PDF with text: page by page, lines joined to paragraphs. Pictures of pages have none, and that is said.

import { reportOf } from "@yinuo/report-check";
import { collectParts, type Parts } from "./parts.ts";
import { LIMITS, refuseFile, type Note, type ReadingResult } from "./reading.ts";

export const readPdf = async (bytes: Uint8Array): Promise<ReadingResult> => {
  const mupdf = await quietly();
  try {
    const document = mupdf.Document.openDocument(bytes, "application/pdf");
    try {
      if (document.needsPassword()) return refuseFile({ code: "fileEncrypted" });
      const pages = document.countPages();
      if (pages === 0) return refuseFile({ code: "fileDamaged" });
      if (pages > LIMITS.pages) return refuseFile({ code: "fileTooMuch" });
      const parts = collectParts();
      let blank = 0;
      for (let number = 0; number < pages && !parts.isFull(); number++) {
        const page = document.loadPage(number);
        const structured = page.toStructuredText("preserve-whitespace");
        const text = structured.asText();
        structured.destroy();
        page.destroy();
        if (text.trim() === "") blank++;
        readPage(text, number + 1, parts);
      }
      if (parts.isFull()) return refuseFile({ code: "fileTooMuch" });
      if (parts.all.length === 0) return refuseFile({ code: "noText" });
      const notes: readonly Note[] = blank > 0 ? ["pagesWithoutText"] : [];
      return { ok: true, value: { format: "pdf", report: reportOf(parts.all), encoding: undefined, notes } };
    } finally {
      document.destroy();
    }
  } catch {
    // What MuPDF throws at damaged files has no list.
    return refuseFile({ code: "fileDamaged" });
  }
};

/** MuPDF prints what it thinks of a damaged file; whoever runs a command has no use for it. */
const quietly = async () => {
  Object.assign(globalThis, { $libmupdf_wasm_Module: { print: () => undefined, printErr: () => undefined } });
  return import("mupdf");
};

const ENDS = /[。！？.!?：:；;]["”’）)]*\s*$/;
const BEGINS =
  /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]?\d{1,2}[）).、]\s?(?!\d)|[•●■–—-]\s|第[一二三四五六七八九十]+[章节部])/;
const PAGE_NUMBER = /^\s*(?:[-—–]\s*)?\d{1,4}(?:\s*[-—–])?\s*$/;

/** A line that ends no sentence and is about as long as the longest goes on in the next. */
const readPage = (text: string, page: number, parts: Parts): void => {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/[^\P{Cc}\t]/gu, " "));
  const widest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  let open = "";
  const close = (): void => {
    if (open.trim() !== "") parts.add({ kind: "paragraph", text: open.trim(), page });
    open = "";
  };
  for (const line of lines) {
    if (line.trim() === "" || PAGE_NUMBER.test(line)) {
      close();
      continue;
    }
    if (BEGINS.test(line)) close();
    const joint = /[a-z,;]\s*$/i.test(open) && /^\s*[a-z\d($£]/i.test(line) ? " " : "";
    open += `${joint}${line.trim()}`;
    if (ENDS.test(line) || line.trim().length < widest * 0.8) close();
  }
  close();
};
