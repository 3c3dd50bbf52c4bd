// The parts of an .xlsx file that do not depend on the rows: links, names, styles, and escaping (ECMA-376 part 1).
import type { TableColumn } from "./table.ts";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Positions in `cellXfs`; number and percent styles follow, one of each per count of decimals. */
export const STYLES = { header: 1, text: 2, quoted: 3, day: 4 } as const;
const FIRST_NUMBER_STYLE = 5;
const FIRST_OWN_FORMAT = 164;

export function styleOf(column: TableColumn, decimals: readonly number[]): number {
  if (column.kind !== "percent" && column.decimals === undefined) return 0;
  const at = decimals.indexOf(column.decimals ?? 0);
  return FIRST_NUMBER_STYLE + at * 2 + (column.kind === "percent" ? 1 : 0);
}

export function bookParts(names: readonly string[]): readonly (readonly [path: string, xml: string])[] {
  const numbers = names.map((_, at) => at + 1);
  const types = numbers.map(
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  const sheets = names.map(
    (name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const links = numbers.map((n) => link(n, "worksheet", `worksheets/sheet${n}.xml`));
  const relations = (inner: string) =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  return [
    [
      "[Content_Types].xml",
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${types.join("")}</Types>`,
    ],
    ["_rels/.rels", relations(link(1, "officeDocument", "xl/workbook.xml"))],
    [
      "xl/workbook.xml",
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations(links.join("") + link(names.length + 1, "styles", "styles.xml")),
    ],
  ];
}

function link(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

export function stylesXml(decimals: readonly number[]): string {
  const shown = decimals.flatMap((count) => {
    const digits = count === 0 ? "0" : `0.${"0".repeat(count)}`;
    return [digits, `${digits}%`];
  });
  const formats = ["yyyy-mm-dd", ...shown].map(
    (code, at) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="${code}"/>`,
  );
  const applied = ' applyNumberFormat="1"/>';
  const xfs = [
    xf(0, "/>"),
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>`,
    xf(49, applied),
    xf(49, ` quotePrefix="1"${applied}`),
    xf(FIRST_OWN_FORMAT, applied),
    ...shown.map((_, at) => xf(FIRST_OWN_FORMAT + 1 + at, applied)),
  ];
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join("")}</numFmts><fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join("")}</cellXfs></styleSheet>`;
}

function xf(format: number, more: string): string {
  return `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0"${more}`;
}

/** XML text, and `_xHHHH_` for what XML cannot say (ECMA-376 part 1, 22.9.2.19), which itself is escaped the same way. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_")
    .replace(
      /(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu,
      (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Names a workbook allows: 1 to 31 characters, none of []:*?/\, no quote at an end, each used once. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>(["history"]);
  return wanted.map((name, at) => {
    const plain =
      name
        .replace(/[[\]:*?/\\\p{Cc}]/gu, " ")
        .replace(/^'+|'+$/gu, "")
        .trim() || `Sheet${at + 1}`;
    let candidate = plain.slice(0, 31);
    for (let n = 2; taken.has(candidate.toLowerCase()); n++) candidate = `${plain.slice(0, 27)} ${n}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}
