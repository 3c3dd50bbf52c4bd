// Words of the desk's pages about problems: what each form is for, its hints and its button.

type Act = { readonly title: string; readonly lead: string; readonly button: string };

const zh = {
  section: "问题",
  add: "登记问题",
  newLead: "只写地点、设施或服务上的问题，不写个人。登记后立即公开，由其他单位核查确认后才能销号。",
  empty: "没有符合条件的问题",
  emptyHelp: "放宽条件，或者登记一个问题。",
  public: "查看公开页面",
  titleHint: "一句话说清哪里出了什么问题，如 环城北路三盏路灯不亮。",
  detailHint: "什么时候起、到什么程度、影响什么。不写个人姓名、电话、车牌。",
  placeHint: "地点或服务事项的名称，如 政务大厅二楼卫生间、12345 热线转办。",
  ownerHint: "由哪个单位负责整改。",
  dueHint: "最后一天当天仍算按时；以后延长的，这个期限仍会留在旁边。",
  about: (code: string) => `与承诺 ${code} 有关`,
  plan: {
    title: "整改方案",
    lead: "写明分几步、每步到什么时候。方案公开；以后修改要写理由，最初的时限一直保留。",
    button: "公开整改方案",
  },
  step: (n: number) => `第 ${n} 步`,
  more: "增加一行",
  stepDone: "记为完成",
  reasonHint: "修改方案的理由，会公开。",
  acts: {
    step: { title: "完成整改步骤", lead: "有照片或文件的一并附上。", button: "记为完成" },
    declare: {
      title: "报整改到位",
      lead: "写清怎样整改的，至少附一份新的佐证。由其他单位核查确认以前，显示为“已报整改到位，未核查”。",
      button: "报整改到位",
    },
    extend: {
      title: "延长期限",
      lead: "原来的期限和延长的理由都会公开。已挂牌的问题，只有督查单位能延长。",
      button: "延长期限",
    },
    list: {
      title: "挂牌督办",
      lead: "挂牌级别、挂牌单位和整改期限立即公开。",
      button: "挂牌督办",
    },
    amend: {
      title: "修改表述",
      lead: "标题、地点、情况写得不准的可以改；原来的表述和理由都会公开，一直留在来龙去脉里。",
      button: "公开修改",
    },
    move: {
      title: "移交责任单位",
      lead: "不归现在的责任单位办的，移交给该办的单位。原责任单位和理由公开；原责任单位以后也不能核查销号。",
      button: "移交",
    },
    check: {
      title: "核查销号",
      lead: "到现场看过再填。属实的销号，不属实的退回；结论和情况立即公开。",
      button: "公开核查结果",
    },
    lookBack: {
      title: "回头看",
      lead: "销号以后再看一次：问题没有反弹的照实记下，又出现的重新挂账并另定期限。",
      button: "公开回头看结果",
    },
  } satisfies Record<string, Act>,
  checkedOn: "核查日期",
  outcome: "结果",
  outcomes: {
    delisted: "整改属实，销号",
    returned: "整改不到位，退回",
    held: "没有反弹",
    reopened: "问题又出现，重新挂账",
  },
  checkedHint: "看了什么、在哪里看的、看到了什么。不写个人信息。",
  declaredHint: "做了什么、现在怎么样。不写个人信息。",
  newDue: "新的期限",
  newDueHint: "只在重新挂账时填。",
  mine: "待整改的问题",
  toCheck: "待核查和回头看的问题",
};

const en: typeof zh = {
  section: "Problems",
  add: "Report a problem",
  newLead:
    "Only what is wrong with a place, a facility or a service; never a person. It is public at once, and another body has to confirm that it is gone.",
  empty: "No problem matches",
  emptyHelp: "Widen the search, or report one.",
  public: "See the public page",
  titleHint: "What is wrong and where, in one sentence: three street lamps on North Ring Road are out.",
  detailHint: "Since when, how bad, who is hindered. No names, telephone numbers or plates.",
  placeHint: "A place or the name of a service: second-floor toilets of the service hall, hotline referrals.",
  ownerHint: "The body that has to put it right.",
  dueHint: "The last day counts. When it is extended, this day stays beside the new one.",
  about: (code) => `About the commitment ${code}`,
  plan: {
    title: "Plan",
    lead: "The steps and their dates. The plan is public; a later change needs a reason, and first dates stay.",
    button: "Publish the plan",
  },
  step: (n) => `Step ${n}`,
  more: "Add a row",
  stepDone: "Mark as done",
  reasonHint: "Why the plan changes; it is published.",
  acts: {
    step: {
      title: "A step is done",
      lead: "Add a photograph or file if there is one.",
      button: "Mark as done",
    },
    declare: {
      title: "Declare it fixed",
      lead: "Say what was done, with at least one new piece of evidence. Until another body has confirmed it, it reads “declared fixed, not checked”.",
      button: "Declare it fixed",
    },
    extend: {
      title: "Extend the deadline",
      lead: "The deadline before and your reason are public. Once a problem is listed, only an inspecting body extends it.",
      button: "Extend",
    },
    list: {
      title: "List for supervision",
      lead: "The level, the body that lists it and the deadline are public at once.",
      button: "List it",
    },
    amend: {
      title: "Amend the wording",
      lead: "Where title, place or description are not right. The wording before and your reason are public and stay in the history.",
      button: "Publish the amendment",
    },
    move: {
      title: "Give it to another body",
      lead: "When it is not the task of this body. The body before and your reason are public, and the body before never confirms it.",
      button: "Hand it over",
    },
    check: {
      title: "Check",
      lead: "Go and look first. What is true is struck off, what is not is returned; both are public at once.",
      button: "Publish the result",
    },
    lookBack: {
      title: "Look back",
      lead: "Look again after it was struck off: say so if it is still gone, or reopen it with a new deadline.",
      button: "Publish the result",
    },
  },
  checkedOn: "Day of the check",
  outcome: "Result",
  outcomes: {
    delisted: "It is fixed: strike it off",
    returned: "It is not fixed: return it",
    held: "Still gone",
    reopened: "It is back: reopen it",
  },
  checkedHint: "What was looked at, where, and what was found. Nothing about a person.",
  declaredHint: "What was done and how it is now. Nothing about a person.",
  newDue: "New deadline",
  newDueHint: "Only when it is reopened.",
  mine: "Problems to put right",
  toCheck: "Problems to check or look at again",
};

export const problemDeskWords = { "zh-CN": zh, en } as const;
