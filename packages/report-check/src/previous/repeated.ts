// Sentences with figures that stand word for word in the earlier edition: most likely left there.

import type { Claim } from "../finding.ts";
import type { Scan, Sentence } from "../scan.ts";
import { claim } from "../claims/claim.ts";

const SHORTEST = 16;

export const repeatedSentences = (scan: Scan, previous: Scan): readonly Claim[] => {
  const before = new Map<string, number>();
  for (const sentence of previous.sentences) {
    const key = keyOf(sentence);
    if (key !== undefined) before.set(key, previous.report.blocks[sentence.block]?.paragraph ?? 1);
  }
  return scan.sentences.flatMap((sentence) => {
    const key = keyOf(sentence);
    const paragraph = key === undefined ? undefined : before.get(key);
    if (paragraph === undefined) return [];
    const { start, end } = trimmed(sentence);
    return [
      claim({
        code: "clauseRepeated",
        severity: "review",
        agrees: false,
        figures: [],
        span: { start, end },
        named: { paragraph },
      }),
    ];
  });
};

/** Only with a count or a measure in digits: other sentences may well stay as they are. */
const keyOf = ({ text, figures }: Sentence): string | undefined => {
  const words = text.replace(/\s+/g, "");
  const counts = figures.some(
    ({ lexeme, sort, weak }) => !weak && /\d/.test(lexeme) && (sort === "count" || sort === "measure"),
  );
  return counts && words.length >= SHORTEST ? words : undefined;
};

const trimmed = ({ start, end, text }: Sentence): { readonly start: number; readonly end: number } => ({
  start: start + text.length - text.trimStart().length,
  end: end - (text.length - text.trimEnd().length),
});
