// Which character separates the cells of a text file: the one that gives every record the same number of cells.
import { SEPARATORS } from "./opened.ts";
import type { Detected, Separator } from "./opened.ts";

const RECORDS = 200;
/** Of the sampled records, the share that must have the usual number of cells for a separator to be plausible. */
const STEADY = 0.8;

type Width = { separator: Separator; usual: number; steady: number; firstFits: boolean; seen: boolean };

/** Separators inside quoted fields do not count. */
export function detectSeparator(text: string): Detected<Separator> & { readonly chosen: Separator } {
  const widths = SEPARATORS.map((separator) => measure(text, separator));
  const steady = widths.filter((w) => w.usual > 1 && w.steady >= STEADY);
  // The header names every column, so a separator the first record knows nothing of is a decimal comma or prose.
  const fitting = steady.filter((w) => w.firstFits);
  const open = (fitting.length > 0 ? fitting : steady).toSorted((a, b) => rank(b) - rank(a));
  const [best] = open;
  if (best)
    return { chosen: best.separator, plausible: open.map((w) => w.separator), certain: open.length === 1 };
  const seen = widths.filter((w) => w.seen).toSorted((a, b) => b.usual - a.usual || b.steady - a.steady);
  return {
    chosen: seen[0]?.separator ?? ",",
    plausible: seen.map((w) => w.separator),
    certain: seen.length === 0,
  };
}

/** Steadiness first; then the rarer a separator is in prose and numbers, the more its steadiness says. */
function rank(width: Width): number {
  const rarity = { "\t": 4, "|": 3, ";": 2, ",": 1, "，": 0 }[width.separator];
  return Math.round(width.steady * 100) * 10 + rarity;
}

function measure(text: string, separator: Separator): Width {
  const counts = cellCounts(text, separator);
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  const [usual = 1, records = 0] = [...tally].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return {
    separator,
    usual,
    steady: counts.length === 0 ? 0 : records / counts.length,
    firstFits: counts[0] === usual,
    seen: counts.some((count) => count > 1),
  };
}

/** Cells per record that is not blank. A quote opens a field only at its start (RFC 4180, 2.5). */
function cellCounts(text: string, separator: Separator): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let fieldStart = true;
  let blank = true;
  for (let at = 0; at < text.length && counts.length < RECORDS; at++) {
    const character = text[at];
    if (quoted) {
      if (character === '"') {
        if (text[at + 1] === '"') at++;
        else quoted = false;
      }
      continue;
    }
    if (character === "\n" || character === "\r") {
      if (!blank) counts.push(cells);
      [cells, fieldStart, blank] = [1, true, true];
      continue;
    }
    blank = false;
    if (character === '"' && fieldStart) quoted = true;
    if (character === separator) cells++;
    fieldStart = character === separator;
  }
  if (!blank && counts.length < RECORDS) counts.push(cells);
  return counts;
}
