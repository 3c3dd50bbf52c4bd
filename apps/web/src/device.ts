// A browser in two words, its family and its system: enough to know one's own devices by, too little to follow anybody.

/** In the order in which they must be asked: most browsers also name the ones they resemble. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ["wechat", /MicroMessenger/i],
  ["dingtalk", /DingTalk/i],
  ["qq", /QQBrowser/i],
  ["uc", /UCBrowser/i],
  ["quark", /Quark/i],
  ["huawei", /HuaweiBrowser/i],
  ["xiaomi", /MiuiBrowser/i],
  ["safe", /360SE|360EE|QIHU/i],
  ["edge", /Edg(?:e|A|iOS)?\//],
  ["opera", /OPR\//],
  ["samsung", /SamsungBrowser/],
  ["firefox", /Firefox|FxiOS/],
  ["chrome", /Chrome|CriOS|Chromium/],
  ["safari", /Safari/],
];

const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ["harmony", /HarmonyOS|OpenHarmony/i],
  ["android", /Android/],
  ["ios", /iPhone|iPad|iPod/],
  ["windows", /Windows/],
  ["mac", /Mac OS X|Macintosh/],
  ["linux", /Linux|X11/],
];

/** `firefox/windows`; `other` for what is not known. */
export const deviceOf = (userAgent: string): string => {
  const named = (list: typeof BROWSERS) =>
    list.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? "other";
  return `${named(BROWSERS)}/${named(SYSTEMS)}`;
};
