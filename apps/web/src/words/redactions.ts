// Words of redactions: the public list of what was taken out, and the desk's pages where two bodies agree on it.

const zh = {
  title: "依规删除的内容",
  lead: "公开过的内容一般不删。确须删除的，由一个单位提请、另一个单位决定，理由限于五种；删过什么、为什么、由谁决定，永远在此可查。数据、日期、编号和结论不能删。",
  counts: "各单位参与删除的次数",
  fields: (n: string) => `${n} 处`,
  filters: { ground: "理由", body: "单位" },
  all: "全部",
  found: (n: string, filtered: boolean) => (filtered ? `符合条件的共 ${n} 次。` : `共 ${n} 次。`),
  none: "没有符合条件的删除",
  nothing: "没有删除过任何内容",
  showAll: "查看全部",
  columns: {
    what: "删除的内容",
    about: "对象",
    ground: "理由",
    bodies: "提请和决定",
    when: "日期",
    places: "处数",
  },
  bodies: (proposed: string, decided: string) => `${proposed}提请，${decided}决定`,
  entry: (n: string) => `存证第 ${n} 号`,
  filesNote: "与上面条件相同的全部删除，不分页。",
  /** On the page of a record. */
  here: "本记录有内容依规删除，原处显示为 ▇▇▇",
  one: (what: string, day: string, ground: string, bodies: string) =>
    `${what}：${day}，理由：${ground}，由${bodies}共同决定`,
  file: "佐证文件",
  more: "全部删除情况",
  log: "透明日志",
  history: "全部留痕",
  desk: {
    section: "删除内容",
    lead: "个人信息等不该公开的内容误公开以后，在这里提请删除。由另一个单位决定；同意后立即从台账、留痕、存证和文件中删掉，公众看得到删过、为什么、谁决定的。",
    open: "待决定",
    empty: "没有符合条件的提请",
    emptyHelp: "要删除公开过的内容，从记录的工作页点“提请删除内容”，或者填写存证编号。",
    filters: { state: "状态" },
    by: (body: string, day: string) => `${body} ${day} 提请`,
    decided: (body: string, day: string) => `${body} ${day} 决定`,
    ask: "提请删除内容",
    askLead:
      "选一段要删的文字或者一个文件，再选一个理由。不用写说明：说明也会公开，只会把要删的内容再说一遍。",
    entry: "存证编号",
    entryHint: "公开页面“存证”一栏里的编号，如 128。",
    find: "查看这条记录的文字",
    unknown: "没有这个编号的存证，或者它的文字已经不在。",
    fileNote: "同一个文件在别的记录里也会一并删除：文件本身、缩略图和它的指纹。标题和文件名要另行提请。",
    texts: "要删除的文字或文件",
    choose: "请选择要删除的文字。",
    noTexts: "这条记录没有可以删除的文字。数据、日期、编号和结论不能删。",
    groundHint: "误填、改主意、不好看，都不是理由；那些用修改或撤回，原文保留。",
    send: "提请",
    deciding: "决定是否删除",
    text: "提请删除的内容",
    stands: (n: string) =>
      `这段文字在这条记录的留痕里出现 ${n} 处，会一并删除，包括没有提交的草稿。删掉以后无法恢复。`,
    copies: "别人先前抄走的副本收不回来。删除以后请重做备份，并销毁旧备份。",
    approve: "同意，立即删除",
    refuse: "不同意删除",
    own: "提请的单位不能自己决定。请由另一个单位的账号办理。",
    noBody: "您的账号不代表任何单位，不能提请或决定删除。",
    gone: "这一提请已经有了结果。",
    goneText: "文字已经删除，这里也不再显示。",
    public: "查看公开页面",
  },
};

