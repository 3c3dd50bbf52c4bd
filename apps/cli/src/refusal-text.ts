// What is printed when something is refused: a sentence of the command's own, or the one every door says.

import type { Refusal } from "@yinuo/core";
import type { BackupRefusal } from "@yinuo/store/backup";
import { refusalText as decisionText, uploadText } from "@yinuo/words";
import { drawRefusalText } from "@yinuo/words/draws";
import { reportFileText } from "@yinuo/words/report-files";
import { inLang, type Lang, type Words } from "./language.ts";
import type { ActorRefusal } from "./ledger.ts";
import { logSentences, type LogRefusal } from "./log/refusals.ts";
import type { CliRefusal, OwnRefusal } from "./run.ts";

type Own = BackupRefusal | ActorRefusal | LogRefusal | OwnRefusal;

type Sentences = {
  readonly [C in Own["code"]]: (refusal: Extract<Own, { readonly code: C }>) => Words;
};

const sentences: Sentences = {
  ...logSentences,
  noLedger: ({ folder }) => ({
    zh: `${folder} 里没有台账；请用 --data 指定数据文件夹，或用 DATABASE_URL 指定数据库。`,
    en: `There is no ledger in ${folder}; name the data folder with --data, or the database in DATABASE_URL.`,
  }),
  notSetUp: () => ({
    zh: "台账还没有完成初始设置；请先用 npm start 启动并设置。",
    en: "The ledger is not set up yet; run npm start and set it up first.",
  }),
  accountUnknown: ({ email }) => ({
    zh: `没有账号“${email}”；可用 yinuo account list 查看。`,
    en: `There is no account “${email}”; yinuo account list shows them.`,
  }),
  whoActs: ({ stewards }) => ({
    zh: `请用 --as 指定以哪个账号办理${stewards.length > 0 ? `（管理员：${stewards.join("、")}）` : ""}。`,
    en: `Say with --as which account acts${stewards.length > 0 ? ` (stewards: ${stewards.join(", ")})` : ""}.`,
  }),
  nounUnknown: ({ typed }) => ({
    zh: `没有“${typed}”这种数据；可选的见 yinuo help。`,
    en: `There are no records called “${typed}”; yinuo help lists them.`,
  }),
  fileUnreadable: ({ why }) => why,
  columnsUnclear: ({ missing, twice }) => ({
    zh: `列对应不上：缺少 ${missing.join("、") || "—"}，重复 ${twice.join("、") || "—"}。请改表头，或在工作台导入一次并选定各列，以后会记住。`,
    en: `The columns are unclear: missing ${missing.join(", ") || "—"}, twice ${twice.join(", ") || "—"}. Change the headers, or import once at the desk and choose the columns, which is remembered.`,
  }),
  rowsRefused: ({ rows, written }) => ({
    zh: `有 ${rows} 行未被接受，原因见上；其余各行${written ? "已写入" : "可以写入"}。`,
    en: `${rows} rows were refused, for the reasons above; the others ${written ? "were written" : "could be written"}.`,
  }),
  importNotWritten: ({ problem }) => ({
    zh: `导入没有写入（${problem}）；什么都没有改动，请再试一次。`,
    en: `The import was not written (${problem}); nothing was changed. Try again.`,
  }),
  formatUnknown: ({ typed }) => ({
    zh: `没有“${typed}”这种格式；可选 csv、xlsx、json。`,
    en: `There is no format “${typed}”; choose csv, xlsx or json.`,
  }),
  drawRefused: ({ refusal }) => ({
    zh: drawRefusalText("zh-CN", refusal),
    en: drawRefusalText("en", refusal),
  }),
  drawNotVerified: () => ({
    zh: "这次抽查没有通过核验，原因见上。",
    en: "This draw is not verified, for the reasons above.",
  }),
  sizesUnclear: () => ({
    zh: "这样算不出抽查数：件数须是正整数，比例和把握须在 0 和 100 之间，查到的不能多于抽查的，抽查的不能多于全部。",
    en: "No size follows from this: counts are whole and positive, percentages between 0 and 100, faults no more than drawn, and drawn no more than all.",
  }),
  policyUnreadable: ({ line }) => ({
    zh: `信任策略文件第 ${line} 行读不出来；格式见 c2sp.org/tlog-policy。`,
    en: `Line ${line} of the trust policy cannot be read; its format is that of c2sp.org/tlog-policy.`,
  }),
  filesRefused: ({ files }) => ({
    zh: files.map((file) => uploadText("zh-CN", file)).join(""),
    en: files.map((file) => uploadText("en", file)).join(" "),
  }),
  reportFormatUnknown: ({ typed }) => ({
    zh: `没有“${typed}”这种格式；可选 text、json、sarif、html。`,
    en: `There is no format “${typed}”; choose text, json, sarif or html.`,
  }),
  reportUnreadable: ({ path, error }) => ({
    zh: `${path}：${reportFileText("zh-CN", error)}`,
    en: `${path}: ${reportFileText("en", error)}`,
  }),
  reportNotWord: ({ path }) => ({
    zh: `${path} 不是 .docx，不能写批注；可用 --format html。`,
    en: `${path} is no .docx and cannot take comments; use --format html.`,
  }),
  reportFindings: ({ faults, reviews }) => ({
    zh: `发现错误 ${faults} 处，请核对 ${reviews} 处。`,
    en: `${faults} faults and ${reviews} to review were found.`,
  }),
  evidenceDamaged: ({ damage }) => ({
    zh: `备份已写好，但佐证文件有损：${damage.map(({ what, name }) => `${name}（${what === "fileMissing" ? "缺失" : "内容已变"}）`).join("、")}。请从更早的备份补回。`,
    en: `The backup was written, but evidence is damaged: ${damage.map(({ what, name }) => `${name} (${what === "fileMissing" ? "missing" : "no longer what was stored"})`).join(", ")}. Bring it back from an earlier backup.`,
  }),
  notABackup: () => ({
    zh: "这不是一诺的备份文件，或文件没有写完；什么都没有恢复。",
    en: "This is not a backup of Yinuo, or it is cut short; nothing was restored.",
  }),
  backupFormatUnknown: ({ format }) => ({
    zh: `备份的格式是 ${format}，本版本不认识；请用作备份的版本恢复。`,
    en: `The backup has the format ${format}, which this version does not know; restore it with the version that made it.`,
  }),
  backupNewer: ({ migration }) => ({
    zh: `备份来自更新的版本（${migration}）；请先升级程序再恢复。`,
    en: `The backup was made by a newer version (${migration}); update the program first.`,
  }),
  backupDamaged: ({ entry }) => ({
    zh: `备份已损坏：${entry} 与清单不符；什么都没有恢复。请换一份备份。`,
    en: `The backup is damaged: ${entry} is not what its manifest says; nothing was restored. Use another backup.`,
  }),
  folderNotEmpty: ({ folder, found }) => ({
    zh: `数据文件夹 ${folder} 不是空的（里面有 ${found}）；请用 --data 指定空文件夹。`,
    en: `The data folder ${folder} is not empty (it has ${found}); name an empty one with --data.`,
  }),
  databaseNotEmpty: ({ table }) => ({
    zh: `数据库里已有表（${table}）；请在 DATABASE_URL 里指定空的数据库。`,
    en: `The database has tables already (${table}); name an empty one in DATABASE_URL.`,
  }),
  restoredDiffers: ({ what }) => ({
    zh: `恢复后 ${what} 与备份不一致，已撤回；请检查磁盘后重试。`,
    en: `After restoring, ${what} differs from the backup, and all was undone; check the disk and try again.`,
  }),
};

export const refusalText = (lang: Lang, refusal: CliRefusal): string => {
  if (refusal.code in sentences) {
    const sentence = sentences[refusal.code as Own["code"]] as (refusal: CliRefusal) => Words;
    return inLang(lang, sentence(refusal));
  }
  return decisionText(lang, refusal as Refusal);
};
