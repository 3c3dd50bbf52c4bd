// Days exist or do not, are counted alike in every process zone, and print in both languages.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, describe, it } from "node:test";
import fc from "fast-check";
import {
  addDays,
  compareDays,
  day,
  dayFromSerial,
  dayParts,
  daysBetween,
  formatDay,
  formatMonthDay,
} from "@yinuo/period";
import { lastQuarter, firstDay, lastDay, parseDay, readDay, serialFromDay, todayIn } from "@yinuo/period";
import { anyDay, seed } from "./arbitraries.ts";

const zoneBefore = process.env["TZ"];
after(() => setZone(zoneBefore));

function setZone(zone: string | undefined): void {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
}

/** Runs the check with the process in each zone, after making sure that the process took the zone. */
function inEveryZone(check: (zone: string) => void): void {
  for (const [zone, minutesWest] of [
    ["Asia/Shanghai", -480],
    ["America/Los_Angeles", 480],
    ["America/Sao_Paulo", 180],
    ["UTC", 0],
    ["Pacific/Kiritimati", -840],
  ] as const) {
    setZone(zone);
    assert.equal(new Date(2021, 11, 20 - 14).getTimezoneOffset(), minutesWest, `the process is in ${zone}`);
    check(zone);
  }
}

describe("a day", () => {
  it("is strict: four digits, two digits, two digits, and it exists", () => {
    for (const good of ["2026-09-30", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"]) {
      assert.equal(parseDay(good), good);
    }
    for (const bad of [
      "2026-02-29",
      "1900-02-29",
      "2026-04-31",
      "2026-13-01",
      "2026-00-10",
      "2026-01-00",
      "0000-01-01",
    ]) {
      assert.equal(parseDay(bad), undefined, bad);
    }
    for (const bad of [
      "2026-9-30",
      " 2026-09-30",
      "2026-09-30\n",
      "2026-09-30T00:00",
      "２０２６-09-30",
      "",
      "20260930",
    ]) {
      assert.equal(parseDay(bad), undefined, JSON.stringify(bad));
    }
  });

  it("that does not exist is a mistake of the program when written as numbers", () => {
    assert.throws(() => day(2026, 2, 29), RangeError);
    assert.throws(() => day(2026, 1.5, 1), RangeError);
    assert.throws(() => addDays(day(9999, 12, 31), 1), RangeError);
  });

  it("counts across leap years and centuries", () => {
    assert.equal(addDays(day(2024, 2, 28), 1), "2024-02-29");
    assert.equal(addDays(day(2026, 1, 1), -1), "2025-12-31");
    assert.equal(addDays(day(1900, 2, 28), 1), "1900-03-01");
    assert.equal(daysBetween(day(1970, 1, 1), day(2000, 1, 1)), 10_957);
    assert.equal(daysBetween(day(2026, 9, 30), day(2026, 9, 1)), -29);
  });

  it("moves by as many days as lie between, and agrees with the calendar of the language", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        assert.equal(addDays(a, daysBetween(a, b)), b);
        assert.equal(Math.sign(compareDays(a, b)), Math.sign(-daysBetween(a, b)));
        assert.equal(daysBetween(a, b), (Date.parse(`${b}T00:00Z`) - Date.parse(`${a}T00:00Z`)) / 86_400_000);
        const { year, month, date } = dayParts(a);
        assert.equal(day(year, month, date), a);
      }),
      { seed },
    );
  });

  it("prints in both languages and is read back", () => {
    assert.equal(formatDay(day(2026, 9, 30), "zh-CN"), "2026年9月30日");
    assert.equal(formatDay(day(2026, 9, 30), "en"), "30 September 2026");
    assert.equal(formatMonthDay(day(2026, 9, 30), "zh-CN"), "9月30日");
    assert.equal(formatMonthDay(day(2026, 9, 30), "en"), "30 September");
    fc.assert(
      fc.property(anyDay, fc.constantFrom("zh-CN" as const, "en" as const), (a, language) => {
        assert.deepEqual(readDay(formatDay(a, language)), { ok: true, day: a, precision: "day" });
      }),
      { seed },
    );
  });
});

