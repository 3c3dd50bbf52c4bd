// Words of the page that is shown without a line.

const zh = {
  title: "离线阅读",
  lead: "没有网络时，打开过的公开页面仍然可以看；没有打开过的要等网络恢复。",
  keptTitle: "这台设备上可以看的页面",
  about: "怎么保存",
  points: [
    "只保存您打开过的公开页面，最多六十页，放在这台设备的浏览器里，不发给任何人。",
    "离线看到的是上次打开时的内容，页首写明时间；恢复网络后自动更新。",
    "工作台、登录页和佐证文件从不保存；打开工作台会清空已保存的页面。",
    "浏览器不支持、关闭了脚本，或者网址不是 https，就没有这项功能，其他一切照常。",
  ],
  off: "删除已保存的页面，不再保存",
  on: "重新开启",
  again: "再试一次",
  worker: { offline: "现在没有网络。以下是上次打开时的内容：", locale: "zh-CN" },
};

const en: typeof zh = {
  title: "Reading without a line",
  lead: "Without a network the public pages you opened before can still be read; others have to wait until it is back.",
  keptTitle: "What can be read on this device",
  about: "What is kept",
  points: [
    "Only public pages you opened, sixty at most, in this browser on this device; nothing is sent to anybody.",
    "What you read is as it was when you last opened it, and says when; with a network it is renewed by itself.",
    "The desk, the sign-in page and evidence files are never kept, and opening the desk removes what was.",
    "A browser that cannot do this, one without scripts, or an address without https goes without, and misses nothing else.",
  ],
  off: "Remove what is kept, and keep nothing more",
  on: "Turn it on again",
  again: "Try again",
  worker: { offline: "There is no network. This is as you last opened it:", locale: "en-GB" },
};

export const offlineWords = { "zh-CN": zh, en } as const;
