// Words of the page that says how many to look at.

const zh = {
  title: "抽多少才够",
  lead: "名录里有一部分与申报不符，抽查多少才有把握至少碰到一件？",
  frameCount: "一共有多少项",
  sharePercent: "其中不实的占百分之几",
  surePercent: "要有百分之几的把握",
  button: "算一算",
  answer: (n: string) => `抽查 ${n} 项`,
  say: (sure: string, share: string, all: string, n: string) =>
    `要有 ${sure}% 的把握发现 ${share}% 不实，${all} 项里看 ${n} 项。`,
  means: (faults: string, n: string, all: string, rest: string) =>
    `${all} 项的 ${rest}% 是 ${faults} 项（不足一项的进为一项）。随机抽 ${n} 项，一件都没碰到的机会已经低到您要求的程度；少抽一项就达不到。`,
  but: "查完没有发现不实，不等于全部属实，只能说：如果不实的有那么多，多半已经碰到了。",
  faults: "查到几件不实，全部里最多有几件",
  drawn: "抽查了多少项",
  found: "其中不实的有几件",
  unclear: "请填写：总数为 1 以上的整数，比例和把握在 0 到 100 之间（不含两端）。",
  table: "常见的几种",
  tableLead: "要有 95% 的把握，应抽查的项数",
  total: "总数",
  shareOf: (n: string) => `${n}% 不实`,
  plan: "制定抽查方案",
};

const en: typeof zh = {
  title: "How many are enough",
  lead: "If some of a list are not as declared, how many must be looked at to meet at least one of them?",
  frameCount: "How many there are",
  sharePercent: "Percent that are not as declared",
  surePercent: "Percent sure you want to be",
  button: "Work it out",
  answer: (n) => `Look at ${n}`,
  say: (sure, share, all, n) =>
    `To be ${sure} % sure of noticing if ${share} % were not as declared, look at ${n} of ${all}.`,
  means: (faults, n, all, rest) =>
    `${rest} % of ${all} are ${faults} (a part counts as one). With ${n} drawn at random, the chance of meeting none of them is as small as you asked for; with one fewer it would not be.`,
  but: "To find nothing does not mean that all is true: it means that if that many were not, you would most likely have met one.",
  faults: "If some are found: how many at most in all",
  drawn: "How many were looked at",
  found: "How many of those were not as declared",
  unclear: "Give a whole number from 1 for how many there are, and percentages between 0 and 100.",
  table: "Common cases",
  tableLead: "How many to look at, to be 95 % sure",
  total: "In all",
  shareOf: (n) => `${n} % not so`,
  plan: "Plan a draw",
};

export const drawSizeWords = { "zh-CN": zh, en } as const;
