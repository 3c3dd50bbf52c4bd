// Why a file or one of its cells cannot be read: one sentence per code and language, beside the decisions' refusals.

import type { Refusal } from "@yinuo/core";
import type { Refusal as FileRefusal, Warning } from "@yinuo/spreadsheet";
import { COLUMNS, headerOf, type ImportNoun, type TableRefusal } from "@yinuo/tables";
import type { Language } from "@yinuo/period";
import { refusalText } from "./refusals.ts";

type OwnRefusal = Exclude<TableRefusal, Refusal>;
type Sentences<T extends { readonly code: string }, Said = string> = {
  readonly [C in T["code"]]: (told: Told<T, C>) => Said;
};
/** Some codes share one shape, so a member is found by one of its codes. */
type Told<T, C> = T extends { readonly code: infer Codes } ? (C extends Codes ? T : never) : never;

const cellsZh: Sentences<OwnRefusal> = {
  percentAmbiguous: ({ typed }) =>
    `同列有的写了百分号，有的没有；“${typed}”可能是百分之${typed}，也可能是小数，请在“怎样读”里选定。`,
  numberAmbiguous: ({ typed }) =>
    `“${typed}”里的逗号或点可能是千分位，也可能是小数，请在“怎样读”里选定小数写法。`,
  cellError: ({ typed }) => `单元格是公式错误“${typed}”，请在原表中改正。`,
  rowRagged: ({ found, expected, fullWidthComma }) =>
    `这一行有 ${found} 格，应为 ${expected} 格${fullWidthComma ? "；其中有全角逗号“，”，是否本该是分隔符？" : "，请在原表中补齐。"}`,
  columnMissing: ({ key }) => `没有指定“${key}”在哪一列。`,
  bodyNameTwice: ({ name }) => `有两个单位都叫“${name}”，请改用单位编码。`,
  twiceInFile: ({ firstRow }) => `与第 ${firstRow} 行是同一项，只能保留一行。`,
};

const cellsEn: Sentences<OwnRefusal> = {
  percentAmbiguous: ({ typed }) =>
    `Some cells of this column have a percent sign and others do not; “${typed}” may be either. Choose under “How it is read”.`,
  numberAmbiguous: ({ typed }) =>
    `The comma or point in “${typed}” may part thousands or decimals. Choose under “How it is read”.`,
  cellError: ({ typed }) => `The cell holds the formula error “${typed}”; correct it in the sheet.`,
  rowRagged: ({ found, expected, fullWidthComma }) =>
    `This row has ${found} cells instead of ${expected}${fullWidthComma ? "; it contains the full-width comma “，”, perhaps meant as a separator." : "; complete it in the sheet."}`,
  columnMissing: ({ key }) => `No column was chosen for “${key}”.`,
  bodyNameTwice: ({ name }) => `Two bodies are called “${name}”; use the body's code.`,
  twiceInFile: ({ firstRow }) => `The same record as row ${firstRow}; keep only one of them.`,
};

const OWN = { "zh-CN": cellsZh, en: cellsEn } as const;

type Named = { readonly noun: ImportNoun; readonly bodyName: (code: string) => string | undefined };

export const cellRefusalText = (lang: Language, error: TableRefusal, { noun, bodyName }: Named): string => {
  if (error.code in OWN[lang]) {
    const sentence = OWN[lang][error.code as OwnRefusal["code"]] as (told: TableRefusal) => string;
    return sentence(
      error.code === "columnMissing" ? { ...error, key: columnName(lang, noun, error.key) } : error,
    );
  }
  return refusalText(lang, error as Refusal, bodyName);
};

export const columnName = (lang: Language, noun: ImportNoun, key: string): string => {
  const column = COLUMNS[noun].find((one) => one.key === key);
  return column === undefined ? key : headerOf(column, lang);
};

const MB = 1024 * 1024;

const filesZh: Sentences<FileRefusal> = {
  encrypted: () => "文件设有打开密码，无法读取。请在 Excel 或 WPS 中取消密码后另存，再上传。",
  damaged: (told) =>
    "row" in told
      ? `第 ${told.row} 行的引号没有配对，后面的内容分不清属于哪一格，请在原表中改正。`
      : "文件已损坏，无法读取。请用 Excel 或 WPS 打开后另存一份，再上传。",
  empty: ({ hiddenSheets }) =>
    hiddenSheets.length > 0
      ? `可见的工作表都是空的；另有隐藏的工作表：${hiddenSheets.join("、")}。`
      : "表格里没有内容，请检查是否选对了文件。",
  tooLarge: ({ what, limit, found }) =>
    what.endsWith("ytes")
      ? `文件有 ${Math.ceil(found / MB)} MB，最多 ${limit / MB} MB，请拆分后分次导入。`
      : `表格太大（${found}，最多 ${limit}），请拆分后分次导入。`,
  tooManySheets: ({ limit, found }) => `工作簿有 ${found} 张工作表，最多 ${limit} 张，请只留要导入的。`,
  notSpreadsheet: ({ looksLike }) =>
    `这不是表格（看起来是 ${looksLike}）。请上传 xlsx、xls、csv，或把单元格粘贴进来。`,
  noSuchSheet: ({ sheets }) => `工作簿只有 ${sheets} 张工作表，请重新选择。`,
  noSuchHeaderRow: ({ row }) => `第 ${row} 行不能作表头，请重新选择。`,
};

