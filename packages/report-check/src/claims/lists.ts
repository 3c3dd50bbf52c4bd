// Announced counts and what follows them: 以下三个方面：一是…二是…; "the five most common were: A, B and C."

import type { Claim } from "../finding.ts";
import type { Figure, Scan, Sentence } from "../scan.ts";
import { claim } from "./claim.ts";

export const lists = (scan: Scan): readonly Claim[] =>
  scan.sentences.flatMap((sentence) =>
    sentence.figures.flatMap((figure) => [...chinese(scan, sentence, figure), ...english(sentence, figure)]),
  );

/** Only where the colon stands right after the count: elsewhere the list may count something else. */
const ANNOUNCED = /^[^，。；;:\d]{0,8}:\s?(?=(?:一是|一、|\(一\)|1[.、]|\(1\)|第一，))/;

const STYLES: readonly RegExp[] = [
  /(?:^|[。；;，,:!\s])([一二三四五六七八九十]{1,2})是/g,
  /\(([一二三四五六七八九十]{1,2})\)/g,
  /(?:^|[。；;:\s])第([一二三四五六七八九十]{1,2})，/g,
  /\((\d{1,2})\)/g,
];

const chinese = (
  { text, report: { blocks } }: Scan,
  sentence: Sentence,
  figure: Figure,
): readonly Claim[] => {
  if (figure.sort !== "count" || figure.value > 20 || figure.value < 2) return [];
  const block = blocks[sentence.block];
  const rest = text.slice(figure.end, block?.end ?? figure.end);
  const lead = ANNOUNCED.exec(rest)?.[0];
  if (lead === undefined) return [];
  const list = rest.slice(lead.length - 1);
  const counted = Math.max(...STYLES.map((style) => [...list.matchAll(style)].length));
  return counted < 2 ? [] : [made(figure, counted)];
};

const made = (figure: Figure, counted: number, end = figure.end): Claim =>
  claim({
    code: "listCount",
    severity: "review",
    agrees: figure.value === counted,
    figures: [figure],
    span: { start: figure.start, end },
    named: { announced: figure.value, counted },
  });

/** A noun between the count and the colon; then names only, no sentences. */
const NAMES =
  /^ (?:[a-z]+ ){0,4}[a-z]+(?: (?:in|of|for) [\w ]{1,24})? (?:were|are|is|was)(?: as follows)?: ?[“"]?(.{3,400}?)[”"]?[.。]?$/i;

const english = ({ text, start, end }: Sentence, figure: Figure): readonly Claim[] => {
  if (figure.sort !== "count" || figure.unit !== "" || figure.value > 12 || figure.value < 2 || figure.weak)
    return [];
  const names = NAMES.exec(text.slice(figure.end - start).trimEnd())?.[1];
  if (names === undefined || /[:(]/.test(names)) return [];
  const parts = (names.includes(";") ? names.split(/;/) : names.split(/, (?:and|or) |,| and | or /)).filter(
    (part) => part.trim() !== "",
  );
  const short = parts.every((part) => part.trim().split(/\s+/).length <= (names.includes(";") ? 40 : 6));
  return short && parts.length >= 2 ? [made(figure, parts.length, end)] : [];
};
