// B35: a day is the same day wherever the program runs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { dayOfSerial, serialOfDay } from "@yinuo/spreadsheet";

type Probed = Record<"asked" | "written" | "isoCells" | "from1904", unknown[]> & {
  offsets: number[];
  serial: string;
};

function probe(TZ: string): Probed {
  const script = fileURLToPath(new URL("time-zone-probe.ts", import.meta.url));
  const out = execFileSync(process.execPath, [...process.execArgv, script], { env: { ...process.env, TZ } });
  return JSON.parse(out.toString()) as Probed;
}

describe("B35: days in a workbook", () => {
  // Local mean time +8:05:43 and summer time 1986–1991; midnight skipped by summer time; the far end of the day line.
  const zones = [
    ["Asia/Shanghai", -480],
    ["America/Sao_Paulo", 180],
    ["Pacific/Kiritimati", -840],
  ] as const;
  for (const [zone, offset] of zones) {
    it(`stay what they are where TZ is ${zone}`, () => {
      const probed = probe(zone);
      assert.equal(probed.offsets[1], offset, "the zone was in force");
      assert.deepEqual(probed.written, probed.asked);
      assert.deepEqual(probed.isoCells, probed.asked);
      assert.deepEqual(probed.from1904, ["2024-01-15", "2020-07-04"]);
      assert.equal(probed.serial, "2021-12-20");
    });
  }
});

describe("a serial number", () => {
  it("of every day from March 1900 on leads back to the day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const { day } = dayOfSerial(serial, false) ?? assert.fail();
        assert.equal(serialOfDay(day), serial);
        assert.equal(dayOfSerial(serial - 1462, true)?.day ?? day, day);
      }),
      { seed: 35 },
    );
  });

  it("carries its time to the second, and half a second before midnight is midnight", () => {
    assert.deepEqual(dayOfSerial(44550.75, false), { day: "2021-12-20", time: "18:00:00" });
    assert.deepEqual(dayOfSerial(44550.999999, false), { day: "2021-12-21" });
  });

  it("is not made of what is no day", () => {
    for (const day of ["2026-02-29", "2026-13-01", "26-1-1", "1900-02-28", "", "2026-01-01T00:00:00Z"]) {
      assert.equal(serialOfDay(day), undefined, day);
    }
  });
});
