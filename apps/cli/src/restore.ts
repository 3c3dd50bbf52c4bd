// `yinuo restore`: a backup into an empty place, each table and file compared with what the backup says of it.

import { readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ok } from "@yinuo/core";
import { startEmbedded } from "@yinuo/store";
import { needEmptyFolder, openBackup, restore, type Compared } from "@yinuo/store/backup";
import { inLang, type Lang } from "./language.ts";
import type { Place } from "./ledger.ts";
import type { Done, Run } from "./run.ts";

export const restoreVerb = async (run: Run): Done => {
  const { typed, place, lang, print } = run;
  const opened = await openBackup(resolve(typed.subjects[0] ?? ""));
  if (!opened.ok) return opened;
  const { archive, manifest } = opened.value;
  try {
    const empty = await needEmptyFolder(place.dataFolder);
    if (!empty.ok) return empty;
    const done = await load(place, (url) =>
      restore(opened.value, {
        url,
        dataFolder: place.dataFolder,
        compared: (line) => print(lineOf(lang, line)),
      }),
    );
    if (!done.ok) return done;
    const [tables, files] = [manifest.tables.length, manifest.files.length];
    print(
      inLang(lang, {
        zh: `已恢复 ${manifest.madeAt} 的备份，${tables} 张表、${files} 个文件全部一致。`,
        en: `Restored the backup of ${manifest.madeAt}: all ${tables} tables and ${files} files are equal.`,
      }),
    );
    return ok(true);
  } finally {
    archive.close();
  }
};

/** The folder was empty: a restore that did not succeed leaves it so, unless another program took it in the meantime. */
const load = async ({ dataFolder, databaseUrl }: Place, work: (url: string) => Done): Done => {
  const server =
    databaseUrl === undefined
      ? await startEmbedded({ dataFolder: join(dataFolder, "postgres"), log: () => undefined })
      : undefined;
  let whole = false;
  try {
    const done = await work(databaseUrl ?? server?.url ?? "");
    whole = done.ok;
    return done;
  } finally {
    await server?.stop();
    if (!whole)
      for (const name of await readdir(dataFolder))
        await rm(join(dataFolder, name), { recursive: true, force: true });
  }
};

const KINDS = {
  table: { zh: "表", en: "table" },
  sequence: { zh: "序列", en: "sequence" },
  file: { zh: "文件", en: "file" },
  secret: { zh: "密钥", en: "secret" },
} as const;

const lineOf = (lang: Lang, { what, name, size, sha256, same }: Compared): string =>
  [
    inLang(lang, same ? { zh: "一致", en: "equal" } : { zh: "不一致", en: "DIFFERS" }),
    inLang(lang, KINDS[what]),
    name,
    size,
    sha256 ?? "",
  ].join("\t");
