// A day stays the same day from the form or the cell to the page and the download, wherever the server's clock is set.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { writeXlsx } from "@yinuo/spreadsheet";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import { getCommitment } from "@yinuo/store";
import { fieldsOn, openStaff, type Staff } from "../desk/staff.ts";
import { openOffice, type Office } from "../import/office.ts";
import { applied, counts, previewOf, uploaded } from "./import-forms.ts";

const ZONES = ["Asia/Shanghai", "America/Los_Angeles", "America/Sao_Paulo", "Pacific/Kiritimati"];
const HOME = process.env["TZ"];
after(() => {
  if (HOME === undefined) delete process.env["TZ"];
  else process.env["TZ"] = HOME;
});

let office: Office;
before(async () => {
  office = await openOffice();
});
after(() => office.world.close());

// 1991-04-14 and 2018-11-04 began with summer time, in Shanghai and São Paulo; the last is the fault's own.
const DAYS = ["1991-04-14", "2018-11-04", "2021-12-20"];

describe("B35 date cells of a workbook", () => {
  for (const zone of ZONES)
    it(`are the same days in the ledger and in both downloads where TZ is ${zone}`, async () => {
      process.env["TZ"] = zone;
      const code = (at: number) => `${zone.split("/")[1]}-${at}`;
      const columns = [
        { key: "code", header: "编号", kind: "text" },
        { key: "title", header: "任务", kind: "text" },
        { key: "lead", header: "牵头单位", kind: "text" },
        { key: "start", header: "开始日期", kind: "day" },
        { key: "due", header: "完成时限", kind: "day" },
      ] as const;
      const rows = DAYS.map((start, at) => ({
        code: code(at),
        title: `${zone} 的第 ${at} 件事`,
        lead: "SF",
        start,
        due: "2026-12-31",
      }));
      const file = new File([writeXlsx([{ name: "t", columns, rows }])], "days.xlsx");
      await applied(office.steward, await uploaded(office.steward, file));
      for (const [at, start] of DAYS.entries()) {
        const kept = await getCommitment(
          office.world.store.db,
          { programme: "2026", code: code(at) },
          { desk: true },
        );
        assert.deepEqual([kept?.start, kept?.due], [start, "2026-12-31"]);
        await office.steward.post(`/desk/commitments/2026/${code(at)}/publish`, {});
      }
      for (const format of ["csv", "xlsx"]) {
        const response = await office.nobody.get(`/commitments/download/${format}`);
        const file = new File([new Uint8Array(await response.arrayBuffer())], `c.${format}`);
        const opened = openSpreadsheet(new Uint8Array(await file.arrayBuffer()), file.name);
        assert.ok(opened.ok);
        const at = opened.value.columns.findIndex(({ header }) => header === "开始日期");
        const starts = opened.value.rows.map(({ cells }) => cells[at]);
        const written = starts.map((cell) => (cell?.value.kind === "day" ? cell.value.day : cell?.text));
        for (const day of DAYS) assert.ok(written.includes(day), `${format} ${day}`);
        const [created, updated, , refused] = counts(
          await previewOf(office.steward, await uploaded(office.steward, file)),
        );
        assert.deepEqual([created, updated, refused], [0, 0, 0], format);
      }
    });
});

describe("B27 days picked in a form", () => {
  for (const zone of ZONES)
    it(`are kept and shown as picked where TZ is ${zone}`, async () => {
      process.env["TZ"] = zone;
      const code = `P-${zone.split("/")[1]}`;
      const form = fieldsOn(await office.steward.text("/desk/commitments/new"));
      const typed = { code, title: "四月到六月", lead: "SF", start: "2026-04-01", due: "2026-06-30" };
      await office.steward.post("/desk/commitments/new", { ...form, ...typed });
      const kept = await getCommitment(
        office.world.store.db,
        { programme: "2026", code },
        {
          desk: true,
        },
      );
      assert.deepEqual([kept?.start, kept?.due], ["2026-04-01", "2026-06-30"]);
      const again = fieldsOn(await office.steward.text(`/desk/commitments/2026/${code}/edit`));
      assert.deepEqual([again["start"], again["due"]], ["2026-04-01", "2026-06-30"]);
    });
});

describe("B29 half past midnight on 1 October in the ledger's zone, with the server still in September", () => {
  let staff: Staff;
  before(async () => {
    process.env["TZ"] = "UTC";
    staff = await openStaff();
  });
  after(() => staff.close());

  it("the period a figure is asked for is the one that has just ended", async () => {
    const water = await staff.browser("water");
    staff.later(Date.parse("2026-10-01T00:30:00+08:00") - staff.deps.now().getTime());
    assert.equal(fieldsOn(await water.text("/desk/indicators/PIPE/record"))["period"], "2026-09");
    staff.later(-3_600_000);
    assert.equal(fieldsOn(await water.text("/desk/indicators/PIPE/record"))["period"], "2026-08");
  });
});
