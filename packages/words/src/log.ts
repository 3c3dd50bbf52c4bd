// What is said of the transparency log alike on the site and by the command: what an audit found, why a checkpoint is not believed.

import type { Language } from "@yinuo/period";
import type { AuditFinding, FileFinding, OpeningFinding, PolicyCheckRefusal } from "@yinuo/transparency-log";

type Finding = FileFinding | OpeningFinding;
type Name<F> = F extends { readonly fault: infer N } ? N : F extends { readonly flag: infer N } ? N : never;
type Named<N> = Finding extends infer F
  ? F extends Finding
    ? N extends Name<F>
      ? F
      : never
    : never
  : never;
type Words = { readonly zh: string; readonly en: string };

type Sentences = { readonly [N in Name<Finding>]: (finding: Named<N>) => Words };

const sentences: Sentences = {
  fileMissing: ({ path, from, to }) => ({
    zh: `缺少文件 ${path}（第 ${from} 至 ${to - 1} 条）。`,
    en: `The file ${path} is missing (entries ${from} to ${to - 1}).`,
  }),
  fileMalformed: ({ path, from, to }) => ({
    zh: `文件 ${path} 残缺或多出内容（第 ${from} 至 ${to - 1} 条）。`,
    en: `The file ${path} is cut short or has too much in it (entries ${from} to ${to - 1}).`,
  }),
  nodeDiffers: ({ path, from, to }) => ({
    zh: `文件 ${path} 的散列与其下的条目（第 ${from} 至 ${to - 1} 条）不符。`,
    en: `The file ${path} has another hash than its entries ${from} to ${to - 1} have.`,
  }),
  entryDiffers: ({ index }) => ({
    zh: `第 ${index} 条被改动：已签名的根所含的不是它。`,
    en: `Entry ${index} was changed: it is not the one that the signed root covers.`,
  }),
  hashDiffers: ({ index }) => ({
    zh: `第 ${index} 条的散列文件被改动，条目本身与已签名的根相符。`,
    en: `The stored hash of entry ${index} was changed; the entry itself is under the signed root.`,
  }),
  neitherFits: ({ index }) => ({
    zh: `第 ${index} 条与它的散列文件不符，两者都不在已签名的根之下。`,
    en: `Entry ${index} and its stored hash disagree, and neither is under the signed root.`,
  }),
  rootDiffers: ({ size }) => ({
    zh: `这 ${size} 条算出的根不是签名的根：签的是另一份日志。`,
    en: `The root of these ${size} entries is not the signed one: another log was signed.`,
  }),
  forked: ({ size }) => ({
    zh: `日志分叉：前 ${size} 条与上次所见的不同，历史被改写。请保留两份检查点作为证据。`,
    en: `The log forked: its first ${size} entries are not those seen before, so the past was rewritten. Keep both checkpoints as evidence.`,
  }),
  shrunk: ({ size, was }) => ({
    zh: `日志变短：上次所见 ${was} 条，现在 ${size} 条。`,
    en: `The log shrank: it had ${was} entries before and has ${size} now.`,
  }),
  entryRefused: ({ index, refusal }) => ({
    zh: `第 ${index} 条不合格式（${refusalWord(refusal)}）。`,
    en: `Entry ${index} is no entry of this format (${refusalWord(refusal)}).`,
  }),
  prevWrong: ({ index }) => ({
    zh: `第 ${index} 条没有接在同一事项的上一条之后：中间可能少了一条或被换过。`,
    en: `Entry ${index} does not follow the entry of its subject before it: one is missing or was exchanged.`,
  }),
  seqWrong: ({ index }) => ({
    zh: `第 ${index} 条在同一事项中的序号不对。`,
    en: `Entry ${index} has the wrong number among those of its subject.`,
  }),
  signersWrong: ({ index }) => ({
    zh: `第 ${index} 条的签名单位不对。`,
    en: `Entry ${index} is not signed by those who have to sign it.`,
  }),
  keyUnknown: ({ index }) => ({
    zh: `第 ${index} 条用的密钥当时不是该单位的。`,
    en: `Entry ${index} is signed with a key that was not its body's at the time.`,
  }),
  signatureWrong: ({ index }) => ({
    zh: `第 ${index} 条的单位签名不成立：这些话不是该单位签的。`,
    en: `The signature of entry ${index} does not verify: its body did not sign these words.`,
  }),
  keyTaken: ({ index }) => ({
    zh: `第 ${index} 条给已有密钥的单位又加了一个密钥。`,
    en: `Entry ${index} adds a key to a body that has one.`,
  }),
  keyNotActive: ({ index }) => ({
    zh: `第 ${index} 条更换或撤销的密钥并不在用。`,
    en: `Entry ${index} rotates or revokes a key that is not in use.`,
  }),
  keyReplaced: ({ index }) => ({
    zh: `第 ${index} 条换上的新密钥没有旧密钥的签名：此前持有旧密钥的人都没有为它作证。`,
    en: `Entry ${index} puts a new key in place of one that did not sign for it: nobody who held the old key vouched for this one.`,
  }),
  keyUnconfirmed: ({ index }) => ({
    zh: `第 ${index} 条启用的单位密钥没有辖区的签名确认。`,
    en: `Entry ${index} adds a body's key that the jurisdiction did not sign for.`,
  }),
  targetUnknown: ({ index }) => ({
    zh: `第 ${index} 条撤下的是不存在的条目。`,
    en: `Entry ${index} redacts an entry that is not there.`,
  }),
  targetOfOtherSubject: ({ index }) => ({
    zh: `第 ${index} 条撤下的是另一事项的内容。`,
    en: `Entry ${index} redacts an entry of another subject.`,
  }),
  fieldNotInTarget: ({ index }) => ({
    zh: `第 ${index} 条撤下的栏目在所指条目里没有。`,
    en: `Entry ${index} redacts a field that its target does not have.`,
  }),
  redactedBefore: ({ index }) => ({
    zh: `第 ${index} 条撤下的内容以前已经撤下。`,
    en: `Entry ${index} redacts what was redacted before.`,
  }),
  loggedLate: ({ index, days }) => ({
    zh: `第 ${index} 条比所称日期晚 ${days} 天才进入日志。`,
    en: `Entry ${index} was logged ${days} days after it is said to have happened.`,
  }),
  datedAhead: ({ index, days }) => ({
    zh: `第 ${index} 条所称日期比进入日志晚 ${days} 天。`,
    en: `Entry ${index} is dated ${days} days after it was logged.`,
  }),
  openingMalformed: ({ index }) => ({
    zh: `第 ${index} 条公开的内容读不出来。`,
    en: `What is published of entry ${index} cannot be read.`,
  }),
  fieldMissing: ({ index, field }) => ({
    zh: `第 ${index} 条的“${field}”不见了，也没有撤下的记录。`,
    en: `“${field}” of entry ${index} is gone, and no redaction says why.`,
  }),
  fieldMismatch: ({ index, field }) => ({
    zh: `第 ${index} 条的“${field}”不是当时记入日志的内容。`,
    en: `“${field}” of entry ${index} is not what was logged.`,
  }),
  redactionUnfulfilled: ({ index, field }) => ({
    zh: `第 ${index} 条的“${field}”已决定撤下，但仍在公开。`,
    en: `“${field}” of entry ${index} was redacted and is still shown.`,
  }),
};

