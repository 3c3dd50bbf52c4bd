// Tables with totals across and down: 合计, 总计, Total.

import type { Claim } from "../finding.ts";
import { meets, sum } from "../interval.ts";
import type { Block } from "../report.ts";
import type { Scan } from "../scan.ts";
import { fold } from "../fold.ts";
import { tokenize } from "../tokens/tokenize.ts";
import type { Quantity } from "../tokens/token.ts";
import { arithmetic, claim, plus } from "./claim.ts";

const TOTAL = /^\s*(?:合\s*计|总\s*计|共\s*计|总\s*数|总\s*量|grand total|total|sum|all)\s*$/i;
const SUBTOTAL = /小\s*计|subtotal/i;
const PARTIAL = /其中|of which|^\s*[#*]/i;

type Cell = {
  readonly row: number;
  readonly column: number;
  readonly words: string;
  readonly number: Quantity | undefined;
};

export const tables = ({ text, report: { blocks } }: Scan): readonly Claim[] => {
  const byTable = new Map<number, Cell[]>();
  for (const block of blocks) {
    if (block.cell === undefined) continue;
    const cells = byTable.get(block.cell.table) ?? [];
    cells.push(cellOf(text, block));
    byTable.set(block.cell.table, cells);
  }
  return [...byTable.values()].flatMap((cells) => [...lines(cells, "row"), ...lines(cells, "column")]);
};

const cellOf = (text: string, { start, end, cell }: Block): Cell => {
  const words = text.slice(start, end);
  const { row = 0, column = 0 } = cell ?? {};
  return { row, column, words, number: numberIn(words, start) };
};

/** The one number that fills the cell; a year or a range is none. */
const numberIn = (words: string, start: number): Quantity | undefined => {
  const found = tokenize(words).filter((token) => token.is === "quantity");
  const [only] = found;
  if (
    only === undefined ||
    found.length > 1 ||
    only.bound !== "exact" ||
    fold(words).trim().length > only.lexeme.length + 3
  )
    return undefined;
  return { ...only, start: start + only.start, end: start + only.end };
};

type Line = { readonly at: number; readonly cells: readonly Cell[] };

/** Down: a row called 合计 against the rows above or below it. Across: a column called so. */
const lines = (cells: readonly Cell[], along: "row" | "column"): readonly Claim[] => {
  const across = along === "row" ? "column" : "row";
  const grouped = new Map<number, Cell[]>();
  for (const cell of cells) grouped.set(cell[along], [...(grouped.get(cell[along]) ?? []), cell]);
  const all: readonly Line[] = [...grouped]
    .toSorted(([a], [b]) => a - b)
    .map(([at, own]) => ({ at, cells: own }));
  const totals = all.filter((line) =>
    line.cells.slice(0, along === "row" ? 2 : 3).some(({ words }) => TOTAL.test(words)),
  );
  const [total] = totals;
  if (total === undefined || totals.length > 1) return [];
  return total.cells.flatMap((cell) => {
    if (cell.number === undefined) return [];
    const parts = all
      .filter((line) => line !== total && !isPartial(line))
      .flatMap((line) => line.cells.filter((each) => each[across] === cell[across]));
    return judge(cell.number, parts, all, along);
  });
};

const isPartial = ({ cells }: Line): boolean =>
  cells.some(({ words, number }) => number === undefined && PARTIAL.test(words));
const isSubtotal = ({ cells }: Line): boolean => cells.some(({ words }) => SUBTOTAL.test(words));

const judge = (
  total: Quantity,
  parts: readonly Cell[],
  all: readonly Line[],
  along: "row" | "column",
): readonly Claim[] => {
  const numbers = parts.flatMap(({ number }) =>
    number === undefined || number.sort !== total.sort ? [] : [number],
  );
  // A cell that is no number may stand for one: nothing to hold against the sum.
  const gaps = parts.filter(
    ({ number, words }) => number === undefined && words.trim() !== "" && !/^[-—/0]+$/.test(words.trim()),
  );
  const headers = along === "row" ? 1 : 2;
  if (numbers.length < 2 || gaps.length > headers + 1) return [];
  const sub = new Set(all.filter(isSubtotal).map(({ at }) => at));
  const split = (wanted: boolean) =>
    parts.filter((cell) => sub.has(cell[along]) === wanted).flatMap(({ number }) => number ?? []);
  const ways = sub.size === 0 ? [numbers] : [split(true), split(false)];
  const fit = ways.find((way) => meets(sum(way.map(({ interval }) => interval)), total.interval));
  const used = fit ?? ways[0] ?? numbers;
  return [
    claim({
      code: along === "row" ? "columnDoesNotAdd" : "rowDoesNotAdd",
      severity: total.sort === "percent" || gaps.length > headers ? "review" : "fault",
      agrees: fit !== undefined,
      figures: [...used, total],
      span: { start: total.start, end: total.end },
      arithmetic: arithmetic(plus(used), {
        computed: sum(used.map(({ interval }) => interval)),
        stated: total.interval,
        unit: total.unit,
      }),
    }),
  ];
};
