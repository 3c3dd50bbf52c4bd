// Takes every measurement in turn and prints one table; only a measurement that breaks ends with an error.

import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { tableText, type Row } from "./budget.ts";
import { cachedPage } from "./cached-page.ts";
import { importRows } from "./import.ts";
import { BIG, makeLedger, SMALL, type Size } from "./ledger.ts";
import { listPage } from "./list-page.ts";
import { transparencyLog } from "./log.ts";
import { pageWeights } from "./page-weights.ts";
import { reportChecks } from "./report-check.ts";
import { startServer, type Server } from "./server.ts";
import { starts } from "./starts.ts";
import { writes } from "./writes.ts";

/** Every public page, on the big ledger. */
const PATHS = [
  "/",
  "/commitments",
  "/commitments/2026/C-10",
  "/commitments/2026/C-10/history",
  "/bodies",
  "/bodies/b10",
  "/indicators",
  "/indicators/i10",
  "/method",
  "/data",
  "/history",
  "/accessibility",
].flatMap((path) => [path, path === "/" ? "/en" : `/en${path}`]);

/** Filled once, however many measurements look at it; each has a server of its own. */
const ledgers = new Map<Size, string>();

const ledgerOf = async (size: Size): Promise<string> => {
  const made = ledgers.get(size);
  if (made !== undefined) return made;
  const folder = await mkdtemp(join(tmpdir(), "yinuo-bench-ledger-"));
  ledgers.set(size, folder);
  await makeLedger(folder, size);
  return folder;
};

const withServer = async (
  size: Size,
  measure: (server: Server) => Promise<readonly Row[]>,
): Promise<readonly Row[]> => {
  const server = await startServer(await ledgerOf(size));
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
};

type Measurement = { readonly name: string; readonly take: (entries: number) => Promise<readonly Row[]> };

const MEASUREMENTS: readonly Measurement[] = [
  { name: "start", take: starts },
  { name: "writes", take: writes },
  { name: "import", take: () => withServer(SMALL, importRows) },
  { name: "pages", take: () => withServer(BIG, ({ origin }) => pageWeights(origin, PATHS)) },
  { name: "cached", take: () => withServer(BIG, ({ origin }) => cachedPage(origin)) },
  { name: "list", take: () => withServer(BIG, ({ origin }) => listPage(origin)) },
  { name: "report-check", take: () => reportChecks() },
  { name: "log", take: (entries) => transparencyLog(entries) },
];

/** Of the log that is audited, unless another number is asked for. */
const LOG_ENTRIES = 1_000_000;

type Wanted = { readonly chosen: readonly Measurement[]; readonly entries: number };

const wanted = (): Wanted => {
  const names = MEASUREMENTS.map(({ name }) => name).join("|");
  try {
    const { values } = parseArgs({ options: { only: { type: "string" }, entries: { type: "string" } } });
    const chosen = MEASUREMENTS.filter(({ name }) => values.only === undefined || values.only === name);
    const entries = Number(values.entries ?? LOG_ENTRIES);
    if (chosen.length > 0 && Number.isSafeInteger(entries) && entries >= 1000) return { chosen, entries };
  } catch {
    // Said below.
  }
  const says = `npm run bench -- [--only ${names}] [--entries N]`;
  process.stderr.write(`用法：${says}\nUsage: ${says}\n`);
  return process.exit(2);
};

const broken = (name: string, problem: unknown): Row => {
  const said = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  process.stderr.write(`${said}\n`);
  process.exitCode = 1;
  return {
    what: name,
    measured: "—",
    bar: "—",
    met: "not measured",
    note: "它出错了，见上 it broke, see above",
  };
};

const main = async (): Promise<void> => {
  const rows: Row[] = [];
  const { chosen, entries } = wanted();
  // Before our own work counts: what else the machine is doing.
  const busy = loadavg()[0] ?? 0;
  for (const { name, take } of chosen) {
    const began = performance.now();
    process.stdout.write(`\n══ ${name} …\n`);
    rows.push(...(await take(entries).catch((problem: unknown) => [broken(name, problem)])));
    process.stdout.write(`   ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
  }
  for (const folder of ledgers.values()) await rm(folder, { recursive: true, force: true });
  const cells = rows.map(({ what, measured, bar, met, note = "" }) => [what, measured, bar, met, note]);
  process.stdout.write(
    `\nNode ${process.version}, ${availableParallelism()} 核 cores, 负载 load ${busy.toFixed(1)}\n\n`,
  );
  process.stdout.write(
    `${tableText(["项目 What", "实测 Measured", "预算 Bar", "达到 Met", "说明 Note"], cells)}\n`,
  );
};

await main();
