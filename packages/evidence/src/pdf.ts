// The texts of a PDF: each page, what is written on top of it, its form fields, properties and outline.

import type { FilePlace } from "@yinuo/core";
import type { Document, PDFDocument, PDFPage } from "mupdf";
import type { Collector } from "./collect.ts";
import { stop, type ReadingLimits } from "./limits.ts";
import { scanXml } from "@yinuo/spreadsheet/reading";

const PROPERTIES = ["info:Title", "info:Subject", "info:Keywords"] as const;
const LINES = /\r\n|\r|\n|\u2028|\u2029/;

/** MuPDF repairs what other readers would open too; what even it cannot is damaged. */
export const readPdf = async (
  bytes: Uint8Array,
  limits: ReadingLimits,
  collector: Collector,
): Promise<void> => {
  const mupdf = await import("mupdf");
  const document = mupdf.Document.openDocument(bytes, "application/pdf");
  if (document.needsPassword()) throw stop("fileEncrypted");
  const pages = document.countPages();
  if (pages === 0) throw stop("fileDamaged");
  if (pages > limits.pages) throw stop("fileTooMuch");
  readProperties(document, collector);
  for (let number = 0; number < pages; number++) {
    const page = document.loadPage(number) as PDFPage;
    readPage(page, { part: "page", name: String(number + 1) }, collector);
    page.destroy();
  }
  const pdf = document.asPDF();
  if (pdf !== null) readRest(pdf, collector);
};

const lines = (collector: Collector, place: FilePlace, text: string | undefined): void => {
  for (const line of (text ?? "").split(LINES)) if (line.trim() !== "") collector.text(place, line);
};

const readPage = (page: PDFPage, place: FilePlace, collector: Collector): void => {
  const structured = page.toStructuredText("preserve-whitespace");
  const text = structured.asText();
  structured.destroy();
  // A page without text is a picture of one, or blank: only an eye can tell.
  if (text.trim() === "") collector.unreadable();
  lines(collector, place, text);
  for (const link of page.getLinks()) {
    const uri = link.getURI();
    if (/^(?:mailto|tel|sms):/i.test(uri))
      collector.text(place, decodeURIComponent(uri.replace(/^\w+:/, "")));
  }
  for (const note of page.getAnnotations()) {
    lines(collector, place, note.getContents());
    if (note.hasAuthor()) collector.name(place, note.getAuthor());
  }
  for (const field of page.getWidgets()) lines(collector, place, field.getValue());
};

const readProperties = (document: Document, collector: Collector): void => {
  const place: FilePlace = { part: "properties" };
  for (const key of PROPERTIES) lines(collector, place, document.getMetaData(key));
  collector.name(place, document.getMetaData("info:Author") ?? "");
  const titles = (items: ReturnType<Document["loadOutline"]>): void => {
    for (const { title, down } of items ?? []) {
      lines(collector, { part: "links" }, title);
      titles(down ?? null);
    }
  };
  titles(document.loadOutline());
};

/** ISO 32000-2, 14.3.2: the properties once more as XML; and files inside the file, which are not opened here. */
const readRest = (pdf: PDFDocument, collector: Collector): void => {
  const metadata = pdf.getTrailer().get("Root", "Metadata");
  if (metadata.isStream()) {
    const place: FilePlace = { part: "properties" };
    let element = "";
    for (const event of scanXml(Buffer.from(metadata.readStream().asUint8Array()).toString("utf8"))) {
      if (event.is === "open" && event.name !== "li" && event.name !== "Seq") element = event.name;
      if (event.is === "text" && event.text.trim() !== "")
        (element === "creator" ? collector.name : collector.text)(place, event.text);
    }
  }
  for (const name of Object.keys(pdf.getEmbeddedFiles())) {
    collector.text({ part: "embedded", name }, name);
    collector.unreadable();
  }
};
