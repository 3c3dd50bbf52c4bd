// The text of a report prepared for its checks: sentences, and in each sentence figures with the words around them.

import { fold } from "./fold.ts";
import type { Reading } from "./finding.ts";
import { roleOf, type Role } from "./role.ts";
import type { Block, Report } from "./report.ts";
import { tokenize } from "./tokens/tokenize.ts";
import type { Quantity, Token } from "./tokens/token.ts";

/** A quantity and what the words around it make of it. */
export type Figure = Quantity & {
  /** The words of its clause before it. */
  readonly label: string;
  /** Its label, or that of the number it follows at once: 盗窃18件30人. */
  readonly named: string;
  readonly role: Role;
  /** How many brackets are open around it. */
  readonly depth: number;
  readonly clause: { readonly start: number; readonly end: number };
};

export type Sentence = {
  readonly start: number;
  readonly end: number;
  readonly block: number;
  /** Folded; `text[0]` stands at `start`. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly figures: readonly Figure[];
};

export type Scan = {
  readonly report: Report;
  /** Folded, with the offsets of the report's text. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
};

export const scanReport = (report: Report): Scan => {
  const text = fold(report.text);
  const tokens = tokenize(report.text);
  const sentences: Sentence[] = [];
  let next = 0;
  for (const [block, at] of report.blocks.entries()) {
    for (const { start, end } of cut(text, at)) {
      while ((tokens[next]?.start ?? Number.POSITIVE_INFINITY) < start) next++;
      const inside: Token[] = [];
      for (let index = next; (tokens[index]?.start ?? Number.POSITIVE_INFINITY) < end; index++)
        inside.push(tokens[index] as Token);
      sentences.push(sentenceOf(text, { start, end, block }, inside));
    }
  }
  return { report, text, tokens, sentences };
};

/** A sentence ends with its mark and what closes after it; 3.5 and D.C. end none. */
const END = /[。！？][”’」』)]*|[.!?][”’")]*(?=\s+[^a-z]|\s*$)/g;

const cut = (text: string, { start, end }: Block): readonly { start: number; end: number }[] => {
  const found: { start: number; end: number }[] = [];
  const inside = text.slice(start, end);
  let from = 0;
  for (const mark of inside.matchAll(END)) {
    const to = mark.index + mark[0].length;
    found.push({ start: start + from, end: start + to });
    from = to;
  }
  if (inside.slice(from).trim() !== "") found.push({ start: start + from, end });
  return found;
};

type Span = { readonly start: number; readonly end: number; readonly block: number };

/** A comma between digits separates thousands. */
const CLAUSE_END = /[，。；;:()、!?！？\n]|,(?!\d{3})|(?:^|\s)[-*•] |—{2}/g;

const sentenceOf = (text: string, span: Span, tokens: readonly Token[]): Sentence => {
  const { start, end } = span;
  const inside = text.slice(start, end);
  const ends = [...inside.matchAll(CLAUSE_END)].map(({ index, 0: sign }) => ({ at: start + index, sign }));
  const figures: Figure[] = [];
  let [edge, depth, clauseStart, labelStart] = [0, 0, start, start];
  for (const token of tokens) {
    for (let mark = ends[edge]; mark !== undefined && mark.at < token.start; mark = ends[++edge]) {
      if (mark.sign === "(") depth++;
      if (mark.sign === ")") depth = Math.max(0, depth - 1);
      clauseStart = mark.at + mark.sign.length;
      labelStart = clauseStart;
    }
    if (token.is === "quantity") {
      const label = text.slice(labelStart, Math.max(labelStart, token.from)).trim();
      let close = edge;
      while ((ends[close]?.at ?? end) < token.end) close++;
      const after = ends[close]?.at ?? end;
      const clause = { start: clauseStart, end: after };
      const before = figures.at(-1);
      // 去年同期为200件377人: the second number is of the same time as the first.
      const follows =
        label === "" &&
        before !== undefined &&
        before.end >= token.from - 1 &&
        before.clause.start === clauseStart;
      const role =
        follows && before.sort === token.sort ? before.role : roleOf(label, text.slice(clauseStart, after));
      const named = follows ? before.named : label;
      figures.push({ ...token, label, named, role, depth, clause });
      labelStart = token.end;
    }
    // What stands inside a token ends no clause: 12，345.
    while (edge < ends.length && (ends[edge]?.at ?? end) < token.end) edge++;
  }
  return { ...span, text: inside, tokens, figures };
};

export const readingOf = ({ start, end, lexeme, value, unit }: Quantity): Reading => ({
  start,
  end,
  lexeme,
  value,
  unit,
});
