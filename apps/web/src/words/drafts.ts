// The words of forms that are kept before they are sent.

const zh = {
  save: "存为草稿",
  saveHelp: (days: number) => `草稿只有您自己看得到，保留 ${days} 天；照片等附件不随草稿保存。`,
  opened: "这是没有提交的草稿",
  openedHelp: "内容还没有写入，核对后请提交。照片等附件没有保存，需要的请重新选择。",
  tooLarge: "内容太长，草稿没有存下，请先提交一部分。",
  tooMany: (most: number) => `草稿已有 ${most} 份，请先提交或删除一些，再存新的。`,
  list: "我没有提交的草稿",
  listHelp: "只有您自己看得到。",
  savedAt: "保存时间",
  open: "继续填写",
  discard: "删除",
  expiredTitle: "登录已过期",
  expired: "您填写的内容已为您保留，登录后会回到原来的表单，核对后请再提交一次。照片等附件需要重新选择。",
  expiredLost: "您填写的内容没有能够保留，请先在浏览器中退回上一页复制下来，再登录。",
  signIn: "登录并继续",
  kinds: {
    new: "新增事项",
    edit: "修改事项",
    progress: "记录进展",
    verdict: "核查结论",
    milestone: "节点完成",
    record: "报送数据",
    figures: "报送本期数据",
  },
};

const en: typeof zh = {
  save: "Save as draft",
  saveHelp: (days) =>
    `Only you see a draft; it is kept for ${days} days. Photographs and files are not kept with it.`,
  opened: "This is a draft that was not sent",
  openedHelp:
    "Nothing is written yet: check it and send it. Photographs and files were not kept; choose them again.",
  tooLarge: "It is too long to be kept as a draft. Send a part of it first.",
  tooMany: (most) => `You have ${most} drafts. Send or discard some first.`,
  list: "My drafts not yet sent",
  listHelp: "Nobody else sees them.",
  savedAt: "Saved",
  open: "Go on",
  discard: "Discard",
  expiredTitle: "You are signed out",
  expired:
    "What you typed is kept. After signing in you come back to the form with everything in it; check it and send it again. Photographs and files must be chosen again.",
  expiredLost: "What you typed could not be kept. Go back in your browser and copy it before you sign in.",
  signIn: "Sign in and go on",
  kinds: {
    new: "New commitment",
    edit: "Edit a commitment",
    progress: "Progress",
    verdict: "Verdict",
    milestone: "Milestone",
    record: "A figure",
    figures: "A period's figures",
  },
};

export const draftWords = { "zh-CN": zh, en } as const;
