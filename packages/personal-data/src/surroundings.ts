// What stands beside a number decides whether it is somebody's number, a figure or part of a code.

/** What may stand between the groups of one number: a space, a dash or a dot, with a space on either side. */
export const gap = " ?[-.·]? ?";

const reach = 24;

/** The text before a place; a line break stands for the beginning. */
export function textBefore(text: string, at: number, length = reach): string {
  return at <= length ? `\n${text.slice(0, at)}` : text.slice(at - length, at);
}

/** The text after a place. */
export function textAfter(text: string, at: number, length = reach): string {
  return text.slice(at, at + length);
}

/** 电话回访 and its like count calls. */
export const phoneWord =
  /(?:(?:电话|手机|来电|短信)(?!回访|受理|办理|接听|咨询|调查|抽查|访问|热线|用户)|座机|固话|传真|联系|致电|拨打|微信|号码|(?<![a-z])(?:tel|telephone|phone|mobile|wechat|whatsapp|fax|call)(?![a-z]))[^\n。；;!?,，\d]{0,10}$/i;
export const idWord = /(?:身份证|身份号码|证件号|居住证|idcard|id card|id no)[^\n。；;\d]{0,8}$/i;
export const cardWord =
  /(?:卡号|银行卡|储蓄卡|借记卡|信用卡|工资卡|一卡通|账号|帐号|账户|帐户|card)[^\n。；;\d]{0,8}$/i;

/** 编号, 单号, 税号…: a number of a thing or an institution. */
const codeWord =
  /(?:编号|编码|代码|单号|文号|案号|批号|税号|识别号|注册号|备案号|许可证号|合同号|发票号|流水号|序列号|序号|受理号|订单|流水|条码|isbn|issn|imei|code|serial|order)[号为是:： #.]{0,4}$/i;

export function isCalledCode(text: string, start: number): boolean {
  return codeWord.test(textBefore(text, start));
}

const moneyBefore =
  /(?:[¥$€£]|rmb|usd|cny|人民币|金额|合计|共计|总计|总额|预算|决算|支出|收入|资金|投资|产值)[为达约计:： ]{0,3}$/i;
const unitAfter = new RegExp(
  `^ ?(?:[%‰元件吨℃]|本(?![人市院所])|[万亿](?:元|人|件|户|吨|个|次|千瓦|立方|平方)|美元|港元|欧元|日元|英镑|人民币|rmb|usd|cny|人次|` +
    `人(?![工员才名家大]|民(?!币))|次(?![日月年])|户(?![主籍口])|个(?![人体])|立方|平方|公里|公斤|千瓦|kwh|[kmgt]b(?![a-z])|bytes?)`,
  "i",
);

/** An amount or a count: money before it, a unit after it, or a decimal part. */
export function isFigure(text: string, { start, end }: Span): boolean {
  return (
    moneyBefore.test(textBefore(text, start)) ||
    unitAfter.test(textAfter(text, end)) ||
    isDecimal(text, { start, end })
  );
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 0.13800001234 or 13800001234.50. "1.13800001234" at the head of a line is an item of a list. */
export function isDecimal(text: string, { start, end }: Span): boolean {
  const before = textBefore(text, start);
  if (/\d\.$/.test(before) && !/\n *[1-9]\d?\.$/.test(before)) return true;
  return /^\.\d{1,6}(?!\d)/.test(textAfter(text, end, 8));
}

/** Latin letters glued to a number: none, a label such as "tel", part of a hash, or part of some code. */
export type Letters = "none" | "label" | "hash" | "code";

const label =
  /^(?:tel|phone|mobile|mob|cell|call|wechat|weixin|wx|vx|v|whatsapp|sms|fax|ph|no|id|qq|m|t|p|f)$/i;
/** Sixteen or more hexadecimal digits in one piece, or a UUID (RFC 9562). */
const hash =
  /(?:^|-)(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{16,}(?:-|$)|^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const longestToken = 140;

export function lettersBeside(text: string, { start, end }: Span): Letters {
  if (!isTokenCharacter(text, start - 1) && !isTokenCharacter(text, end)) return "none";
  let from = start;
  while (start - from < longestToken && isTokenCharacter(text, from - 1)) from--;
  let to = end;
  while (to - end < longestToken && isTokenCharacter(text, to)) to++;
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  if (hash.test(text.slice(from, to))) return "hash";
  const glued = `${/[a-z]*$/i.exec(before)?.[0]}|${/^[a-z]*/i.exec(after)?.[0]}`;
  if (glued === "|") return "none";
  return glued.endsWith("|") && label.test(glued.slice(0, -1)) ? "label" : "code";
}

const isTokenCharacter = (text: string, at: number): boolean => /[0-9a-z-]/i.test(text.charAt(at));
