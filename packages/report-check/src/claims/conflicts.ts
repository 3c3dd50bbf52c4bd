// The same quantity with two values in one report.

import type { Claim } from "../finding.ts";
import { meets } from "../interval.ts";
import { nameOf, planReader } from "../names.ts";
import { isReal, isTarget } from "../role.ts";
import type { Figure, Scan, Sentence } from "../scan.ts";
import { arithmetic, claim, shown } from "./claim.ts";

const CHINESE = /^[A-Za-z]{0,6}[一-龥]{5,24}$/;
/** Something done again and again, each time with its own number. */
const DEED =
  /^(?:新|再|拟|要|将|推|加|开|举|安排|落实|支持|争取|组织|培育|引进|建|修|改|投|发|打造|实施|启动|认定|疏解|提|扩|整|处|办)/;
/** Over which time, or a part of what: differs from sentence to sentence. */
const SCOPE =
  /五年|[三四两]年|十[一二三四五]五|累计|以来|上半年|季度|平均|人均|目标|去年|上年|同期|其中|新增|(?:19|20)\d\d/g;

export const conflicts = (scan: Scan): readonly Claim[] => {
  const seen = new Map<string, Figure>();
  const isPlan = planReader();
  return scan.sentences.flatMap((sentence) => {
    if (isPlan(sentence) || isTarget(sentence.text)) return [];
    return sentence.figures.flatMap((figure) => {
      const key = keyOf(sentence, figure);
      if (key === undefined) return [];
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(key, figure);
        return [];
      }
      return [made(before, figure)];
    });
  });
};

const keyOf = (sentence: Sentence, figure: Figure): string | undefined => {
  const { label, role, bound, sort, depth, unit, weak } = figure;
  if (role !== "level" || bound !== "exact" || weak || depth > 0 || (sort !== "count" && sort !== "measure"))
    return undefined;
  const name = nameOf(label);
  if (!CHINESE.test(name) || DEED.test(name) || isReal(name)) return undefined;
  const before = sentence.text.slice(0, figure.end - sentence.start);
  return [name, unit, ...(before.match(SCOPE) ?? [])].join("|");
};

const made = (first: Figure, second: Figure): Claim =>
  claim({
    code: "twoValues",
    severity: "review",
    agrees: meets(first.interval, second.interval),
    figures: [first, second],
    span: { start: second.clause.start, end: second.end },
    arithmetic: arithmetic(shown(first.value), {
      computed: first.interval,
      stated: second.interval,
      unit: first.unit,
    }),
    named: { name: second.label },
  });
