// A report as one text with its blocks: paragraphs, headings, cells and notes, each a stretch of that text.

export type BlockKind = "title" | "heading" | "paragraph" | "item" | "cell" | "note";

export type CellPlace = {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** One piece in reading order, as a reader of files gives it. */
export type Part = {
  readonly kind: BlockKind;
  readonly text: string;
  readonly page?: number | undefined;
  /** The line of the file it begins on, where the file has lines. */
  readonly line?: number | undefined;
  readonly cell?: CellPlace | undefined;
};

export type Block = Omit<Part, "text"> & {
  readonly start: number;
  readonly end: number;
  /** Counted from 1 over all blocks but cells. */
  readonly paragraph: number;
};

export type Report = { readonly text: string; readonly blocks: readonly Block[] };

export const reportOf = (parts: readonly Part[]): Report => {
  const blocks: Block[] = [];
  const texts: string[] = [];
  let [start, paragraph] = [0, 0];
  for (const { text, ...part } of parts) {
    if (part.kind !== "cell") paragraph++;
    blocks.push({ ...part, start, end: start + text.length, paragraph });
    texts.push(text);
    start += text.length + 1;
  }
  return { text: texts.join("\n"), blocks };
};

/** Plain text: a line is a paragraph, unless the sentence plainly goes on in the next one. */
export const plainReport = (text: string): Report => {
  const blocks: Block[] = [];
  let [start, line, paragraph] = [0, 1, 0];
  let open: { start: number; line: number } | undefined;
  for (const row of text.split("\n")) {
    const end = start + row.length;
    open ??= { start, line };
    const next = text.slice(end + 1, end + 200);
    if (row.trim() === "") open = undefined;
    else if (!goesOn(row, next)) {
      blocks.push({ kind: "paragraph", ...open, end, paragraph: ++paragraph });
      open = undefined;
    }
    start = end + 1;
    line++;
  }
  return { text, blocks };
};

/** A bracket left open over the end of a line, or English that is wrapped at a width. */
const goesOn = (row: string, next: string): boolean => {
  if (next.trim() === "" || next.startsWith("\n")) return false;
  if (/[（(][^（()）]{0,30}$/.test(row.slice(-32))) return true;
  return row.length > 50 && /[a-z,]\s*$/.test(row.slice(-3)) && /^[a-z(]/.test(next);
};

export type Place = {
  readonly page?: number | undefined;
  readonly paragraph: number;
  readonly line?: number | undefined;
  readonly cell?: CellPlace | undefined;
  /** Within its paragraph or cell. */
  readonly offset: number;
};

export const placeOf = ({ blocks }: Report, at: number): Place => {
  const block = blocks[blockAt(blocks, at)];
  if (block === undefined) return { paragraph: 1, offset: at };
  const { page, paragraph, line, cell, start } = block;
  return { page, paragraph, line, cell, offset: at - start };
};

/** The block a place is in, and how far into it. */
export const placeInBlocks = (
  { blocks }: Report,
  at: number,
): { readonly block: number; readonly offset: number } => {
  const block = blockAt(blocks, at);
  return { block, offset: at - (blocks[block]?.start ?? 0) };
};

/** The last block that begins at or before `at`. */
const blockAt = (blocks: readonly Block[], at: number): number => {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
};
