// Lists of commitments as offices keep them, planned into a ledger.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { publishCommitment } from "@yinuo/core";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import { commitmentKey, missingColumns, type Settings } from "@yinuo/tables";
import { applied, known, officerOf, open, plan, programme, there } from "./known.ts";

const settings: Settings = { noun: "commitments", programme: "2026" };
const LIST =
  "序号,任务,牵头单位,配合单位,完成时限\n1,法律援助当日受理,司法局,人民法院；公安局,2026年9月底前\n2,小额诉讼提速,FY,,2026-12-31\n";

test("a Chinese list with names for bodies and words for days becomes drafts", () => {
  const done = plan(LIST, settings, known());
  assert.deepEqual(done.counts, { created: 2, updated: 0, unchanged: 0, skipped: 0, refused: 0 });
  const first = there(applied(known(), done).commitments.get("2026/1"));
  assert.deepEqual(
    [first.lead, first.support, first.due, first.stage],
    ["SF", ["FY", "GA"], "2026-09-30", "draft"],
  );
});

test("B03 the same file again changes nothing, with or without codes", () => {
  for (const list of [LIST, LIST.replaceAll(/^(?:序号|\d),/gm, "")]) {
    const after = applied(known(), plan(list, settings, known()));
    const again = plan(list, settings, after);
    assert.deepEqual(again.counts, { created: 0, updated: 0, unchanged: 2, skipped: 0, refused: 0 });
    assert.equal(again.writes.length, 0);
  }
});

test("an external id that is read once stays, and finds its record under any other code", () => {
  const list = "外部编号,任务,牵头单位\nX-7,开通十二个受理点,SF\n";
  const after = applied(known(), plan(list, settings, known()));
  const row = there(plan(list.replace("十二个", "十三个"), settings, after).rows[0]);
  assert.equal(row.outcome, "updated");
  assert.deepEqual("fields" in row ? row.fields : [], [
    { key: "title", old: "开通十二个受理点", new: "开通十三个受理点" },
  ]);
});

test("B01 one changed cell in an exported list is one update of one field", () => {
  const after = applied(known(), plan(LIST, settings, known()));
  const edited = plan(LIST.replace("2026-12-31", "2026-11-30"), settings, after);
  assert.deepEqual(edited.counts, { created: 0, updated: 1, unchanged: 1, skipped: 0, refused: 0 });
  const row = there(edited.rows.find(({ outcome }) => outcome === "updated"));
  assert.deepEqual("fields" in row ? row.fields : [], [{ key: "due", old: "2026-12-31", new: "2026-11-30" }]);
});

test("columns the sheet does not have stay as they were; mapped empty cells are emptied", () => {
  const after = applied(known(), plan(LIST, settings, known()));
  const titles = plan("序号,任务\n1,法律援助当日受理\n", settings, after);
  assert.equal(titles.counts.unchanged, 1);
  const emptied = there(plan("序号,任务,完成时限\n1,法律援助当日受理,\n", settings, after).rows[0]);
  assert.deepEqual("fields" in emptied ? emptied.fields : [], [
    { key: "due", old: "2026-09-30", new: undefined },
  ]);
});

test("a published commitment changes only with a reason, and keeps its first due date", () => {
  const ledger = applied(known(), plan(LIST, settings, known()));
  const context = {
    by: ledger.by,
    today: ledger.today,
    programme,
    bodies: ledger.bodies,
    indicators: ledger.indicators,
  };
  const published = new Map(
    [...ledger.commitments.values()].map((commitment) => {
      const decided = publishCommitment(commitment, context);
      assert.ok(decided.ok);
      return [commitmentKey(commitment), decided.value.state];
    }),
  );
  const now = { ...ledger, commitments: published };
  const later = LIST.replace("2026-12-31", "2027-03-31");
  const refused = there(plan(later, settings, now).rows[1]);
  assert.equal(refused.outcome === "refused" && refused.error.code, "reasonMissing");
  const amended = plan(later, { ...settings, reason: "审批延期" }, now);
  const state = there(applied(now, amended).commitments.get("2026/2"));
  assert.deepEqual([state.due, state.firstDue], ["2027-03-31", "2026-12-31"]);
});

test("B06 an officer's list reaches only the officer's own body; rows of others are refused by name", () => {
  const done = plan(LIST, settings, known({ by: officerOf("SF") }));
  assert.deepEqual(done.counts, { created: 1, updated: 0, unchanged: 0, skipped: 0, refused: 1 });
  const refused = there(done.rows[1]);
  assert.deepEqual(refused.outcome === "refused" && refused.error, { code: "notYourBody", body: "FY" });
});

