// Ten indicators of the water company with figures for August, so that September's are due: an officer's month.

import assert from "node:assert/strict";
import { accountId, createIndicator } from "@yinuo/core";
import { day, parsePeriod } from "@yinuo/period";
import { changeIndicator, getObservation } from "@yinuo/store";
import type { Browser, Staff } from "./staff.ts";

export const GRID = "/desk/figures?body=water&period=2026-09";

/** Ten that the water company has recorded for August, so that September's are due. */
export const CODES = Array.from({ length: 10 }, (_, index) => `W-${index}`);

export const addTenFigures = async (staff: Staff, water: Browser): Promise<void> => {
  const { db } = staff.deps.store;
  const context = {
    by: { account: accountId("first"), role: "steward", inspects: false },
    today: day(2026, 10, 1),
  } as const;
  for (const [index, code] of CODES.entries()) {
    const kind = index === 8 ? "ratio" : index === 9 ? "duration" : "flow";
    const input = {
      code,
      name: `供水指标${code}`,
      definition: "供水公司每月统计",
      unit: kind === "ratio" ? "%" : "件",
      kind,
      polarity: "up",
      decimals: 1,
      frequency: "month",
      least: 0,
      ...(index === 7 ? { most: 100 } : {}),
    } as const;
    const made = await changeIndicator(db, code, context, (_, deps) =>
      createIndicator(input, { ...context, ...deps }),
    );
    assert.ok(made.ok, JSON.stringify(made));
  }
  for (const code of CODES) {
    const path = `/desk/indicators/${code}/record`;
    const done = await water.post(path, { body: "water", period: "2026-08", ...AUGUST(code) });
    assert.equal(done.status, 303, await done.text());
  }
};

const AUGUST = (code: string): Readonly<Record<string, string>> => {
  if (code === "W-8") return { numerator: "9", denominator: "10" };
  return code === "W-9" ? { value: "3", count: "20" } : { value: "50" };
};

export const keptIn = async (staff: Staff, code: string, text = "2026-09") => {
  const period = parsePeriod(text);
  assert.ok(period);
  return getObservation(staff.deps.store.db, { indicator: code, body: "water", period });
};
/** What the officer types for September. */
export const SEPTEMBER: Readonly<Record<string, string>> = {
  ...Object.fromEntries(CODES.slice(0, 8).map((code, index) => [`rows.${code}.value`, String(51 + index)])),
  "rows.W-8.numerator": "18",
  "rows.W-8.denominator": "20",
  "rows.W-9.value": "2.5",
  "rows.W-9.count": "30",
};
