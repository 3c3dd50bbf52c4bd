// Tables of figures, long and wide, planned into a ledger.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import type { Settings } from "@yinuo/tables";
import { applied, indicator, known, open, plan, there } from "./known.ts";

const settings: Settings = { noun: "observations" };
const ledger = known({
  indicators: new Map(
    [
      indicator("SF-01", { name: "法律援助受理数" }),
      indicator("SF-02", {
        name: "三日内指派率",
        kind: "ratio",
        unit: "%",
        scale: 100,
        decimals: 1,
        most: 100,
      }),
      indicator("FY-01", { name: "平均审理天数", kind: "duration", unit: "天", decimals: 1 }),
    ].map((one) => [one.code, one]),
  ),
});

test("long: one figure per row, with parts for a ratio and the count of a duration", () => {
  const done = plan(
    '指标名称,单位,期间,数值,分子,分母,件数\n法律援助受理数,司法局,2026年8月,"2,527",,,\n三日内指派率,SF,2026-08,,558,583,\n平均审理天数,人民法院,2026年8月,34.2,,,120\n',
    settings,
    ledger,
  );
  assert.deepEqual(
    done.rows.map(({ outcome }) => outcome),
    ["created", "created", "created"],
  );
  const after = applied(ledger, done).observations;
  assert.deepEqual(there(after.get("SF-01/SF/2026-08")).figure, { as: "number", value: 2527 });
  assert.deepEqual(there(after.get("SF-02/SF/2026-08")).figure, {
    as: "ratio",
    numerator: 558,
    denominator: 583,
  });
  assert.deepEqual(there(after.get("FY-01/FY/2026-08")).figure, { as: "mean", mean: 34.2, count: 120 });
});

test("wide by period: a column a month; an empty cell is nothing, a dash is not collected", () => {
  const done = plan("指标编码,单位编码,2026年7月,2026年8月,2026年9月\nSF-01,SF,120,- -,\n", settings, ledger);
  assert.deepEqual(done.counts, { created: 2, updated: 0, unchanged: 0, skipped: 0, refused: 0 });
  const after = applied(ledger, done).observations;
  assert.deepEqual(there(after.get("SF-01/SF/2026-08")).figure, { as: "notCollected" });
  assert.equal(after.has("SF-01/SF/2026-09"), false);
});

test("wide by indicator: the row names the period, each column an indicator", () => {
  const done = plan(
    "期间,法律援助受理数,平均审理天数\n2026-08,88,31.5\n",
    { ...settings, body: "SF" },
    ledger,
  );
  assert.equal(done.counts.created, 2);
});

test("a changed figure needs a reason, the same figure is unchanged", () => {
  const after = applied(
    ledger,
    plan("指标编码,单位编码,期间,数值\nSF-01,SF,2026-08,120\n", settings, ledger),
  );
  const changed = "指标编码,单位编码,期间,数值\nSF-01,SF,2026-08,121\n";
  const refused = there(plan(changed, settings, after).rows[0]);
  assert.equal(refused.outcome === "refused" && refused.error.code, "reasonMissing");
  const revised = plan(changed, { ...settings, reason: "漏统一件" }, after);
  assert.equal(revised.counts.updated, 1);
  assert.equal(
    plan("指标编码,单位编码,期间,数值\nSF-01,SF,2026-08,120\n", settings, after).counts.unchanged,
    1,
  );
});

test("a tenfold jump within the same file is asked about, and kept with a reason", () => {
  const jump = "指标编码,单位编码,期间,数值\nSF-01,SF,2026-08,1200\nSF-01,SF,2026-07,100\n";
  const asked = plan(jump, settings, ledger);
  assert.deepEqual(
    asked.rows.map((row) => (row.outcome === "refused" ? row.error.code : row.outcome)),
    ["tenfold", "created"],
  );
  assert.equal(plan(jump, { ...settings, confirmed: "专项行动" }, ledger).counts.created, 2);
});