test("B04 every refusal names row, header as in the file, and value", () => {
  const list =
    "序号,任务名称,责任单位,完成时间\n1,甲,财政局,2026-06-30\n2,,SF,2026-06-30\n3,丙,SF,很快\n4,丁,SF,03/04/2026\n1,戊,SF,\n";
  const refused = plan(list, settings, known()).rows.map((row) =>
    row.outcome === "refused" ? [row.row, row.header, row.value, row.error.code] : [],
  );
  assert.deepEqual(refused, [
    [2, "责任单位", "财政局", "bodyUnknown"],
    [3, "任务名称", "", "textMissing"],
    [4, "完成时间", "很快", "dayUnreadable"],
    [5, "完成时间", "03/04/2026", "dayAmbiguous"],
    [6, "序号", "1", "twiceInFile"],
  ]);
});

test("B02 a bare id column of another system never finds a record here; it is kept as the external id only when mapped so", () => {
  const after = applied(known(), plan(LIST, settings, known()));
  const foreign = plan(
    "id;title/zh;title/en;lead;progress\n1;全新的事项;Entirely new;SF;40\n",
    settings,
    after,
    { id: { to: "ignore" } },
  );
  assert.equal(foreign.counts.created, 1);
  const row = there(foreign.rows[0]);
  assert.equal("subject" in row && row.subject, "commitment/2026/001");
});

test("the same cell may name several bodies; a name with a comma in it stays one name", () => {
  const list = '编号,任务,牵头单位,配合单位\n9,联合接访,司法局,"人民法院，公安局"\n';
  const done = plan(list, settings, known());
  assert.deepEqual(there(applied(known(), done).commitments.get("2026/9")).support, ["FY", "GA"]);
  const made = plan(
    '编号,任务,牵头单位\n9,接访,"Minister of Health, Sport and Youth"\n',
    { ...settings, createBodies: true },
    known(),
  );
  assert.deepEqual(
    made.newBodies.map(({ name }) => name),
    ["Minister of Health, Sport and Youth"],
  );
});

test("nearly equal titles under another code are pointed out", () => {
  const after = applied(known(), plan(LIST, settings, known()));
  const near = plan("编号,任务,牵头单位\nN1,法律援助，当日受理。,SF\n", settings, after).nearTitles;
  assert.deepEqual(
    near.map(({ row, other }) => [row, other]),
    [[2, { code: "1" }]],
  );
});

test("a needed column that nothing gives is named before anything is planned", () => {
  const opened = open("任务\n甲\n");
  assert.deepEqual(missingColumns([{ to: "column", key: "title" }], settings), ["lead"]);
  assert.equal(opened.columns.length, 1);
});

test("B37 a column of progress is recognised and never imported: progress is computed", () => {
  const list = "序号,任务,责任单位,进度\n1,甲,SF,35%\n2,乙,SF,0.35\n3,丙,SF,已完成\n";
  const done = plan(list, settings, known());
  assert.equal(done.counts.created, 3);
  for (const write of done.writes) assert.equal(JSON.stringify(write.change.state).includes("35"), false);
});

const shared = new URL("../../../../shared/data/", import.meta.url);
const real = (path: string) => {
  const opened = openSpreadsheet(readFileSync(new URL(path, shared)), path.split("/").at(-1) ?? "");
  assert.ok(opened.ok);
  return opened.value;
};

test(
  "the Canadian list of 2021: 760 rows, bodies made, co-operating bodies split, twice the same",
  { skip: !existsSync(shared) },
  () => {
    const file = real("commitments/canada-2021-mandate-commitments.csv");
    const creating = { ...settings, createBodies: true };
    const first = plan(file, creating, known());
    assert.deepEqual(first.counts, { created: 760, updated: 0, unchanged: 0, skipped: 0, refused: 0 });
    const after = applied(known(), first);
    const shared105 = there(after.commitments.get("2026/105"));
    assert.deepEqual(
      shared105.support.map((code) => after.bodies.get(code)?.name),
      ["Minister of National Revenue"],
    );
    assert.deepEqual(plan(file, creating, after).counts, {
      created: 0,
      updated: 0,
      unchanged: 760,
      skipped: 0,
      refused: 0,
    });
  },
);

test(
  "the merged-header workbook: days of every kind are read, 长期坚持 is refused by cell",
  { skip: !existsSync(shared) },
  () => {
    const done = plan(
      real("messy/derived/ledger-merged-header-mixed-dates.xlsx"),
      { ...settings, createBodies: true },
      known(),
    );
    assert.deepEqual(done.counts, { created: 36, updated: 0, unchanged: 0, skipped: 0, refused: 4 });
    assert.ok(
      done.rows.every(
        (row) =>
          row.outcome !== "refused" || (row.value === "长期坚持" && row.header === "时限与进度 / 完成时限"),
      ),
    );
  },
);
