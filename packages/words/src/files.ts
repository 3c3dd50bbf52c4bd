// Exactly one sentence per reason why a file is not accepted as evidence, and how its size is written.

import type { UploadRefusal } from "@yinuo/evidence";
import type { Language } from "@yinuo/period";

type Sentences = {
  readonly [C in UploadRefusal["code"]]: (
    refusal: Extract<UploadRefusal, { readonly code: C }>,
    lang: Language,
  ) => string;
};

const zh: Sentences = {
  fileTooLarge: ({ name, bytes, most }, lang) =>
    `“${name}”有 ${fileSize(bytes, lang)}，每个文件最大 ${fileSize(most, lang)}，请压缩后再传。`,
  tooManyFiles: ({ count, most }) => `选了 ${count} 个文件，一次最多 ${most} 个，其余的请另记一条进展。`,
  pictureDamaged: ({ name }) => `“${name}”不完整或已损坏，无法打开，请重新拍摄或重新导出。`,
  scriptedFile: ({ name }) => `“${name}”是网页或 SVG，可能带有脚本，不能作为佐证；请改传照片或 PDF。`,
  fileKindUnknown: ({ name }) =>
    `“${name}”不是可以接收的文件；请上传照片（JPEG、PNG、WebP、HEIC）、PDF、docx、xlsx、pptx、odt、ods、csv 或 txt。`,
  fileEncrypted: ({ name }) =>
    `“${name}”设有打开密码，无法检查其中有没有个人信息；请取消密码后另存，再上传。`,
  fileDamaged: ({ name }) => `“${name}”已损坏，无法打开检查；请重新导出或另存后再上传。`,
  fileTooMuch: ({ name }) => `“${name}”内容过多或展开后过大，无法检查完；请只留与此事有关的部分再上传。`,
};

const en: Sentences = {
  fileTooLarge: ({ name, bytes, most }, lang) =>
    `“${name}” has ${fileSize(bytes, lang)} and a file may have ${fileSize(most, lang)}; make it smaller and send it again.`,
  tooManyFiles: ({ count, most }) =>
    `${count} files were chosen and ${most} go with one entry; record the others with another.`,
  pictureDamaged: ({ name }) =>
    `“${name}” is cut short or damaged and cannot be opened; take or export it again.`,
  scriptedFile: ({ name }) =>
    `“${name}” is a web page or SVG and may carry a script, so it is no evidence; send a photograph or a PDF.`,
  fileKindUnknown: ({ name }) =>
    `“${name}” is no file that is accepted; send a photograph (JPEG, PNG, WebP, HEIC), PDF, docx, xlsx, pptx, odt, ods, csv or txt.`,
  fileEncrypted: ({ name }) =>
    `“${name}” opens only with a password, so nobody can check it for personal data; remove the password and send it again.`,
  fileDamaged: ({ name }) =>
    `“${name}” is damaged and cannot be checked; export or save it anew and send it again.`,
  fileTooMuch: ({ name }) =>
    `“${name}” holds too much to be checked to its end, or unpacks to too much; send only the part that matters here.`,
};

const sentences: Readonly<Record<Language, Sentences>> = { "zh-CN": zh, en };

export const uploadText = (lang: Language, refusal: UploadRefusal): string => {
  const sentence = sentences[lang][refusal.code] as (refusal: UploadRefusal, lang: Language) => string;
  return sentence(refusal, lang);
};

/** A size of a file in the reader's digits. */
export const fileSize = (bytes: number, lang: Language): string => {
  const figure = (value: number, decimals = 0): string =>
    value.toLocaleString(lang, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  if (bytes < 1024) return `${figure(bytes)} B`;
  if (bytes < 1024 ** 2) return `${figure(bytes / 1024)} KB`;
  return `${figure(bytes / 1024 ** 2, 1)} MB`;
};
