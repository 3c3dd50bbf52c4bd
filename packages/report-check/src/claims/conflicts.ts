// The same quantity with two values in one report.

import type { Claim } from "../finding.ts";
import { meets } from "../interval.ts";
import { isReal, isTarget } from "../role.ts";
import type { Figure, Scan, Sentence } from "../scan.ts";
import { arithmetic, claim, shown } from "./claim.ts";

/** Words of time and of saying around the name of a quantity. */
const AROUND =
  /^(?:其中|目前|全年|今年|去年|截至[^，]*|到[^，]*|预计|共|累计|我[省市县区院局]|全[省市县区国]|本院|实现|完成|新增|年末|[\d年月日度-]+)+|(?:达到?|为|是|共|有|实现|完成|累计|突破|约|近|总计|合计|的)+$/g;
const CHINESE = /^[A-Za-z]{0,6}[一-龥]{5,24}$/;
/** Something done again and again, each time with its own number. */
const DEED =
  /^(?:新|再|拟|要|将|推|加|开|举|安排|落实|支持|争取|组织|培育|引进|建|修|改|投|发|打造|实施|启动|认定|疏解|提|扩|整|处|办)/;
/** From such a heading on, the report tells what is wanted. */
const PLANS =
  /工作安排|重点工作|主要任务|工作任务|下一步|今后|打算|目标任务|工作思路|总体要求|主要目标|工作计划|next steps|priorities/i;
const LONGEST_HEADING = 60;
/** Over which time, or a part of what: differs from sentence to sentence. */
const SCOPE =
  /五年|[三四两]年|十[一二三四五]五|累计|以来|上半年|季度|平均|人均|目标|去年|上年|同期|其中|新增|(?:19|20)\d\d/g;

export const conflicts = (scan: Scan): readonly Claim[] => {
  const seen = new Map<string, Figure>();
  let isPlan = false;
  return scan.sentences.flatMap((sentence) => {
    if (sentence.text.length <= LONGEST_HEADING && PLANS.test(sentence.text)) isPlan = true;
    if (isPlan || isTarget(sentence.text)) return [];
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
  const name = label.replace(AROUND, "");
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
