// A draw as a row and back.

import type {
  BodyCode,
  Draw,
  DrawCode,
  DrawFilter,
  DrawStage,
  DrawSubject,
  Stratification,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { sizesOf, type DrawResult, type Plan, type SeedRecord } from "@yinuo/random-draw";
import type { Selectable } from "kysely";
import { present } from "./rows.ts";
import { folded, searchTerms } from "./search.ts";
import type { Draw as DrawTable } from "./tables.generated.ts";

export const toDraw = (row: Selectable<DrawTable>): Draw => ({
  code: row.code as DrawCode,
  round: row.round,
  number: row.number,
  body: row.body as BodyCode,
  subject: row.subject as DrawSubject,
  filter: row.filter as DrawFilter,
  stratify: row.stratify as Stratification,
  eligible: row.eligible,
  venue: row.venue,
  plannedOn: row.planned_on as Day,
  plan: row.plan as unknown as Plan,
  frame: row.frame,
  stage: row.stage as DrawStage,
  rolls: row.rolls,
  version: row.version,
  ...present({
    replaces: row.replaces as DrawCode | null,
    inspectors: row.inspectors,
    seed: row.seed as unknown as SeedRecord | null,
    result: row.result as unknown as DrawResult | null,
  }),
  ...(row.ended_on === null ? {} : { ended: { on: row.ended_on as Day, reason: row.ended_reason ?? "" } }),
});

export const drawRow = (draw: Draw) => {
  const { drawn, size } = sizesOf(draw.plan);
  const text = folded([draw.code, draw.round, draw.eligible, draw.venue]);
  return {
    code: draw.code,
    round: draw.round,
    number: draw.number,
    replaces: draw.replaces,
    body: draw.body,
    subject: draw.subject,
    filter: draw.filter,
    stratify: draw.stratify,
    eligible: draw.eligible,
    venue: draw.venue,
    planned_on: draw.plannedOn,
    ceremony_at: draw.plan.ceremonyAt,
    plan: draw.plan,
    frame: draw.frame,
    inspectors: draw.inspectors,
    frame_size: size,
    draw_size: drawn,
    stage: draw.stage,
    rolls: draw.rolls,
    seed: draw.seed,
    result: draw.result,
    ended_on: draw.ended?.on,
    ended_reason: draw.ended?.reason,
    version: draw.version,
    search_text: text,
    search_terms: searchTerms(text),
  };
};
