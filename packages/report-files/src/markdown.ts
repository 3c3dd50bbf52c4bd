// Markdown: headings, list items, tables and paragraphs; code, comments and front matter hold nothing to check.

import { reportOf } from "@yinuo/report-check";
import { decode } from "./plain-text.ts";
import { collectParts, gridOf, type Grid, type Parts } from "./parts.ts";
import { refuseFile, type ReadingResult } from "./reading.ts";

export const readMarkdown = (bytes: Uint8Array): ReadingResult => {
  const decoded = decode(bytes);
  if (decoded === undefined) return refuseFile({ code: "fileDamaged" });
  const parts = collectParts();
  readLines(withoutComments(decoded.text).split("\n"), parts);
  if (parts.isFull()) return refuseFile({ code: "fileTooMuch" });
  if (parts.all.length === 0) return refuseFile({ code: "noText" });
  const { encoding, certain } = decoded;
  return {
    ok: true,
    value: { format: "md", report: reportOf(parts.all), encoding, notes: certain ? [] : ["encodingGuessed"] },
  };
};

/** Each comment's characters become spaces, so that the lines keep their numbers. */
const withoutComments = (text: string): string => {
  const kept: string[] = [];
  let at = 0;
  for (let open = text.indexOf("<!--"); open !== -1; open = text.indexOf("<!--", at)) {
    const close = text.indexOf("-->", open);
    const end = close === -1 ? text.length : close + 3;
    kept.push(text.slice(at, open), text.slice(open, end).replace(/[^\n]/g, " "));
    at = end;
  }
  return kept.join("") + text.slice(at);
};

type State = {
  fence: string | undefined;
  open: { line: number; lines: string[]; item: boolean } | undefined;
  grid: Grid | undefined;
  tables: number;
};

const readLines = (lines: readonly string[], parts: Parts): void => {
  const state: State = { fence: undefined, open: undefined, grid: undefined, tables: 0 };
  const close = (): void => {
    if (state.open !== undefined) {
      const text = state.open.lines.map(inline).join("\n").trim();
      if (text !== "")
        parts.add({ kind: state.open.item ? "item" : "paragraph", text, line: state.open.line });
    }
    state.open = undefined;
  };
  const from = frontMatter(lines, parts);
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (state.fence !== undefined) {
      if (fence?.startsWith(state.fence) === true) state.fence = undefined;
      continue;
    }
    if (!/^\s*\|/.test(line)) state.grid = undefined;
    if (fence !== undefined) {
      close();
      state.fence = fence;
    } else if (line.trim() === "" || /^\s*(?:[-=*_]\s*){3,}$/.test(line)) close();
    else if (/^\s*\|.*\|/.test(line)) {
      close();
      tableRow(line, at + 1, state, parts);
    } else textLine(line, at + 1, state, { close, parts });
  }
  close();
};

/** The title of a YAML head is the title of the report. */
const frontMatter = (lines: readonly string[], parts: Parts): number => {
  if (lines[0]?.trim() !== "---") return 0;
  const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end === -1) return 0;
  for (const [at, line] of lines.slice(0, end).entries()) {
    const title = /^title:\s*["']?(.*?)["']?\s*$/.exec(line)?.[1];
    if (title !== undefined && title !== "") parts.add({ kind: "title", text: title, line: at + 1 });
  }
  return end + 1;
};

type Doing = { readonly close: () => void; readonly parts: Parts };

const textLine = (line: string, number: number, state: State, { close, parts }: Doing): void => {
  const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*(?:\{[^}]*\})?\s*$/.exec(line);
  if (heading !== null) {
    close();
    const text = inline(heading[2] ?? "").trim();
    if (text !== "") parts.add({ kind: heading[1] === "#" ? "title" : "heading", text, line: number });
    return;
  }
  const item = /^\s*(?:[-*+]\s+|(?=\d{1,3}[.)]\s))/.exec(line);
  if (item !== null) {
    close();
    state.open = { line: number, lines: [line.slice(item[0].length)], item: true };
    return;
  }
  state.open ??= { line: number, lines: [], item: false };
  state.open.lines.push(line.replace(/^\s*>\s?/, ""));
};

const tableRow = (line: string, number: number, state: State, parts: Parts): void => {
  const cells = line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|");
  if (cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell))) return;
  state.grid ??= gridOf(state.tables++);
  state.grid.row();
  for (const cell of cells)
    parts.add({
      kind: "cell",
      text: inline(cell).trim(),
      line: number,
      cell: state.grid.cell({ rows: 1, columns: 1 }),
    });
};

/** Marks of emphasis, links and code go; their words stay. */
const inline = (text: string): string =>
  text
    .replace(/!\[[^\]\n]{0,500}\]\([^)\n]{0,1000}\)/g, "")
    .replace(/\[([^\]\n]{1,500})\]\([^)\n]{0,1000}\)/g, "$1")
    .replace(/<\/?[a-zA-Z][^<>\n]{0,500}>/g, "")
    .replace(/(\*\*|__|`+)(?=\S)/g, "")
    .replace(/(?<=\S)(\*\*|__|`+)/g, "");
