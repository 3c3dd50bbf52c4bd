// Numbers of figures and tables: two with one number, or one left out.

import type { Claim } from "../finding.ts";
import type { Scan } from "../scan.ts";
import { claim } from "./claim.ts";

const CAPTION = /^\s*(figure|fig\.|table|图|表)\s?(\d{1,3})\s?(?:[:.、—]|\s|$)(?!\d)/i;

type Caption = {
  readonly what: string;
  readonly number: number;
  readonly start: number;
  readonly end: number;
};

export const captions = ({ text, report: { blocks } }: Scan): readonly Claim[] => {
  const found = blocks.flatMap(({ start, end, kind }): readonly Caption[] => {
    // A sentence that begins with 表1 is long; a caption is a title.
    if (kind === "cell" || end - start > 120) return [];
    const caption = CAPTION.exec(text.slice(start, Math.min(end, start + 40)));
    if (caption === null || /[。]/.test(text.slice(start, end - 1))) return [];
    return [
      {
        what: kindOf(caption[1] ?? ""),
        number: Number(caption[2]),
        start,
        end: start + caption[0].trimEnd().length,
      },
    ];
  });
  const whats = [...new Set(found.map(({ what }) => what))];
  return whats.flatMap((what) => inOrder(found.filter((each) => each.what === what)));
};

const kindOf = (word: string): string => (/^(?:图|fig)/i.test(word) ? "figure" : "table");

const inOrder = (captions: readonly Caption[]): readonly Claim[] => {
  const seen = new Set<number>();
  return captions.flatMap(({ number, start, end }, at) => {
    const before = captions[at - 1]?.number;
    const twice = seen.has(number);
    seen.add(number);
    if (before === undefined || (number < before && !twice)) return [];
    const agrees = number === before + 1;
    const code = twice ? "captionTwice" : "captionGap";
    return [
      claim({
        code,
        severity: "review",
        agrees,
        figures: [],
        span: { start, end },
        named: { before, after: number },
      }),
    ];
  });
};
