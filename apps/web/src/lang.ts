// The two languages of the interface, and where each has its addresses.

export const LANGS = ["zh-CN", "en"] as const;
export type Lang = (typeof LANGS)[number];

/** zh-CN lives at the root, English under /en; every page exists in both. */
export const langRoot = (lang: Lang): string => (lang === "en" ? "/en" : "");

/** The address of the same page in a language: `localPath("en", "/bodies")` is `/en/bodies`. */
export const localPath = (lang: Lang, path: string): string =>
  path === "/" ? langRoot(lang) || "/" : `${langRoot(lang)}${path}`;

/** A bilingual record's words in the reader's language, falling back to the language it was written in. */
export const inLang = (lang: Lang, text: string, english: string | undefined): string =>
  lang === "en" ? (english ?? text) : text;

/** The language of an address. */
export const langOfPath = (path: string): Lang =>
  path === "/en" || path.startsWith("/en/") ? "en" : "zh-CN";

/** An address without its language: `/en/bodies` is `/bodies`. */
export const pathBelow = (path: string): string =>
  path === "/en" ? "/" : path.startsWith("/en/") ? path.slice(3) : path;
