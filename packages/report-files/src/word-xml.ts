// Paragraphs and cells of a WordprocessingML part (ECMA-376 part 1, 17.3 and 17.4), with where each run stands in the XML.

import type { BlockKind, Part } from "@yinuo/report-check";
import { attributeOf, scanXml, type XmlEvent } from "@yinuo/spreadsheet/reading";
import { gridOf, type Grid, type Parts } from "./parts.ts";
import { LIMITS } from "./reading.ts";

/** A run of text that stands directly in its paragraph: a comment can begin before it and end after it. */
export type Run = {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
};

/** Where the text of a part comes from; `from` counts in the part's text. */
export type Source = {
  readonly from: number;
  readonly to: number;
  /** In the XML: where content may begin, and the closing tag. */
  readonly begin: number;
  readonly close: number;
  readonly runs: readonly Run[];
};

type Paragraph = {
  text: string;
  kind: BlockKind;
  begin: number;
  runs: Run[];
  run: { from: number; start: number } | undefined;
  /** Elements open inside the paragraph. */
  depth: number;
};

type Cell = { span: { rows: number; columns: number }; texts: string[]; sources: Source[] };

type State = {
  readonly paragraphs: Paragraph[];
  readonly tables: { grid: Grid; cell: Cell | undefined }[];
  readonly skipping: { name: string; depth: number };
  tableCount: number;
  page: number;
  tracked: boolean;
  /** Inside w:t: white space between elements is no text. */
  inText: boolean;
};

export type Body = {
  readonly sources: readonly (readonly Source[])[];
  readonly tracked: boolean;
};

/** Deleted text stands in elements of its own; what was moved away and what repeats for older readers does not count. */
const SKIPPED = new Set(["moveFrom", "Fallback", "instrText", "delText", "del"]);

type Into = { readonly parts: Parts; readonly kind?: BlockKind; readonly tableFrom?: number };

export const readWordXml = (xml: string, { parts, kind, tableFrom = 0 }: Into): Body => {
  const sources: (readonly Source[])[] = [];
  const state: State = {
    paragraphs: [],
    tables: [],
    skipping: { name: "", depth: 0 },
    tableCount: tableFrom,
    page: 1,
    tracked: false,
    inText: false,
  };
  const paged = xml.includes("lastRenderedPageBreak");
  const add = (part: Part, from: readonly Source[]): void => {
    parts.add(
      kind === undefined
        ? { ...part, page: paged ? state.page : undefined }
        : { ...part, kind: part.cell === undefined ? kind : "cell" },
    );
    sources.push(from);
  };
  for (const event of scanXml(xml)) {
    if (parts.isFull()) break;
    if (event.is === "text") addText(state, event.text);
    else if (!isSkipped(state, event)) {
      if (event.is === "open") opened(state, event);
      else closed(state, event, add);
    }
  }
  return { sources, tracked: state.tracked };
};

const isSkipped = ({ skipping }: State, event: Exclude<XmlEvent, { is: "text" }>): boolean => {
  if (skipping.depth === 0) {
    if (event.is !== "open" || !SKIPPED.has(event.name) || event.empty) return false;
    [skipping.name, skipping.depth] = [event.name, 1];
    return true;
  }
  if (event.name === skipping.name && !(event.is === "open" && event.empty))
    skipping.depth += event.is === "open" ? 1 : -1;
  return true;
};

const addText = ({ paragraphs, skipping, inText }: State, text: string): void => {
  const paragraph = paragraphs.at(-1);
  if (paragraph !== undefined && inText && skipping.depth === 0)
    paragraph.text += text.replace(/\p{Cc}/gu, " ");
};

const SPACES: Readonly<Record<string, string>> = {
  tab: " ",
  br: " ",
  cr: " ",
  noBreakHyphen: "-",
  ptab: " ",
};

