// What the cells of one column, taken together, say about decimal signs, the order of day and month, and percentages.
import { isFilled } from "./grid.ts";
import type { Cell, Choices, Column, DayOrder, Detected, NumberFormat } from "./opened.ts";
import { halfWidth, readNumber } from "./read-number.ts";

const SAMPLES = 5;
const LONGEST_NUMBER = 40;

type Evidence = Pick<Column, "numberFormat" | "dayOrder" | "percent" | "samples">;

/** Cells repeated from a merge count once. */
export function readColumn(cells: readonly (Cell | undefined)[], choices: Choices): Evidence {
  const own = cells.filter((cell): cell is Cell => isFilled(cell) && cell.repeated !== true);
  const texts = own.filter((cell) => cell.value.kind === "text" && cell.text.length <= LONGEST_NUMBER);
  return {
    numberFormat: numberFormat(texts, choices.decimal),
    dayOrder: dayOrder(texts, choices.dayOrder),
    percent: percent(own),
    samples: [...new Set(own.map((cell) => cell.text))].slice(0, SAMPLES),
  };
}

function numberFormat(texts: readonly Cell[], decimal: "." | "," | undefined): Detected<NumberFormat> {
  const seen = { point: 0, comma: 0, either: 0 };
  for (const { text } of texts) {
    if (!/[.,．，]/u.test(text) || !/[\d０-９]/u.test(text)) continue;
    const read = readNumber(text);
    if (!read.ok && read.error.code === "ambiguous") seen.either++;
    if (!read.ok || read.value.kind !== "number") continue;
    // One sign only gives a number: the text itself decides.
    const [point, comma] = [readNumber(text, { decimal: "." }).ok, readNumber(text, { decimal: "," }).ok];
    if (point !== comma) seen[point ? "point" : "comma"]++;
  }
  const plausible = outcome<NumberFormat>(
    [
      ["point", seen.point],
      ["comma", seen.comma],
    ],
    seen.either,
  );
  return decided(plausible, decimal && (decimal === "." ? "point" : "comma"));
}

function dayOrder(texts: readonly Cell[], choice: DayOrder | undefined): Detected<DayOrder> {
  const seen = { dmy: 0, mdy: 0, either: 0 };
  for (const { text } of texts) {
    const match = /^(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/u.exec(halfWidth(text).trim());
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (first > 12 && second <= 12) seen.dmy++;
    else if (second > 12 && first <= 12) seen.mdy++;
    else if (first <= 12 && second <= 12 && first !== second) seen.either++;
  }
  return decided(
    outcome<DayOrder>(
      [
        ["dmy", seen.dmy],
        ["mdy", seen.mdy],
      ],
      seen.either,
    ),
    choice,
  );
}

/** What evidence leaves open: one reading if only it has support, both if both have or neither has. */
function outcome<T>(support: readonly (readonly [T, number])[], undecided: number): readonly T[] {
  const supported = support.filter(([, count]) => count > 0).map(([reading]) => reading);
  return supported.length > 0 || undecided === 0 ? supported : support.map(([reading]) => reading);
}

function decided<T>(plausible: readonly T[], choice: T | undefined): Detected<T> {
  if (choice !== undefined) return { chosen: choice, plausible, certain: true };
  return {
    chosen: plausible.length === 1 ? plausible[0] : undefined,
    plausible,
    certain: plausible.length <= 1,
  };
}

/** Percentages and bare numbers in one column: whether 0.35 beside 35 % means the same cannot be told from outside. */
function percent(cells: readonly Cell[]): Column["percent"] {
  let [marked, unmarked] = [0, 0];
  for (const { value, text } of cells) {
    const read = value.kind === "number" ? value : value.kind === "text" ? percentIn(text) : undefined;
    if (read === undefined) continue;
    if (read.percent) marked++;
    else unmarked++;
  }
  if (marked === 0 || unmarked === 0) return { marked, unmarked, plausible: [], certain: true };
  return { marked, unmarked, plausible: ["fraction", "points"], certain: false };
}

function percentIn(text: string): { percent: boolean } | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const read = readNumber(text);
  if (read.ok) return read.value.kind === "number" ? read.value : undefined;
  return read.error.code === "ambiguous" ? { percent: /[%％]/u.test(text) } : undefined;
}
