// Words of the proof: where a record stands in the transparency log, and what the log as a whole shows of itself.

import type { LogTrouble } from "@yinuo/store/log";

type Troubles = Readonly<Record<LogTrouble["code"], string>>;

const zhTroubles: Troubles = {
  behindPublished: "已公布的日志比数据库里的长：恢复的是旧备份。请用 yinuo log take-over 把缺的条目接过来。",
  restoredAlone:
    "恢复过备份，而已公布的日志不在这里，不知道备份以后是否还签过。请用 yinuo log take-over 指明一份日志副本；确实没有的，用 yinuo log go-on。",
  forked: "已公布的检查点不属于这个数据库：可能有两个台账写进了同一个文件夹。",
  rootDiffers: "数据库里的日志条目与签过名的根不符：有人改动过。请从备份恢复数据库。",
  leavesMissing: "数据库里缺少已经签入的条目。请从备份恢复数据库。",
  leafDiffers: "有一条日志的内容与它的摘要不符。请从备份恢复数据库。",
  diskDiffers: "写入磁盘的日志文件与读回的不一致。请检查磁盘。",
  cannotWrite: "日志文件写不进磁盘：空间已满，或者没有权限。腾出空间、恢复权限以后会自动继续。",
  keyMissing: "数据文件夹里没有日志的签名密钥。请把保管的 log-key 文件放回去。",
  keyDiffers: "数据文件夹里的签名密钥不是原来那一把。请换回原来的 log-key 文件。",
};

const zh = {
  title: "存证",
  about: (total: string) =>
    `这里的每一次变动都记入透明日志，事后改动、倒签日期或者抽走一条都会被查出来。有关记录共 ${total} 条，以下是最初一条和最近几条。`,
  late: (count: string, days: number) =>
    `其中 ${count} 条在所称日期 ${days} 天以后才记入日志，下面标出了相差天数。`,
  none: "还没有记入日志的内容。",
  columns: { number: "日志编号", what: "事情", claimed: "所称日期", logged: "记入日志", keep: "凭据" },
  number: (n: string) => `第 ${n} 号`,
  lateBy: (days: string) => `晚 ${days} 天`,
  receipt: "下载凭据",
  verify: "核验",
  waiting: "待签入检查点",
  unsigned: "（仅有系统记载，未由单位签名）",
  more: "什么是存证、怎样核验",
  inLog: (n: string) => `存证第 ${n} 号`,
  loggedLate: (days: string) => `记入日志比所称日期晚 ${days} 天`,
  troubles: zhTroubles,
  stalled: "新的变动迟迟没有签入：负责签名的程序没有运行，或者跟不上。变动本身已经保存。",
  redacted: (ground: string, bodies: string) =>
    `已依规删除。理由：${ground}；由${bodies}共同决定。原处显示为 ▇▇▇。`,
  redactions: {
    title: "依规删除的内容",
    text: "删除须由两个单位共同决定，理由限于五种：个人信息、人身安全、商业秘密、国家秘密、法院裁判。数据、日期和结论不能删。删过什么、谁决定的，永远可查：",
    link: "逐条查看",
    none: "没有删除过任何内容。",
    fields: (n: string) => `参与删除 ${n} 处`,
  },
  log: {
    title: "透明日志",
    lead: "台账上每一次公开的变动都在这份日志里留下一条。日志只增不改，谁都可以整份抄走、自己核验，不必相信本站。",
    state: "现状",
    none: "日志还没有签出第一个检查点。",
    name: "名称",
    size: "已签入",
    entries: (n: string) => `${n} 条`,
    root: "根",
    rootNote: "由全部记录逐条算出；改动任何一个字，根都会不同。",
    signed: "最近签名",
    waiting: "待签入",
    backlog: (n: string) => `另有 ${n} 条早先的记录正在补录`,
    key: "公钥",
    keyNote: "核验签名要用它。请另从别处核对：报纸、公告栏，或者先前保存过它的人。",
    witnesses: "见证",
    noWitnesses: "目前没有外部见证者。没有见证者时，日志能证明的要少得多：请与别人比对检查点。",
    trouble: "日志目前没有签名",
    troubleText:
      "程序发现日志与先前签过的内容对不上，已停止签名，等候管理员处理。这期间的变动照常保存，处理好以后补签。",
    since: (when: string) => `从 ${when} 起`,
    lost: (n: string, first: string, last: string) =>
      `有 ${n} 条签入过的日志，台账里已没有对应的记录（第 ${first} 号至第 ${last} 号之间）`,
    lostText:
      "台账恢复过旧备份，备份以后的记录丢失了。它们的日志条目从已公布的副本接了过来，编号、时间和单位都在，内容只有当时留存过的人才有。请各单位对照补录。",
    weekly: "每周一行",
    weeklyText:
      "把下面一行登在报上或者贴在公告栏里，就再也收不回去。以后谁都可以拿它核对日志。本页可以直接打印。",
    line: (log: {
      readonly origin: string;
      readonly on: string;
      readonly size: number;
      readonly root: string;
    }) => `承诺台账日志 ${log.origin}，${log.on}：${log.size} 条，根 ${log.root}`,
    how: "怎样核验",
    steps: [
      "核验一条：打开任何一条记录的“存证”，点“核验”，由您的浏览器计算；或者下载凭据，用保存下来的核验网页离线核对。",
      "核验整份：安装本程序，运行 yinuo verify-log 加日志地址，逐条重算；加 --open 连同公开的文字一起核对。",
      "留一份副本：yinuo mirror 加日志地址。以后的日志若与副本矛盾，就是证据。",
      "也可以用别人的程序：文件格式是公开的 C2SP tlog-tiles，Go 语言自带的工具就能核对。",
    ],
    page: "在浏览器里核验",
    file: "保存核验网页（单个文件，不用联网）",
    limits: "它证明不了什么",
    limitsList: [
      "最初写下的就是真的：日志只证明某日之前已经这样写，此后没有改过。",
      "事情发生在哪一天：所称日期由填报单位自己写，记入日志的时间由日志给出，两者并列，相差过久的会标出。",
      "被依规删除的内容已从世上消失：别人先前抄走的副本收不回来。",
      "单凭本站的网页就能让人放心：网页正是被核验的一方发来的，所以请保存核验网页或使用自己的程序。",
    ],
    files: "日志文件",
    address: "日志地址",
  },
};

