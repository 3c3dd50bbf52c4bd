// The report check on published reports: findings per report, passages whose verdict was worked out by hand, and speed.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import {
  asText,
  checkReport,
  plainReport,
  type Checked,
  type Finding,
  type Report,
} from "../../packages/report-check/src/index.ts";
import { readReport } from "../../packages/report-files/src/index.ts";
import { atLeast, atMost, median, type Row } from "./budget.ts";

/** Beside the repository: other people's reports are not copied into it. */
const REPORTS = new URL("../../../shared/data/reports/", import.meta.url);

type Passage = {
  readonly doc: string;
  readonly passage: string;
  readonly kind: string;
  readonly verdict: "consistent" | "inconsistent" | "not_decidable";
};

type Read = { readonly name: string; readonly report: Report; readonly checked: Checked };

/** `folder`: of .txt, .md, .html files and a truth.json; the names of top-level reports begin with the language and a year. */
export const reportChecks = async (folder: URL = REPORTS): Promise<readonly Row[]> => {
  if (!existsSync(folder))
    return [absent(`no ${fileURLToPath(folder)}`), speedOf(plainReport(repeated(SAMPLE, LENGTH)))];
  const read = await readAll(folder);
  const top = read.filter(({ name }) => /^zh_\d{4}_/.test(name));
  const local = read.filter(({ name }) => /^zh_\D/.test(name));
  const passages = JSON.parse(readFileSync(new URL("truth.json", folder), "utf8")) as readonly Passage[];
  process.stdout.write(`${[...top, ...local].map(findingsText).join("\n")}\n`);
  return [
    perReport("省级报告每份 Per top-level report", top),
    perReport("区县报告每份 Per district report", local),
    ...verdicts(read, passages),
    coverage(read),
    speedOf(plainReport(repeated(top.map(({ report }) => report.text).join("\n"), LENGTH))),
  ];
};

const absent = (note: string): Row => ({
  what: "报告检查 Report check on published reports",
  measured: "—",
  bar: "—",
  met: "not measured",
  note,
});

const LENGTH = 100_000;
const SAMPLE = "全年受理各类案件1200件，其中民事案件700件，刑事案件300件，其他案件200件，同比增长3.5%。\n";
const repeated = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / Math.max(text.length, 1))).slice(0, length);

/** A report of the year after, of the same place, is held against the one before. */
const readAll = async (folder: URL): Promise<readonly Read[]> => {
  const names = readdirSync(folder)
    .filter((name) => name !== "truth.json" && !name.startsWith("."))
    .toSorted();
  const reports = new Map<string, Report>();
  for (const name of names) {
    const result = await readReport(readFileSync(new URL(encodeURIComponent(name), folder)), name);
    if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
    reports.set(name, result.value.report);
  }
  return [...reports].map(([name, report]) => ({ name, report, checked: checkReport(report) }));
};

const isLoud = ({ severity }: Finding): boolean => severity !== "silent";
const loudOf = (read: Read): number => read.checked.findings.filter(isLoud).length;

const findingsText = ({ name, checked }: Read): string => asText("zh-CN", basename(name), checked);

const perReport = (what: string, read: readonly Read[]): Row => {
  const found = read.reduce((all, each) => all + loudOf(each), 0);
  const claims = read.reduce(
    (all, { checked }) => all + checked.agreeing.length + checked.findings.length,
    0,
  );
  const numbers = read.reduce((all, { checked }) => all + checked.quantities, 0);
  const mean = found / Math.max(read.length, 1);
  return {
    what,
    measured: mean.toFixed(2),
    bar: "≤ 1",
    met: atMost(mean, 1),
    note: `${read.length} reports, ${found} findings, ${claims} claims, ${numbers} numbers`,
  };
};

