// English changes whose base comes last: "1,245 complaints, a 12% increase on the 1,112 of the year before", "up 3% on 90".

import type { Claim } from "../finding.ts";
import { directionOf } from "../role.ts";
import type { Figure, Scan, Sentence } from "../scan.ts";
import { growthClaim } from "./growth.ts";

const TURN =
  /^ (?:(?:[a-z]+ ){0,2}(increase|decrease|rise|fall|drop|reduction|growth|decline|more|fewer|less|higher|lower|up|down) )?(?:on|from|over|than|compared (?:to|with)|against)(?: the| last year['’]s| a total of| [a-z]+ [a-z]+['’]s)?(?: (?:total|figure) of)? ?$/i;

export const englishChanges = ({ sentences }: Scan): readonly Claim[] => sentences.flatMap(ofSentence);

const ofSentence = ({ figures, text, start }: Sentence): readonly Claim[] =>
  figures.flatMap((rate, at) => {
    const from = figures[at + 1];
    if (rate.sort !== "percent" || rate.bound !== "exact" || from === undefined || !isCount(from)) return [];
    const turn = TURN.exec(text.slice(rate.end - start, from.start - start));
    const to = figures.slice(0, at).findLast((each) => isCount(each) && each.unit === from.unit);
    const direction = directionOf(turn?.[1] ?? rate.label);
    if (turn === null || to === undefined || direction === 0) return [];
    return growthClaim({ from, to, rate, direction, severity: "review" }) ?? [];
  });

const isCount = ({ sort, bound, weak, depth }: Figure): boolean =>
  sort === "count" && bound === "exact" && !weak && depth === 0;
