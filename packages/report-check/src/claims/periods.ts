// The year of another report: a title or a sentence about "this report" that was left from an earlier edition.

import type { Claim } from "../finding.ts";
import type { Scan } from "../scan.ts";
import { claim } from "./claim.ts";

const YEAR = "((?:19|20)\\d\\d)";
/** Names a report by its year. */
const NAMED = new RegExp(
  `${YEAR}(?: [A-Za-z]+){0,2} annual report|annual report (?:for )?${YEAR}|${YEAR} ?年(?:度)?[^，。；\\d\\n]{0,30}(?:年度报告|工作年报|工作总结)`,
  "gi",
);
/** Speaks of itself. */
const SELF = new RegExp(
  `this (?:annual )?report (?:focuses on|covers|describes|is about|reports on|looks at)(?: only)?(?: data (?:from|for))?(?: the)?(?: year)?(?: of)? ${YEAR}|本(?:年度)?报告[^。，]{0,40}?${YEAR} ?年(?:度|1月1日)?`,
  "gi",
);
const LONGEST_TITLE = 90;

type Said = { readonly year: number; readonly start: number; readonly end: number };

const saidIn = (text: string, pattern: RegExp, from: number): readonly Said[] =>
  [...text.matchAll(pattern)].map((found) => ({
    year: Number(found.slice(1).find((year) => year !== undefined)),
    start: from + found.index,
    end: from + found.index + found[0].length,
  }));

export const periods = ({ text, report: { blocks } }: Scan): readonly Claim[] => {
  const titles = blocks
    .filter(({ start, end }) => end - start <= LONGEST_TITLE && !/[。.]\s*$/.test(text.slice(start, end)))
    .flatMap(({ start, end }) => saidIn(text.slice(start, end), NAMED, start));
  const own = ownYear(titles);
  if (own === undefined) return [];
  const selves = blocks.flatMap(({ start, end }) => saidIn(text.slice(start, end), SELF, start));
  return [...titles, ...selves].map(({ year, start, end }) =>
    claim({
      code: "yearOfAnotherReport",
      severity: "review",
      agrees: year === own,
      figures: [],
      span: { start, end },
      named: { year, own },
    }),
  );
};

/** The year most titles name; of equals the latest, because what is left over is older. */
const ownYear = (titles: readonly Said[]): number | undefined => {
  const counts = new Map<number, number>();
  for (const { year } of titles) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].toSorted(([a, many], [b, more]) => more - many || b - a)[0]?.[0];
};
