// What is said where personal data was found in a text that is about to be published.

import type { FoundText } from "@yinuo/core";
import type { Language } from "@yinuo/period";

type Find = FoundText["finds"][number];
type Words = {
  readonly kinds: Readonly<Record<Find["kind"], string>>;
  readonly certainty: Readonly<Record<Find["certainty"], string>>;
  readonly part: (kind: string, find: Find) => string;
  readonly and: string;
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
  },
  certainty: { certain: "确定", likely: "疑似" },
  part: (kind, { text, masked }) => `${kind}“${text}”（可改为“${masked}”）`,
  and: "、",
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
  },
  certainty: { certain: "certain", likely: "likely" },
  part: (kind, { text, masked }) => `${kind} “${text}” (could be “${masked}”)`,
  and: ", ",
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
