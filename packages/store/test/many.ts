// A big ledger: many commitments and observations, written the way an import writes them.

import type {
  Body,
  BodyCode,
  Commitment,
  CommitmentCode,
  Indicator,
  IndicatorCode,
  Observation,
  ProgrammeCode,
  Stage,
} from "@yinuo/core";
import { addDays, type Day } from "@yinuo/period";
import {
  saveBodies,
  saveCommitments,
  saveIndicators,
  saveObservations,
  writing,
  type Db,
} from "../src/index.ts";
import { period, steward, today } from "./ledger.ts";

export type Size = {
  readonly commitments: number;
  readonly bodies: number;
  readonly indicators: number;
  readonly months: number;
};

const author = { by: steward, today };

/** The same for the same size: no chance is in it. */
export const fillMany = (db: Db, { commitments, bodies, indicators, months }: Size) =>
  writing(db, async (tx) => {
    const ids = (many: number) => Array.from({ length: many }, (_, at) => at);
    await saveBodies(
      tx,
      ids(bodies).map((at) => ({
        was: undefined,
        change: { state: body(at), event: event("body.created") },
      })),
      author,
    );
    await saveIndicators(
      tx,
      ids(indicators).map((at) => ({
        was: undefined,
        change: { state: indicator(at), event: event("indicator.created") },
      })),
      author,
    );
    const observations = ids(indicators * bodies * months).map((at) => {
      const [month, rest] = [at % months, Math.floor(at / months)];
      return observation(rest % indicators, Math.floor(rest / indicators), month);
    });
    const states = ids(commitments).map((at) => commitment(at, bodies, indicators));
    await saveCommitments(
      tx,
      states.map((state) => ({ was: undefined, change: { state, event: event("commitment.drafted") } })),
      author,
    );
    await saveObservations(
      tx,
      observations.map((state) => ({
        was: undefined,
        change: { state, event: event("observation.recorded") },
      })),
      author,
    );
    return { ok: true, value: undefined } as const;
  });

const event = <V extends string>(verb: V) => ({ verb, happenedOn: today });

const body = (at: number): Body => ({
  code: `b${at}` as BodyCode,
  name: `第${at}单位`,
  inspects: false,
  version: 1,
});

const indicator = (at: number): Indicator => ({
  code: `i${at}` as IndicatorCode,
  name: `指标${at}`,
  definition: "报告期内的件数",
  unit: "件",
  kind: "flow",
  polarity: "up",
  decimals: 0,
  frequency: "month",
  scale: 1,
  version: 1,
});

const observation = (indicatorAt: number, bodyAt: number, month: number): Observation => ({
  indicator: `i${indicatorAt}` as IndicatorCode,
  body: `b${bodyAt}` as BodyCode,
  period: monthAt(month),
  figure: { as: "number", value: 50 + ((indicatorAt * 7 + bodyAt * 13 + month * 3) % 90) },
  recordedOn: today,
  version: 1,
});

/** January to June 2026, then backwards from December 2025. */
const monthAt = (at: number) => {
  const month = 2026 * 12 + (at < 6 ? at : 5 - at);
  return period(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`);
};

const WORDS = [
  "审理",
  "天数",
  "调解",
  "供水",
  "管网",
  "校车",
  "法律",
  "援助",
  "热线",
  "食堂",
  "危房",
  "改造",
  "公开",
  "巡查",
  "河道",
  "路灯",
];

const commitment = (at: number, bodies: number, indicators: number): Commitment => {
  const word = (step: number) => WORDS[(at * step + Math.floor(at / 16)) % WORDS.length] ?? "";
  const lead = `b${at % bodies}` as BodyCode;
  const stage: Stage = at % 50 === 0 ? "draft" : at % 17 === 0 ? "declared" : "published";
  const due = addDays("2026-01-01" as Day, (at * 37) % 700);
  return {
    programme: "2026" as ProgrammeCode,
    code: `C-${at}` as CommitmentCode,
    kind: at % 5 === 0 ? "measure" : "commitment",
    title: `${word(1)}${word(3)}提升行动第${at}项`,
    titleEn: `Improving service number ${at}`,
    // One in a thousand has the rare word.
    promise: `年底前完成${word(5)}${word(7)}，惠及${at}户。${at % 1000 === 7 ? "含无障碍坡道。" : ""}${"工作进展按月公布，接受监督。".repeat(4)}`,
    lead,
    support: [`b${(at + 1) % bodies}` as BodyCode],
    due,
    firstDue: due,
    targets:
      at % 2 === 0
        ? [
            {
              indicator: `i${at % indicators}` as IndicatorCode,
              body: lead,
              period: period("2026"),
              value: 900 + (at % 400),
            },
          ]
        : [],
    milestones: [],
    stage,
    ...(stage === "draft" ? {} : { publishedOn: addDays(today, -(at % 120)) }),
    ...(stage === "declared" ? { declaredOn: today } : {}),
    version: 1,
  };
};