const en: typeof zh = {
  title: "What was redacted",
  lead: "What was public stays, as a rule. Where it must not, one body asks and another decides, on one of five grounds; what went, why, and at whose word stays here for good. Figures, days, codes and verdicts cannot go.",
  counts: "How often each body had a hand in it",
  fields: (n) => `${n} places`,
  filters: { ground: "Ground", body: "Body" },
  all: "All",
  found: (n, filtered) => (filtered ? `${n} match.` : `${n} in all.`),
  none: "No redaction matches",
  nothing: "Nothing was ever redacted",
  showAll: "See all",
  columns: {
    what: "What",
    about: "Record",
    ground: "Ground",
    bodies: "Asked and decided",
    when: "Day",
    places: "Places",
  },
  bodies: (proposed, decided) => `asked by ${proposed}, decided by ${decided}`,
  entry: (n) => `Log entry ${n}`,
  filesNote: "All redactions matching the filters above, not just this page.",
  here: "Something was redacted from this record; ▇▇▇ stands in its place",
  one: (what, day, ground, bodies) => `${what}: ${day}, ground: ${ground}, decided by ${bodies}`,
  file: "File of evidence",
  more: "All redactions",
  log: "The transparency log",
  history: "The whole history",
  desk: {
    section: "Redactions",
    lead: "Where personal data or anything else was published that may not be, ask here to have it taken out. Another body decides; once it agrees, the text is gone from ledger, history, log and files at once, and everybody sees that it went, why, and at whose word.",
    open: "Waiting for a decision",
    empty: "No request matches",
    emptyHelp:
      "To take out what was published, follow “Ask for a redaction” on the record’s page at the desk, or give the number of a log entry.",
    filters: { state: "State" },
    by: (body, day) => `asked by ${body} on ${day}`,
    decided: (body, day) => `decided by ${body} on ${day}`,
    ask: "Ask for a redaction",
    askLead:
      "Choose a text or a file, and a ground. No explanation is asked for: it would be public, and would repeat what has to go.",
    entry: "Number of the log entry",
    entryHint: "As it stands under “Proof” on the public page, such as 128.",
    find: "Show the texts of this record",
    unknown: "There is no log entry of that number, or its texts are gone.",
    fileNote:
      "The same file goes from every record that shows it: its bytes, its small pictures and its fingerprint. Its caption and name are asked for apart.",
    texts: "The text or file to take out",
    choose: "Choose the text to take out.",
    noTexts: "Nothing in this record can be taken out. Figures, days, codes and verdicts stay.",
    groundHint:
      "A slip, a change of mind or bad looks are no grounds: amend or withdraw, and the old text stays.",
    send: "Ask for it",
    deciding: "Take it out or not",
    text: "What would go",
    stands: (n) =>
      `It stands in ${n} places of this record’s history and goes from all of them, and from forms not sent yet. It cannot be brought back.`,
    copies:
      "Copies that others took cannot be recalled. Make a new backup afterwards and destroy the older ones.",
    approve: "Agree, take it out now",
    refuse: "Decline",
    own: "The body that asked cannot decide. Somebody of another body has to.",
    noBody: "Your account speaks for no body, so it can neither ask nor decide.",
    gone: "This request has been decided.",
    goneText: "The text is gone, from here as well.",
    public: "See the public page",
  },
};

export const redactionWords = { "zh-CN": zh, en } as const;

type Did = Readonly<Record<"redaction.proposed" | "redaction.made" | "redaction.refused", string>>;
/** At the desk, after a form was accepted. */
export const redactionDid: { readonly "zh-CN": Did; readonly en: Did } = {
  "zh-CN": {
    "redaction.proposed": "已提请。由另一个单位决定；决定以前内容照常公开。",
    "redaction.made": "已删除，公众看得到删过、为什么、谁决定的。请重做备份，销毁旧备份。",
    "redaction.refused": "已记为不同意删除，内容不变。",
  },
  en: {
    "redaction.proposed": "Asked for. Another body decides; until then it stays public.",
    "redaction.made":
      "It is gone, and everybody sees that it was, why, and at whose word. Make a new backup and destroy the older ones.",
    "redaction.refused": "Declined; nothing has changed.",
  },
};
