// Numbers as the pages say them: shares, small counts in words, figures with the decimals of their indicator.

import type { Indicator } from "@yinuo/core";
import { inLang, type Lang } from "../lang.ts";
import { figure, plural, withUnit } from "../parts/index.ts";

/** A share of one as a percentage. Only what is all done reads 100 %, and only what has not begun reads 0 %. */
export const percent = (share: number, lang: Lang): string => {
  const points = share * 100;
  const whole = Math.round(points);
  const misleads = (whole === 100 && share < 1) || (whole === 0 && share > 0);
  return `${figure(misleads ? nearest(points) : whole, lang, misleads ? 1 : 0)}%`;
};

const nearest = (points: number): number => Math.min(99.9, Math.max(0.1, Math.round(points * 10) / 10));

const SMALL = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];

/** 九个单位, 23 个单位: small counts are written out in a sentence. */
export const countOfBodies = (count: number, lang: Lang): string =>
  lang === "en"
    ? `${figure(count, lang)} ${plural(count, "body", "bodies")}`
    : count < SMALL.length
      ? `${SMALL[count]}个单位`
      : `${figure(count, lang)} 个单位`;

/** 95.7%, 34.2 天: a value of an indicator in its unit. */
export const inUnit = (value: number, indicator: Indicator, lang: Lang): string =>
  withUnit(figure(value, lang, indicator.decimals), unitOf(indicator, lang));

export const unitOf = (indicator: Indicator, lang: Lang): string =>
  inLang(lang, indicator.unit, indicator.unitEn);

/** A change with its sign: +5.2%, −3 天. */
export const signed = (value: number, lang: Lang, decimals: number): string =>
  `${value > 0 ? "+" : value < 0 ? "−" : ""}${figure(Math.abs(value), lang, decimals)}`;