const filesEn: Sentences<FileRefusal> = {
  encrypted: () =>
    "The file is protected by a password and cannot be read. Remove the password in Excel or WPS, save it, and upload it again.",
  damaged: (told) =>
    "row" in told
      ? `Row ${told.row} has a quotation mark that is never closed, so the cells after it cannot be told apart; correct it in the sheet.`
      : "The file is damaged and cannot be read. Open it in Excel or WPS, save a copy, and upload that.",
  empty: ({ hiddenSheets }) =>
    hiddenSheets.length > 0
      ? `Every visible sheet is empty; hidden sheets: ${hiddenSheets.join(", ")}.`
      : "The spreadsheet is empty; is it the right file?",
  tooLarge: ({ what, limit, found }) =>
    what.endsWith("ytes")
      ? `The file has ${Math.ceil(found / MB)} MB, at most ${limit / MB} MB; split it and import the parts.`
      : `The sheet is too large (${found} ${what}, at most ${limit}); split it and import the parts.`,
  tooManySheets: ({ limit, found }) =>
    `The workbook has ${found} sheets, at most ${limit}; keep only those to import.`,
  notSpreadsheet: ({ looksLike }) =>
    `This is not a spreadsheet (it looks like: ${looksLike}). Upload xlsx, xls or csv, or paste the cells.`,
  noSuchSheet: ({ sheets }) => `The workbook has only ${sheets} sheets; choose again.`,
  noSuchHeaderRow: ({ row }) => `Row ${row} cannot be the header; choose again.`,
};

export const fileRefusalText = (lang: Language, error: FileRefusal): string => {
  const sentence = (lang === "en" ? filesEn : filesZh)[error.code] as (told: FileRefusal) => string;
  return sentence(error);
};

const warningsZh: Sentences<Warning> = {
  tooFewCells: ({ row, found, expected }) => `第 ${row} 行只有 ${found} 格（应为 ${expected} 格）`,
  tooManyCells: ({ row, found, expected }) => `第 ${row} 行有 ${found} 格（应为 ${expected} 格）`,
  undecodable: ({ row, rows }) => `从第 ${row} 行起有 ${rows} 行含有无法解码的文字，请看文字编码是否选对`,
  formulaError: ({ row, letter, error }) => `${letter}${row} 是公式错误 ${error}`,
  mergedRepeated: ({ row, letter, rows }) => `${letter}${row} 的合并单元格已按 ${rows} 行重复读取`,
  duplicateHeader: ({ letter, header }) => `${letter} 列的表头“${header}”与前面的列相同`,
  emptyHeader: ({ letter }) => `${letter} 列没有表头`,
  nameDisagrees: ({ format }) => `文件扩展名与内容不符，已按内容（${format}）读取`,
};

const warningsEn: Sentences<Warning> = {
  tooFewCells: ({ row, found, expected }) => `Row ${row} has only ${found} cells (expected ${expected})`,
  tooManyCells: ({ row, found, expected }) => `Row ${row} has ${found} cells (expected ${expected})`,
  undecodable: ({ row, rows }) =>
    `${rows} rows from row ${row} on contain text that cannot be decoded; check the encoding`,
  formulaError: ({ row, letter, error }) => `${letter}${row} holds the formula error ${error}`,
  mergedRepeated: ({ row, letter, rows }) =>
    `The merged cell at ${letter}${row} was read for its ${rows} rows`,
  duplicateHeader: ({ letter, header }) => `Column ${letter} has the same header “${header}” as one before`,
  emptyHeader: ({ letter }) => `Column ${letter} has no header`,
  nameDisagrees: ({ format }) =>
    `The file's name and content disagree; it was read by its content (${format})`,
};

export const warningText = (lang: Language, warning: Warning): string => {
  const sentence = (lang === "en" ? warningsEn : warningsZh)[warning.code] as (told: Warning) => string;
  return sentence(warning);
};
