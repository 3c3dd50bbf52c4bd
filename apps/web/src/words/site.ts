// The words around every page: navigation, footer, banners, errors.

const zh = {
  product: "一诺承诺台账",
  siteName: (name: string) => `${name}承诺台账`,
  nav: {
    overview: "总览",
    commitments: "承诺",
    problems: "问题",
    checks: "督查",
    bodies: "单位",
    indicators: "指标",
    method: "评判办法",
    data: "数据",
    history: "留痕",
    desk: "工作台",
  },
  otherLanguage: "English",
  signIn: "登录",
  signOut: "退出",
  sample: "示例数据：本县为虚构，所有单位、事项和数据都是编造的。",
  sampleOfRealList: "示例：公开的真实清单，由本站独立收录；所列单位没有参与填报。",
  independent: "本台账由民间团体独立运行，所列单位未参与填报；核查由该团体作出。",
  noRecords: "本站只记单位、事项和数据，不记个人；不设访问统计。",
  and: "、",
  stop: "。",
  colon: "：",
  errors: {
    notFound: {
      title: "没有找到这一页",
      help: "地址可能写错了，或者这一项从未公布。已公布的内容不会被删除，可以从下面查找。",
      near: "是不是要找",
      search: "在承诺事项中查找",
      changed: "撤回的事项仍在原来的网址，并写明理由；改过的内容见",
      changedLink: "更正",
    },
    method: {
      title: "这个地址不接受这种操作",
      help: (method: string, allowed: string) =>
        `收到的是 ${method}，这里只接受 ${allowed}。请从本台账的页面上操作。`,
    },
    forbidden: {
      title: "您的账号不能进行这项操作",
      help: "这项操作只对特定角色开放。如需办理，请联系管理员。",
    },
    crossSite: {
      title: "表单没有被接受",
      help: (origin: string, host: string) =>
        `表单来自 ${origin}，而本台账的地址是 ${host}。请从本台账的页面重新提交；如果经过代理访问，请管理员在 YINUO_ORIGINS 中写明访问地址。`,
      unnamed: "没有写明的地址",
    },
    tooLarge: {
      title: "文件太大",
      help: (limit: string) => `一次最多提交 ${limit}。请压缩或分次上传；已填写的文字请返回上一页查看。`,
    },
    failed: {
      title: "出错了",
      help: "系统没有完成这次操作，没有保存任何内容。请稍后重试；如果一直出现，请把下面的编号告诉管理员，凭编号可以在运行日志里找到原因。",
    },
    unavailable: {
      title: "暂时打不开",
      help: "台账正在启动、恢复，或者数据库暂时没有应答。已保存的内容不受影响，请过半分钟再试。",
    },
  },
};

const en: typeof zh = {
  product: "Yinuo promise ledger",
  siteName: (name) => `${name} promise ledger`,
  nav: {
    overview: "Overview",
    commitments: "Commitments",
    problems: "Problems",
    checks: "Checks",
    bodies: "Bodies",
    indicators: "Indicators",
    method: "Method",
    data: "Data",
    history: "History",
    desk: "Desk",
  },
  otherLanguage: "中文",
  signIn: "Sign in",
  signOut: "Sign out",
  sample: "Sample data: this county is invented; every body, commitment and figure is made up.",
  sampleOfRealList: "Sample: a real published list, collected independently; the bodies listed take no part.",
  independent:
    "This ledger is run by a civic group: the bodies listed take no part in it, and the group does the checking.",
  noRecords: "Only bodies, commitments and figures are recorded here, never people; visits are not tracked.",
  and: ", ",
  stop: ". ",
  colon: ": ",
  errors: {
    notFound: {
      title: "This page was not found",
      help: "The address may be mistyped, or nothing was ever published here. What was published is never deleted; start from one of these.",
      near: "Did you mean",
      search: "Search the commitments",
      changed:
        "What was withdrawn is still at its address, with the reason. What was changed is listed under ",
      changedLink: "Corrections",
    },
    method: {
      title: "This address does not take that",
      help: (method, allowed) =>
        `It was sent ${method} and takes only ${allowed}. Start from a page of this ledger.`,
    },
    forbidden: {
      title: "Your account may not do this",
      help: "This is open to certain roles only. Ask the steward of this installation.",
    },
    crossSite: {
      title: "The form was not accepted",
      help: (origin, host) =>
        `It came from ${origin}, but this ledger is at ${host}. Submit it again from a page of this ledger; if you reach it through a proxy, ask the operator to name the address in YINUO_ORIGINS.`,
      unnamed: "an address that was not named",
    },
    tooLarge: {
      title: "The file is too large",
      help: (limit) =>
        `At most ${limit} can be sent at once. Make it smaller or send it in parts; what you typed is still on the page before.`,
    },
    failed: {
      title: "Something went wrong",
      help: "The operation was not completed and nothing was saved. Try again later; if it keeps happening, tell the operator the number below, by which the cause can be found in the log.",
    },
    unavailable: {
      title: "Not available at the moment",
      help: "The ledger is starting or being restored, or its database does not answer. Nothing that was saved is affected; try again in half a minute.",
    },
  },
};

export const siteWords = { "zh-CN": zh, en } as const;