test("B37 percentages: marked ones are read, an unmarked 0.35 among them is a question until it is answered", () => {
  const list =
    "指标编码,单位编码,期间,数值\nSF-02,SF,2026-05,35%\nSF-02,SF,2026-06,100％\nSF-02,SF,2026-07,0.35\n";
  const asked = plan(list, settings, ledger);
  assert.deepEqual(
    asked.rows.map((row) => (row.outcome === "refused" ? row.error.code : row.outcome)),
    ["created", "created", "percentAmbiguous"],
  );
  const answered = applied(ledger, plan(list, { ...settings, percent: "fraction" }, ledger));
  assert.deepEqual(there(answered.observations.get("SF-02/SF/2026-07")).figure, { as: "number", value: 35 });
});

test("B34 a row whose full-width commas hide its cells is refused with the hint, nothing moves to another column", () => {
  const done = plan(
    open("指标编码,期间,数值\n北京市，100,200\nSF-01,2026-08,201\n"),
    { ...settings, body: "SF" },
    ledger,
  );
  const row = there(done.rows[0]);
  assert.deepEqual(row.outcome === "refused" && row.error, {
    code: "rowRagged",
    found: 2,
    expected: 3,
    fullWidthComma: true,
  });
  assert.equal(done.counts.created, 1);
});

test("B33 decimal commas and dots: -21.419,06 is read only as the number format says", () => {
  const list = "指标编码;单位编码;期间;数值\nSF-01;SF;2026-08;-21.419,06\n";
  const done = plan(list, { ...settings, decimal: "," }, ledger);
  const after = applied(ledger, done).observations;
  assert.deepEqual(there(after.get("SF-01/SF/2026-08")).figure, { as: "number", value: -21419.06 });
});

const shared = new URL("../../../../shared/data/", import.meta.url);
const real = (path: string) => {
  const opened = openSpreadsheet(readFileSync(new URL(path, shared)), path.split("/").at(-1) ?? "");
  assert.ok(opened.ok);
  return opened.value;
};

const court = known({
  indicators: new Map(
    ["舊受", "新受", "終結", "未結"].map((name, index) => {
      const one = indicator(`TW-${index}`, {
        name,
        frequency: "year",
        kind: index === 0 || index === 3 ? "stock" : "flow",
      });
      return [one.code, one];
    }),
  ),
});

test(
  "the Taiwan court table: ROC years, indicators across, and the balance of year 96 is pointed out",
  { skip: !existsSync(shared) },
  () => {
    const done = plan(
      real("indicators/tw-地方法院刑事案件收結情形.csv"),
      { ...settings, body: "FY", calendar: "roc" },
      court,
    );
    assert.deepEqual(done.counts, { created: 88, updated: 0, unchanged: 0, skipped: 0, refused: 0 });
    assert.deepEqual(there(applied(court, done).observations.get("TW-1/FY/2007")).figure, {
      as: "number",
      value: 446131,
    });
    assert.deepEqual(done.identity?.balance, [
      { label: "96", expected: 36953, pending: 37953, difference: 1000 },
    ]);
  },
);

test(
  "Bristol's series: fiscal years, and only the rows that are totals",
  { skip: !existsSync(shared) },
  () => {
    const bristol = known({
      indicators: new Map([["B", indicator("B", { frequency: "year", kind: "index", decimals: 1 })]]),
    });
    const file = real("indicators/bristol-sdg-16-1-4.csv");
    const totals = {
      "Deprivation decile": { to: "totalsOnly" },
      Ward: { to: "totalsOnly" },
      Series: { to: "ignore" },
    } as const;
    const done = plan(file, { ...settings, body: "FY", indicator: "B", fiscal: true }, bristol, totals);
    const read = [...applied(bristol, done).observations.keys()];
    assert.equal(done.counts.refused, 0);
    assert.ok(read.includes("B/FY/2017-04..2018-03"), read.join());
  },
);
