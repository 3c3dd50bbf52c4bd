// The verbs of the command, what each takes, and the help in both languages.

import { inLang, type Lang, type Words } from "./language.ts";

/** `several`: may be given more than once. */
export type OptionType = "string" | "boolean" | "several";

/** Files that prove what is recorded, each with its caption and the day it shows; and why personal data stays. */
const PROVEN = {
  evidence: "several",
  caption: "several",
  shows: "several",
  "keep-personal-data": "string",
  json: "boolean",
} as const;
const PROVEN_SHOWN = "[--evidence FILE [--caption …] [--shows DAY]]… [--keep-personal-data REASON] [--json]";

type Verb = {
  readonly takes: readonly string[];
  readonly options: Readonly<Record<string, OptionType>>;
  /** How the options are shown. */
  readonly shown: string;
  readonly says: Words;
};

export const VERBS = {
  import: {
    takes: ["FILE"],
    options: {
      noun: "string",
      programme: "string",
      indicator: "string",
      "create-bodies": "boolean",
      reason: "string",
      confirmed: "string",
      "dry-run": "boolean",
      "keep-personal-data": "string",
      json: "boolean",
    },
    shown:
      "[--noun commitments|bodies|indicators|observations] [--programme CODE] [--indicator CODE] [--create-bodies] [--reason …] [--confirmed …] [--keep-personal-data REASON] [--dry-run] [--json]",
    says: {
      zh: "导入 xlsx、xls、csv 或 tsv；--dry-run 只预览不写入",
      en: "a file in xlsx, xls, csv or tsv; --dry-run only says what would be written",
    },
  },
  export: {
    takes: ["NOUN"],
    options: { format: "string", out: "string" },
    shown: "[--format csv|xlsx|json] [--out FILE]",
    says: {
      zh: "导出公开数据：commitments、milestones、targets、bodies、indicators、observations、programmes、problems",
      en: "the public records: commitments, milestones, targets, bodies, indicators, observations, programmes, problems",
    },
  },
  "record-observation": {
    takes: ["INDICATOR", "BODY", "PERIOD"],
    options: {
      value: "string",
      numerator: "string",
      denominator: "string",
      count: "string",
      "not-collected": "boolean",
      source: "string",
      note: "string",
      reason: "string",
      confirmed: "string",
      ...PROVEN,
    },
    shown: `--value N | --numerator N --denominator N | --not-collected [--count N] [--source …] [--note …] [--reason …] [--confirmed …] ${PROVEN_SHOWN}`,
    says: {
      zh: "报送一期数据；已有数据时为更正，须写 --reason",
      en: "record a figure; where there is one, revise it, with --reason",
    },
  },
  "record-progress": {
    takes: ["PROGRAMME", "CODE"],
    options: { text: "string", on: "string", ...PROVEN },
    shown: `--text … [--on DAY] ${PROVEN_SHOWN}`,
    says: { zh: "记录一条进展", en: "record progress on a commitment" },
  },
  "account add": {
    takes: ["EMAIL"],
    options: { name: "string", role: "string", body: "string" },
    shown: "--name … --role steward|officer|inspector|editor [--body CODE]",
    says: {
      zh: "新建账号；一次性密码只显示这一次，首次登录时须修改",
      en: "make an account; its one-time password is printed this once",
    },
  },
  "account list": {
    takes: [],
    options: {},
    shown: "",
    says: { zh: "列出账号", en: "list the accounts" },
  },
  "account reset-password": {
    takes: ["EMAIL"],
    options: {},
    shown: "",
    says: {
      zh: "给出新的一次性密码，结束其全部登录",
      en: "a new one-time password; the sessions of the account end",
    },
  },
  "account reset-second-step": {
    takes: ["EMAIL"],
    options: {},
    shown: "",
    says: {
      zh: "手机遗失时关闭其两步验证，结束其全部登录",
      en: "for a lost phone: the password alone signs in again; the sessions end",
    },
  },
  "account close": {
    takes: ["EMAIL"],
    options: {},
    shown: "",
    says: {
      zh: "停用账号，立即结束其全部登录",
      en: "nobody signs in with it any more; its sessions end at once",
    },
  },
  "account reopen": {
    takes: ["EMAIL"],
    options: {},
    shown: "",
    says: { zh: "恢复已停用的账号", en: "open a closed account again" },
  },
  "draw size": {
    takes: ["COUNT"],
    options: { share: "string", sure: "string", drawn: "string", faults: "string" },
    shown: "[--share PERCENT] [--sure PERCENT] | --drawn N --faults K [--sure PERCENT]",
    says: {
      zh: "要查多少件；或者抽查 N 件查出 K 件之后，全部里最多有多少件（默认比例 5，把握 95）",
      en: "how many to look at; or what K faults in N drawn say about all (share 5, sure 95)",
    },
  },
  "draw plan": {
    takes: ["DRAFT", "FRAME"],
    options: { inspectors: "string", out: "string" },
    shown: "[--inspectors FRAME] [--out FILE]",
    says: {
      zh: "由草案（JSON）和名录（每行：分层、制表符、编号、责任单位）生成抽查方案",
      en: "a plan of a draft (JSON) and a frame (lines of stratum, tab, id, bodies)",
    },
  },
  "draw run": {
    takes: ["PLAN", "FRAME", "SEED"],
    options: { inspectors: "string", replaced: "string", out: "string" },
    shown: "[--inspectors FRAME] [--replaced FILE] [--out FILE]",
    says: {
      zh: "按方案和随机种子抽取，列出抽中的对象和检查人员",
      en: "draw by a plan and a seed; lists who is drawn, and who inspects them",
    },
  },
  "draw verify": {
    takes: ["PLAN", "FRAME", "SEED", "RESULT"],
    options: { inspectors: "string", evidence: "string", policy: "string" },
    shown: "[--inspectors FRAME] [--evidence FILE --policy FILE]",
    says: {
      zh: "重算一次抽查，逐步说明是否一致；全部一致才是 0",
      en: "compute a draw again and say of each step whether it matches; 0 only if all do",
    },
  },
  "verify-log": {
    takes: ["URL|FOLDER"],
    options: {
      policy: "string",
      key: "string",
      last: "string",
      open: "boolean",
      "skip-signatures": "boolean",
      json: "boolean",
    },
    shown: "[--key VKEY | --policy FILE] [--last FILE] [--open] [--skip-signatures] [--json]",
    says: {
      zh: "不靠任何人，把整个日志重算一遍：签名、见证、每一条、每个散列文件，以及与上次所见是否相接；--open 还核对公开的内容",
      en: "compute a whole log again, trusting nobody: signatures, witnesses, every entry and tile, and that it continues what was seen before; with --open the published texts too",
    },
  },
  mirror: {
    takes: ["URL", "FOLDER"],
    options: { policy: "string", key: "string", serve: "string", host: "string" },
    shown: "[--key VKEY | --policy FILE] [--serve PORT [--host 127.0.0.1]]",
    says: {
      zh: "复制一个日志，逐件核验，从不改动核验过的文件；--serve 在同样的路径上提供副本",
      en: "copy a log, verifying all of it and never changing what was verified; --serve offers the copy under the same paths",
    },
  },
  gazette: {
    takes: ["URL|FOLDER"],
    options: { policy: "string", key: "string" },
    shown: "[--key VKEY | --policy FILE]",
    says: {
      zh: "每周刊登在报上的一行：日志、条数、根、日期",
      en: "the line for the weekly paper: log, size, root, date",
    },
  },
  witness: {
    takes: [],
    options: { log: "several", key: "string", port: "string", host: "string" },
    shown: "--log VKEY… --key FILE --port N [--host 127.0.0.1] [--data .witness]",
    says: {
      zh: "为别处的日志作见证（c2sp.org/tlog-witness）：只在新检查点接着上一个时签名，先落盘再答复",
      en: "witness the logs of others (c2sp.org/tlog-witness): cosigns only what continues what it saw, and keeps it before it answers",
    },
  },
  "witness-key": {
    takes: ["NAME", "FILE"],
    options: {},
    shown: "",
    says: {
      zh: "新建见证密钥，私钥写入文件，公钥打印出来",
      en: "make a witness's key: the private one into the file, the public one is printed",
    },
  },
  "check-report": {
    takes: ["FILE…"],
    options: {
      previous: "string",
      format: "string",
      out: "string",
      comments: "string",
      strict: "boolean",
    },
    shown: "[--previous FILE] [--format text|json|sarif|html] [--out FILE] [--comments COPY.docx] [--strict]",
    says: {
      zh: "检查工作报告里的数字（docx、pdf、html、md、txt），不需要台账；--previous 与上一期对照，--comments 把结果批注到 docx 的副本；有错误时退出码为 1，--strict 时“请核对”也算",
      en: "check the numbers of a report (docx, pdf, html, md, txt), without a ledger; --previous compares with the edition before, --comments writes the findings into a copy of the .docx; exit code 1 if there are faults, with --strict also for what is to review",
    },
  },
  backup: {
    takes: ["FILE"],
    options: {},
    shown: "",
    says: {
      zh: "把数据库、佐证文件和密钥备份到一个 zip 文件；程序运行时也可以备份",
      en: "database, evidence and secret in one zip; also while the program runs",
    },
  },
  "log take-over": {
    takes: ["FOLDER|URL"],
    options: {},
    shown: "",
    says: { zh: "恢复备份后，从日志副本接过缺的条目", en: "after a restore: entries from a copy of the log" },
  },
  "log go-on": {
    takes: [],
    options: {},
    shown: "",
    says: { zh: "恢复备份后，没有更新的日志副本", en: "after a restore: no copy of the log is newer" },
  },
  restore: {
    takes: ["FILE"],
    options: {},
    shown: "",
    says: {
      zh: "恢复到空的数据文件夹（或空数据库），并逐表、逐文件核对",
      en: "into an empty data folder (or database), then compare every table and file",
    },
  },
} as const satisfies Readonly<Record<string, Verb>>;