const opened = (state: State, event: XmlEvent & { is: "open" }): void => {
  const { name, attributes, start, end, empty } = event;
  const paragraph = state.paragraphs.at(-1);
  if (name === "ins" || name === "del" || name === "moveTo") state.tracked = true;
  if (name === "lastRenderedPageBreak") state.page++;
  if (name === "t") state.inText = !empty;
  if (name === "tbl" && state.tables.length < 50 && state.tableCount < LIMITS.tables)
    state.tables.push({ grid: gridOf(state.tableCount++), cell: undefined });
  const table = state.tables.at(-1);
  if (name === "tr") table?.grid.row();
  if (name === "tc" && table !== undefined)
    table.cell = { span: { rows: 1, columns: 1 }, texts: [], sources: [] };
  if (name === "gridSpan" && table?.cell !== undefined)
    table.cell.span.columns = Number(attributeOf(attributes, "val")) || 1;
  if (name === "p") {
    state.paragraphs.push({ text: "", kind: "paragraph", begin: end, runs: [], run: undefined, depth: 0 });
    return;
  }
  if (paragraph === undefined) return;
  if (name === "pStyle") paragraph.kind = kindOfStyle(attributeOf(attributes, "val") ?? "") ?? paragraph.kind;
  if (name === "outlineLvl" && paragraph.kind === "paragraph") paragraph.kind = "heading";
  if (name === "r" && paragraph.depth === 0) paragraph.run = { from: paragraph.text.length, start };
  paragraph.text += paragraph.run === undefined && paragraph.depth === 0 ? "" : (SPACES[name] ?? "");
  if (!empty) paragraph.depth++;
};

const kindOfStyle = (style: string): BlockKind | undefined =>
  /^(?:title|标题)$|^a[3-5]$/i.test(style)
    ? "title"
    : /heading|标题|^[1-9]$/i.test(style)
      ? "heading"
      : undefined;

const closed = (
  state: State,
  { name, start, end }: XmlEvent & { is: "close" },
  add: (part: Part, from: readonly Source[]) => void,
): void => {
  if (name === "t") state.inText = false;
  const paragraph = state.paragraphs.at(-1);
  if (name === "p") {
    if (state.paragraphs.pop() !== undefined && paragraph !== undefined)
      endParagraph(state, paragraph, start, add);
    return;
  }
  if (name === "tc") endCell(state, add);
  if (name === "tbl") state.tables.pop();
  if (paragraph === undefined) return;
  paragraph.depth = Math.max(0, paragraph.depth - 1);
  if (name === "pPr" && paragraph.depth === 0) paragraph.begin = end;
  if (name === "r" && paragraph.depth === 0 && paragraph.run !== undefined) {
    paragraph.runs.push({
      from: paragraph.run.from,
      to: paragraph.text.length,
      start: paragraph.run.start,
      end,
    });
    paragraph.run = undefined;
  }
};

const endParagraph = (
  state: State,
  paragraph: Paragraph,
  close: number,
  add: (part: Part, from: readonly Source[]) => void,
): void => {
  const { text, kind, begin, runs } = paragraph;
  // The paragraph of a text box stands inside another one.
  const cell = state.paragraphs.length === 0 ? state.tables.at(-1)?.cell : undefined;
  if (cell === undefined) {
    if (text.trim() !== "") add({ kind, text }, [{ from: 0, to: text.length, begin, close, runs }]);
    return;
  }
  const shift = cell.texts.reduce((all, { length }) => all + length + 1, 0);
  cell.texts.push(text);
  const moved = runs.map((run) => ({ ...run, from: run.from + shift, to: run.to + shift }));
  cell.sources.push({ from: shift, to: shift + text.length, begin, close, runs: moved });
};

const endCell = ({ tables }: State, add: (part: Part, from: readonly Source[]) => void): void => {
  const table = tables.at(-1);
  if (table?.cell === undefined) return;
  const { span, texts, sources } = table.cell;
  add({ kind: "cell", text: texts.join("\n"), cell: table.grid.cell(span) }, sources);
  table.cell = undefined;
};
