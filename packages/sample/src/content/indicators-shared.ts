// Indicators that several bodies share, and the supervision office’s own.

import type { IndicatorOf } from "./shapes.ts";

export const SHARED_INDICATORS: readonly IndicatorOf[] = [
  {
    code: "GY-AS",
    name: ["政务事项按时办结率", "Applications decided in time"],
    definition: [
      "在承诺时限内办结的事项占办结事项的比例。",
      "Share of decided applications that were decided within the promised time.",
    ],
    unit: ["%", "%"],
    kind: "ratio",
    polarity: "up",
    decimals: 1,
    numerator: "按时办结件数",
    denominator: "办结件数",
    least: 0,
    most: 100,
    source: "政务服务平台",
    bodies: { GA: 2.4, SF: 0.6, SW: 0.8, JY: 0.5, WJ: 0.7, ZJ: 1 },
    model: { ratio: [0.955, 0.988], over: 420, noise: 0.006 },
  },
  {
    code: "GY-PX",
    name: ["工作人员培训场次", "Staff training sessions"],
    definition: [
      "本单位当月组织的业务和作风培训，半天以上计一场。",
      "Training sessions of half a day or more that the body held for its staff in the month.",
    ],
    unit: ["场", "sessions"],
    kind: "flow",
    polarity: "up",
    source: "各单位人事部门",
    bodies: { FY: 1, JC: 0.7, GA: 1.6, SF: 0.8, SW: 0.6, JY: 1.2, WJ: 1.4, ZJ: 0.7, RD: 0.5 },
    model: { flow: 6, growth: 0.05, noise: 0.2 },
  },
  {
    code: "GY-MY",
    name: ["窗口服务评价指数", "Service rating"],
    definition: [
      "服务窗口“好差评”折算的百分制指数，只有总体结果，不能按月份或单位合并。",
      "Ratings given at the counters, on a scale of 100; only the result is kept, and it is never combined.",
    ],
    unit: ["分", "points"],
    kind: "index",
    polarity: "up",
    decimals: 1,
    frequency: "quarter",
    least: 0,
    most: 100,
    source: "政务服务“好差评”系统",
    bodies: { FY: 1, GA: 1, SF: 1, WJ: 0.97, ZJ: 0.98 },
    model: { index: [86, 92], noise: 0.012 },
  },
  {
    code: "RD-DC",
    name: ["督查事项", "Inspections carried out"],
    definition: [
      "当月完成现场核查并形成结论的承诺事项。",
      "Commitments inspected on the spot, with a conclusion, in the month.",
    ],
    unit: ["项", "inspections"],
    kind: "flow",
    polarity: "up",
    source: "监督办督查台账",
    bodies: { RD: 1 },
    model: { flow: 5, growth: 0.1, noise: 0.25 },
  },
];
