// `yinuo mirror`: a copy of a log that believes nothing it has not verified, and that can be served in the log's place.

import { join, resolve } from "node:path";
import { ok, refuse, type Result } from "@yinuo/core";
import {
  auditFiles,
  checkCheckpoint,
  proveConsistencyFromTiles,
  tilePath,
  verifyConsistency,
  type AuditFinding,
  type FileFault,
  type FileFinding,
  type OpenedCheckpoint,
} from "@yinuo/transparency-log";
import { checkpointRefusalText, logFindingText } from "@yinuo/words/log";
import { inLang } from "../language.ts";
import type { CliRefusal, Done, Run } from "../run.ts";
import { keepFile, readKept } from "./kept-file.ts";
import { mirrorFolder, type MirrorFolder } from "./mirror-folder.ts";
import { mirrorServer } from "./mirror-server.ts";
import { CRYPTO, HASHING } from "./node-crypto.ts";
import { takeOwnFolder } from "./own-folder.ts";
import { listening, readPort, stopped } from "./serving.ts";
import { openSource, reaching, readCheckpoint, type LogSource } from "./source.ts";
import { findTrust, readLastSeen, type Seen, type Trust } from "./trust.ts";

export const mirrorVerb = async (run: Run): Done => {
  const [, into = ""] = run.typed.subjects;
  const folder = resolve(into);
  const asked = run.typed.text("serve");
  const port = asked === undefined ? ok(undefined) : readPort("serve", asked);
  if (!port.ok) return port;
  const taken = takeOwnFolder(folder);
  if (!taken.ok) return taken;
  const mirrored = await reaching<true, CliRefusal>(() => mirror(run, folder)).finally(taken.value);
  // What is there was verified when it came, so it is served even when the log is gone or has gone wrong.
  if (port.value === undefined || (await readKept(join(folder, "checkpoint"))) === undefined) return mirrored;
  if (!mirrored.ok) run.warn(inLang(run.lang, SERVED_ALL_THE_SAME));
  const server = mirrorServer(folder);
  const address = await listening(server, port.value, run.typed.text("host") ?? "127.0.0.1");
  run.print(inLang(run.lang, { zh: `副本在 ${address} 提供。`, en: `The copy is served at ${address}.` }));
  await stopped(server);
  return mirrored;
};

const SERVED_ALL_THE_SAME = {
  zh: "这一次没有更新；下面提供的是以前核验过的副本。",
  en: "Nothing was updated this time; what was verified before is served.",
};

const mirror = async (run: Run, folder: string): Done => {
  const source = openSource(run.typed.subjects[0] ?? "");
  const bytes = await readCheckpoint(source);
  if (!bytes.ok) return bytes;
  // What a mirror remembers is in its own folder and is served with it.
  const memory = { policy: join(folder, "policy"), checkpoint: join(folder, "checkpoint") };
  const trust = await findTrust({ typed: run.typed, source, memory });
  if (!trust.ok) return trust;
  const copy = mirrorFolder(folder);
  const opened = checkCheckpoint(bytes.value, trust.value.policy, CRYPTO);
  if (!opened.ok) {
    run.print(checkpointRefusalText(run.lang, opened.error));
    await copy.keepCheckpoint("refused", bytes.value, 0);
    return refuse({ code: "mirrorRefused", files: 1 });
  }
  const last = await readLastSeen(memory, trust.value);
  if (!last.ok) return last;
  const seen = { bytes: bytes.value, opened: opened.value, last: last.value, trust: trust.value };
  const copied = await copyFiles(run, { source, copy, seen });
  if (!copied.ok) return copied;
  await keepFile(memory.policy, trust.value.bytes);
  await keepFile(memory.checkpoint, bytes.value);
  return copied.value === 0 ? ok(true) : refuse({ code: "logFaulty", faults: copied.value });
};

type Copying = {
  readonly source: LogSource;
  readonly copy: MirrorFolder;
  readonly seen: {
    readonly bytes: Uint8Array;
    readonly opened: OpenedCheckpoint;
    readonly last: Seen;
    readonly trust: Trust;
  };
};

const FILE_FAULTS: ReadonlySet<string> = new Set<FileFault["fault"]>([
  "fileMissing",
  "fileMalformed",
  "nodeDiffers",
  "entryDiffers",
  "hashDiffers",
  "neitherFits",
  "rootDiffers",
  "forked",
  "shrunk",
]);

const isOfFiles = (finding: FileFinding): finding is FileFault =>
  "fault" in finding && FILE_FAULTS.has(finding.fault);

/** How many faults the entries have that were signed all the same: those are copied, as evidence. Refuses: mirrorRefused. */
const copyFiles = async (run: Run, { source, copy, seen }: Copying): Promise<Result<number, CliRefusal>> => {
  const { opened, last, bytes } = seen;
  const { size, root } = opened.checkpoint;
  const broken = await contradiction(source, last, opened.checkpoint);
  if (broken !== undefined) {
    run.print(logFindingText(run.lang, broken));
    await copy.keepCheckpoint("refused", bytes, size);
    return refuse({ code: "mirrorRefused", files: 1 });
  }
  const refused: FileFault[] = [];
  const odd: AuditFinding[] = [];
  // Whose words the entries are is for `verify-log`; here it is whether they are the log's.
  const audit = auditFiles({
    read: copy.readThrough(source.read),
    tree: { size, root },
    earlier: last === undefined ? [] : [last],
    hashing: HASHING,
    verify: "unchecked",
  });
  for await (const finding of audit) {
    if (isOfFiles(finding)) refused.push(finding);
    else odd.push(finding);
    if (refused.length + odd.length <= MOST_PRINTED) run.print(logFindingText(run.lang, finding));
  }
  if (refused.length > 0) {
    for (const fault of refused) await copy.discard(fault);
    await copy.keepCheckpoint("refused", bytes, size);
    return refuse({ code: "mirrorRefused", files: refused.length });
  }
  const files = await copy.accept();
  await copy.keepCheckpoint("checkpoints", bytes, size);
  run.print(
    inLang(run.lang, {
      zh: `${opened.checkpoint.origin}：${size} 条，全部核验，新增 ${files} 个文件。`,
      en: `${opened.checkpoint.origin}: ${size} entries, all verified, ${files} new files.`,
    }),
  );
  return ok(odd.filter((finding) => "fault" in finding).length);
};

const MOST_PRINTED = 20;

/** Asked of the log's own tiles before any are copied: whether it goes on from what was copied before. */
const contradiction = async (
  { read }: LogSource,
  last: Seen,
  { size, root }: { readonly size: number; readonly root: Uint8Array },
): Promise<FileFault | undefined> => {
  if (last === undefined) return undefined;
  if (last.size > size) return { fault: "shrunk", size, was: last.size };
  const sizes = { from: last.size, to: size };
  const proof = await proveConsistencyFromTiles(sizes, (tile) => read(tilePath(tile)), HASHING);
  // Without the tiles there is no telling yet; the audit names them.
  if (!proof.ok || verifyConsistency({ old: last, new: { size, root }, proof: proof.value }, HASHING))
    return undefined;
  return { fault: "forked", size: last.size };
};
