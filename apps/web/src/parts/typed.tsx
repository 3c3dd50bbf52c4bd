// What somebody typed in Chinese, on an English page: marked, so that it is read aloud as Chinese.

import type { Child } from "hono/jsx";
import type { Lang } from "./figure.ts";

/** From a Chinese character as far as nothing but Chinese, digits and punctuation follow. */
const CHINESE = /(\p{Script=Han}[\p{Script=Han}\p{Nd}\p{P}\s]*)/u;

/** The text as it is, its Chinese parts with their language where the page has another. */
export const typed = (lang: Lang, text: string): Child => {
  if (lang !== "en" || !CHINESE.test(text)) return text;
  return (
    <>{text.split(CHINESE).map((part, at) => (at % 2 === 1 ? <span lang="zh-CN">{part}</span> : part))}</>
  );
};
