// What a chart may never do: draw the unknown as 0, join across a gap, or write labels over each other.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  Bar,
  Change,
  changedMiddle,
  LineChart,
  Pager,
  Sparkline,
  Status,
  statusWord,
  Sums,
} from "../../src/parts/index.ts";
import { beside, CHART, extent, lastKnown, periodTicks, plot } from "../../src/parts/plot.ts";

const quarters = (...values: (number | null)[]) =>
  values.map((value, i) => ({ label: `2026-Q${i + 1}`, value }));
const chart = (points: { label: string; value: number | null }[], target?: number) =>
  String(
    LineChart({
      id: "c",
      lang: "zh-CN",
      title: "结案数",
      unit: "件",
      decimals: 0,
      points: points,
      target: target,
    }),
  );

describe("a series with missing periods (B30)", () => {
  const html = chart(quarters(10, null, 12, null));

  it("10, nothing, 12, nothing: two separate points and no line between them", () => {
    const drawn = plot(quarters(10, null, 12, null), undefined, CHART);
    assert.deepEqual(drawn.lone, [0, 2]);
    assert.deepEqual(drawn.missing, [1, 3]);
    assert.doesNotMatch(drawn.path, /L/);
  });

  it("a line is broken where a value is missing and keeps its place on the axis", () => {
    const drawn = plot(quarters(1, 2, null, 4, 5), undefined, CHART);
    assert.equal(drawn.path.split("M").length - 1, 2);
    assert.match(drawn.path, new RegExp(`M${drawn.x(3)},`));
  });

  it("every missing period has a hollow point, the table says 无数据, and nothing is 0", () => {
    assert.equal(html.split('class="hole"').length - 1, 2);
    assert.equal(html.split('<span class="faint">无数据</span>').length - 1, 2);
    assert.doesNotMatch(html.slice(html.indexOf("<tbody")), /<td class="n">0<\/td>/);
    assert.match(html, /其中 2 期无数据/);
  });

  it("the last value is said although the last period has none", () => {
    assert.match(html, /最近一期 2026-Q3 为 12\u00a0件/);
    assert.equal(lastKnown(quarters(10, null, 12, null)), 2);
  });

  it("a series without any value says so and draws nothing (B30)", () => {
    const empty = chart(quarters(null, null));
    assert.match(empty, /各期均无数据/);
    assert.doesNotMatch(empty, /<svg/);
    assert.match(
      String(Sparkline({ lang: "en", title: "x", unit: "", decimals: 0, points: quarters(null) })),
      /No data/,
    );
    assert.match(chart([]), /无数据/);
  });
});

