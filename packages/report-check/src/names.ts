// The name of a quantity, without the words of time and of saying around it; and where a report turns to what is planned.

import type { Sentence } from "./scan.ts";

const AROUND =
  /^(?:其中|目前|全年|今年|去年|截至[^，]*|到[^，]*|预计|共|累计|我[省市县区院局]|全[省市县区国]|本院|实现|完成|新增|年末|[\d年月日度-]+)+|(?:达到?|为|是|共|有|实现|完成|累计|突破|约|近|总计|合计|的)+$/g;

export const nameOf = (label: string): string => label.replace(AROUND, "");

/** From such a heading on, the report tells what is wanted. */
const PLANS =
  /工作安排|重点工作|主要任务|工作任务|下一步|今后|打算|目标任务|工作思路|总体要求|主要目标|工作计划|next steps|priorities|plans? for/i;
const LONGEST_HEADING = 60;

/** Asked of each sentence in turn. */
export const planReader = (): ((sentence: Sentence) => boolean) => {
  let isPlan = false;
  return ({ text }) => {
    if (text.trim().length <= LONGEST_HEADING && PLANS.test(text)) isPlan = true;
    return isPlan;
  };
};
