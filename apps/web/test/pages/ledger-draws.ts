// The draw of the small invented ledger: planned with inspectors to be drawn too, its ceremony still to come.

import { accountId, type BodyCode, type By } from "@yinuo/core";
import { addDraw, type Db, type PlanWish } from "@yinuo/store";
import { must, step, XSS } from "./steps.ts";

export const INSPECTOR: By = {
  account: accountId("inspector"),
  role: "inspector",
  body: "inspection" as BodyCode,
  inspects: true,
};

export const DRAW: PlanWish = {
  places: [{ body: "inspection" as BodyCode, places: 2 }],
  input: {
    round: "2026-Q4",
    subject: "commitments",
    filter: { body: "court" as BodyCode },
    stratify: "body",
    eligible: `2026年已公开的承诺事项${XSS}`,
    sample: { draw: 2 },
    excluded: [],
    inspectors: { each: 1, recused: [] },
    sides: 10,
    ceremonyAt: "2026-10-20T01:00:00Z",
    venue: "县政务服务中心一楼大厅",
  },
};

export const addDraws = async (db: Db): Promise<void> => {
  const planned = { ...step("2026-10-08", INSPECTOR), at: "2026-10-08T01:00:00Z" };
  must(await addDraw(db, DRAW, planned));
};
