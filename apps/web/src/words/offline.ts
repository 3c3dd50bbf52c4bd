// Words of the page that is shown offline.

const zh = {
  title: "离线阅读",
  lead: "开启以后，打开过的公开页面在没有网络时仍然可以看；没有打开过的要等网络恢复。",
  keptTitle: "这台设备上可以看的页面",
  about: "怎么保存",
  points: [
    "不开启就什么都不保存。开启后只保存您打开过的公开页面，最多六十页，放在这台设备的浏览器里，不发给任何人。多人共用的设备请不要开启：别人会看到您打开过哪些页面。",
    "离线看到的是上次打开时的内容，页首写明时间；恢复网络后自动更新。",
    "工作台、登录页和佐证文件从不保存；打开工作台会清空已保存的页面。",
    "全站只有这一页和存证的“核验”页用到脚本，其他页面没有脚本照常使用。",
  ],
  on: "在这台设备上开启",
  off: "删除已保存的页面，不再保存",
  cannot: "这项功能需要浏览器支持并允许脚本，网址须以 https 开头。其他页面不受影响。",
  isOn: "已开启：从现在起打开的公开页面会保存在这台设备上。",
  isOff: "未开启：这台设备上没有保存任何页面。",
  failed: "没有成功，请稍后再试。浏览器的无痕模式不能保存页面。",
  again: "再试一次",
  worker: { offline: "现在没有网络。以下是上次打开时的内容：", locale: "zh-CN" },
};

const en: typeof zh = {
  title: "Offline reading",
  lead: "Once this is on, the public pages you open can still be read without a network; others have to wait until it is back.",
  keptTitle: "What can be read on this device",
  about: "What is kept",
  points: [
    "Nothing, until you turn it on. Then only public pages you open, sixty at most, in this browser on this device; nothing is sent to anybody. Leave it off on a device that others use too: they would see which pages you opened.",
    "What you read is as it was when you last opened it, and says when; with a network it is renewed by itself.",
    "The desk, the sign-in page and evidence files are never kept, and opening the desk removes what was.",
    "Only this page and the verifier of the log use a script; all others work the same without one.",
  ],
  on: "Turn it on for this device",
  off: "Remove what is kept, and keep nothing more",
  cannot:
    "This needs a browser that can do it, scripts allowed, and an address with https. No other page is affected.",
  isOn: "It is on: public pages that you open from now on are kept on this device.",
  isOff: "It is off: this device keeps no page.",
  failed: "That did not work; please try again later. A private window cannot keep pages.",
  again: "Try again",
  worker: { offline: "There is no network. This is as you last opened it:", locale: "en-GB" },
};

export const offlineWords = { "zh-CN": zh, en } as const;
