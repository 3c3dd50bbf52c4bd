// Merged cells that run down the body: the label stands for every row beside it, so it is repeated, and said to be.
import { columnLetter, isFilled } from "./grid.ts";
import type { Grid } from "./grid.ts";
import type { Cell, Warning } from "./opened.ts";

/** A merge over a million rows of nothing is clipped by the caller; this bounds what many overlapping ones can add. */
const MOST_REPEATS = 200_000;

export function repeatMerged(grid: Grid): Grid {
  const warnings: Warning[] = [...grid.warnings];
  const rows = grid.rows.map((row) => [...row]);
  let repeats = 0;
  for (const { top, left, bottom } of grid.merges) {
    const origin = rows[top]?.[left];
    if (bottom <= top || !isFilled(origin) || repeats + bottom - top > MOST_REPEATS) continue;
    repeats += bottom - top;
    for (let at = top + 1; at <= bottom; at++)
      repeatInto(rows[at], left, { ...origin, row: at + 1, repeated: true });
    if (origin.value.kind === "number") {
      warnings.push({
        code: "mergedRepeated",
        row: top + 1,
        letter: columnLetter(left),
        rows: bottom - top + 1,
      });
    }
  }
  return { ...grid, rows, warnings };
}

function repeatInto(row: (Cell | undefined)[] | undefined, column: number, cell: Cell): void {
  if (row && !isFilled(row[column])) row[column] = cell;
}
