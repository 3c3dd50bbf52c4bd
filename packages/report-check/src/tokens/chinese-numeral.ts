// Numbers written in Chinese characters: 两万三千, 一百零五, 三点五, 二〇二六, 廿八.

const DIGITS = "零一二三四五六七八九";
const DIGIT: ReadonlyMap<string, number> = new Map([
  ...[...DIGITS].map((sign, value) => [sign, value] as const),
  ["〇", 0],
  ["两", 2],
]);
const TENS: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const MYRIADS: ReadonlyMap<string, number> = new Map([
  ["万", 1e4],
  ["亿", 1e8],
]);

const NUMERAL = /[〇零一二两三四五六七八九十百千万亿廿卅]{1,24}/y;
const DECIMALS = /点[〇零一二三四五六七八九]{1,8}/y;

export type ChineseNumeral = {
  readonly end: number;
  readonly value: number;
  readonly decimals: number;
  /** One step of the last digit: 三万五 goes in thousands only by its words, but 五十万 may be rounded to 十万. */
  readonly step: number;
  /** 二〇二六: digits one by one. */
  readonly spelled: boolean;
};

export const isNumeralSign = (sign: string): boolean =>
  DIGIT.has(sign) || TENS.has(sign) || MYRIADS.has(sign) || sign === "廿" || sign === "卅";

export const readChineseNumeral = (text: string, at: number): ChineseNumeral | undefined => {
  NUMERAL.lastIndex = at;
  const signs = NUMERAL.exec(text)?.[0];
  if (signs === undefined || /^[百千万亿]/.test(signs)) return undefined;
  const end = at + signs.length;
  const spelled = signs.length > 1 && [...signs].every((sign) => DIGIT.has(sign));
  const whole = spelled ? Number([...signs].map((sign) => DIGIT.get(sign)).join("")) : composed(signs);
  if (whole === undefined) return undefined;
  DECIMALS.lastIndex = end;
  const after = DECIMALS.exec(text)?.[0];
  if (after === undefined) return { end, value: whole, decimals: 0, step: stepOf(signs), spelled };
  const fraction = Array.from(after.slice(1), (sign) => DIGIT.get(sign) ?? 0).join("");
  return {
    end: end + after.length,
    value: Number(`${whole}.${fraction}`),
    decimals: fraction.length,
    step: 10 ** -fraction.length,
    spelled: false,
  };
};

const stepOf = (signs: string): number => (signs.endsWith("亿") ? 1e8 : signs.endsWith("万") ? 1e4 : 1);

type Sum = {
  readonly total: number;
  readonly section: number;
  readonly digit: number | undefined;
  readonly last: number;
};

const composed = (signs: string): number | undefined => {
  let sum: Sum = { total: 0, section: 0, digit: undefined, last: 1 };
  for (const sign of signs) {
    const next = take(sum, sign);
    if (next === undefined) return undefined;
    sum = next;
  }
  const { total, section, digit, last } = sum;
  // 三万五 is 35,000 and 两百五 is 250: the last digit goes on where the last word stopped, unless 零 stands between.
  const tail = digit === undefined ? 0 : digit * (last >= 100 && !signs.includes("零") ? last / 10 : 1);
  return total + section + tail;
};

const take = ({ total, section, digit, last }: Sum, sign: string): Sum | undefined => {
  const value = DIGIT.get(sign);
  if (value !== undefined) {
    // 七八个: seven or eight. Two digits side by side are no number.
    if (digit !== undefined && digit !== 0) return undefined;
    return { total, section, digit: value, last };
  }
  if (sign === "廿" || sign === "卅")
    return { total, section: section + (sign === "廿" ? 20 : 30), digit: undefined, last: 10 };
  const ten = TENS.get(sign);
  if (ten !== undefined) return { total, section: section + (digit ?? 1) * ten, digit: undefined, last: ten };
  const myriad = MYRIADS.get(sign) ?? 1;
  const below = section + (digit ?? 0);
  const [raised, kept] = myriad === 1e8 ? [(total + below) * 1e8, 0] : [below * myriad, total];
  return { total: kept + raised, section: 0, digit: undefined, last: myriad };
};
