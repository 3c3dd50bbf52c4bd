// The texts of office files: Word, Excel and PowerPoint (ECMA-376) and OpenDocument, part by part, whatever is shown or hidden.

import type { FilePlace } from "@yinuo/core";
import {
  attributeOf,
  decodeText,
  listZip,
  scanXml,
  unpackPart,
  type ZipPart,
} from "@yinuo/spreadsheet/reading";
import type { Collector } from "./collect.ts";
import { kindOfBytes, type FileKind } from "./file-kind.ts";
import { stop, type ReadingLimits } from "./limits.ts";
import { readSheet, sharedTexts, sheetNamesOf } from "./office-sheets.ts";

type Budget = { unpacked: number; parts: number };

export const readOffice = (
  bytes: Uint8Array,
  limits: ReadingLimits,
  collector: Collector,
  inside: { readonly depth: number; readonly budget: Budget; readonly place?: FilePlace } = {
    depth: 0,
    budget: { unpacked: 0, parts: 0 },
  },
): void => {
  const parts = listZip(bytes);
  if (parts === undefined) throw stop("fileDamaged");
  const { budget, depth } = inside;
  budget.parts += parts.length;
  if (budget.parts > limits.parts) throw stop("fileTooMuch");
  const unpack = (part: ZipPart): Uint8Array => {
    if (part.encrypted) throw stop("fileEncrypted");
    budget.unpacked += part.unpackedBytes;
    if (budget.unpacked > limits.unpackedBytes) throw stop("fileTooMuch");
    const unpacked = unpackPart(bytes, part);
    if (unpacked === undefined) throw stop("fileDamaged");
    return unpacked;
  };
  const xmlOf = (name: string): string => {
    const part = parts.find((one) => one.name === name);
    return part === undefined ? "" : xmlText(unpack(part));
  };
  // OpenDocument part 2, 4.8.1: a part under a password says so here.
  if (xmlOf("META-INF/manifest.xml").includes("encryption-data")) throw stop("fileEncrypted");
  const sheets = sheetNamesOf(xmlOf("xl/workbook.xml"), xmlOf("xl/_rels/workbook.xml.rels"));
  const shared = sharedTexts(xmlOf(SHARED_TEXTS));
  const used = new Set<number>();
  for (const part of parts) {
    if (part.name === SHARED_TEXTS) continue;
    if (/(?:\.xml|\.rels)$/i.test(part.name)) {
      const xml = xmlText(unpack(part));
      const sheet = sheets.get(part.name);
      const place = inside.place ?? placeOf(part.name);
      if (sheet !== undefined) readSheet(xml, { sheet, shared, used, collector, place: inside.place });
      readXml(xml, place, collector, sheet === undefined ? part.name : `${part.name} beside its cells`);
    } else if (/embed|^Object/i.test(part.name) && !part.name.endsWith("/"))
      readEmbedded(unpack(part), part.name, { limits, collector, depth, budget });
  }
  // What stood in a cell that was emptied may still be there.
  for (const [at, text] of shared.entries())
    if (!used.has(at)) collector.text(inside.place ?? placeOf(SHARED_TEXTS), text);
};

const SHARED_TEXTS = "xl/sharedStrings.xml";

type Nested = {
  readonly limits: ReadingLimits;
  readonly collector: Collector;
  readonly depth: number;
  readonly budget: Budget;
};

/** A workbook behind a chart, a document as an object: read as well; older kinds of objects are for a person to look at. */
const readEmbedded = (bytes: Uint8Array, name: string, { limits, collector, depth, budget }: Nested) => {
  const kind = kindOfBytes(bytes);
  const place: FilePlace = { part: "embedded", name: name.split("/").at(-1) };
  if (kind === "txt") collector.text(place, decodeText(bytes, undefined)?.text ?? "");
  else if (OFFICE.includes(kind)) {
    if (depth + 1 > limits.depth) throw stop("fileTooMuch");
    readOffice(bytes, limits, collector, { depth: depth + 1, budget, place });
  } else if (kind !== "picture") collector.unreadable();
};

const OFFICE: readonly (FileKind | undefined)[] = ["docx", "xlsx", "pptx", "odt", "ods"];

