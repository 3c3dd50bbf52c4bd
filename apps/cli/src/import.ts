// `yinuo import`: a file into the ledger by the desk's own plan; what was written can be undone at the desk.

import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { ok, refuse, type Context } from "@yinuo/core";
import { applyBatch, mappingOf, openBytes, planBatch, sourceOf } from "@yinuo/import";
import type { Opened, Refusal as FileRefusal } from "@yinuo/spreadsheet";
import { createBatch, getBatch, listBodies, setBatchProgress, type Db, type ImportBatch } from "@yinuo/store";
import {
  doubledColumns,
  guessNoun,
  IMPORT_NOUNS,
  missingColumns,
  type Plan,
  type Settings,
} from "@yinuo/tables";
import { cellRefusalText, columnName, fileRefusalText } from "@yinuo/words/import";
import { inLang, type Words } from "./language.ts";
import type { Ledger } from "./ledger.ts";
import { acting, report, type Done, type Run } from "./run.ts";

export const importVerb = (run: Run): Done =>
  acting(run, async (ledger, context) => {
    const path = run.typed.subjects[0] ?? "";
    const bytes = await readFile(path);
    const opened = await openBytes(bytes, basename(path), false, {});
    if (!opened.ok) return refuse({ code: "fileUnreadable", why: fileWords(opened.error) });
    const headers = opened.value.columns.map(({ header }) => header);
    const typedNoun = run.typed.text("noun");
    const noun = IMPORT_NOUNS.find((one) => one === (typedNoun ?? guessNoun(headers)));
    if (noun === undefined) return refuse({ code: "nounUnknown", typed: typedNoun ?? "" });
    const batch = batchOf(run, context, { noun, headers, rows: opened.value.rows.length });
    return plan({ run, ledger, context, bytes, opened: opened.value }, batch);
  });

type Work = {
  readonly run: Run;
  readonly ledger: Ledger;
  readonly context: Context;
  readonly bytes: Uint8Array;
  readonly opened: Opened;
};

const plan = async (work: Work, batch: ImportBatch): Done => {
  const { run, ledger, context, opened } = work;
  const planner = { db: ledger.db, ...context };
  const { settings } = batch.choices as { readonly settings: Settings };
  const { mapping } = await mappingOf(planner, batch, opened);
  const named = (keys: readonly string[]) => keys.map((key) => columnName(run.lang, settings.noun, key));
  const [missing, twice] = [named(missingColumns(mapping, settings)), named(doubledColumns(mapping))];
  if (missing.length + twice.length > 0) return refuse({ code: "columnsUnclear", missing, twice });
  const { plan, digest } = await planBatch(planner, batch, opened, mapping);
  tell(run, plan, await bodyNames(ledger.db));
  const written = !run.typed.has("dry-run") && plan.writes.length > 0;
  if (written) {
    const problem = await apply(work, { ...batch, choices: { ...batch.choices, mapping, digest } });
    if (problem !== undefined) return refuse({ code: "importNotWritten", problem });
  }
  const { refused } = plan.counts;
  return refused === 0 ? ok(true) : refuse({ code: "rowsRefused", rows: refused, written });
};

/** Why it was not written, if it was not. */
const apply = async ({ run, ledger, bytes }: Work, batch: ImportBatch): Promise<string | undefined> => {
  const { db, files } = ledger;
  await createBatch(db, { ...batch, sha256: await files.put(bytes) });
  await setBatchProgress(db, batch.id, { state: "waiting" });
  let told: string | undefined;
  const log = ({ problem }: Record<string, unknown>) => void (told = String(problem));
  await applyBatch({ store: { db }, files, now: () => run.now, log }, batch.id);
  const after = await getBatch(db, batch.id);
  return after?.state === "applied" ? undefined : (told ?? after?.problem ?? "failed");
};

const fileWords = (refusal: FileRefusal): Words => ({
  zh: fileRefusalText("zh-CN", refusal),
  en: fileRefusalText("en", refusal),
});

const bodyNames = async (db: Db): Promise<ReadonlyMap<string, string>> =>
  new Map((await listBodies(db)).map(({ code, name }) => [code, name]));

const tell = (
  run: Run,
  { noun, rows, counts, newBodies }: Plan,
  names: ReadonlyMap<string, string>,
): void => {
  const { print, lang, typed } = run;
  const refused = rows.flatMap((row) => {
    if (row.outcome !== "refused") return [];
    const says = cellRefusalText(lang, row.error, { noun, bodyName: (code) => names.get(code) });
    return [{ row: row.row, column: row.header ?? "", value: row.value ?? "", code: row.error.code, says }];
  });
  if (!typed.has("json")) {
    for (const { row, column, value, says } of refused) print([row, column, value, says].join("\t"));
    for (const { code, name } of newBodies)
      print(inLang(lang, { zh: `新单位：${code} ${name}`, en: `New body: ${code} ${name}` }));
  }
  const { created, updated, unchanged, refused: not } = counts;
  const said = {
    zh: `新增 ${created}，更新 ${updated}，未变 ${unchanged}，未接受 ${not}`,
    en: `${created} created, ${updated} updated, ${unchanged} unchanged, ${not} refused`,
  };
  report(run, said, { noun, counts, newBodies, refused });
};

type Found = {
  readonly noun: Settings["noun"];
  readonly headers: readonly string[];
  readonly rows: number;
};

const batchOf = ({ typed, now }: Run, { by }: Context, { noun, headers, rows }: Found): ImportBatch => {
  const settings: Settings = {
    noun,
    programme: typed.text("programme"),
    indicator: typed.text("indicator"),
    body: by.body,
    createBodies: typed.has("create-bodies"),
    reason: typed.text("reason"),
    confirmed: typed.text("confirmed"),
    keepPersonalData: typed.text("keep-personal-data"),
  };
  return {
    id: randomUUID(),
    state: "reading",
    kind: noun,
    source: sourceOf(headers),
    fileName: basename(typed.subjects[0] ?? "")
      .normalize("NFC")
      .slice(0, 200),
    programme: settings.programme,
    account: by.account,
    actorBody: by.body,
    choices: { pasted: false, reading: {}, settings, by },
    counts: {},
    done: 0,
    total: rows,
    createdAt: now.toISOString(),
  };
};
