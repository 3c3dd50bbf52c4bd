// Findings as text, JSON, SARIF and a page: each tells place, words, reading, arithmetic and what to do.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { asHtml, asJson, asSarif, asText, checkReport, plainReport } from "@yinuo/report-check";

const TEXT =
  "工作总结\n全年公开信息120条，其中政策60条，动态30条，其他20条。\n培训<b>XX人</b>。一是培训；三是考核。\n";
const report = plainReport(TEXT);
const checked = checkReport(report);

type Sarif = {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly region: { readonly charOffset: number; readonly charLength: number };
        };
      }[];
    }[];
  }[];
};

describe("findings as", () => {
  it("text name place, words, what was read as what, the arithmetic and what to do", () => {
    const text = asText("zh-CN", "总结.txt", checked);
    assert.match(text, /总结\.txt: 第 2 行，第 2 段，第 7 字: 错误: 分项之和与合计不符/);
    assert.match(text, /读作: 120条 → 120 条; 60条 → 60 条/);
    assert.match(text, /计算: 60 \+ 30 \+ 20 = 110 条；文中 120 条/);
    assert.match(text, /→ 请核对合计和各分项/);
    assert.match(
      asText("en", "a.txt", checked),
      /a\.txt: line 2, paragraph 2, character 7: fault: The parts/,
    );
  });

  it("JSON hold both intervals and the sentences", () => {
    const { findings } = asJson("en", "a.txt", checked) as {
      findings: { code: string; arithmetic?: unknown; words: { todo: string } }[];
    };
    assert.deepEqual(
      findings.map(({ code }) => code),
      ["partsDoNotAdd", "placeholder", "enumerationGap"],
    );
    assert.deepEqual(findings[0]?.arithmetic, {
      formula: "60 + 30 + 20",
      computed: { low: 110, high: 110 },
      stated: { low: 120, high: 120 },
      unit: "条",
    });
    assert.ok(findings.every(({ words }) => words.todo.length > 0));
  });

  it("SARIF point at the very characters of the file, and every result at its rule", () => {
    const sarif = asSarif("en", [{ uri: "a.txt", checked, isPlainText: true }]) as Sarif;
    const [run] = sarif.runs;
    assert.equal(sarif.version, "2.1.0");
    assert.deepEqual(
      run?.results.map(({ level }) => level),
      ["error", "error", "warning"],
    );
    for (const { ruleId, ruleIndex, message, locations } of run?.results ?? []) {
      assert.equal(run?.tool.driver.rules[ruleIndex]?.id, ruleId);
      assert.ok(message.text.length > 0);
      const region = locations[0]?.physicalLocation.region;
      const finding = checked.findings.find(({ code }) => code === ruleId);
      const from = region?.charOffset ?? 0;
      assert.equal(TEXT.slice(from, from + (region?.charLength ?? 0)), finding?.quote);
    }
  });

  it("a page mark each at its place, escape the report's own marks, and run no script", () => {
    const page = asHtml({ lang: "zh-CN", name: "总结<1>.txt", report, checked });
    assert.match(page, /<mark class="fault" id="place-1">120条/);
    assert.match(page, /培训&lt;b&gt;<mark class="fault" id="place-2">XX人/);
    assert.match(page, /<mark class="review" id="place-3">三是/);
    assert.match(page, /总结&lt;1&gt;\.txt/);
    assert.doesNotMatch(page, /<b>|<script|https?:/);
    assert.equal(page.match(/<li id="finding-\d"/g)?.length, 3);
  });
});
