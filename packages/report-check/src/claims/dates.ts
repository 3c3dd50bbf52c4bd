// Days no calendar has, days turned round, and days after the report's own.

import type { Claim } from "../finding.ts";
import { isTarget } from "../role.ts";
import type { Scan } from "../scan.ts";
import type { DateToken } from "../tokens/token.ts";
import { claim } from "./claim.ts";

const isDate = (token: { readonly is: string }): token is DateToken => token.is === "date";

export const dates = (scan: Scan): readonly Claim[] => {
  const own = ownDay(scan);
  return scan.sentences.flatMap(({ tokens, text, start }) => {
    const found = tokens.filter(isDate);
    return found.flatMap((date, at) => {
      if (date.impossible) return [made("dateImpossible", date, "fault")];
      const next = found[at + 1];
      const gap = next && text.slice(date.end - start, next.start - start);
      if (next !== undefined && /^ ?(?:至|到|[-—~]|to|until) ?$/.test(gap ?? "") && isReversed(date, next))
        return [made("datesReversed", { start: date.start, end: next.end }, "review")];
      const clause = text.slice(Math.max(0, date.start - start - 4), date.end - start + 24);
      return own !== undefined && isFull(date) && numbered(date) > own && DONE.test(clause) && !isTarget(text)
        ? [made("dateAfterReport", date, "review")]
        : [];
    });
  });
};

const DONE =
  /召开|印发|发布|完成|举行|成立|通过|开工|投用|启用|签订|was |were |held|issued|completed|published/;

const made = (
  code: "dateImpossible" | "datesReversed" | "dateAfterReport",
  span: { readonly start: number; readonly end: number },
  severity: "fault" | "review",
): Claim => claim({ code, severity, agrees: false, figures: [], span: { start: span.start, end: span.end } });

const isFull = ({ year, month, day, impossible }: DateToken): boolean =>
  year !== undefined && month !== undefined && day !== undefined && !impossible;

const numbered = ({ year, month, day }: DateToken): number =>
  (year ?? 0) * 10_000 + (month ?? 0) * 100 + (day ?? 0);

const isReversed = (from: DateToken, to: DateToken): boolean => {
  if (from.month === undefined || to.month === undefined || from.day === undefined || to.day === undefined)
    return false;
  if (to.year !== undefined && from.year === undefined) return false;
  // Without its own year the second day may lie in the next.
  return to.year === undefined ? from.month === to.month && to.day < from.day : numbered(to) < numbered(from);
};

const LONGEST_LINE = 60;

/** The latest full day on a line of its own in the head or at the foot of the report: when it was given or signed. */
const ownDay = ({ tokens, text, report }: Scan): number | undefined => {
  const ends = new Set([...report.blocks.slice(0, 12), ...report.blocks.slice(-3)]);
  const lines = [...ends].filter(
    ({ start, end }) => end - start <= LONGEST_LINE && !/[。；]|\. /.test(text.slice(start, end)),
  );
  const days = tokens
    .filter(isDate)
    .filter((date) => isFull(date) && lines.some(({ start, end }) => date.start >= start && date.end <= end));
  return days.length === 0 ? undefined : Math.max(...days.map(numbered));
};
