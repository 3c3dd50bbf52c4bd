// A rate that repeats its count: what a template prints when it divides by zero. 136人，增加136%.

import type { Claim } from "../finding.ts";
import type { Scan } from "../scan.ts";
import { claim } from "./claim.ts";

const RISE = /增|升|降|减|increase|decrease|rise|rose|up|down/i;

export const divisions = ({ sentences }: Scan): readonly Claim[] =>
  sentences.flatMap(({ figures }) =>
    figures.flatMap((rate, at) => {
      const count = figures[at - 1];
      if (count === undefined || rate.sort !== "percent" || rate.decimals > 0 || !RISE.test(rate.label))
        return [];
      const near = rate.start - count.end <= 12 && count.sort === "count" && count.step === 1;
      if (!near || count.value !== rate.value || rate.value < 10 || rate.value === 100) return [];
      return [claim({ code: "rateEqualsCount", severity: "review", agrees: false, figures: [count, rate] })];
    }),
  );
