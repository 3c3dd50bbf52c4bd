// Exactly one sentence per reason why a file is not accepted, and the words around choosing files.

import type { UploadRefusal } from "../desk/uploads.ts";
import type { Lang } from "../lang.ts";
import { fileSize, figure } from "../parts/index.ts";

type Sentences = {
  readonly [C in UploadRefusal["code"]]: (
    refusal: Extract<UploadRefusal, { readonly code: C }>,
    lang: Lang,
  ) => string;
};

const zh: Sentences = {
  fileTooLarge: ({ name, bytes, most }, lang) =>
    `“${name}”有 ${fileSize(bytes, lang)}，每个文件最大 ${fileSize(most, lang)}，请压缩后再传。`,
  tooManyFiles: ({ count, most }, lang) =>
    `选了 ${figure(count, lang)} 个文件，一次最多 ${most} 个，其余的请另记一条进展。`,
  heicPicture: ({ name }) =>
    `“${name}”是 HEIC 格式的照片，多数浏览器打不开；请在手机相机设置中改为“兼容性最佳”（JPEG）后重拍，或转成 JPEG 再传。`,
  pictureDamaged: ({ name }) => `“${name}”不完整或已损坏，无法打开，请重新拍摄或重新导出。`,
  scriptedFile: ({ name }) => `“${name}”是网页或 SVG，可能带有脚本，不能作为佐证；请改传照片或 PDF。`,
  fileKindUnknown: ({ name }) =>
    `“${name}”不是可以接收的文件；请上传照片（JPEG、PNG、WebP）、PDF、xlsx、docx、csv 或 txt。`,
};

const en: Sentences = {
  fileTooLarge: ({ name, bytes, most }, lang) =>
    `“${name}” has ${fileSize(bytes, lang)} and a file may have ${fileSize(most, lang)}; make it smaller and send it again.`,
  tooManyFiles: ({ count, most }, lang) =>
    `${figure(count, lang)} files were chosen and ${most} go with one entry; record the others with another.`,
  heicPicture: ({ name }) =>
    `“${name}” is a HEIC photograph, which most browsers cannot show; set the camera to “most compatible” (JPEG) or convert it first.`,
  pictureDamaged: ({ name }) =>
    `“${name}” is cut short or damaged and cannot be opened; take or export it again.`,
  scriptedFile: ({ name }) =>
    `“${name}” is a web page or SVG and may carry a script, so it is no evidence; send a photograph or a PDF.`,
  fileKindUnknown: ({ name }) =>
    `“${name}” is no file that is accepted; send a photograph (JPEG, PNG, WebP), PDF, xlsx, docx, csv or txt.`,
};

const sentences: Readonly<Record<Lang, Sentences>> = { "zh-CN": zh, en };

export const uploadText = (lang: Lang, refusal: UploadRefusal): string => {
  const sentence = sentences[lang][refusal.code] as (refusal: UploadRefusal, lang: Lang) => string;
  return sentence(refusal, lang);
};

export const uploadWords = {
  "zh-CN": {
    files: "照片或文件",
    hint: (files: number, size: string) =>
      `最多 ${files} 个，每个不超过 ${size}。照片会自动转正并去掉位置信息；请勿拍到个人面部、证件或车牌。`,
    photo: "拍照",
    file: (n: number) => `第 ${n} 个照片或文件`,
    caption: (n: number) => `第 ${n} 个文件的说明`,
    captionHint: "图中是什么、在哪里。不写就用文件名。",
    showsOn: "照片或文件反映的日期",
    kept: "已收到，无需重选",
    drop: "不要这个文件",
  },
  en: {
    files: "Photographs or files",
    hint: (files: number, size: string) =>
      `Up to ${files}, each at most ${size}. Photographs are turned upright and lose their location; show no faces, papers or plates.`,
    photo: "Take a photograph",
    file: (n: number) => `Photograph or file ${n}`,
    caption: (n: number) => `Caption of file ${n}`,
    captionHint: "What it shows, and where. Without one the file's name stands.",
    showsOn: "Day the files show",
    kept: "Received, no need to choose it again",
    drop: "Leave this file out",
  },
} as const;
