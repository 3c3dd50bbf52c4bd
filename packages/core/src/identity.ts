// The caseload identity: opening + new − closed = pending, and each row opens with what the row before left.

import { minus, sum } from "./decimal.ts";

export type IdentityRow = {
  readonly label: string;
  readonly opening: number | undefined;
  readonly added: number | undefined;
  readonly closed: number | undefined;
  readonly pending: number | undefined;
};

export type IdentityCheck = {
  /** Rows where opening + new − closed is not pending; `difference` is written minus expected. */
  readonly balance: readonly {
    readonly label: string;
    readonly expected: number;
    readonly pending: number;
    readonly difference: number;
  }[];
  /** Rows that do not open with what the row before left pending. */
  readonly carried: readonly {
    readonly label: string;
    readonly before: string;
    readonly expected: number;
    readonly opening: number;
    readonly difference: number;
  }[];
  /** Rows with a missing figure, whose balance cannot be checked. */
  readonly unchecked: readonly string[];
};

/** Rows in the order of time. */
export const checkIdentity = (rows: readonly IdentityRow[]): IdentityCheck => {
  const balance: IdentityCheck["balance"][number][] = [];
  const carried: IdentityCheck["carried"][number][] = [];
  const unchecked: string[] = [];
  let before: IdentityRow | undefined;
  for (const row of rows) {
    const { label, opening, added, closed, pending } = row;
    if (opening === undefined || added === undefined || closed === undefined || pending === undefined)
      unchecked.push(label);
    else {
      const expected = sum([opening, added, -closed]);
      if (expected !== pending)
        balance.push({ label, expected, pending, difference: minus(pending, expected) });
    }
    if (opening !== undefined && before?.pending !== undefined && opening !== before.pending)
      carried.push({
        label,
        before: before.label,
        expected: before.pending,
        opening,
        difference: minus(opening, before.pending),
      });
    before = row;
  }
  return { balance, carried, unchecked };
};
