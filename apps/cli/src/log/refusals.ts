// Why a verb about a log declines, with one sentence per language for each reason.

import type { PolicyCheckRefusal } from "@yinuo/transparency-log";
import { checkpointRefusalText } from "@yinuo/words/log";
import type { AdoptRefusal } from "@yinuo/store/log";
import type { Words } from "../language.ts";

export type LogRefusal =
  | { readonly code: "logUnreachable"; readonly place: string; readonly problem: string }
  | { readonly code: "logMissing"; readonly place: string }
  | { readonly code: "logKeyNeeded"; readonly place: string }
  | { readonly code: "logKeyUnreadable"; readonly typed: string }
  | { readonly code: "numberUnreadable"; readonly option: string; readonly typed: string }
  | { readonly code: "checkpointRefused"; readonly refusal: PolicyCheckRefusal }
  | { readonly code: "lastUnreadable"; readonly path: string }
  | { readonly code: "keyFileUnreadable"; readonly path: string }
  | { readonly code: "fileIsThere"; readonly path: string }
  | { readonly code: "witnessedUnreadable"; readonly path: string }
  | { readonly code: "keyNameUnreadable"; readonly typed: string }
  | { readonly code: "logFaulty"; readonly faults: number }
  | { readonly code: "logNotOurs"; readonly why: string }
  | AdoptRefusal
  | { readonly code: "mirrorRefused"; readonly files: number }
  | { readonly code: "folderInUse"; readonly folder: string; readonly pid: number };

/** 2: the command has to be written differently; 3: nobody answered. All else is 1. */
export const EXIT_CODES: ReadonlyMap<string, number> = new Map([
  ["logKeyNeeded", 2],
  ["logKeyUnreadable", 2],
  ["numberUnreadable", 2],
  ["keyNameUnreadable", 2],
  ["logUnreachable", 3],
  ["logMissing", 3],
]);

type Sentences = {
  readonly [C in LogRefusal["code"]]: (refusal: Extract<LogRefusal, { readonly code: C }>) => Words;
};

export const logSentences: Sentences = {
  logNotOurs: ({ why }) => ({ zh: `没有接过任何条目：${why}`, en: `Nothing was taken over. ${why}` }),
  copyUnsigned: () => ({
    zh: "那里没有由本台账日志密钥签名的检查点；没有接过任何条目。请核对地址和 log-key 文件。",
    en: "There is no checkpoint there that this log’s key has signed; nothing was taken over. Look at the address and the file log-key.",
  }),
  copyNotAhead: ({ copy, here }) => ({
    zh: `那份日志签到 ${copy} 条，数据库里已签 ${here} 条，没有缺的；没有改动。`,
    en: `That copy has ${copy} signed entries and this database ${here}: nothing is missing, and nothing was changed.`,
  }),
  copyDiffers: ({ size }) => ({
    zh: `那份日志的 ${size} 条与签名的根或数据库里已签的条目不符；没有改动。请换一份副本。`,
    en: `The ${size} entries of that copy do not have the signed root, or do not continue what this database has signed; nothing was changed. Use another copy.`,
  }),
  logUnreachable: ({ place, problem }) => ({
    zh: `读不到 ${place}（${problem}）；什么都没有核验。`,
    en: `${place} cannot be reached (${problem}); nothing was verified.`,
  }),
  logMissing: ({ place }) => ({
    zh: `${place} 没有日志（缺少 checkpoint 文件）；请核对地址，如 https://ledger.example/log。`,
    en: `There is no log at ${place} (no file “checkpoint”); look at the address again, e.g. https://ledger.example/log.`,
  }),
  logKeyNeeded: ({ place }) => ({
    zh: `${place} 没有公布密钥；请用 --key 或 --policy 给出从别处得到的密钥。`,
    en: `${place} does not publish its key; give one you have from elsewhere with --key or --policy.`,
  }),
  logKeyUnreadable: ({ typed }) => ({
    zh: `“${typed}”不是密钥；密钥形如 ledger.example/log+1a2b3c4d+AbCd…。`,
    en: `“${typed}” is no key; a key looks like ledger.example/log+1a2b3c4d+AbCd….`,
  }),
  numberUnreadable: ({ option, typed }) => ({
    zh: `--${option} 是“${typed}”，须为 0 到 65535 的整数。`,
    en: `--${option} is “${typed}”; it must be a whole number from 0 to 65535.`,
  }),
  checkpointRefused: ({ refusal }) => ({
    zh: checkpointRefusalText("zh-CN", refusal),
    en: checkpointRefusalText("en", refusal),
  }),
  lastUnreadable: ({ path }) => ({
    zh: `${path} 里不是用同一密钥签名的检查点，无法与上次所见比较；请换一个文件，或确认密钥后删去它。`,
    en: `${path} holds no checkpoint signed with the same key, so there is nothing to compare with; name another file, or remove it once you are sure of the key.`,
  }),
  keyFileUnreadable: ({ path }) => ({
    zh: `${path} 里没有见证密钥；可用 yinuo witness-key 新建一个。`,
    en: `${path} holds no key of a witness; yinuo witness-key makes one.`,
  }),
  witnessedUnreadable: ({ path }) => ({
    zh: `${path} 已损坏，不知道上次见证到哪里；请从备份恢复这个文件。没有它就开始，可能为两段不同的历史作证。`,
    en: `${path} is damaged, so nobody knows what was witnessed last; bring it back from a backup. To begin without it could be to sign two pasts.`,
  }),
  keyNameUnreadable: ({ typed }) => ({
    zh: `“${typed}”不能作密钥的名称；名称中不能有空格和加号，如 witness.example。`,
    en: `“${typed}” cannot name a key; a name has no spaces and no plus, e.g. witness.example.`,
  }),
  fileIsThere: ({ path }) => ({
    zh: `${path} 已经存在，没有覆盖；请换一个文件名。`,
    en: `${path} is there already and was left as it is; name another file.`,
  }),
  logFaulty: ({ faults }) => ({
    zh: `核验未通过：${faults} 处有问题，见上。`,
    en: `The log does NOT verify: ${faults} faults, named above.`,
  }),
  mirrorRefused: ({ files }) => ({
    zh: `有 ${files} 处没有采信，已有的副本没有改动，原因见上。`,
    en: `${files} things were not accepted, for the reasons above; the copies that are there stay as they were.`,
  }),
  folderInUse: ({ folder, pid }) => ({
    zh: `文件夹 ${folder} 正由另一个程序（进程号 ${pid}）使用；请先停止它，或用 --data 另选文件夹。`,
    en: `The folder ${folder} is in use by another program (pid ${pid}); stop that one first, or name another folder with --data.`,
  }),
};
