// Enumerations that skip or repeat a number: 一是 三是; （一）（三）; 1. 3.

import type { Claim } from "../finding.ts";
import type { Scan } from "../scan.ts";
import { readChineseNumeral } from "../tokens/chinese-numeral.ts";
import { claim } from "./claim.ts";

type Style = { readonly name: string; readonly pattern: RegExp };

/** From the outermost: a number of one style begins those below it anew. */
const HEADINGS: readonly Style[] = [
  { name: "chapter", pattern: /^\s*第([一二三四五六七八九十]{1,3})[章部]/ },
  { name: "一、", pattern: /^\s*([一二三四五六七八九十]{1,3})、/ },
  { name: "（一）", pattern: /^\s*\(\s*([一二三四五六七八九十]{1,3})\s*\)/ },
  { name: "1.", pattern: /^\s*(\d{1,2})\s?[.、]/ },
  { name: "（1）", pattern: /^\s*\(\s*(\d{1,2})\s*\)/ },
];
const INLINE: readonly Style[] = [
  { name: "一是", pattern: /(?:^|[。；;，,:!\s])([一二三四五六七八九十]{1,2})是(?!否)/g },
  { name: "第一，", pattern: /(?:^|[。；;!\s])第([一二三四五六七八九十]{1,2})[，,]/g },
];

type Mark = { readonly number: number; readonly start: number; readonly end: number };

const numberOf = (text: string): number =>
  /^\d/.test(text) ? Number(text) : (readChineseNumeral(text, 0)?.value ?? 0);

export const enumerations = (scan: Scan): readonly Claim[] => [...headings(scan), ...inline(scan)];

const headings = ({ text, report: { blocks } }: Scan): readonly Claim[] => {
  const last: (Mark | undefined)[] = HEADINGS.map(() => undefined);
  const claims: Claim[] = [];
  for (const { start, end, kind } of blocks) {
    if (kind === "cell" || kind === "note") continue;
    const head = text.slice(start, Math.min(end, start + 24));
    const level = HEADINGS.findIndex(({ pattern }) => pattern.test(head));
    const found = HEADINGS[level]?.pattern.exec(head);
    if (found === null || found === undefined) continue;
    // 3.5亿元 begins no item; 20.2026年 does when 19. stood before it.
    if (/^\s*\d+\.\d/.test(head) && numberOf(found[1] ?? "") !== (last[level]?.number ?? 0) + 1) continue;
    const lead = found[0].length - found[0].trimStart().length;
    const mark = { number: numberOf(found[1] ?? ""), start: start + lead, end: start + found[0].length };
    claims.push(...follow(last[level], mark));
    last[level] = mark;
    last.fill(undefined, level + 1);
  }
  return claims;
};

/** Within a paragraph, or one to a paragraph right after another. */
const inline = ({ text, report: { blocks } }: Scan): readonly Claim[] =>
  INLINE.flatMap(({ pattern }) => {
    const claims: Claim[] = [];
    let [last, lastBlock]: [Mark | undefined, number] = [undefined, -1];
    for (const [index, { start, end }] of blocks.entries()) {
      for (const found of text.slice(start, end).matchAll(pattern)) {
        const shift = found[0].search(/[第一二三四五六七八九十]/);
        const at = start + found.index;
        const mark = { number: numberOf(found[1] ?? ""), start: at + shift, end: at + found[0].length };
        if (mark.number !== 1 && index - lastBlock <= 1) claims.push(...follow(last, mark));
        [last, lastBlock] = [mark, index];
      }
    }
    return claims;
  });

const follow = (before: Mark | undefined, mark: Mark): readonly Claim[] => {
  // A list that begins anew, or an excerpt that begins in the middle.
  if (before === undefined || mark.number === 0 || mark.number < before.number || mark.number === 1)
    return [];
  const agrees = mark.number === before.number + 1;
  return [
    claim({
      code: mark.number === before.number ? "enumerationTwice" : "enumerationGap",
      severity: "review",
      agrees,
      figures: [],
      span: { start: mark.start, end: mark.end },
      named: { before: before.number, after: mark.number },
    }),
  ];
};
