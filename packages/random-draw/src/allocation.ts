// How a sample is shared out among strata: by size, at least one of each.

import { byBytes } from "./bytes.ts";
import type { SizeRefusal } from "./refusals.ts";
import { made, refuse, type Result } from "./result.ts";

type Stratum = { readonly id: string; readonly size: number };
type Allocated = Stratum & { readonly draw: number };

/**
 * Largest remainder of n × N_h / N, ties by the bytes of the name. A stratum due less than one gets one, and the
 * rest is shared out again among the others. Every stratum has at least one entry; empty ones do not exist.
 */
export const allocate = (
  strata: readonly Stratum[],
  sample: number,
): Result<readonly Allocated[], SizeRefusal> => {
  const size = total(strata);
  if (sample < strata.length || sample < 1) return refuse({ code: "sampleTooSmall", least: strata.length });
  if (sample > size) return refuse({ code: "sampleTooLarge", size });
  const small = new Set<string>();
  for (;;) {
    const rest = strata.filter(({ id }) => !small.has(id));
    const left = sample - small.size;
    const of = total(rest);
    const tooSmall = rest.filter(({ size }) => left * size < of);
    if (tooSmall.length === 0) {
      const shared = byRemainder(rest, left);
      return made(strata.map((one) => ({ ...one, draw: shared.get(one.id) ?? 1 })));
    }
    for (const { id } of tooSmall) small.add(id);
  }
};

const byRemainder = (strata: readonly Stratum[], sample: number): ReadonlyMap<string, number> => {
  const of = total(strata);
  const shares = strata.map(({ id, size }) => {
    const whole = Math.floor((sample * size) / of);
    return { id, whole, remainder: sample * size - whole * of };
  });
  const over = sample - shares.reduce((sum, { whole }) => sum + whole, 0);
  const first = shares
    .toSorted((one, other) => other.remainder - one.remainder || byBytes(one.id, other.id))
    .slice(0, over)
    .map(({ id }) => id);
  return new Map(shares.map(({ id, whole }) => [id, whole + (first.includes(id) ? 1 : 0)]));
};

const total = (strata: readonly Stratum[]): number => strata.reduce((sum, { size }) => sum + size, 0);
