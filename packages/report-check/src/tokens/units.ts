// The units after a number: what is counted one by one, what is measured, and the scale words between.

import { wordAt } from "./sticky.ts";

/** Counted one by one: without 万 or 亿 such a number is exact. */
const COUNTED =
  "人次 件次 场次 批次 户次 家次 辆次 架次 车次 班次 台次 人 件 个 项 户 条 次 起 家 名 例 宗 份 场 处 所 辆 座 台 套 批 部 篇 种 类 支 只 头 架 艘 位 对 幢 栋 间 张 本 册 期 轮 案 门 道 尾 株 棵 盏 枚 块 片 层 款 笔 单 艇 组 人（次） 人(次) 件(次) 标箱 期次 站 段 口 根 眼 羽 匹 节 则 幅 集 首 句 步 级 点 阶段 领域 方面";
/** Measured: the last printed digit may be rounded. */
const MEASURED =
  "平方公里 平方千米 平方米 立方米 吨标准煤 千瓦时 公斤 千克 公里 千米 公顷 小时 分钟 个月 个小时 个工作日 工作日 毫米 厘米 毫升 毫克 微克 千瓦 兆瓦 美元 欧元 英镑 港元 日元 卢布 元 吨 克 米 亩 升 瓦 度 ℃ 摄氏度 岁 天 日 年 周 月 秒 分 斤 两 盎司 标准箱 m³ m² km km² kg g t kWh MWh GWh kW MW GW GB TB MB ha mm cm";

const counted = COUNTED.split(" ");
const measured = MEASURED.split(" ");
const alternatives = [...counted, ...measured]
  .toSorted((a, b) => b.length - a.length)
  .map((unit) => unit.replace(/[()（）]/g, "\\$&"))
  .join("|");

const UNIT = new RegExp(`(?:${alternatives})`, "y");
const RATE = new RegExp(`(?:/|每)(?:[十百千万亿]{0,2})(?:${alternatives})`, "y");
const isCounted: ReadonlySet<string> = new Set(counted);

export type Unit = { readonly end: number; readonly unit: string; readonly counted: boolean };

/** A unit stands at once or after one space; `元/吨` is one unit. */
export const readUnit = (text: string, at: number): Unit | undefined => {
  const from = at + (text[at] === " " ? 1 : 0);
  const unit = wordAt(UNIT, text, from);
  // km, kg and t end where the letters end; 年 before 末 and 分 before 别 count nothing.
  if (unit === undefined || breaksWord(unit, text, from + unit.length)) return undefined;
  const end = from + unit.length;
  const rate = wordAt(RATE, text, end);
  if (rate !== undefined) return { end: end + rate.length, unit: unit + rate, counted: false };
  return { end, unit, counted: isCounted.has(unit) };
};

const NO_UNIT_BEFORE: Readonly<Record<string, RegExp>> = {
  分: /[别之]/,
  级: /[以联]/,
  点: /[多击]/,
  日: /[前内起止至]/,
  人: /均/,
  项: /目(?!前)/,
  道: /路/,
  次: /产|要|生|日/,
};

const breaksWord = (unit: string, text: string, end: number): boolean => {
  const next = text[end] ?? "";
  if (/[a-z]$/i.test(unit)) return /[a-z]/i.test(next);
  return unit !== "项" && unit !== "道" && (NO_UNIT_BEFORE[unit]?.test(next) ?? false);
};

const SCALE = /(?:万亿|[十百千]?万(?!分之)|[十百千]?亿|千(?![米克瓦])|百(?!分))/y;
const FACTOR: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };

export type Scale = { readonly end: number; readonly factor: number };

export const readScale = (text: string, at: number): Scale | undefined => {
  const from = at + (text[at] === " " ? 1 : 0);
  const signs = wordAt(SCALE, text, from);
  if (signs === undefined) return undefined;
  return { end: from + signs.length, factor: [...signs].reduce((all, sign) => all * (FACTOR[sign] ?? 1), 1) };
};

const ENGLISH_SCALE = / ?(?:(thousand|million|billion|trillion)(?![a-z])|(bn|m|k)(?![a-z]))/iy;
const ENGLISH: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

/** "1.2 million"; m, bn and k only after a currency sign. */
export const readEnglishScale = (text: string, at: number, money: boolean): Scale | undefined => {
  ENGLISH_SCALE.lastIndex = at;
  const found = ENGLISH_SCALE.exec(text);
  const word = found?.[1] ?? (money ? found?.[2] : undefined);
  if (found === null || word === undefined) return undefined;
  return { end: at + found[0].length, factor: ENGLISH[word.toLowerCase()] ?? 1 };
};
