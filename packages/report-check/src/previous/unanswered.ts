// Targets and plans of the earlier edition that this one never mentions: their words are looked for, two characters at a time.

import type { Claim } from "../finding.ts";
import { nameOf, planReader } from "../names.ts";
import type { Scan, Sentence } from "../scan.ts";
import { claim } from "../claims/claim.ts";

/** Below this share of its words, a plan was not mentioned. Low: the same thing is often said in other words. */
const MENTIONED = 0.34;
const LONGEST_QUOTE = 60;

export const unanswered = (scan: Scan, previous: Scan): readonly Claim[] => {
  const words = wordsOf(scan.text);
  const isPlan = planReader();
  return previous.sentences.flatMap((sentence) => {
    if (!isPlan(sentence)) return [];
    return targets(sentence, words) ?? plan(sentence, words);
  });
};

/** Pairs of Chinese characters, and English words of four letters and more. */
const wordsOf = (text: string): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const run of text.match(/[一-龥]{2,}/g) ?? [])
    for (let at = 0; at + 1 < run.length; at++) found.add(run.slice(at, at + 2));
  for (const word of text.toLowerCase().match(/[a-z]{4,}/g) ?? []) found.add(word);
  return found;
};

const shareIn = (text: string, words: ReadonlySet<string>): number | undefined => {
  const own = [...wordsOf(text)];
  return own.length < 3 ? undefined : own.filter((word) => words.has(word)).length / own.length;
};

/** A plan with a figure is a target; `undefined` where the sentence sets none. */
const targets = (sentence: Sentence, words: ReadonlySet<string>): readonly Claim[] | undefined => {
  const set = sentence.figures.filter(({ weak, label }) => !weak && nameOf(label).length >= 4);
  if (set.length === 0) return undefined;
  const missing = set.find(({ label }) => (shareIn(nameOf(label), words) ?? 1) < MENTIONED);
  if (missing === undefined) return [];
  const { start, end } = missing.clause;
  return [
    unmentioned(
      "targetUnmentioned",
      sentence.text.slice(start - sentence.start, end - sentence.start).trim(),
    ),
  ];
};

/** A plan begins with what is to be done; all else between is encouragement. */
const DEED =
  /^(?:[一二三四五六七八九十]+是|[(（]?[一二三四五六七八九十\d]+[)）、.．])?\s*(?:要|将|力争|继续|全面|积极|大力|扎实|着力|切实|进一步|深入|加快|加大|加强|启动|推进|推动|实施|完成|建设|建立|建成|改造|开展|做好|抓好|落实|完善|健全|支持|争取|组织|打造|提升|提高|修复|修建|新建|publish|complete|build|start|introduce|review|improve|increase|reduce|we will)/i;

const plan = ({ text }: Sentence, words: ReadonlySet<string>): readonly Claim[] => {
  const share = text.trim().length < 10 || !DEED.test(text.trim()) ? undefined : shareIn(text, words);
  return share === undefined || share >= MENTIONED ? [] : [unmentioned("planUnmentioned", text.trim())];
};

/** It stands nowhere in this edition, so at its head. */
const unmentioned = (code: "targetUnmentioned" | "planUnmentioned", words: string): Claim =>
  claim({
    code,
    severity: "review",
    agrees: false,
    figures: [],
    span: { start: 0, end: 0 },
    named: { words: words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words },
  });