describe("a chart", () => {
  it("stands before its table, with every figure in the decimals of its indicator", () => {
    const html = String(
      LineChart({
        id: "c",
        lang: "en",
        title: "Days",
        unit: "days",
        decimals: 1,
        points: quarters(34, 33.25),
        target: 30,
      }),
    );
    assert.ok(html.indexOf("</svg>") < html.indexOf("<table>"));
    assert.match(html, />34\.0<\/td>/);
    assert.match(html, /Target 30\u00a0days/);
    assert.match(html, /role="img" aria-labelledby="c-t c-d"/);
  });

  it("names of periods never overlap at 360 px, and the last period is always named", () => {
    const label = fc.constantFrom("2025年第一季度", "2026-Q3", "1—9月累计", "September 2026", "9月");
    fc.assert(
      fc.property(
        fc.array(label, { minLength: 1, maxLength: 60 }),
        fc.constantFrom("0", "100%", "12,000,000"),
        (labels, widest) => {
          const points = labels.map((text, i) => ({ label: text, value: i }));
          const ticks = periodTicks(labels, plot(points, undefined, beside([widest], CHART)).x);
          assert.equal(ticks.at(-1)?.label, labels.at(-1));
          ticks.slice(1).forEach((tick, i) => assert.ok(extent(tick)[0] >= extent(ticks[i] ?? tick)[1] + 12));
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });

  it("keeps every value inside the drawing, whatever the series", () => {
    const hundredths = fc.integer({ min: -1e11, max: 1e11 }).map((n) => n / 100);
    const value = fc.option(hundredths);
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 40 }),
        fc.option(hundredths),
        (values, target) => {
          fc.pre(values.some((v) => v !== null));
          const drawn = plot(
            values.map((v) => ({ label: "p", value: v })),
            target ?? undefined,
            CHART,
          );
          for (const v of [...values, target]) {
            if (v !== null) assert.ok(drawn.y(v) >= CHART.top - 0.1 && drawn.y(v) <= CHART.bottom + 0.1);
          }
          assert.doesNotMatch(drawn.path, /NaN|Infinity/);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe("figures that are unknown", () => {
  it("a bar without a value is hatched and says so; one of 0 is an empty bar of 0", () => {
    const unknown = String(Bar({ lang: "zh-CN", label: "受理点", value: null, target: 12, unit: "个" }));
    assert.match(unknown, /class="hatch"/);
    assert.match(unknown, /受理点，无数据，目标 12/);
    assert.doesNotMatch(unknown, /<svg/);
    assert.match(
      String(Bar({ lang: "zh-CN", label: "受理点", value: 0, target: 12, unit: "个" })),
      /<b>0\u00a0个<\/b>/,
    );
  });

  it("a big figure that is unknown is a dash with its word", () => {
    const html = String(Sums({ lang: "en", label: "All", sums: [{ value: null, label: "Kept" }] }));
    assert.match(html, /<b>—<\/b>Kept<small>No data<\/small>/);
  });
});

describe("a status", () => {
  it("is a shape and a word, with its days where it has them", () => {
    const html = String(Status({ lang: "zh-CN", kind: "overdue", days: 55 }));
    assert.match(html, /<svg class="mk overdue"[^>]*aria-hidden="true"><path/);
    assert.match(html, /<\/svg>逾期 55 天/);
    assert.equal(statusWord("silent", "en", 1), "No figure for 1 day");
    assert.equal(statusWord("declared", "zh-CN"), "已申报，未核查");
  });
});

describe("what changed between two versions", () => {
  it("both texts can be read from the difference, whatever they are", () => {
    const text = fc.string({
      unit: fc.constantFrom("日", "内", "受", "1", "2", ".", " ", "a", "𠮷"),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, text, (from, to) => {
        const parts = changedMiddle(from, to);
        assert.equal(parts.head + parts.from + parts.tail, from);
        assert.equal(parts.head + parts.to + parts.tail, to);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it("a figure is struck whole: 95.1 becomes 95.7, not …1 becomes …7", () => {
    assert.deepEqual(changedMiddle("达到95.1%以上", "达到95.7%以上"), {
      head: "达到",
      from: "95.1%",
      to: "95.7%",
      tail: "以上",
    });
  });

  it("says in words what is struck and what is new", () => {
    const html = String(Change({ lang: "zh-CN", from: "两日", to: "当日" }));
    assert.match(
      html,
      /<del><span class="vh">删去：<\/span>两<\/del> <ins><span class="vh">改作：<\/span>当<\/ins>日/,
    );
    assert.match(
      String(Change({ lang: "en", from: null, to: "Court" })),
      /Was: .*\(empty\).*Now: <ins>Court<\/ins>/,
    );
  });
});

describe("the pager", () => {
  it("shows at most five numbers and marks the present one", () => {
    const html = String(
      Pager({ lang: "zh-CN", page: 13, pages: 26, total: 760, href: (page) => `?page=${page}` }),
    );
    assert.deepEqual(
      [...html.matchAll(/>(\d+)<\/(?:a|span)>/g)].map(([, n]) => n),
      ["1", "12", "13", "14", "26"],
    );
    assert.match(html, /<span aria-current="page">13<\/span>/);
    assert.match(html, /共 760 条，第 13 \/ 26 页/);
  });

  it("a single page has a count and no navigation", () => {
    assert.doesNotMatch(String(Pager({ lang: "en", page: 1, pages: 1, total: 3, href: () => "?" })), /<nav/);
  });
});
