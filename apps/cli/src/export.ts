// `yinuo export`: what is public of one noun, with the columns the import reads.

import { writeFile } from "node:fs/promises";
import type { Commitment } from "@yinuo/core";
import { ok, problemStandingOf, refuse } from "@yinuo/core";
import { todayIn, type Day } from "@yinuo/period";
import {
  commitmentsByKeys,
  getJurisdiction,
  indicatorsByCode,
  listBodies,
  listCommitments,
  listObservations,
  listProblems,
  listProgrammes,
  type CommitmentRow,
  type Db,
} from "@yinuo/store";
import {
  bodyRow,
  commitmentRow,
  indicatorRow,
  ledgerRecords,
  milestoneRows,
  observationRow,
  problemRow,
  problemStandingWord,
  programmeRow,
  standingWord,
  targetRows,
  writeLedgerTable,
  type FileRow,
  type Noun,
} from "@yinuo/tables";
import type { Lang } from "./language.ts";
import { withLedger, type Done, type Run } from "./run.ts";

const FORMATS = ["csv", "xlsx", "json"] as const;

const EXPORTED = [
  "commitments",
  "milestones",
  "targets",
  "bodies",
  "indicators",
  "observations",
  "programmes",
  "problems",
] as const satisfies readonly Noun[];

export const exportVerb = (run: Run): Done =>
  withLedger(run, async ({ db }) => {
    const { typed, lang, now } = run;
    const noun = EXPORTED.find((one) => one === typed.subjects[0]);
    if (noun === undefined) return refuse({ code: "nounUnknown", typed: typed.subjects[0] ?? "" });
    const wanted = typed.text("format") ?? "csv";
    const format = FORMATS.find((one) => one === wanted);
    if (format === undefined) return refuse({ code: "formatUnknown", typed: wanted });
    const jurisdiction = await getJurisdiction(db);
    if (jurisdiction === undefined) return refuse({ code: "notSetUp" });
    const today = todayIn(now, jurisdiction.timeZone);
    const rows = await ROWS[noun](db, { today, lang });
    const bytes =
      format === "json"
        ? `${JSON.stringify({ asOf: today, [noun]: ledgerRecords({ noun, rows }) })}\n`
        : writeLedgerTable({ noun, name: noun, rows }, format, lang);
    const out = typed.text("out");
    if (out === undefined) run.write(bytes);
    else await writeFile(out, bytes);
    return ok(true);
  });

type Reading = { readonly today: Day; readonly lang: Lang };

/** No list of commitments is longer. */
const ALL = 1_000_000;

const publicCommitments = async (
  db: Db,
  today: Day,
): Promise<readonly { readonly row: CommitmentRow; readonly commitment: Commitment }[]> => {
  const { rows } = await listCommitments(db, { sort: "code", limit: ALL, offset: 0, today });
  const whole = await commitmentsByKeys(db, rows);
  return rows.flatMap((row) => {
    const commitment = whole.get(`${row.programme}/${row.code}`);
    return commitment === undefined ? [] : [{ row, commitment }];
  });
};

const bodyNames = async (db: Db, lang: Lang): Promise<(code: string) => string> => {
  const names = new Map<string, string>(
    (await listBodies(db)).map(({ code, name, nameEn }) => [code, lang === "en" ? (nameEn ?? name) : name]),
  );
  return (code) => names.get(code) ?? code;
};

const commitments = async (db: Db, { today, lang }: Reading): Promise<readonly FileRow[]> => {
  const nameOf = await bodyNames(db, lang);
  return (await publicCommitments(db, today)).map(({ row, commitment }) =>
    commitmentRow({
      commitment,
      leadName: nameOf(commitment.lead),
      standing: standingWord(row.standing, lang),
      completion: row.completion,
    }),
  );
};

const observations = async (db: Db): Promise<readonly FileRow[]> => {
  const indicators = await indicatorsByCode(db);
  return (await listObservations(db, {})).map((one) =>
    observationRow(one, indicators.get(one.indicator)?.scale ?? 1),
  );
};

const problems = async (db: Db, { today, lang }: Reading): Promise<readonly FileRow[]> => {
  const found = await listProblems(db, { sort: "code", limit: ALL, offset: 0, today });
  const nameOf = await bodyNames(db, lang);
  return found.problems.map((problem) =>
    problemRow({
      problem,
      ownerName: nameOf(problem.owner),
      standing: problemStandingWord(problemStandingOf(problem, today), lang),
    }),
  );
};

const ROWS: Readonly<
  Record<(typeof EXPORTED)[number], (db: Db, reading: Reading) => Promise<readonly FileRow[]>>
> = {
  commitments,
  milestones: async (db, { today }) =>
    (await publicCommitments(db, today)).flatMap(({ commitment }) => milestoneRows(commitment)),
  targets: async (db, { today }) =>
    (await publicCommitments(db, today)).flatMap(({ commitment }) => targetRows(commitment)),
  bodies: async (db) => (await listBodies(db)).map(bodyRow),
  indicators: async (db) => [...(await indicatorsByCode(db)).values()].map(indicatorRow),
  observations,
  problems,
  programmes: async (db) => (await listProgrammes(db, { published: true })).map(programmeRow),
};