export type VerbName = keyof typeof VERBS;

const AROUND = {
  before: { zh: "用法：yinuo 命令 …", en: "Usage: yinuo VERB …" },
  after: {
    zh: `每个命令都可以加：
  --data 文件夹   数据文件夹（默认 .data，或 YINUO_DATA）；设有 DATABASE_URL 时用该数据库
  --as 邮箱       以哪个账号办理；只有一个管理员时可以省略
  --language zh-CN|en   用哪种语言回答（默认随终端的 LANG）
--evidence 可以写多次，--caption、--shows 按次序与之对应。--json 把结果（未办时把原因）写成一行 JSON。
程序正在运行时，命令连到它的数据库上办理。

退出码：0 已办；1 未办或核验未通过（原因见上）；2 命令写得不对；3 日志读不到`,
    en: `Every verb also takes:
  --data FOLDER   the data folder (.data, or YINUO_DATA); with DATABASE_URL its database is used
  --as EMAIL      the account that acts; may be left out while there is exactly one steward
  --language zh-CN|en   the language of the answers (by default that of LANG)
--evidence may be given several times; captions and days belong to the files in their order. With --json the result, or
the reason on stderr, is one line of JSON.
While the program is running, the command joins its database.

Exit codes: 0 done; 1 refused, or a log that does not verify (the reason is printed); 2 the command was not
understood; 3 a log that cannot be reached`,
  },
} as const;

export const usage = (lang: Lang): string => {
  const verbs = Object.entries<Verb>(VERBS).map(
    ([name, { takes, shown, says }]) =>
      `  ${[name, ...takes, shown].filter((part) => part !== "").join(" ")}\n      ${inLang(lang, says)}`,
  );
  return [inLang(lang, AROUND.before), "", ...verbs, "", inLang(lang, AROUND.after)].join("\n");
};