describe("the process time zone", () => {
  it("B27: days picked as 2026-04-01 and 2026-06-30 stay those days east and west of UTC", () => {
    inEveryZone(() => {
      for (const picked of ["2026-04-01", "2026-06-30"]) {
        assert.equal(parseDay(picked), picked);
        assert.deepEqual(readDay(picked), { ok: true, day: picked, precision: "day" });
        assert.equal(addDays(addDays(day(2026, 4, 1), 90), -90), "2026-04-01");
        assert.match(formatDay(day(2026, 4, 1), "en"), /^1 April/);
      }
    });
  });

  it("B29: at 00:30 on 1 October in Shanghai, with the server still in September, last quarter is July to September", () => {
    inEveryZone((zone) => {
      const today = todayIn(new Date("2026-10-01T00:30:00+08:00"), "Asia/Shanghai");
      assert.equal(today, "2026-10-01", zone);
      const quarter = lastQuarter(today);
      assert.deepEqual([firstDay(quarter), lastDay(quarter)], ["2026-07-01", "2026-09-30"]);
      const inLondon = todayIn(new Date("2026-10-01T00:30:00+08:00"), "Europe/London");
      assert.equal(lastQuarter(inLondon), "2026-Q2", "in London it is still 30 September");
    });
  });

  it("B35: a date cell of 2021-12-20 and the days of the Shanghai summer time stay themselves", () => {
    inEveryZone((zone) => {
      assert.equal(dayFromSerial(44_550), "2021-12-20", zone);
      assert.equal(serialFromDay(day(2021, 12, 20)), 44_550, zone);
      for (let date = day(1986, 1, 1); date < "1992-01-01"; date = addDays(date, 1)) {
        assert.equal(dayFromSerial(serialFromDay(date) ?? Number.NaN), date, zone);
      }
      assert.equal(dayFromSerial(1), "1900-01-01", `${zone}: before 1901 zones have offsets of seconds`);
    });
  });

  it("is asked by no source file of the package, nor is the clock", () => {
    const folder = new URL("../src/", import.meta.url);
    for (const name of readdirSync(folder)) {
      const source = readFileSync(new URL(name, folder), "utf8");
      const local =
        /\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|TimezoneOffset)\(|toLocale|Date\.now|new Date\(\)|process\./;
      assert.doesNotMatch(source, local, name);
    }
  });
});

describe("spreadsheet serials", () => {
  it("count from 1900 with the leap day that never was, or from 1904", () => {
    const table = [
      [1, "1900-01-01"],
      [59, "1900-02-28"],
      [60, undefined],
      [61, "1900-03-01"],
      [25_569, "1970-01-01"],
      [44_561, "2021-12-31"],
      [44_561.75, "2021-12-31"],
      [44_560.999_999_9, "2021-12-31"],
      [44_560.999, "2021-12-30"],
      [2_958_465, "9999-12-31"],
      [2_958_466, undefined],
      [0, undefined],
      [0.5, undefined],
      [-1, undefined],
      [Number.NaN, undefined],
      [Number.POSITIVE_INFINITY, undefined],
    ] as const;
    for (const [serial, expected] of table) assert.equal(dayFromSerial(serial), expected, String(serial));
    assert.equal(dayFromSerial(0, { date1904: true }), "1904-01-01");
    assert.equal(dayFromSerial(43_099, { date1904: true }), dayFromSerial(43_099 + 1462));
    assert.equal(serialFromDay(day(1899, 12, 31)), undefined);
    assert.equal(serialFromDay(day(1903, 12, 31), { date1904: true }), undefined);
  });

  it("come back from the day they gave", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_957_003 }), fc.boolean(), (serial, date1904) => {
        fc.pre(date1904 || serial !== 60);
        const found = dayFromSerial(serial, { date1904 });
        assert.ok(found);
        assert.equal(serialFromDay(found, { date1904 }), serial);
      }),
      { seed },
    );
  });
});
