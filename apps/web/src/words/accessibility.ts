// The accessibility statement, in the order of the W3C's and the EU's model statements (Implementing Decision 2018/1523).

const zh = {
  title: "无障碍声明",
  lead: "本站力求人人能用：慢网、旧手机、只用键盘、用读屏软件，都应当能看到全部内容。",
  statusTitle: "符合情况",
  status:
    "目标是《Web 内容无障碍指南》（WCAG）2.2 的 AA 级，并参照 GB/T 37668—2019《信息技术 互联网内容无障碍可访问性技术要求与测试方法》。目前的结论是“部分符合”：本站自己的页面在下面的测试中没有发现问题，但自动测试只能发现一部分障碍，而且佐证文件由各单位提交，我们不能保证都读得出来。",
  statusFailed: (n: string) =>
    `目标是《Web 内容无障碍指南》（WCAG）2.2 的 AA 级，并参照 GB/T 37668—2019。目前的结论是“部分符合”：下面的测试发现了 ${n} 处问题，都列在这里。`,
  testedTitle: "测过什么，结果怎样",
  tested: "这些数字由每次发布前的浏览器测试写出，不是手填的。页面清单或结果与文件不一致时，测试不能通过。",
  facts: {
    on: "测试日期",
    tool: "工具",
    pages: "测试的页面",
    languages: "语言",
    widths: "屏幕宽度",
    rules: "检查的规则",
    found: "发现的问题",
    sideways: "横向滚动",
  },
  pages: (kinds: string, open: string, all: string) =>
    `${kinds} 种页面，其中公开页面 ${open} 种；两种语言共 ${all} 页`,
  languages: "中文、英文",
  pixels: (widths: string) => `${widths} 像素`,
  rules: (n: string) => `${n} 条（WCAG 2.0、2.1、2.2 的 A 级和 AA 级，以及最佳做法）`,
  found: (n: string) => (n === "0" ? "没有发现" : `${n} 处`),
  noSideways: "360 像素宽时，任何页面都没有",
  pageList: "测试过的页面",
  violations: "发现的问题",
  doneTitle: "做到的",
  done: [
    "所有公开页面不需要脚本；每页网页和样式合计不超过 30 KB（压缩后），图片另计。",
    "只用键盘可以到达每个链接和表单项，焦点看得见，页首可以跳到正文。",
    "状态不只靠颜色：每种状态有自己的形状和文字。",
    "每张图都有一张数据表；读屏软件会读出图的要点。",
    "360 像素宽的屏幕上不需要横向滚动；可以放大到 200%。",
    "深色模式、减少动态效果和高对比度设置都会照办；页面可以打印。",
    "中文和英文两种语言，每页都有固定地址。",
  ],
  offline: "没有网络时怎样看打开过的页面",
  knownTitle: "还没有做到的",
  known: [
    "佐证文件由各单位提交，其中的扫描件和表格可能读屏软件读不出来。",
    "没有手语、盲文和少数民族语言版本。",
    "没有经过第三方检测，也没有残疾人用户参加过的正式测试。",
    "公示页上的二维码要用摄像头；旁边印有可以输入的网址。",
  ],
  madeTitle: "这份声明怎么来的",
  made: (day: string) => `依据自行测试，最近一次测试在 ${day}。程序每次修改都要重新通过同样的测试。`,
  contactTitle: "遇到障碍，请告诉我们",
  contact: (contact: string) => `请告诉我们：${contact}。说明页面地址和您使用的设备即可，不需要写姓名。`,
  noContact: "本台账没有公布联系方式。",
  complainTitle: "如果没有得到解决",
  complain:
    "可以向本台账的督查单位反映，也可以依照《中华人民共和国无障碍环境建设法》向有关主管部门投诉、举报。",
  inspectors: "督查单位",
  colon: "：",
};

const en: typeof zh = {
  title: "Accessibility statement",
  lead: "This site means to work for everybody: on a slow line, an old phone, a keyboard alone, or with a screen reader.",
  statusTitle: "Conformance",
  status:
    "The aim is level AA of the Web Content Accessibility Guidelines (WCAG) 2.2, with China's GB/T 37668-2019 beside it. The status is “partially conformant”: the tests below found nothing on the site's own pages, but automatic tests find only a part of what can stand in somebody's way, and evidence files come from the bodies, so that we cannot promise that all of them can be read.",
  statusFailed: (n) =>
    `The aim is level AA of the Web Content Accessibility Guidelines (WCAG) 2.2, with China's GB/T 37668-2019 beside it. The status is “partially conformant”: the tests below found ${n} problems, all listed here.`,
  testedTitle: "What was tested, and what came of it",
  tested:
    "These numbers are written by the browser tests and typed by nobody. The tests fail when the pages or the results are no longer those in the file.",
  facts: {
    on: "Tested on",
    tool: "Tool",
    pages: "Pages",
    languages: "Languages",
    widths: "Screen widths",
    rules: "Rules",
    found: "Problems found",
    sideways: "Sideways scrolling",
  },
  pages: (kinds, open, all) =>
    `${kinds} kinds of page, ${open} of them public; ${all} pages in two languages`,
  languages: "Chinese, English",
  pixels: (widths) => `${widths} pixels`,
  rules: (n) => `${n} (levels A and AA of WCAG 2.0, 2.1 and 2.2, and best practices)`,
  found: (n) => (n === "0" ? "none" : n),
  noSideways: "on no page at 360 pixels",
  pageList: "Pages that were tested",
  violations: "Problems found",
  doneTitle: "What works",
  done: [
    "Public pages need no script; page and style together take at most 30 KB compressed, pictures apart.",
    "Every link and field can be reached with a keyboard, the focus is visible, and the first link skips to the content.",
    "A standing is never told by colour alone: each has its shape and its word.",
    "Every chart has its table, and a screen reader is told what the chart shows.",
    "Nothing scrolls sideways at 360 pixels, and text can be enlarged to 200%.",
    "Dark mode, reduced motion and high contrast are followed; pages can be printed.",
    "Chinese and English, each page with an address of its own.",
  ],
  offline: "How to read pages you opened before without a network",
  knownTitle: "What does not yet",
  known: [
    "Evidence files come from the bodies; scans and sheets among them may not be readable by a screen reader.",
    "There is no sign language, braille or minority language version.",
    "Nobody else has certified the site, and no formal test with disabled users has taken place.",
    "The code on a poster needs a camera; an address to type stands beside it.",
  ],
  madeTitle: "How this statement was made",
  made: (day) =>
    `By our own tests, the last of them on ${day}. Every change of the program must pass the same tests again.`,
  contactTitle: "If something stands in your way, tell us",
  contact: (contact) =>
    `Tell us: ${contact}. The address of the page and your device are enough; no name is needed.`,
  noContact: "This ledger has published no way to reach it.",
  complainTitle: "If that does not help",
  complain:
    "You may turn to the inspecting bodies of this ledger, or complain to the competent authority under China's Law on Building a Barrier-Free Environment.",
  inspectors: "Inspecting bodies",
  colon: ": ",
};

export const accessibilityWords = { "zh-CN": zh, en } as const;
