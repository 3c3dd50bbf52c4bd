// Exactly one sentence per reason why a file cannot be read as a report.

import type { Language } from "@yinuo/period";
import type { FileRefusal } from "@yinuo/report-files";

type Sentences = Readonly<Record<FileRefusal["code"], string>>;

const zh: Sentences = {
  formatUnknown: "不认识的格式；请存为 docx、pdf、html、md 或 txt。",
  fileEmpty: "文件是空的。",
  fileTooLarge: "文件超过 50 MB。",
  fileTooMuch: "文字、页数或解压后的内容太多。",
  fileDamaged: "文件已损坏，请重新保存。",
  fileEncrypted: "文件有密码，请去掉密码。",
  noText: "里面没有文字（可能是扫描件）。",
};

const en: Sentences = {
  formatUnknown: "The format is not known; save it as docx, pdf, html, md or txt.",
  fileEmpty: "The file is empty.",
  fileTooLarge: "The file is larger than 50 MB.",
  fileTooMuch: "There is too much text, or too many pages, in it.",
  fileDamaged: "The file is damaged; save it again.",
  fileEncrypted: "The file has a password; take it off.",
  noText: "There is no text in it (a scan, perhaps).",
};

export const reportFileText = (lang: Language, { code }: FileRefusal): string =>
  (lang === "en" ? en : zh)[code];
