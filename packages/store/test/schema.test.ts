// The database says the same as core: its CHECK lists, its lengths, its types; and migrations are never rewritten.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { before, describe, it } from "node:test";
import {
  APPEAL_OUTCOMES,
  CHECK_KINDS,
  CHECK_STAGES,
  COMMITMENT_KINDS,
  COMPLETION_RULES,
  DRAW_STAGES,
  DRAW_SUBJECTS,
  CONCLUSIONS,
  FIGURE_SHAPES,
  FINDING_CONCLUSIONS,
  FRAME_NOUNS,
  FREQUENCIES,
  INDICATOR_KINDS,
  LIMITS,
  LISTING_LEVELS,
  POLARITIES,
  REDACTION_GROUNDS,
  PROBLEM_ORIGINS,
  PROBLEM_STAGES,
  ROLES,
  SCREENINGS,
  STAGES,
  STRATIFICATIONS,
  VERBS,
} from "@yinuo/core";
import pg from "pg";
import { BATCH_STATES, IMPORT_KINDS, migrate, MigrationRefused } from "../src/index.ts";
import { freshDatabaseUrl } from "../src/embedded/testing.ts";
import { shippedMigrations } from "../src/migrate.ts";
import { freshUrl } from "./ledger.ts";

let url: string;
let checks: readonly { readonly table: string; readonly text: string }[];

const ask = async <Row extends object>(at: string, sql: string): Promise<readonly Row[]> => {
  const client = new pg.Client({ connectionString: at });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};

before(async () => {
  url = await freshUrl();
  checks = await ask(
    url,
    `SELECT conrelid::regclass::text AS table, pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE contype = 'c'`,
  );
});

describe("CHECKs mirror the unions of core", () => {
  const lists: readonly (readonly [string, string, readonly string[]])[] = [
    ["programme", "completion_rule", COMPLETION_RULES],
    ["indicator", "kind", INDICATOR_KINDS],
    ["indicator", "polarity", POLARITIES],
    ["indicator", "frequency", FREQUENCIES],
    ["commitment", "kind", COMMITMENT_KINDS],
    ["commitment", "stage", STAGES],
    ["commitment", "verdict_conclusion", CONCLUSIONS],
    ["observation", "shape", FIGURE_SHAPES],
    ["evidence", "screening", SCREENINGS],
    ["redaction", "ground", REDACTION_GROUNDS],
    ["problem", "origin", PROBLEM_ORIGINS],
    ["problem", "stage", PROBLEM_STAGES],
    ["problem", "listing_level", LISTING_LEVELS],
    ["draw", "stage", DRAW_STAGES],
    ["draw", "subject", DRAW_SUBJECTS],
    ["draw", "stratify", STRATIFICATIONS],
    ["inspection", "kind", CHECK_KINDS],
    ["inspection", "stage", CHECK_STAGES],
    ["inspection", "frame_of", FRAME_NOUNS],
    ["finding", "conclusion", FINDING_CONCLUSIONS],
    ["finding", "answer_outcome", APPEAL_OUTCOMES],
    ["history", "verb", VERBS],
    ["history", "actor_role", ROLES],
    ["account", "role", ROLES],
    ["import_batch", "kind", IMPORT_KINDS],
    ["import_batch", "state", BATCH_STATES],
    ["import_mapping", "kind", IMPORT_KINDS],
  ];
  for (const [table, column, union] of lists)
    it(`${table}.${column}`, () => {
      const found = checks
        .filter((check) => check.table === table && check.text.includes(`((${column} = ANY (ARRAY[`))
        .map(({ text }) => [...text.matchAll(/'([^']+)'::text/g)].map(([, name]) => name ?? ""));
      assert.deepEqual(
        found.map((names) => names.toSorted()),
        [union.toSorted()],
      );
    });

  it("no text may be longer than core allows, and none shorter", () => {
    const lengths = new Map(
      checks.flatMap(({ table, text }) => {
        const read = /char_length\((\w+)\) >= 1\) AND \(char_length\(\w+\) <= (\d+)\)/.exec(text);
        return read === null ? [] : [[`${table}.${read[1] ?? ""}`, Number(read[2])] as const];
      }),
    );
    for (const [column, kind] of TEXTS) assert.equal(lengths.get(column), LIMITS[kind], column);
  });
});

