// The caseload of Taiwan's district courts (criminal cases), as printed: year (ROC), opening, new, closed, pending.
// Source: github.com/0xyd/VisualJusticeTW at b258a0e6, 地方法院刑事案件收結情形.csv, MIT licence.

import { strict as assert } from "node:assert";
import { test } from "node:test";
import { checkIdentity, type IdentityRow } from "../src/index.ts";

const YEARS = [
  [82, 19138, 288278, 286216, 21200],
  [83, 21200, 275957, 275943, 21214],
  [84, 21214, 272198, 270807, 22605],
  [85, 22605, 276067, 269648, 29024],
  [86, 29024, 273607, 268111, 34520],
  [87, 34520, 287408, 283984, 37944],
  [88, 37944, 321512, 318896, 40560],
  [89, 40560, 335114, 332564, 43110],
  [90, 43110, 329240, 328747, 43603],
  [91, 43627, 330610, 333053, 41184],
  [92, 41184, 312719, 323758, 30145],
  [93, 30145, 291514, 291841, 29818],
  [94, 29818, 312702, 311995, 30525],
  [95, 30525, 347426, 343635, 34316],
  [96, 34316, 446131, 443494, 37953],
  [97, 37953, 445679, 441365, 42267],
  [98, 42267, 439753, 444492, 37528],
  [99, 37528, 439733, 437693, 39568],
  [100, 39568, 443485, 441075, 41978],
  [101, 41978, 434058, 431196, 44840],
  [102, 44840, 411846, 412273, 44413],
  [103, 44413, 434780, 429826, 49367],
] as const;

const rows = YEARS.map(([year, opening, added, closed, pending]): IdentityRow => ({
  label: String(year),
  opening,
  added,
  closed,
  pending,
}));

test("only year 96 does not balance: its pending cases are 1,000 too many", () => {
  assert.deepEqual(checkIdentity(rows).balance, [
    { label: "96", expected: 36953, pending: 37953, difference: 1000 },
  ]);
});

test("only year 91 does not open with what year 90 left pending", () => {
  assert.deepEqual(checkIdentity(rows).carried, [
    { label: "91", before: "90", expected: 43603, opening: 43627, difference: 24 },
  ]);
});

test("a row with a missing figure is said to be unchecked, not wrong", () => {
  const [first, second] = rows;
  assert(first !== undefined && second !== undefined);
  assert.deepEqual(checkIdentity([first, { ...second, closed: undefined }]), {
    balance: [],
    carried: [],
    unchecked: ["83"],
  });
});

test("decimals are added as decimals", () => {
  const row = { label: "a", opening: 0.1, added: 0.2, closed: 0, pending: 0.3 };
  assert.deepEqual(checkIdentity([row]).balance, []);
});
