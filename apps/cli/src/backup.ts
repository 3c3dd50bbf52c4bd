// `yinuo backup`: everything of an installation in one file.

import { resolve } from "node:path";
import { ok, refuse } from "@yinuo/core";
import { migrate } from "@yinuo/store";
import { backUp } from "@yinuo/store/backup";
import { inLang } from "./language.ts";
import { reachDatabase } from "./ledger.ts";
import type { Done, Run } from "./run.ts";

export const backupVerb = async ({ typed, place, now, lang, print }: Run): Done => {
  const to = resolve(typed.subjects[0] ?? "");
  const reached = await reachDatabase(place);
  if (!reached.ok) return reached;
  const database = reached.value;
  try {
    // What an older version made is brought up to date first, but not under a program at work.
    if (!database.joined) await migrate(database.url);
    const { manifest, damage } = await backUp({ url: database.url, dataFolder: place.dataFolder, to, now });
    for (const { name, rows, sha256 } of manifest.tables) print(`${name}\t${rows}\t${sha256}`);
    const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0);
    const [tables, files] = [manifest.tables.length, manifest.files.length];
    print(
      inLang(lang, {
        zh: `已备份到 ${to}：${tables} 张表，${files} 个文件（${bytes} 字节）。内含密码散列和密钥，请妥善保管。`,
        en: `Backed up to ${to}: ${tables} tables, ${files} files (${bytes} bytes). It holds password hashes and the secret: keep it safe.`,
      }),
    );
    return damage.length === 0 ? ok(true) : refuse({ code: "evidenceDamaged", damage });
  } finally {
    await database.leave();
  }
};
