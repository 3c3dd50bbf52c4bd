// The accessibility statement.

const zh = {
  title: "无障碍说明",
  lead: "本站力求人人能用：慢网、旧手机、只用键盘、用读屏软件，都应当能看到全部内容。",
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
  knownTitle: "还没有做到的",
  known: [
    "佐证文件由各单位提交，其中的扫描件和表格可能读屏软件读不出来。",
    "没有手语、盲文和少数民族语言版本。",
    "按 WCAG 2.2 AA 自查，没有经过第三方认证。",
  ],
  contactTitle: "遇到障碍",
  contact: (contact: string) => `请告诉我们：${contact}。说明页面地址和您使用的设备即可，不需要写姓名。`,
  noContact: "本台账没有公布联系方式。",
};

const en: typeof zh = {
  title: "Accessibility",
  lead: "This site means to work for everybody: on a slow line, an old phone, a keyboard alone, or with a screen reader.",
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
  knownTitle: "What does not yet",
  known: [
    "Evidence files come from the bodies; scans and sheets among them may not be readable by a screen reader.",
    "There is no sign language, braille or minority language version.",
    "Checked by ourselves against WCAG 2.2 AA, not certified by anybody else.",
  ],
  contactTitle: "If something stands in your way",
  contact: (contact) =>
    `Tell us: ${contact}. The address of the page and your device are enough; no name is needed.`,
  noContact: "This ledger has published no way to reach it.",
};

export const accessibilityWords = { "zh-CN": zh, en } as const;
