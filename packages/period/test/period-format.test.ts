// Printed periods are what a reader of each language writes, and are read back as themselves.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { formatPeriod, readPeriod } from "@yinuo/period";
import { anyPeriod, known, seed } from "./arbitraries.ts";

describe("printing a period", () => {
  it("is how a reader of each language writes it", () => {
    const table = [
      ["2026", "2026年", "2026"],
      ["2026-H1", "2026年上半年", "H1 2026"],
      ["2026-Q3", "2026年第三季度", "Q3 2026"],
      ["2026-09", "2026年9月", "September 2026"],
      ["2026-01..09", "2026年1—9月累计", "January–September 2026"],
      ["2026-02..2026-05", "2026年2—5月", "February–May 2026"],
      ["2017-04..2018-03", "2017年4月—2018年3月", "April 2017 – March 2018"],
    ] as const;
    for (const [period, chinese, english] of table) {
      assert.equal(formatPeriod(known(period), "zh-CN"), chinese);
      assert.equal(formatPeriod(known(period), "en"), english);
    }
  });

  it("is read back as the same period, in both languages", () => {
    fc.assert(
      fc.property(anyPeriod, fc.constantFrom("zh-CN" as const, "en" as const), (period, language) => {
        assert.deepEqual(readPeriod(formatPeriod(period, language)), { ok: true, period });
      }),
      { seed, numRuns: 400 },
    );
  });

  it("and its canonical spelling is read as itself once the column is known not to hold fiscal years", () => {
    fc.assert(
      fc.property(anyPeriod, (period) =>
        assert.deepEqual(readPeriod(period, { fiscal: false }), { ok: true, period }),
      ),
      { seed, numRuns: 200 },
    );
  });
});
