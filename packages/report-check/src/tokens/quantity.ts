// One quantity: number, scale, unit and the loose words around it, read into a value with its interval.

import { boundAfter, boundBefore, loosened } from "./bounds.ts";
import { isNumeralSign, readChineseNumeral } from "./chinese-numeral.ts";
import { readDigits } from "./digits.ts";
import { readEnglishNumeral } from "./english-numeral.ts";
import { matchAt, wordAt } from "./sticky.ts";
import type { Bound, Quantity, Sort } from "./token.ts";
import { readEnglishScale, readScale, readUnit } from "./units.ts";

/** A number with its scale, before its unit. */
type Amount = {
  readonly end: number;
  readonly value: number;
  readonly decimals: number;
  readonly step: number;
  readonly bound: Bound;
  readonly script: "digits" | "chinese" | "english";
  readonly weak: boolean;
};

type Kind = { readonly end: number; readonly sort: Sort; readonly unit: string; readonly factor: number };

export const readQuantity = (text: string, at: number): Quantity | undefined => {
  const worded = readWorded(text, at);
  if (worded !== undefined) return worded;
  const amount = readAmount(text, at);
  if (amount === undefined) return undefined;
  const kind = readKind(text, amount, text[at - 1] ?? "");
  if (kind === undefined) return undefined;
  const range = rangeTo(text, at, amount, kind);
  const before = boundBefore(text, at);
  const after = boundAfter(text, kind.end);
  const bound = [before.bound, amount.bound, after.bound].find((each) => each !== "exact") ?? "exact";
  const end = after.end;
  return range ?? built(text, { at, end, from: before.from, bound, amount, kind });
};

type Built = {
  readonly at: number;
  readonly end: number;
  readonly from: number;
  readonly bound: Bound;
  readonly amount: Amount;
  readonly kind: Kind;
};

const built = (text: string, { at, end, from, bound, amount, kind }: Built): Quantity => {
  const [value, step] = [amount.value * kind.factor, amount.step * kind.factor];
  // A count in ones was counted; everything else was rounded to its last digit.
  const half = kind.sort === "count" && step === 1 && amount.decimals === 0 ? 0 : step / 2;
  return {
    is: "quantity",
    start: at,
    end,
    lexeme: text.slice(at, end),
    sort: kind.sort,
    value,
    decimals: amount.decimals,
    step,
    interval: loosened(value, half, bound),
    unit: kind.unit,
    bound,
    weak: amount.weak,
    from,
  };
};

const readAmount = (text: string, at: number): Amount | undefined => {
  const digits = readDigits(text, at);
  if (digits !== undefined) return scaled(text, { ...digits, at, step: 10 ** -digits.decimals });
  const english = readEnglishNumeral(text, at);
  if (english !== undefined) {
    const { end, value, words } = english;
    if (/[a-z]/i.test(text[end] ?? "")) return undefined;
    return {
      end,
      value,
      decimals: 0,
      step: 1,
      bound: "exact",
      script: "english",
      weak: value === 1 && words === 1,
    };
  }
  const chinese = readChineseNumeral(text, at);
  if (chinese === undefined) return undefined;
  const { end, value, decimals, step } = chinese;
  const loose = wordAt(/[余多]/y, text, end);
  return {
    end: end + (loose?.length ?? 0),
    value,
    decimals,
    step,
    bound: loose === undefined ? "exact" : "above",
    script: "chinese",
    weak: value === 1,
  };
};

type Unscaled = Omit<Amount, "bound" | "script" | "weak"> & { readonly at: number };

const MONEY = /[$£€¥￥]/;

/** 3亿5000万: scales stack, the smallest step counts. 10余万, 1万多: more than it says. */
const scaled = (text: string, first: Unscaled): Amount => {
  let { end, value, step } = first;
  const loose = wordAt(/[余多](?=[万亿千百])/y, text, end);
  let bound: Bound = loose === undefined ? "exact" : "above";
  const money = MONEY.test(text[first.at - 1] ?? "");
  const scale = readScale(text, end + (loose?.length ?? 0)) ?? readEnglishScale(text, end, money);
  if (scale !== undefined) {
    value *= scale.factor;
    step *= scale.factor;
    end = scale.end;
    const rest = scale.factor >= 1e4 && first.decimals === 0 ? readDigits(text, end) : undefined;
    const below = rest && readScale(text, rest.end);
    if (rest !== undefined && rest.value < 1e4 && (below === undefined || below.factor < scale.factor)) {
      const factor = below?.factor ?? 1;
      value += rest.value * factor;
      step = factor * 10 ** -rest.decimals;
      end = below?.end ?? rest.end;
    }
  }
  const more = wordAt(/[余多](?!元化|样)/y, text, end);
  if (more !== undefined) [bound, end] = ["above", end + 1];
  return { end, value, decimals: first.decimals, step, bound, script: "digits", weak: false };
};

const PERCENT = / ?(?:%|percent(?![a-z])(?! ?age)|per cent(?![a-z]))/iy;
const PERMILLE = / ?‰/y;
const POINTS = / ?(?:个?百分点|percentage[ -]points?|pp(?![a-z])|% points?)/iy;
const MULTIPLE = /倍|番/y;
const TENTHS = /成(?![本立为效果长功员都就交])/y;

