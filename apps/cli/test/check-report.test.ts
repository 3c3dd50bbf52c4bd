// `yinuo check-report` in a terminal: no ledger, every format, the edition before, exit codes.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { freshFolder, terminal } from "./terminal.ts";

const folder = freshFolder();
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const zh = terminal({ LANG: "zh_CN.UTF-8" });
const en = terminal({});

const WRONG = write(
  "wrong.md",
  "# 2025年度工作总结\n\n全年公开信息120条，其中政策60条，动态30条，其他20条。\n",
);
const RIGHT = write("right.txt", "全年公开信息110条，其中政策60条，动态30条，其他20条。\n");
const LOOK = write("look.txt", "一是开展宣传。二是组织培训。四是总结经验。\n");

describe("check-report", () => {
  it("names place, words, arithmetic and what to do, and ends with 1 when there is a fault", async () => {
    const { code, out, err } = await zh("check-report", WRONG);
    assert.equal(code, 1);
    assert.match(out, /wrong\.md: 第 3 行，第 2 段，第 7 字: 错误: 分项之和与合计不符/);
    assert.match(out, /60 \+ 30 \+ 20 = 110 条；文中 120 条/);
    assert.match(out, /→ 请核对合计和各分项/);
    assert.match(err, /发现错误 1 处/);
  });

  it("ends with 0 when nothing is wrong, and what is only to be looked at counts with --strict", async () => {
    assert.equal((await en("check-report", RIGHT)).code, 0);
    const looked = await en("check-report", RIGHT, LOOK);
    assert.deepEqual([looked.code, /After 2 comes 4/.test(looked.out)], [0, true]);
    assert.equal((await en("check-report", LOOK, "--strict")).code, 1);
  });

  it("writes JSON, SARIF and a page", async () => {
    const json = JSON.parse((await en("check-report", WRONG, "--format", "json")).out) as {
      findings: unknown[];
    }[];
    assert.equal(json[0]?.findings.length, 1);
    const sarif = JSON.parse((await en("check-report", WRONG, "--format", "sarif")).out) as {
      version: string;
    };
    assert.equal(sarif.version, "2.1.0");
    const page = join(folder, "page.html");
    await en("check-report", WRONG, "--format", "html", "--out", page);
    assert.match(readFileSync(page, "utf8"), /<mark class="fault" id="place-1">120条/);
  });

  it("holds a report against the edition before", async () => {
    const before = write("2024.txt", "全年受理投诉举报400件。\n下一步工作安排\n建设无障碍服务窗口。\n");
    const now = write("2025.txt", "全年受理投诉举报500件，同比增长30%。\n");
    const { out } = await zh("check-report", now, "--previous", before);
    assert.match(out, /增速与上一期报告的数不符/);
    assert.match(out, /上一期的计划“建设无障碍服务窗口。”，本期没有提到/);
  });

  it("refuses with a sentence what it cannot read or write", async () => {
    const damaged = join(folder, "damaged.docx");
    writeFileSync(damaged, Buffer.from("PK\u0003\u0004 cut"));
    const { code, err } = await zh("check-report", damaged);
    assert.deepEqual([code, /文件已损坏，请重新保存/.test(err)], [1, true]);
    assert.match(
      (await en("check-report", RIGHT, "--format", "xml")).err,
      /choose text, json, sarif or html/,
    );
    assert.match((await en("check-report", RIGHT, "--comments", "copy.docx")).err, /is no \.docx/);
    assert.equal((await en("check-report")).code, 2);
  });
});
