// What a number is for, by the words before it: a level, a change, the level of an earlier time, an average growth.

/** `change`: 增加3件. `base`: 去年同期为3件. `excluded`: 不含3件. `level`: all else. */
export type Role = "level" | "change" | "base" | "excluded";

const CHANGE =
  /(?:增长|增加|增幅|增速|净增|递增|增|减少|下降|降低|降幅|提高|上升|提升|回升|增收|减收|减|降|上涨|下跌|涨|跌|扩大|缩小|收窄|回落|高出|高于|低于|多|少|高|低|快于|翻)了?(?:约|近|了)?$|(?:increased?|decreased?|rose|risen|fell|fallen|dropp?e?d?|up|down|grew|grown|gained|lost|reduced|reduction|growth|rise|fall|growing|rising|falling)(?: (?:of|by))?(?: (?:a|an))?$/i;
const BASE =
  /(?:去年同期|上年同期|去年|上年|上年度|同期|前年|上一年|上期|上月|上季度)(?:末|全年|度)?[^，。]{0,6}$|(?:from|compared (?:to|with)|last year|previous year)[^,.]{0,24}$/i;
const COMPARED = /[比较]/;
const EXCLUDED = /(?:不含|不包括|除|扣除|另有|另外|此外)[^，。]{0,12}$/;

export const roleOf = (label: string, clause: string): Role => {
  const near = label.slice(-32);
  if (CHANGE.test(near)) return "change";
  if (EXCLUDED.test(near)) return "excluded";
  return BASE.test(near) && !COMPARED.test(near) && !/^(?:比|较)/.test(clause.trim()) ? "base" : "level";
};

/** Wanted, not reached: 力争, 目标, 预计, will. */
const TARGET =
  /力争|目标|预期|预计|计划|拟|确保|争取|有望|要求|将达|将增|将实现|左右|以上|不低于|控制在|will |target|expect|aim|plan(?:s|ned)? to|forecast/;
/** At constant prices or on another basis: never tested against nominal values. */
const REAL =
  /可比价|不变价|可比口径|同口径|可比|实际增长|剔除|扣除|新口径|口径|real terms|constant prices|comparable/;
/** Printed as rates at constant prices even where the text does not say so. */
const REAL_BY_NAME =
  /生产总值|GDP|增加值|经济总量|国民经济|可支配收入|纯收入|农民收入|居民收入|固定资产投资|工业总产值/;
/** Per year over several years. */
const YEARLY = /年均|年平均|每年平均|年递增|复合|per year|annually|a year|annual average/;

export const isTarget = (text: string): boolean => TARGET.test(text);
export const isReal = (text: string): boolean => REAL.test(text) || REAL_BY_NAME.test(text);
/** Of a figure: a word of prices counts for the whole sentence, the name of an indicator for its own clauses only. */
export const isRealIn = (sentence: string, own: string): boolean =>
  REAL.test(sentence) || REAL_BY_NAME.test(own);
export const isYearly = (text: string): boolean => YEARLY.test(text);

const UP = /增|升|涨|提高|扩大|高于|高出|多|increase|rise|rose|up|grew|grow|higher|gain|more/i;
const DOWN = /减|降|跌|回落|收窄|缩小|低于|少|decrease|decline|fall|fell|down|drop|reduc|lower|fewer|less/i;

/** +1, −1, or 0 where the words do not tell. */
export const directionOf = (words: string): -1 | 0 | 1 => {
  const [up, down] = [UP.test(words), DOWN.test(words)];
  return up === down ? 0 : up ? 1 : -1;
};