const readKind = (text: string, { end, script }: Amount, before: string): Kind | undefined => {
  const points = wordAt(POINTS, text, end);
  if (points !== undefined) return { end: end + points.length, sort: "points", unit: "点", factor: 1 };
  const percent = wordAt(PERCENT, text, end);
  if (percent !== undefined) return { end: end + percent.length, sort: "percent", unit: "%", factor: 1 };
  const permille = wordAt(PERMILLE, text, end);
  if (permille !== undefined) return { end: end + permille.length, sort: "percent", unit: "%", factor: 0.1 };
  const multiple = wordAt(MULTIPLE, text, end);
  if (multiple !== undefined) return { end: end + 1, sort: "multiple", unit: multiple, factor: 1 };
  if (script !== "english") {
    const unit = readUnit(text, end);
    if (unit !== undefined)
      return { end: unit.end, sort: unit.counted ? "count" : "measure", unit: unit.unit, factor: 1 };
  }
  // A Chinese numeral without a unit counts nothing: 一带一路, 三农, 十三五.
  if (script === "chinese") return undefined;
  const money = MONEY.test(before);
  return { end, sort: money ? "measure" : "count", unit: money ? before : "", factor: 1 };
};

const DASH = / ?[-—~至到] ?/y;

/** 5%—5.5%, 100至200件. After 从 or 由 it is a change, not a range. */
const rangeTo = (text: string, at: number, amount: Amount, kind: Kind): Quantity | undefined => {
  const dash = wordAt(DASH, text, kind.end);
  // 0755-20000000 is a telephone number.
  if (/^0\d/.test(text.slice(at, at + 2))) return undefined;
  if (dash === undefined || /[从由自]$|from $/.test(text.slice(Math.max(0, at - 5), at))) return undefined;
  const second = readAmount(text, kind.end + dash.length);
  const other = second && readKind(text, second, "");
  if (second === undefined || other === undefined || second.value < amount.value) return undefined;
  if (kind.unit !== "" && kind.unit !== other.unit) return undefined;
  const after = boundAfter(text, other.end);
  const token = built(text, { at, end: after.end, from: at, bound: "range", amount: second, kind: other });
  const low = amount.value * other.factor;
  return {
    ...token,
    value: (low + token.value) / 2,
    interval: { low: low - token.step / 2, high: token.value + token.step / 2 },
  };
};

const PER = /([百千])分之/y;
const FRACTION_CHINESE = /([二三四五六七八九十])分之([一二三四五六七八九])/y;
const FRACTION_DIGITS = /(\d{1,3})分之(\d{1,3})(?![\d.])/y;

/** Numbers said in words of their own: 百分之三十五, 三分之二, 六成, 三成五. */
const readWorded = (text: string, at: number): Quantity | undefined => {
  const per = matchAt(PER, text, at);
  if (per !== undefined) {
    const amount = readAmount(text, at + per[0].length);
    if (amount === undefined) return undefined;
    const kind: Kind = { end: amount.end, sort: "percent", unit: "%", factor: per[1] === "百" ? 1 : 0.1 };
    const [before, after] = [boundBefore(text, at), boundAfter(text, amount.end)];
    const bound = [before.bound, after.bound].find((each) => each !== "exact") ?? "exact";
    return built(text, { at, end: after.end, from: before.from, bound, amount, kind });
  }
  return readFraction(text, at) ?? readTenths(text, at);
};

const readFraction = (text: string, at: number): Quantity | undefined => {
  const found = matchAt(FRACTION_CHINESE, text, at) ?? matchAt(FRACTION_DIGITS, text, at);
  if (found === undefined) return undefined;
  const [below, above] = [found[1], found[2]].map(
    (part) => readChineseNumeral(part ?? "", 0)?.value ?? Number(part),
  );
  if (below === undefined || above === undefined || !(below > 0) || Number.isNaN(above)) return undefined;
  return share(text, at, at + found[0].length, (above / below) * 100);
};

const readTenths = (text: string, at: number): Quantity | undefined => {
  const first = readChineseNumeral(text, at) ?? readDigits(text, at);
  if (first === undefined || first.value > 10 || wordAt(TENTHS, text, first.end) === undefined)
    return undefined;
  const next = isNumeralSign(text[first.end + 1] ?? "") ? readChineseNumeral(text, first.end + 1) : undefined;
  const half = text[first.end + 1] === "半";
  const more = half
    ? 0.5
    : next !== undefined && next.value < 10 && next.end === first.end + 2
      ? next.value / 10
      : 0;
  return share(text, at, first.end + (more > 0 ? 2 : 1), (first.value + more) * 10);
};

const share = (text: string, at: number, end: number, value: number): Quantity => {
  const [before, after] = [boundBefore(text, at), boundAfter(text, end)];
  const amount: Amount = {
    end,
    value,
    decimals: 0,
    step: 10,
    bound: "about",
    script: "chinese",
    weak: false,
  };
  const kind: Kind = { end, sort: "share", unit: "%", factor: 1 };
  return built(text, { at, end: after.end, from: before.from, bound: "about", amount, kind });
};