const TEXTS = [
  ["body.name", "name"],
  ["body.about", "text"],
  ["programme.title", "title"],
  ["programme.source", "source"],
  ["indicator.name", "name"],
  ["indicator.definition", "text"],
  ["indicator.unit", "unit"],
  ["commitment.title", "title"],
  ["commitment.promise", "text"],
  ["commitment.criterion", "text"],
  ["commitment.verdict_finding", "text"],
  ["milestone.title", "title"],
  ["problem.title", "title"],
  ["problem.detail", "text"],
  ["problem.place", "name"],
  ["problem.declared_text", "text"],
  ["problem.checked_text", "text"],
  ["problem_step.title", "title"],
  ["draw.eligible", "text"],
  ["draw.venue", "name"],
  ["draw.ended_reason", "reason"],
  ["observation.source", "source"],
  ["observation.note", "text"],
  ["observation.confirmed", "reason"],
  ["progress.text", "text"],
  ["evidence.caption", "caption"],
  ["history.reason", "reason"],
] as const;

describe("migrations", () => {
  it("a second run finds nothing to do, and two at once do the work once", async () => {
    const fresh = await freshDatabaseUrl();
    const runs = await Promise.all([migrate(fresh), migrate(fresh), migrate(fresh)]);
    const applied = runs.flatMap((run) => run.applied);
    assert.deepEqual(
      applied.toSorted(),
      shippedMigrations().map(({ name }) => name),
    );
    assert.deepEqual(await migrate(fresh), { applied: [] });
  });

  it("refuses an old migration that was changed, with a sentence", async () => {
    const changed = shippedMigrations().map((one, at) =>
      at === 0 ? { ...one, sql: `${one.sql}\n-- once more` } : one,
    );
    await assert.rejects(
      migrate(url, changed),
      (problem) =>
        problem instanceof MigrationRefused &&
        problem.code === "migrationChanged" &&
        /0001-ledger/.test(problem.message),
    );
  });

  it("refuses a database that a newer version has upgraded", async () => {
    await assert.rejects(
      migrate(url, shippedMigrations().slice(0, -1)),
      (problem) => problem instanceof MigrationRefused && problem.code === "databaseNewer",
    );
  });

  it("keeps nothing of a migration that fails half way", async () => {
    const fresh = await freshDatabaseUrl();
    const broken = [
      ...shippedMigrations(),
      { name: "9999-broken", sql: "CREATE TABLE half (a int); SELECT 1/0;" },
    ];
    await assert.rejects(migrate(fresh, broken), /division by zero/);
    assert.deepEqual(await ask(fresh, "SELECT FROM pg_tables WHERE tablename = 'half'"), []);
    assert.deepEqual(await migrate(fresh), { applied: [] });
  });
});

describe("types", () => {
  it("tables.generated.ts is what kysely-codegen makes of the migrated database", () => {
    const folder = mkdtempSync(join(tmpdir(), "yinuo-types-"));
    const out = join(folder, "tables.ts");
    try {
      execFileSync(
        process.execPath,
        [codegen(), ...CODEGEN, '{"int8":"number"}', "--url", url, "--out-file", out],
        { stdio: "pipe" },
      );
      const kept = join(import.meta.dirname, "../src/tables.generated.ts");
      assert.equal(readFileSync(kept, "utf8"), readFileSync(out, "utf8"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

// To make it anew: npx kysely-codegen <these and the mapping> --url <a migrated database> --out-file packages/store/src/tables.generated.ts
const CODEGEN =
  "--dialect postgres --date-parser string --numeric-parser number --exclude-pattern schema_migration --type-mapping".split(
    " ",
  );

const codegen = (): string => {
  const manifest = createRequire(import.meta.url).resolve("kysely-codegen/package.json");
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: Record<string, string> | string };
  return join(dirname(manifest), typeof bin === "string" ? bin : (bin["kysely-codegen"] ?? ""));
};
