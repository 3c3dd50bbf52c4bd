// Files that offices and others published, uploaded through the form: each is read or refused in words, none fails.

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { accountId, createIndicator, type Context } from "@yinuo/core";
import { parseDay } from "@yinuo/period";
import { changeIndicator, listObservations } from "@yinuo/store";
import { openOffice, sharedData, sharedFile, type Office } from "../import/office.ts";
import { applied, counts, mapped, plainText, previewOf, proposed, uploaded } from "./import-forms.ts";

const THERE = existsSync(sharedData);
const CONTEXT: Context = {
  by: { account: accountId("set-up"), role: "steward", inspects: false },
  today: parseDay("2026-01-05") ?? assert.fail(),
};

let office: Office;
before(async () => {
  office = await openOffice();
  for (const [code, name, kind] of [
    ["TW-1", "舊受", "stock"],
    ["TW-2", "新受", "flow"],
    ["TW-3", "終結", "flow"],
    ["TW-4", "未結", "stock"],
    ["BR-1", "Satisfaction", "index"],
    ["US-1", "Vacant space in inventory", "index"],
  ] as const) {
    const how = { unit: "件", kind, polarity: "none", decimals: 3, frequency: "year" } as const;
    const made = await changeIndicator(office.world.store.db, code, CONTEXT, () =>
      createIndicator({ code, name, definition: name, ...how }, { ...CONTEXT, indicators: new Map() }),
    );
    assert.ok(made.ok, JSON.stringify(made));
  }
});
after(() => office.world.close());

const figures = async (indicator: string) =>
  (await listObservations(office.world.store.db, { indicator })).map(({ period, figure }) => [
    String(period),
    "value" in figure ? figure.value : figure,
  ]);

const FILES = THERE
  ? ["messy", "messy/derived", "indicators", "commitments"].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, sharedData))
        .filter((name) => /\.(?:csv|xlsx?|txt)$/.test(name))
        .map((name) => `${folder}/${name}`),
    )
  : [];

const WRONG: readonly Readonly<Record<string, string>>[] = [
  { headerRow: "9999" },
  { headerRows: "3", separator: "|", encoding: "utf-16le" },
  { sheet: "7", calendar: "roc", fiscal: "yes", dayOrder: "mdy", decimal: ",", percent: "fraction" },
];

describe("every real file, as it is and read wrongly", { skip: !THERE }, () => {
  for (const path of FILES)
    it(path, async () => {
      const response = await office.steward.post("/desk/import", { file: sharedFile(path) });
      const html = await response.text();
      if (path.includes("password")) return assert.match(plainText(html), /密码/);
      const batch = /\/desk\/import\/[0-9a-f-]{36}(?=["?/])/.exec(html.slice(html.indexOf("<main")))?.[0];
      assert.ok(response.status === 200 && batch, plainText(html));
      for (const choice of [undefined, ...WRONG]) {
        const page = choice && (await (await office.steward.post(`${batch}/reading`, choice)).text());
        if (page) assert.match(page, new RegExp(`action="${batch}/reading"`), "the choice can be made again");
        for (const step of ["columns", "preview"])
          assert.equal((await office.steward.get(`${batch}?step=${step}`)).status, 200);
        const refused = (await office.steward.get(`${batch}/refused`)).status;
        assert.ok(refused === 200 || refused === 404, String(refused));
      }
    });
});

describe("what is in them", { skip: !THERE }, () => {
  it("the court table: ROC years, four indicators across, and the sum that fails in year 96 is pointed out", async () => {
    const file = sharedFile("indicators/tw-地方法院刑事案件收結情形.csv");
    const batch = await uploaded(office.steward, file);
    assert.match(plainText(await previewOf(office.steward, batch)), /还缺：单位编码/);
    await office.steward.post(`${batch}/reading`, { calendar: "roc", next: "yes" });
    const preview = await mapped(office.steward, batch, { body: "FY" });
    assert.match(plainText(preview), /96：按算应为 36,953，表中为 37,953，相差 1,000/);
    assert.equal(counts(preview)[0], 88);
    await applied(office.steward, batch);
    assert.ok((await figures("TW-2")).some(([period, value]) => period === "2007" && value === 446131));
  });

  it("Bristol: fiscal years are asked for, and only the rows that are totals count", async () => {
    const batch = await uploaded(office.steward, sharedFile("indicators/bristol-sdg-16-1-4.csv"));
    assert.match(await office.steward.text(`${batch}?step=reading`), /name="fiscal"/);
    await office.steward.post(`${batch}/reading`, { fiscal: "yes", next: "yes" });
    const uses = await proposed(office.steward, batch);
    assert.equal(uses["use.0"], "column:period");
    const preview = await mapped(office.steward, batch, {
      body: "FY",
      indicator: "BR-1",
      "use.1": "ignore",
      "use.2": "totalsOnly",
      "use.3": "totalsOnly",
    });
    const [created, , , refused] = counts(preview);
    assert.ok((created ?? 0) > 0 && refused === 0, plainText(preview).slice(0, 600));
    await applied(office.steward, batch);
    assert.ok((await figures("BR-1")).every(([period]) => /^\d{4}-04\.\.\d{4}-03$/.test(String(period))));
  });

  it("the vacant space series: one figure a year, the target column is no figure", async () => {
    const batch = await uploaded(office.steward, sharedFile("indicators/us-vacant-space-kpi.csv"));
    await mapped(office.steward, batch, { body: "FY" });
    await applied(office.steward, batch);
    const found = await figures("US-1");
    assert.equal(found.length, 8);
    assert.ok(found.some(([period, value]) => period === "2018" && value === 0.033));
  });

  it("the merged workbook: what cannot be read is named by its own header", async () => {
    const file = sharedFile("messy/derived/ledger-merged-header-mixed-dates.xlsx");
    const batch = await uploaded(office.steward, file);
    const preview = await mapped(office.steward, batch, { createBodies: "yes" });
    assert.deepEqual(counts(preview), [36, 0, 0, 4]);
    assert.match(plainText(preview), /“时限与进度 \/ 完成时限”列： 长期坚持/);
  });

  it("the promises of 2025: lead and co-operating bodies are chosen by hand and made with the list", async () => {
    const file = sharedFile("commitments/canada-2025-promises-consolidated.csv");
    const batch = await uploaded(office.steward, file);
    const preview = await mapped(office.steward, batch, {
      createBodies: "yes",
      "use.0": "column:code",
      "use.1": "column:title",
      "use.3": "column:lead",
      "use.4": "column:support",
    });
    const [created = 0, , , refused = 0] = counts(preview);
    assert.equal(created + refused, 352);
    assert.ok(created > 300, `${created} created: ${plainText(preview).slice(0, 1500)}`);
  });
});
