// Percentages no whole number of cases can give: "93% of 13 complaints".
// Brown and Heathers (2017), The GRIM test: with n < 10^(decimals + 2) not every percentage can be had.

import type { Claim } from "../finding.ts";
import { meets } from "../interval.ts";
import type { Scan } from "../scan.ts";
import type { Quantity } from "../tokens/token.ts";
import { arithmetic, claim, shown } from "./claim.ts";
import { lenient } from "./growth.ts";

const OF = /^ of (?:the |our |all |these |those )?$/i;
/** 13名受访者中，93%… */
const AMONG = /^[^，。；;]{0,10}中，?[^，。；;\d]{0,12}$/;

export const impossibleRates = ({ sentences }: Scan): readonly Claim[] =>
  sentences.flatMap(({ figures, text, start }) =>
    figures.flatMap((figure, at) => {
      const next = figures[at + 1];
      if (next === undefined || figure.role === "change" || next.role === "change") return [];
      const gap = text.slice(figure.end - start, next.start - start);
      if (figure.sort === "percent" && next.sort === "count" && OF.test(gap)) return attainable(figure, next);
      return figure.sort === "count" && next.sort === "percent" && AMONG.test(gap)
        ? attainable(next, figure)
        : [];
    }),
  );

const attainable = (rate: Quantity, whole: Quantity): readonly Claim[] => {
  const size = whole.value;
  if (rate.bound !== "exact" || whole.bound !== "exact" || whole.weak || whole.step !== 1) return [];
  if (size < 2 || size >= 10 ** (rate.decimals + 2) || rate.value > 100) return [];
  const nearest = Math.round((rate.value / 100) * size);
  const around = [nearest - 1, nearest, nearest + 1].filter((part) => part >= 0 && part <= size);
  const agrees = around.some((part) =>
    meets({ low: (part / size) * 100, high: (part / size) * 100 }, lenient(rate)),
  );
  const computed = { low: (nearest / size) * 100, high: (nearest / size) * 100 };
  return [
    claim({
      code: "rateImpossible",
      severity: "review",
      agrees,
      figures: [rate, whole],
      arithmetic: arithmetic(`${shown(nearest)} ÷ ${shown(size)}`, {
        computed,
        stated: rate.interval,
        unit: "%",
      }),
      named: { size },
    }),
  ];
};
