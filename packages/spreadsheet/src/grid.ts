// The common ground between workbooks and text files: rows of cells before anyone asked where the header is.
import type { Cell, Warning } from "./opened.ts";

/** Zero-based and inclusive, in positions of `Grid.rows` (`top`, `bottom`) and of cells. */
export type Merge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

export type Grid = {
  /** Every row of the file from the first, blank ones too: row `r` of the file is `rows[r - 1]`. */
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly width: number;
  readonly merges: readonly Merge[];
  readonly warnings: readonly Warning[];
  /** Only text files can have rows with too few cells: a workbook's blank cells are just blank. */
  readonly raggedMatters: boolean;
};

export function isFilled(cell: Cell | undefined): cell is Cell {
  return cell !== undefined && cell.value.kind !== "empty";
}

/** `A`, `Z`, `AA` for 0, 25, 26. */
export function columnLetter(index: number): string {
  let letters = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}