/** How much of what stands in the reports is held against anything at all. */
const coverage = (read: readonly Read[]): Row => {
  const [inClaims, all] = read.reduce(
    ([some, every], { checked: { agreeing, findings, quantities } }) => [
      some + new Set([...agreeing, ...findings].flatMap(({ reads }) => reads.map(({ start }) => start))).size,
      every + quantities,
    ],
    [0, 0],
  );
  return {
    ...share("数字覆盖 Coverage: numbers that some claim holds", inClaims, all, 0),
    bar: "—",
    met: "for information",
  };
};

/** Without white space, as it was written down; with the place of each character kept. */
const bare = (text: string): { readonly text: string; readonly at: readonly number[] } => {
  const at = [...text.matchAll(/\S/g)].map(({ index }) => index);
  return { text: at.map((index) => text.charAt(index)).join(""), at };
};

type Judged = Passage & { readonly found: boolean };

const verdicts = (read: readonly Read[], passages: readonly Passage[]): readonly Row[] => {
  const judged = passages.map((passage) => ({ ...passage, found: isFound(read, passage) }));
  const of = (verdict: Passage["verdict"]): readonly Judged[] =>
    judged.filter((one) => one.verdict === verdict);
  const [wrong, right, open] = [of("inconsistent"), of("consistent"), of("not_decidable")];
  const hit = wrong.filter(({ found }) => found);
  const quiet = right.filter(({ found }) => !found);
  const raised = judged.filter(({ found }) => found);
  const missed = [...wrong.filter(({ found }) => !found), ...right.filter(({ found }) => found)];
  process.stdout.write(
    `${missed.map(({ verdict, doc, kind, passage }) => `${verdict}: ${doc}: ${kind}: ${passage}`).join("\n")}\n`,
  );
  return [
    share("判为不符的找到 Inconsistent passages found", hit.length, wrong.length, 0.9),
    share("判为相符的未报 Consistent passages left alone", quiet.length, right.length, 0.95),
    {
      ...share("精确率 Precision: raised passages that are inconsistent", hit.length, raised.length, 0),
      bar: "—",
      met: "for information",
      note: `${open.filter(({ found }) => found).length} of ${open.length} undecidable passages were raised too`,
    },
  ];
};

const share = (what: string, part: number, whole: number, bar: number): Row => ({
  what,
  measured: `${part}/${whole} = ${((100 * part) / Math.max(whole, 1)).toFixed(1)} %`,
  bar: `≥ ${bar * 100} %`,
  met: atLeast(part / Math.max(whole, 1), bar),
});

/** Whether a fault or review finding shares words with the passage. */
const isFound = (read: readonly Read[], { doc, passage, kind }: Passage): boolean => {
  const of = read.find(({ name }) => name === doc);
  if (of === undefined) throw new Error(`${doc} is not there`);
  const { text, at } = bare(of.report.text);
  const words = bare(passage).text;
  const from = text.indexOf(words);
  if (from === -1) throw new Error(`${doc}: ${passage} is not there`);
  const [start, end] = [at[from] ?? 0, (at[from + words.length - 1] ?? 0) + 1];
  const checked = kind === "cross_period" ? againstEarlier(read, of) : of.checked;
  return checked.findings.some((finding) => isLoud(finding) && finding.start < end && finding.end > start);
};

/** The last edition before it, by the year in its name. */
const againstEarlier = (read: readonly Read[], of: Read): Checked => {
  const parts = /^(.*_)(\d{4})(_.*)$/.exec(of.name);
  const before = read.find(({ name }) => name === `${parts?.[1]}${Number(parts?.[2]) - 1}${parts?.[3]}`);
  return checkReport(of.report, before?.report);
};

const RUNS = 7;

const speedOf = (report: Report): Row => {
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    checkReport(report);
    return performance.now() - began;
  });
  return {
    what: "十万字 100,000 characters",
    measured: `${median(times).toFixed(0)} ms`,
    bar: "≤ 300 ms",
    met: atMost(median(times), 300),
  };
};
