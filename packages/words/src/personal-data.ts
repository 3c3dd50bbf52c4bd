// What is said where personal data was found in a text that is about to be published.

import type { FilePlace, FoundInFile, FoundInside, FoundText } from "@yinuo/core";
import type { Language } from "@yinuo/period";

type Find = FoundText["finds"][number];
type Words = {
  readonly kinds: Readonly<Record<FoundInFile["kind"], string>>;
  readonly certainty: Readonly<Record<Find["certainty"], string>>;
  readonly part: (kind: string, find: Find) => string;
  readonly and: string;
  readonly places: Readonly<Record<FilePlace["part"], (name: string) => string>>;
  readonly inPlace: (place: string, kind: string, masked: string) => string;
  readonly andMore: (count: number) => string;
  readonly colon: (place: string, kind: string) => string;
  readonly inFile: (file: string) => string;
  readonly fileHelp: string;
  readonly title: string;
  readonly lead: string;
  readonly masked: string;
  readonly mask: string;
  readonly keep: string;
  readonly keepHint: string;
  readonly keepImport: string;
  readonly keepAndGoOn: string;
  readonly editDraft: string;
  readonly heldBack: (held: number, published: number) => string;
  readonly heldHelp: string;
};

const zh: Words = {
  kinds: {
    residentId: "身份证号",
    mobile: "手机号",
    landline: "固定电话",
    bankCard: "银行卡号",
    plate: "车牌号",
    email: "电子邮箱",
    passport: "护照或通行证号",
    personName: "作者姓名",
  },
  certainty: { certain: "确定", likely: "疑似" },
  part: (kind, { text, masked }) => `${kind}“${text}”（可改为“${masked}”）`,
  and: "、",
  places: {
    page: (name) => `第 ${name} 页`,
    sheet: (name) => `工作表 ${name}`,
    slide: (name) => `第 ${name} 张幻灯片`,
    slideNotes: (name) => `第 ${name} 张幻灯片的备注`,
    line: (name) => `第 ${name} 行`,
    body: () => "正文",
    header: () => "页眉",
    footer: () => "页脚",
    notes: () => "脚注或尾注",
    comments: () => "批注或修订",
    properties: () => "文件属性",
    links: () => "链接或目录",
    embedded: (name) => `内嵌文件 ${name}`,
    other: (name) => `其他部分（${name}）`,
  },
  inPlace: (place, kind, masked) => `${place}的${kind}“${masked}”`,
  andMore: (count) => `等 ${count} 处`,
  colon: (place, kind) => `${place}，${kind}：`,
  inFile: (file) => `文件“${file}”里有个人信息`,
  fileHelp:
    "系统不改动文件。请在原文件中去掉（作者姓名在“文件—信息—检查文档”里删除）后换一个文件；确需公开的，在下面写明理由。",
  title: "公众将看到的内容",
  lead: "标出的是个人信息。请脱敏后提交；确需公开的（如单位的公开电话），写明理由后保留，理由会一并公开。",
  masked: "脱敏后：",
  mask: "脱敏后提交",
  keep: "保留个人信息的理由",
  keepHint: "如：这是单位对外公开的办公电话。理由记入留痕并公开，其中不能再有个人信息。",
  keepImport:
    "有的行里有个人信息，请在原表中改为脱敏的写法；确需公开的，写明理由后重新预览，理由会一并公开。",
  keepAndGoOn: "说明理由后公开",
  editDraft: "修改草稿",
  heldBack: (held, published) => `已公开 ${published} 项；${held} 项草稿中有个人信息，没有公开`,
  heldHelp: "请打开草稿脱敏，或写明保留的理由后公开。",
};

const en: Words = {
  kinds: {
    residentId: "ID number",
    mobile: "mobile number",
    landline: "telephone number",
    bankCard: "bank card number",
    plate: "number plate",
    email: "e-mail address",
    passport: "passport or permit number",
    personName: "author's name",
  },
  certainty: { certain: "certain", likely: "likely" },
  part: (kind, { text, masked }) => `${kind} “${text}” (could be “${masked}”)`,
  and: ", ",
  places: {
    page: (name) => `page ${name}`,
    sheet: (name) => `sheet ${name}`,
    slide: (name) => `slide ${name}`,
    slideNotes: (name) => `the notes of slide ${name}`,
    line: (name) => `line ${name}`,
    body: () => "the text",
    header: () => "the header",
    footer: () => "the footer",
    notes: () => "a footnote",
    comments: () => "comments or tracked changes",
    properties: () => "the file's properties",
    links: () => "a link or the outline",
    embedded: (name) => `the file inside, ${name}`,
    other: (name) => `another part (${name})`,
  },
  inPlace: (place, kind, masked) => `${kind} “${masked}” in ${place}`,
  andMore: (count) => ` and others, ${count} in all`,
  colon: (place, kind) => `${place}, ${kind}:`,
  inFile: (file) => `The file “${file}” holds personal data`,
  fileHelp:
    "Files are published as they are. Take it out of the file (an author's name goes with File, Info, Inspect Document) and choose the new file; if it has to be public, give the reason below.",
  title: "This is what the public will see",
  lead: "Personal data is marked. Submit it masked; if it has to be public (an office's own telephone number), keep it with a reason, which is published too.",
  masked: "Masked: ",
  mask: "Mask and submit",
  keep: "Why personal data is kept",
  keepHint:
    "For example: this is the office's public telephone number. The reason is kept in the history and published; it cannot hold personal data itself.",
  keepImport:
    "Some rows hold personal data. Mask it in the sheet; if it has to be public, give a reason and preview again. The reason is published too.",
  keepAndGoOn: "Publish with this reason",
  editDraft: "Edit the draft",
  heldBack: (held, published) =>
    `${published} published; ${held === 1 ? "1 draft holds" : `${held} drafts hold`} personal data and ${held === 1 ? "was" : "were"} not published`,
  heldHelp: "Open the drafts and mask it, or publish them with a reason.",
};

export const personalDataWords: Readonly<Record<Language, Words>> = { "zh-CN": zh, en };

/** Every find of a text, each with what it could be instead. */
export const findsText = (lang: Language, { finds }: FoundText): string => {
  const { part, kinds, and } = personalDataWords[lang];
  return finds.map((find) => part(kinds[find.kind], find)).join(and);
};

/** The first finds of a file with their places, and how many there are. */
export const findsInFileText = (lang: Language, { found, count }: FoundInside): string => {
  const { and, andMore, inPlace } = personalDataWords[lang];
  const named = found
    .slice(0, 3)
    .map((find) => inPlace(placeText(lang, find), personalDataWords[lang].kinds[find.kind], find.masked));
  return named.join(and) + (count > named.length ? andMore(count) : "");
};

export const placeText = (lang: Language, { place }: FoundInFile): string =>
  personalDataWords[lang].places[place.part](place.name ?? "");