const enTroubles: Troubles = {
  behindPublished:
    "The published log is longer than the one in the database: an old backup was restored. Take over what is missing with yinuo log take-over.",
  restoredAlone:
    "A backup was restored, and the published log is not here: more may have been signed since. Name a copy with yinuo log take-over; where there is none, say so with yinuo log go-on.",
  forked: "The published checkpoint is of another database: two ledgers may be writing into one folder.",
  rootDiffers:
    "The entries in the database no longer have the root that was signed: somebody changed them. Restore the database from a backup.",
  leavesMissing: "Entries that were signed are missing in the database. Restore it from a backup.",
  leafDiffers: "An entry is not what its hash was made of. Restore the database from a backup.",
  diskDiffers: "The files written are not what was read back. Look at the disk.",
  cannotWrite:
    "The log’s files cannot be written: the disk is full, or the folder may not be written. It goes on by itself once that is mended.",
  keyMissing: "The log’s key is not in the data folder. Put the file log-key back.",
  keyDiffers: "The key in the data folder is not the log’s. Put the right file log-key back.",
};

const en: typeof zh = {
  title: "Proof",
  about: (total) =>
    `Every change here is in the transparency log, where rewriting, backdating or dropping an entry can be shown by anyone. ${total} entries concern this record; below are the first and the latest.`,
  late: (count, days) =>
    ` ${count} of them were logged more than ${days} days after the day they are said to have happened; the gap is shown.`,
  none: "Nothing of this is in the log yet.",
  columns: { number: "Log entry", what: "What", claimed: "Claimed day", logged: "Logged", keep: "Receipt" },
  number: (n) => `No. ${n}`,
  lateBy: (days) => `${days} days later`,
  receipt: "Download",
  verify: "Verify",
  waiting: "waits for its checkpoint",
  unsigned: "(the system’s word alone, not signed by the body)",
  more: "What this proves, and how to check it",
  inLog: (n) => `Log entry ${n}`,
  loggedLate: (days) => `logged ${days} days after the claimed day`,
  troubles: enTroubles,
  stalled:
    "Changes have waited long for a signature: nobody does the signing, or it cannot keep up. The changes themselves are kept.",
  redacted: (ground, bodies) =>
    `was redacted. Ground: ${ground}; decided by ${bodies}. ▇▇▇ stands in its place.`,
  redactions: {
    title: "What was redacted",
    text: "It takes two bodies, and one of five grounds: personal data, personal safety, a business secret, a state secret, a court order. Figures, days and verdicts stay. What went and at whose word can be seen for good:",
    link: "One by one",
    none: "Nothing was ever redacted.",
    fields: (n) => `had a hand in ${n}`,
  },
  log: {
    title: "Transparency log",
    lead: "Every public change in this ledger leaves an entry in this log. Nothing in it is ever changed; anyone can copy all of it and check it without trusting this site.",
    state: "As it stands",
    none: "The log has not signed its first checkpoint yet.",
    name: "Name",
    size: "Signed",
    entries: (n) => `${n} entries`,
    root: "Root",
    rootNote: "Computed from every entry: change one letter anywhere and it is another.",
    signed: "Last signed",
    waiting: "Waiting",
    backlog: (n) => `${n} older entries are being added`,
    key: "Public key",
    keyNote:
      "It checks the signatures. Compare it with another source: a newspaper, a notice board, somebody who kept it.",
    witnesses: "Witnesses",
    noWitnesses:
      "No outside witness signs this log at present. Without one it proves much less: compare checkpoints with others.",
    trouble: "The log is not being signed",
    troubleText:
      "It no longer fits what was signed before, so signing has stopped until the operator has looked. Changes are kept meanwhile and signed afterwards.",
    since: (when) => `since ${when}`,
    lost: (n, first, last) =>
      `${n} signed entries have no record in the ledger any more (between No. ${first} and No. ${last})`,
    lostText:
      "An old backup was restored, and what had been recorded since was lost. The entries were taken over from the published log: their numbers, days and bodies are there, what they said only whoever kept it still has. The bodies are asked to record it again.",
    weekly: "One line a week",
    weeklyText:
      "Printed in a newspaper or put up on a notice board, the line below cannot be taken back, and anyone can hold the log against it. This page prints well.",
    line: (log) => `Ledger log ${log.origin}, ${log.on}: ${log.size} entries, root ${log.root}`,
    how: "How to check",
    steps: [
      "One entry: open Proof on any record and follow Verify, where your own browser computes it; or download the receipt and check it offline with the verifier page you have saved.",
      "All of it: install this program and run yinuo verify-log with the log’s address; with --open it also compares the published texts.",
      "Keep a copy: yinuo mirror with the log’s address. A later log that contradicts the copy is caught.",
      "With somebody else’s program: the files are C2SP tlog-tiles, and the tools of the Go language read them.",
    ],
    page: "Verify in the browser",
    file: "Save the verifier (one file, needs no network)",
    limits: "What it cannot prove",
    limitsList: [
      "That what was first written was true: only that it was written by then, and not changed since.",
      "When something happened: the claimed day is what the body wrote, the time logged is the log’s. Both are shown, and long gaps are flagged.",
      "That a redacted text is gone from the world: copies taken before cannot be recalled.",
      "Anything by this site’s pages alone: they come from the one that is to be checked. Save the verifier, or use a program of your own.",
    ],
    files: "Files of the log",
    address: "Address of the log",
  },
};

export const proofWords = { "zh-CN": zh, en } as const;
