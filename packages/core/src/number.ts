// Numbers within stated bounds.

import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";

export type NumberBounds = {
  readonly least?: number;
  readonly most?: number;
  readonly whole?: boolean;
};

/** Refuses numberOutOfRange: outside the bounds, not finite, or a fraction where whole numbers are wanted. */
export const readNumber = (
  field: string,
  value: number,
  { least, most, whole = false }: NumberBounds = {},
): Result<number, Refusal> => {
  const fits =
    Number.isFinite(value) &&
    (least === undefined || value >= least) &&
    (most === undefined || value <= most) &&
    (!whole || Number.isInteger(value));
  if (fits) return ok(value);
  return refuse({
    code: "numberOutOfRange",
    field,
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  });
};
