// The words of signing keys: whose they are, how they stand, and how they come to an account.

const zh = {
  title: "签名密钥",
  lead: "您录入的内容由本单位的密钥签名，谁也不能替单位编造。密钥只凭您的密码打开，服务器和备份里都没有明文。",
  signs: "可以签名",
  missing: "尚未启用，重新登录即可启用",
  waits: "等待移交：请本单位已能签名的同事登录后，在“我的账号”里移交给您",
  unopened: "本次登录没有打开密钥，退出后重新登录即可",
  waitingTitle: "等待移交密钥的账号",
  waitingLead: "移交以后，这些账号就能代表单位签名。请先确认确有其人，账号确是本人在用。",
  account: "账号",
  body: "单位",
  action: "操作",
  give: "移交密钥",
  giveTo: (name: string) => `把密钥移交给${name}`,
  rotate: "更换密钥",
  rotateHelp: "怀疑密码外泄时更换：旧密钥从此作废，已经签过的仍然有效。更换记入公开的日志。",
  noticeWaiting: "有账号等待移交签名密钥",
  noticeWaits: "您录入的内容暂时没有单位签名",
  noticeLink: "查看签名密钥",
};

const en: typeof zh = {
  title: "Signing keys",
  lead: "What you enter is signed with your body's key, so that nobody can put words into its mouth. Only your password opens the key; it is in plain neither on the server nor in a backup.",
  signs: "You sign with it",
  missing: "Not there yet; sign in again and it is made",
  waits: "Waiting to be handed over: a colleague of your body who can sign does that under “My account”",
  unopened: "This session did not open the key; sign out and in again",
  waitingTitle: "Accounts that wait for a key",
  waitingLead:
    "Once they have it, these accounts sign for your body. Make sure first that there is such a colleague and that the account is theirs.",
  account: "Account",
  body: "Body",
  action: "What you can do",
  give: "Hand the key over",
  giveTo: (name) => `Hand the key over to ${name}`,
  rotate: "Replace the key",
  rotateHelp:
    "When a password may have leaked: the old key signs nothing more, and what it signed stays valid. The change is public in the log.",
  noticeWaiting: "An account waits for the signing key",
  noticeWaits: "What you enter is not signed by your body for now",
  noticeLink: "Signing keys",
};

export const keyWords = { "zh-CN": zh, en };
