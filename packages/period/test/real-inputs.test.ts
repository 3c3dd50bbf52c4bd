// Real tables: every period and day that published files contain is read; skipped where the shared folder is absent.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { firstDay, kindOf, previous, readDay, readPeriod } from "@yinuo/period";

const shared = new URL("../../../../shared/data/", import.meta.url);
const skip = existsSync(shared) ? false : "the shared inputs are not here";

function column(path: string, index: number): string[] {
  const lines = readFileSync(new URL(path, shared), "utf8").split(/\r?\n/).slice(1);
  return [...new Set(lines.filter((line) => line !== "").map((line) => line.split(",")[index] ?? ""))];
}

describe("real inputs", { skip }, () => {
  it("the ROC years of the Taiwan court table are consecutive years from 1993", () => {
    const years = column("indicators/tw-地方法院刑事案件收結情形.csv", 0).map((text) => {
      const reading = readPeriod(text, { calendar: "roc" });
      assert.ok(reading.ok, text);
      return reading.period;
    });
    assert.equal(years[0], "1993");
    years.slice(1).forEach((year, index) => assert.equal(previous(year), years[index]));
  });

  it("the periods of the Bristol series are fiscal years from April", () => {
    for (const text of column("indicators/bristol-sdg-16-1-4.csv", 0)) {
      const reading = readPeriod(text);
      assert.ok(reading.ok, text);
      assert.equal(kindOf(reading.period), "range");
      assert.equal(firstDay(reading.period), `${text.slice(0, 4)}-04-01`);
    }
    for (const text of column("indicators/bristol-sdg-3-4-1.csv", 0)) {
      assert.deepEqual(readPeriod(text), { ok: true, period: text });
    }
  });

  it("the opening times of the Boston requests are days", () => {
    const lines = readFileSync(new URL("open311/boston311-100.csv", shared), "utf8").split(/\r?\n/);
    const at = lines[0]?.split(",").indexOf("open_dt") ?? -1;
    for (const text of column("open311/boston311-100.csv", at)) {
      assert.deepEqual(readDay(text), { ok: true, day: text.slice(0, 10), precision: "day" }, text);
    }
  });
});