const refusalWord = (refusal: Extract<AuditFinding, { readonly fault: "entryRefused" }>["refusal"]): string =>
  "at" in refusal
    ? `${refusal.code} ${refusal.at}`
    : "type" in refusal
      ? `${refusal.code} ${refusal.type}`
      : refusal.code;

const inLang = (lang: Language, { zh, en }: Words): string => (lang === "en" ? en : zh);

/** What an audit found, in one sentence. Entries are counted from 0, as everywhere in the log. */
export const logFindingText = (lang: Language, finding: Finding): string => {
  const name = "fault" in finding ? finding.fault : finding.flag;
  const sentence = sentences[name] as (finding: Finding) => Words;
  return inLang(lang, sentence(finding));
};

type Refusals = {
  readonly [C in PolicyCheckRefusal["code"]]: (
    refusal: Extract<PolicyCheckRefusal, { readonly code: C }>,
  ) => Words;
};

const refusals: Refusals = {
  noteMalformed: () => ({
    zh: "检查点不是签名的文件，或已损坏。",
    en: "The checkpoint is no signed note, or it is damaged.",
  }),
  checkpointMalformed: () => ({
    zh: "检查点的内容不合格式。",
    en: "The checkpoint does not say what one says.",
  }),
  originUnknown: ({ origin }) => ({
    zh: `检查点来自“${origin}”，所给的密钥里没有它的。`,
    en: `The checkpoint is of “${origin}”, of which no key was given.`,
  }),
  signatureWrong: ({ name }) => ({
    zh: `检查点上“${name}”的签名不成立：内容在签名之后被改动。`,
    en: `The signature of “${name}” on the checkpoint does not verify: it was changed after it was signed.`,
  }),
  signedByNobodyKnown: () => ({
    zh: "检查点不是用所给的密钥签的。",
    en: "The checkpoint is not signed with the key that was given.",
  }),
  quorumMissed: ({ cosigned }) => ({
    zh: `见证者不够：只有${cosigned.length === 0 ? "零个" : cosigned.join("、")}签了这个检查点。`,
    en: `Too few witnesses have cosigned this checkpoint: ${cosigned.length === 0 ? "none" : cosigned.join(", ")}.`,
  }),
};

/** Why a checkpoint is not believed. */
export const checkpointRefusalText = (lang: Language, refusal: PolicyCheckRefusal): string => {
  const sentence = refusals[refusal.code] as (refusal: PolicyCheckRefusal) => Words;
  return inLang(lang, sentence(refusal));
};
