// HTML: the text of its body, block by block; scripts, styles, navigation and hidden parts are left out.

import { reportOf, type BlockKind } from "@yinuo/report-check";
import { attributeOf, scanXml } from "@yinuo/spreadsheet/reading";
import { decode } from "./plain-text.ts";
import { collectParts, gridOf, type Grid, type Parts } from "./parts.ts";
import { LIMITS, refuseFile, type ReadingResult } from "./reading.ts";

export const readHtml = (bytes: Uint8Array): ReadingResult => {
  const decoded = decode(bytes);
  if (decoded === undefined) return refuseFile({ code: "fileDamaged" });
  const parts = collectParts();
  readBody(decoded.text, parts);
  if (parts.isFull()) return refuseFile({ code: "fileTooMuch" });
  if (parts.all.length === 0) return refuseFile({ code: "noText" });
  const { encoding, certain } = decoded;
  return {
    ok: true,
    value: {
      format: "html",
      report: reportOf(parts.all),
      encoding,
      notes: certain ? [] : ["encodingGuessed"],
    },
  };
};

const LEFT_OUT = new Set(
  "script style noscript template svg nav head iframe select button textarea".split(" "),
);
const BLOCKS: Readonly<Record<string, BlockKind>> = {
  h1: "title",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  li: "item",
  figcaption: "heading",
  caption: "heading",
};
const BREAKS = new Set(
  "p div section article main header footer aside ul ol dl dt dd table tr blockquote pre hr figure form fieldset body address details summary".split(
    " ",
  ),
);

type State = {
  text: string;
  kind: BlockKind;
  skipped: string | undefined;
  depth: number;
  cell: { rows: number; columns: number } | undefined;
};

/** Inside these, `<` opens no tag: skipped before the tags are read. */
const RAW = /<(script|style|textarea|template)\b[^>]{0,2000}>[\s\S]*?(?:<\/\1\s*>|$)/gi;

const readBody = (html: string, parts: Parts): void => {
  const state: State = { text: "", kind: "paragraph", skipped: undefined, depth: 0, cell: undefined };
  const grids: Grid[] = [];
  let tables = 0;
  const flush = (): void => {
    const text = state.text.replace(/\s+/g, " ").trim();
    const grid = grids.at(-1);
    if (state.cell !== undefined && grid !== undefined)
      parts.add({ kind: "cell", text, cell: grid.cell(state.cell) });
    else if (text !== "") parts.add({ kind: state.kind, text });
    [state.text, state.kind, state.cell] = ["", "paragraph", undefined];
  };
  for (const event of scanXml(html.replace(RAW, " "))) {
    if (parts.isFull()) return;
    if (event.is === "text") {
      if (state.skipped === undefined) state.text += named(event.text);
      continue;
    }
    const name = event.name.toLowerCase();
    if (skips(state, name, event)) continue;
    const isCell = name === "td" || name === "th";
    if (name === "br") state.text += " ";
    // A paragraph inside a cell is still the cell.
    if (state.cell !== undefined && !isCell && name !== "tr" && name !== "table") {
      if (BREAKS.has(name)) state.text += " ";
      continue;
    }
    if (isCell || BREAKS.has(name) || name in BLOCKS) flush();
    if (event.is === "open") {
      state.kind = BLOCKS[name] ?? state.kind;
      if (name === "table" && grids.length < 50 && tables < LIMITS.tables) grids.push(gridOf(tables++));
      if (name === "tr") grids.at(-1)?.row();
      if (isCell && grids.length > 0)
        state.cell = {
          rows: spanOf(event.attributes, "rowspan"),
          columns: spanOf(event.attributes, "colspan"),
        };
    } else if (name === "table") grids.pop();
  }
  flush();
};

const spanOf = (attributes: string, name: string): number =>
  Number.parseInt(attributeOf(attributes, name) ?? "1", 10) || 1;

type Tag = { readonly is: "open" | "close"; readonly attributes?: string };

/** Within an element that is left out, only tags of its own name are counted. */
const skips = (state: State, name: string, { is, attributes = "" }: Tag): boolean => {
  if (state.skipped === undefined) {
    const hidden = /\shidden(?:[\s=/]|$)|display:\s*none/i.test(attributes) && !VOID.has(name);
    if (is !== "open" || !(LEFT_OUT.has(name) || hidden)) return false;
    [state.skipped, state.depth] = [name, 1];
    return true;
  }
  if (name === state.skipped) state.depth += is === "open" ? 1 : -1;
  if (state.depth === 0) state.skipped = undefined;
  return true;
};

const VOID = new Set("br hr img input meta link area base col embed source track wbr".split(" "));

/** The names of characters that are met in reports; `scanXml` knows those of XML. */
const NAMES: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  mdash: "—",
  ndash: "–",
  middot: "·",
  times: "×",
  hellip: "…",
  pound: "£",
  euro: "€",
  yen: "¥",
  permil: "‰",
};

const named = (text: string): string =>
  text.replace(/&([a-z]{2,8});/g, (whole, name: string) => NAMES[name] ?? whole);
