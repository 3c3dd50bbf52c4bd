// Points out titles that are nearly the same: the same promise entered twice under two codes.

import type { NearTitle } from "./plan.ts";

/** Share of two-character pieces two titles must have in common (Dice 1945). */
export const NEAR = 0.85;

export type Titled = {
  readonly title: string;
  readonly at: { readonly row: number } | { readonly code: string };
};

type Known = Titled & { readonly pieces: ReadonlySet<string> };

/** Titles of less than 6 letters say too little to be compared. At most `most` are pointed out. */
export const findNearTitles = (
  incoming: readonly { readonly row: number; readonly title: string }[],
  existing: readonly { readonly code: string; readonly title: string }[],
  most = 50,
): readonly NearTitle[] => {
  const byPiece = new Map<string, Known[]>();
  for (const { code, title } of existing) add({ title, at: { code } }, byPiece);
  const found: NearTitle[] = [];
  for (const { row, title } of incoming) {
    if (found.length >= most) break;
    const other = nearest(title, byPiece);
    if (other !== undefined) found.push({ row, title, otherTitle: other.title, other: other.at });
    add({ title, at: { row } }, byPiece);
  }
  return found;
};

const piecesOf = (title: string): ReadonlySet<string> => {
  const letters = [
    ...title
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, ""),
  ];
  if (letters.length < 6) return new Set();
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
};

/** Common pieces are useless for finding: lists longer than this are not walked. */
const LONGEST = 40;

const add = (titled: Titled, byPiece: Map<string, Known[]>): void => {
  const pieces = piecesOf(titled.title);
  const known = { ...titled, pieces };
  for (const piece of pieces) {
    const list = byPiece.get(piece);
    if (list === undefined) byPiece.set(piece, [known]);
    else if (list.length <= LONGEST) list.push(known);
  }
};

const nearest = (title: string, byPiece: ReadonlyMap<string, readonly Known[]>): Known | undefined => {
  const pieces = piecesOf(title);
  const common = new Map<Known, number>();
  for (const piece of pieces) {
    const list = byPiece.get(piece) ?? [];
    if (list.length <= LONGEST) for (const known of list) common.set(known, (common.get(known) ?? 0) + 1);
  }
  let best: Known | undefined;
  let bestShare = NEAR;
  for (const known of common.keys()) {
    const share = dice(pieces, known.pieces);
    if (share >= bestShare) [best, bestShare] = [known, share];
  }
  return best;
};

const dice = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let both = 0;
  for (const piece of a) if (b.has(piece)) both += 1;
  return (2 * both) / (a.size + b.size);
};