const xmlText = (bytes: Uint8Array): string => {
  const decoded = decodeText(bytes, undefined);
  if (decoded === undefined) throw stop("fileDamaged");
  return decoded.text;
};

const PLACES: readonly (readonly [RegExp, FilePlace["part"]])[] = [
  [/^ppt\/slides\/slide(\d+)\.xml$/, "slide"],
  [/^ppt\/notesSlides\/notesSlide(\d+)\.xml$/, "slideNotes"],
  [/^word\/document\.xml$|^content\.xml$/, "body"],
  [/^word\/header\d*\.xml$/, "header"],
  [/^word\/footer\d*\.xml$/, "footer"],
  [/^word\/(?:footnotes|endnotes)\.xml$/, "notes"],
  [/comment|threadedComments|persons?\.xml$|people\.xml$/i, "comments"],
  [/^docProps\/|^meta\.xml$/, "properties"],
  [/\.rels$/, "links"],
];

const placeOf = (name: string): FilePlace => {
  for (const [path, part] of PLACES) {
    const found = path.exec(name);
    if (found !== null) return { part, name: found[1] };
  }
  return { part: "other", name: name.split("/").at(-1) };
};

/** Elements between which a text does not go on. All others stand inside a line: a number is often cut into runs. */
const BREAKS = new Set(
  "p h br cr tr tc tab si c row pt v t-page text-box table-cell table-row list-item annotation author".split(
    " ",
  ),
);
/** Of these parts every element is a value of its own. */
const VALUES = /^docProps\/|^meta\.xml$|^customXml\/|\.rels$|persons?\/|workbook\.xml$|styles\.xml$/;
const NAME_ELEMENTS = new Set([
  "creator",
  "lastModifiedBy",
  "Manager",
  "initial-creator",
  "printed-by",
  "author",
  "contact",
]);
const NAME_ATTRIBUTES = ["author", "displayName", "userName"];
const TEXT_ATTRIBUTES = ["descr", "title", "alt", "tooltip", "display"];

const readXml = (xml: string, place: FilePlace, collector: Collector, part: string): void => {
  const values = VALUES.test(part);
  // The cells were read with their places; the sheet's header, footer and links come here.
  const cells = part.endsWith(" beside its cells");
  let at = place;
  let line = "";
  let within: readonly string[] = [];
  const flush = (): void => {
    const name = within.find((one) => NAME_ELEMENTS.has(one));
    if (line.trim() !== "") (name === undefined ? collector.text : collector.name)(at, line);
    line = "";
  };
  let skipping = 0;
  for (const event of scanXml(xml)) {
    if (event.is === "text") line += skipping > 0 ? "" : event.text;
    else {
      const { name } = event;
      if (values || BREAKS.has(name) || NAME_ELEMENTS.has(name)) flush();
      if (event.is === "open") {
        if (cells && name === "sheetData") skipping++;
        if (name === "table" && place.part === "body") {
          const sheet = attributeOf(event.attributes, "name");
          if (sheet !== undefined && part === "content.xml") at = { part: "sheet", name: sheet };
        }
        if (NAME_ELEMENTS.has(name)) within = [...within.slice(-8), name];
        readAttributes(event.attributes, name, at, collector);
      } else {
        if (cells && name === "sheetData") skipping--;
        if (NAME_ELEMENTS.has(name)) within = within.slice(0, -1);
        if (name === "table" && part === "content.xml") at = place;
      }
    }
  }
  flush();
};

const readAttributes = (
  attributes: string,
  element: string,
  place: FilePlace,
  collector: Collector,
): void => {
  for (const name of NAME_ATTRIBUTES)
    if (attributes.includes(name)) collector.name(place, attributeOf(attributes, name) ?? "");
  if (element === "cmAuthor") collector.name(place, attributeOf(attributes, "name") ?? "");
  for (const name of TEXT_ATTRIBUTES)
    if (attributes.includes(name)) collector.text(place, attributeOf(attributes, name) ?? "");
  for (const name of ["Target", "href"]) {
    const link = attributes.includes(name) ? attributeOf(attributes, name) : undefined;
    if (link !== undefined && /^(?:mailto|tel|sms):/i.test(link))
      collector.text(place, link.replace(/^\w+:/, ""));
  }
};
