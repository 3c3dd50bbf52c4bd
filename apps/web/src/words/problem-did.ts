// What the desk says after something was done about a problem.

export const problemDid = {
  "zh-CN": {
    "problem.opened": "问题已登记并公开。",
    "problem.planned": "整改方案已公开。",
    "problem.step-done": "整改步骤已记为完成。",
    "problem.listed": "已挂牌督办，级别和期限已公开。",
    "problem.extended": "期限已延长，原来的期限和理由一并公开。",
    "problem.declared-fixed": "已报整改到位；由其他单位核查确认后才能销号。",
    "problem.delisted": "已销号，核查情况已公开。",
    "problem.returned": "已退回整改，核查情况已公开。",
    "problem.looked-back": "回头看的结果已公开。",
    "problem.reopened": "已重新挂账，新的期限已公开。",
    "problem.amended": "表述已修改，原来的表述和理由一并公开。",
    "problem.moved": "已移交，原责任单位和理由一并公开。",
  },
  en: {
    "problem.opened": "The problem is public now.",
    "problem.planned": "The plan is public.",
    "problem.step-done": "The step is done.",
    "problem.listed": "It is listed; level and deadline are public.",
    "problem.extended": "The deadline is extended; the one before and your reason are public.",
    "problem.declared-fixed": "Declared fixed. Another body has to confirm it before it is struck off.",
    "problem.delisted": "It is struck off, and what was found is public.",
    "problem.returned": "It is returned, and what was found is public.",
    "problem.looked-back": "What was found is public.",
    "problem.reopened": "It is open again with a new deadline.",
    "problem.amended": "The wording is amended; the one before and your reason are public.",
    "problem.moved": "It is handed over; the body before and your reason are public.",
  },
};
