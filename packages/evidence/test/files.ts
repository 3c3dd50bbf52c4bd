// Files as offices write them, made small: the parts and the XML are those of the formats, the people in them are invented.

import { strToU8, zipSync, type Zippable } from "fflate";

export const PHONE = "13800001234";

const zip = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array => {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts))
    files[name] = [
      typeof content === "string" ? strToU8(content) : content,
      { level: name === "mimetype" ? 0 : 6 },
    ];
  return zipSync(files);
};

const core = (author: string) =>
  `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>通知</dc:title><dc:creator>${author}</dc:creator><cp:lastModifiedBy>Administrator</cp:lastModifiedBy></cp:coreProperties>`;

const word = (inside: string, root = "w:document") =>
  `<?xml version="1.0"?><${root} xmlns:w="w">${inside}</${root}>`;
const paragraph = (...runs: readonly string[]) =>
  `<w:p>${runs.map((run) => `<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">${run}</w:t></w:r>`).join("")}</w:p>`;

type Parts = Readonly<Record<string, string | Uint8Array>>;

/** `body`: paragraphs of runs. */
export const docx = (body: readonly (readonly string[])[], more: Parts = {}): Uint8Array =>
  zip({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": word(body.map((runs) => paragraph(...runs)).join("")),
    ...more,
  });

/** A phone in every part of a document that is not its body, and in the body only struck out. */
export const docxEverywhere = (number: (n: number) => string): Uint8Array =>
  docx([["正文没有号码"]], {
    "word/document.xml": word(
      `<w:p><w:del w:id="1" w:author="张伟" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>原电话${number(0)}</w:delText></w:r></w:del></w:p>
       <w:p><w:r><w:drawing><wp:docPr id="1" name="图" descr="照片里写着${number(1)}"/></w:drawing></w:r></w:p>
       <w:p><w:r><w:instrText>HYPERLINK "tel:${number(2)}"</w:instrText></w:r></w:p>`,
    ),
    "word/header1.xml": word(paragraph(`页眉${number(3)}`), "w:hdr"),
    "word/footer2.xml": word(paragraph(`页脚${number(4)}`), "w:ftr"),
    "word/footnotes.xml": word(`<w:footnote>${paragraph(`脚注${number(5)}`)}</w:footnote>`, "w:footnotes"),
    "word/comments.xml": word(
      `<w:comment w:id="0" w:author="Li Na" w:initials="LN">${paragraph(`问${number(6)}`)}</w:comment>`,
      "w:comments",
    ),
    "word/_rels/document.xml.rels": `<Relationships><Relationship Id="r1" Target="mailto:zhang.san@example.com"/></Relationships>`,
    "docProps/core.xml": core("王芳"),
    "docProps/custom.xml": `<Properties><property name="联系"><vt:lpwstr>${number(7)}</vt:lpwstr></property></Properties>`,
    "word/embeddings/Microsoft_Excel_Sheet1.xlsx": xlsx([["A1", number(8)]]),
  });

/** Cells by place; texts are shared texts, numbers stand as they are. */
export const xlsx = (
  cells: readonly (readonly [string, string | number])[],
  more: Parts = {},
): Uint8Array => {
  const texts = cells.flatMap(([, value]) => (typeof value === "string" ? [value] : []));
  const cellXml = cells
    .map(([at, value]) =>
      typeof value === "number"
        ? `<c r="${at}"><v>${value}</v></c>`
        : `<c r="${at}" t="s"><v>${texts.indexOf(value)}</v></c>`,
    )
    .join("");
  return zip({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="窗口" sheetId="1" state="hidden" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<sst>${texts.map((text) => `<si><r><t>${text.slice(0, 4)}</t></r><r><t>${text.slice(4)}</t></r></si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1">${cellXml}</row></sheetData><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter></worksheet>`,
    ...more,
  });
};

export const pptx = (): Uint8Array =>
  zip({
    "[Content_Types].xml": "<Types/>",
    "ppt/presentation.xml": "<p:presentation/>",
    "ppt/slides/slide2.xml": `<p:sld><a:p><a:r><a:t>电话138</a:t></a:r><a:r><a:t>00001234</a:t></a:r></a:p></p:sld>`,
    "ppt/notesSlides/notesSlide2.xml": `<p:notes><a:p><a:r><a:t>备注13900005678</a:t></a:r></a:p></p:notes>`,
    "ppt/commentAuthors.xml": `<p:cmAuthorLst><p:cmAuthor id="0" name="赵敏" initials="Z"/></p:cmAuthorLst>`,
  });

const openDocument = (kind: "text" | "spreadsheet", content: string, more: Parts = {}): Uint8Array =>
  zip({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    "content.xml": `<office:document-content>${content}</office:document-content>`,
    "meta.xml": `<office:meta><meta:initial-creator>陈静</meta:initial-creator></office:meta>`,
    ...more,
  });

export const odt = (): Uint8Array =>
  openDocument(
    "text",
    `<text:p>电话<text:span>138</text:span>00001234</text:p><office:annotation><dc:creator>县司法局</dc:creator><text:p>核对</text:p></office:annotation>`,
  );

export const ods = (): Uint8Array =>
  openDocument(
    "spreadsheet",
    `<table:table table:name="名单"><table:table-row><table:table-cell><text:p>${PHONE}</text:p></table:table-cell></table:table-row></table:table>`,
  );

export const lockedOdt = (): Uint8Array =>
  openDocument("text", "garbage", {
    "META-INF/manifest.xml": `<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`,
  });

/** Its parts are zeros, which pack a thousand to one. */
export const zipBomb = (megabytes: number): Uint8Array =>
  docx([["x"]], { "word/glossary.xml": new Uint8Array(megabytes * 1024 * 1024).fill(0x20) });

/** A document in a document in a document … */
export const nested = (depth: number): Uint8Array => {
  let inner = docx([[PHONE]]);
  for (let level = 0; level < depth; level++) inner = docx([["外"]], { "word/embeddings/a.docx": inner });
  return inner;
};

type Pdf = {
  /** What each page draws. */
  readonly pages: readonly string[];
  readonly info?: string;
  readonly trailer?: string;
  readonly more?: readonly string[];
  readonly annotations?: string;
};

/** ISO 32000-1, 7.5: objects, table, trailer. Font F1 is Helvetica, F2 a Chinese one that is named and not embedded. */
export const pdf = ({ pages, info = "", trailer = "", more = [], annotations = "" }: Pdf): Uint8Array => {
  const first = 8;
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(" ");
  const objects = [
    `<</Type/Catalog/Pages 2 0 R>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    `<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[5 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 6 0 R>>`,
    `<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>`,
    `<<${info}>>`,
    ...pages.flatMap((content, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${first + at * 2 + 1} 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Annots[${annotations}]>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
    ...more,
  ];
  let text = "%PDF-1.7\n";
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info 7 0 R${trailer}>>\nstartxref\n${table}\n%%EOF`;
  return new TextEncoder().encode(text);
};

export const written = (text: string): string => `BT /F1 12 Tf 50 700 Td (${text}) Tj ET`;
/** `hex`: GBK. */
export const writtenInChinese = (hex: string): string => `BT /F2 12 Tf 50 700 Td <${hex}> Tj ET`;
/** A page that was scanned: a picture and no text. */
export const SCANNED = "q 500 0 0 700 50 50 cm 0.5 g 0 0 1 1 re f Q";
