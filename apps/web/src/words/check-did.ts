// What the desk says after something was done about a check or a finding.

const zh = {
  "check.planned": "督查已安排并公开；启动时确定清单。",
  "check.opened": "督查已启动，清单已公开。",
  "check.reassigned": "已改派，理由已公开。",
  "check.finished": "督查已结束。",
  "check.called-off": "督查已取消，理由已公开。",
  "finding.recorded": "核查结论已公开。",
  "finding.revised": "核查结论已修改，原来的结论仍留在来龙去脉里。",
  "finding.appealed": "申诉已公开，等督查单位答复。",
  "finding.appeal-answered": "答复已公开。",
};

const en: typeof zh = {
  "check.planned": "The check is public; its list is frozen when it is opened.",
  "check.opened": "The check is open and its list is public.",
  "check.reassigned": "It is reassigned, and your reason is public.",
  "check.finished": "The check is finished.",
  "check.called-off": "The check is called off, and your reason is public.",
  "finding.recorded": "The finding is public.",
  "finding.revised": "The finding is revised; what it said before stays in its history.",
  "finding.appealed": "The appeal is public; an inspecting body has to answer it.",
  "finding.appeal-answered": "The answer is public.",
};

export const checkDid = { "zh-CN": zh, en } as const;
