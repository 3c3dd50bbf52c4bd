// Tables with totals across and down.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkReport, reportOf, type Part, type Report } from "@yinuo/report-check";
import { loud } from "./claim-cases.ts";

const tableOf = (rows: readonly (readonly string[])[]): Report =>
  reportOf(
    rows.flatMap((cells, row) =>
      cells.map((text, column): Part => ({
        kind: "cell",
        text,
        cell: { table: 0, row, column, rows: 1, columns: 1 },
      })),
    ),
  );

describe("tables with totals", () => {
  const table = (last: string, total: string): Report =>
    tableOf([
      ["区域", "受理", "转办", "合计"],
      ["东片", "120", "30", "150"],
      ["西片", "80", "20", total],
      ["合计", "200", last, "250"],
    ]);

  it("add up across and down", () => {
    const { findings, agreeing } = checkReport(table("50", "100"));
    assert.deepEqual([findings, agreeing.length], [[], 6]);
  });
  it("name the column that does not", () =>
    assert.deepEqual(loud(table("60", "100")), ["columnDoesNotAdd", "rowDoesNotAdd"]));
  it("name the row that does not", () =>
    assert.deepEqual(loud(table("50", "110")), ["rowDoesNotAdd", "columnDoesNotAdd"]));
  it("in English too", () => {
    const english = (total: string): Report =>
      tableOf([
        ["Ward", "Received"],
        ["North", "1,204"],
        ["South", "796"],
        ["Total", total],
      ]);
    assert.deepEqual(loud(english("2,000")), []);
    assert.deepEqual(loud(english("2,010")), ["columnDoesNotAdd"]);
  });
});
