// Exactly one sentence per refusal and language: what is wrong, with the value typed, and a way out.

import type { Frequency, Refusal } from "@yinuo/core";
import { formatDay, formatPeriod, type Language } from "@yinuo/period";
import { checkRefusals } from "./check-refusals.ts";
import { fieldName } from "./fields.ts";
import { choiceWords } from "./choices.ts";
import { drawDecisions } from "./draw-decisions.ts";
import type { Say, Sentences } from "./say.ts";
import { findsInFileText, findsText } from "./personal-data.ts";

/** Between two bounds, or above or below the one there is. */
const rangeZh = (least: number | undefined, most: number | undefined, { number }: Say): string => {
  if (least !== undefined && most !== undefined) return `应在 ${number(least)} 至 ${number(most)} 之间`;
  if (least !== undefined) return least === 0 ? "应大于 0" : `不应小于 ${number(least)}`;
  return most === undefined ? "应为有效的数" : `不应大于 ${number(most)}`;
};

const rangeEn = (least: number | undefined, most: number | undefined, { number }: Say): string => {
  if (least !== undefined && most !== undefined) return `between ${number(least)} and ${number(most)}`;
  if (least !== undefined) return least === 0 ? "above 0" : `at least ${number(least)}`;
  return most === undefined ? "a number" : `at most ${number(most)}`;
};

const zh: Sentences = {
  ...checkRefusals["zh-CN"],
  roleMayNot: ({ role }, say) => `${say.role(role)}账号不能办理这一项，请联系管理员。`,
  notYourBody: ({ body }, say) => `您的账号不代表${say.body(body)}，请由该单位的填报员办理。`,
  ownWork: ({ body }, say) => `${say.body(body)}参与了这一事项，不能核查自己的工作，请由其他督查单位核查。`,
  notInspecting: () => "您的单位不是督查单位，不能给出核查结论；如有误，请管理员在单位信息中标明。",
  textMissing: ({ field }, say) => `请填写“${say.field(field)}”。`,
  textTooLong: ({ field, longest, length }, say) =>
    `“${say.field(field)}”有 ${length} 个字，最多 ${longest} 个，请删减。`,
  codeUnreadable: ({ field, typed }, say) =>
    `“${say.field(field)}”填的是“${typed}”；编号只能用汉字、字母、数字以及中间的 - _ . ，不超过 40 个字。`,
  codeTaken: ({ typed }) => `编号“${typed}”已被使用，请换一个，或打开已有的那一项修改。`,
  codeFixed: ({ field }, say) => `“${say.field(field)}”一经使用不能更改，请保留原值。`,
  reasonMissing: () => "请写明理由；理由会与这次变更一并公开。",
  personalDataFound: ({ texts }, say) =>
    `${texts.map((found) => `“${say.field(found.field)}”中有${findsText("zh-CN", found)}`).join("；")}；请脱敏，或写明保留的理由。`,
  personalDataInFile: ({ file, ...inside }) =>
    `文件“${file}”里有${findsInFileText("zh-CN", inside)}；请去掉后换一个文件，或写明保留的理由。`,
  dayUnreadable: ({ field, typed }, say) =>
    `“${say.field(field)}”填的是“${typed}”，不是有效日期，请写成 2026-09-30 这样。`,
  dayAmbiguous: ({ field, typed, candidates }, say) =>
    `“${say.field(field)}”填的是“${typed}”，可能是${candidates.map(say.day).join("或")}，请写成 2026-09-30 这样。`,
  dayInFuture: ({ field, day, today }, say) =>
    `“${say.field(field)}”是${say.day(day)}，晚于今天（${say.day(today)}），请填已经过去的日期。`,
  endsBeforeStart: ({ start, end }, say) =>
    `完成时限${say.day(end)}早于开始日期${say.day(start)}，请更正其中一个。`,
  choiceUnknown: ({ field, typed }, say) =>
    `“${say.field(field)}”没有“${typed}”这一选项，请从列出的选项中选择。`,
  numberUnreadable: ({ field, typed }, say) =>
    `“${say.field(field)}”填的是“${typed}”，不是数，请只填数字，如 1234.5。`,
  numberOutOfRange: ({ field, least, most }, say) =>
    `“${say.field(field)}”${rangeZh(least, most, say)}，请更正。`,
  bodyUnknown: ({ body }) => `没有编号为“${body}”的单位，请核对，或请管理员先添加该单位。`,
  programmeUnknown: ({ programme }) => `没有编号为“${programme}”的年度计划，请核对，或请管理员先添加。`,
  commitmentUnknown: ({ programme, commitment }) =>
    `年度计划“${programme}”中没有编号为“${commitment}”的事项，请核对编号。`,
  indicatorUnknown: ({ indicator }) => `没有编号为“${indicator}”的指标，请核对，或请管理员先添加。`,
  milestoneUnknown: ({ milestone }) => `这一事项没有编号为“${milestone}”的节点，请返回事项页选择。`,
  bodyCycle: ({ body }, say) => `${say.body(body)}是本单位的下级，不能又作为上级，请另选上级单位。`,
  bodyClosed: ({ body }, say) =>
    `${say.body(body)}已撤销，不能再承担新的事项或报送此后的数据，请选承接其职责的单位。`,
  leadSupportsItself: ({ body }, say) => `${say.body(body)}是牵头单位，不必再列为配合单位，请从中去掉。`,
  emailUnreadable: ({ typed }) => `“${typed}”不是邮箱地址，请写成 name@example.gov.cn 这样。`,
  emailTaken: ({ typed }) => `已有账号使用“${typed}”登录，请换一个邮箱。`,
  bodyNotInspecting: ({ body }, say) =>
    `${say.body(body)}不是督查单位，督查员须属于督查单位；请另选，或先在单位信息中标明。`,
  accountClosed: ({ on }, say) => `这个账号已于${say.day(on)}停用，请先恢复再修改。`,
  ownAccount: () =>
    "不能在这里降级、停用或重置自己的账号，请由另一位管理员办理；自己的密码在“我的账号”里修改。",
  lastSteward: () => "这是最后一个在用的管理员账号，停用或降级后谁也进不来了；请先指定另一位管理员。",
  wrongStage: ({ stage, wanted }, say) =>
    `这一事项现在是“${say.stage(stage)}”，只有“${wanted.map(say.stage).join("”“")}”的事项才能这样办理，请刷新后查看。`,
  alreadyPublished: ({ programme, on }, say) =>
    `年度计划“${programme}”已于${say.day(on)}公开，不必再次公开。`,
  alreadyDone: ({ milestone }) =>
    `节点“${milestone}”已经完成，完成后时限不能更改；如未完成，请先恢复为未完成。`,
  notDone: ({ milestone }) => `节点“${milestone}”尚未完成，无需恢复。`,
  weightsIncomplete: () => "有的节点填了权重，有的没有；请全部填写，或全部留空（按个数计）。",
  milestoneTwice: ({ milestone }) => `节点编号“${milestone}”出现了两次，请改成不同的编号。`,
  doneMilestoneRemoved: ({ milestone }) => `节点“${milestone}”已经完成，不能删去，请保留这一行。`,
  targetTwice: ({ indicator }) => `指标“${indicator}”在同一单位、同一期间有两个目标，请只留一个。`,
  baselineIsTarget: ({ indicator }) =>
    `指标“${indicator}”的基期值与目标值相同，无法计算完成度，请更正其中一个。`,
  evidenceMissing: () => "请至少上传一份佐证（照片或文件）；没有佐证，不能记为完成或整改到位。",
  nothingChanged: () => "内容与原来完全相同，没有保存；如要更正，请先修改。",
  changedMeanwhile: ({ seen, now }) =>
    `您打开的是第 ${seen} 版，期间别人已改到第 ${now} 版；您填写的内容都在下面，请对照改动后再保存。`,
  kindFixed: ({ field }, say) =>
    `已有数据的指标不能更改“${say.field(field)}”，否则旧数据的含义会变；请新建一个指标。`,
  periodUnreadable: ({ typed }) =>
    `看不懂期间“${typed}”，请写成 2026年9月、2026年第三季度、2026年1—9月 或 2026 这样。`,
  periodAmbiguous: ({ typed, candidates }, say) =>
    `期间“${typed}”可能是${candidates.map(say.period).join("或")}，请写明是哪一个。`,
  periodNotOver: ({ period, lastDay }, say) =>
    `${say.period(period)}到${say.day(lastDay)}才结束，届时再报送。`,
  periodTooFine: ({ period, frequency }, say) =>
    `这个指标按${say.frequency(frequency)}报送，${say.period(period)}太短，请选更长的期间。`,
  partsMissing: ({ field }, say) => `请填写“${say.field(field)}”，没有它就不能合并计算。`,
  partsDisagree: ({ value, computed }, say) =>
    `填的是 ${say.number(value)}，而按分子分母计算是 ${say.number(computed)}，请核对。`,
  denominatorZero: () => "分母是 0，无法计算；本期没有发生的，请选“本期未采集”并在备注中说明。",
  observationMissing: () => "这一期还没有数据，请先报送。",
  problemUnknown: ({ problem }) => `没有编号为“${problem}”的问题，请从问题清单中打开。`,
  wrongProblemStage: ({ stage, wanted }, say) =>
    `这一问题现在是“${say.problemStage(stage)}”，只有“${wanted.map(say.problemStage).join("”“")}”的问题才能这样办理，请刷新后查看。`,
  stepUnknown: ({ step }) => `整改方案中没有编号为“${step}”的步骤，请返回问题页选择。`,
  ownerTookPart: ({ body }, say) =>
    `${say.body(body)}登记、挂牌或核查过这个问题，或者正由它移交，不能当责任单位。`,
  deadlineNotYours: ({ body }, say) =>
    `这一问题已挂牌，期限由${say.body(body)}确定，责任单位不能自行延长，请提请该单位延期。`,
  notLater: ({ field, day, than }, say) =>
    `“${say.field(field)}”是${say.day(day)}，应晚于${say.day(than)}，请更正。`,
  ...drawDecisions["zh-CN"],
  outsideBounds: ({ value, least, most }, say) =>
    `填的是 ${say.number(value)}，而这个指标通常${rangeZh(least, most, say)}；请核对，确实无误的请写明理由。`,
  tenfold: ({ value, before, beforePeriod }, say) =>
    `填的是 ${say.number(value)}，而${say.period(beforePeriod)}是 ${say.number(before)}，相差十倍以上；请核对单位和小数点，确实无误的请写明理由。`,
};

const en: Sentences = {
  ...checkRefusals.en,
  roleMayNot: ({ role }, say) => `An account with the role ${say.role(role)} may not do this; ask a steward.`,
  notYourBody: ({ body }, say) =>
    `Your account does not speak for ${say.body(body)}; an officer of that body must do this.`,
  ownWork: ({ body }, say) =>
    `${say.body(body)} took part in this and cannot check its own work; another inspecting body must.`,
  notInspecting: () =>
    "Your body is not an inspecting body and gives no verdicts; if that is wrong, a steward can mark it as one.",
  textMissing: ({ field }, say) => `Fill in “${say.field(field)}”.`,
  textTooLong: ({ field, longest, length }, say) =>
    `“${say.field(field)}” has ${length} characters; at most ${longest} are kept, so shorten it.`,
  codeUnreadable: ({ field, typed }, say) =>
    `“${say.field(field)}” is “${typed}”; a code has letters and digits with - _ . between them, at most 40 characters.`,
  codeTaken: ({ typed }) => `The code “${typed}” is taken; choose another, or open the record that has it.`,
  codeFixed: ({ field }, say) => `“${say.field(field)}” never changes once given; keep it as it was.`,
  reasonMissing: () => "Give a reason; it is published with the change.",
  personalDataFound: ({ texts }, say) =>
    `${texts.map((found) => `“${say.field(found.field)}” holds personal data: ${findsText("en", found)}`).join("; ")}. Mask it, or give a reason to keep it.`,
  personalDataInFile: ({ file, ...inside }) =>
    `The file “${file}” holds personal data: ${findsInFileText("en", inside)}. Take it out and choose the new file, or give a reason to keep it.`,
  dayUnreadable: ({ field, typed }, say) =>
    `“${say.field(field)}” is “${typed}”, which is no day; write it like 2026-09-30.`,
  dayAmbiguous: ({ field, typed, candidates }, say) =>
    `“${say.field(field)}” is “${typed}”, which may be ${candidates.map(say.day).join(" or ")}; write it like 2026-09-30.`,
  dayInFuture: ({ field, day, today }, say) =>
    `“${say.field(field)}” is ${say.day(day)}, after today (${say.day(today)}); give a day that has come.`,
  endsBeforeStart: ({ start, end }, say) =>
    `It is due on ${say.day(end)}, before it starts on ${say.day(start)}; correct one of them.`,
  choiceUnknown: ({ field, typed }, say) =>
    `“${say.field(field)}” has no choice “${typed}”; choose one of those listed.`,
  numberUnreadable: ({ field, typed }, say) =>
    `“${say.field(field)}” is “${typed}”, which is no number; write it like 1234.5.`,
  numberOutOfRange: ({ field, least, most }, say) =>
    `“${say.field(field)}” must be ${rangeEn(least, most, say)}; correct it.`,
  bodyUnknown: ({ body }) =>
    `There is no body with the code “${body}”; check it, or ask a steward to add the body first.`,
  programmeUnknown: ({ programme }) =>
    `There is no programme with the code “${programme}”; check it, or ask a steward to add it.`,
  commitmentUnknown: ({ programme, commitment }) =>
    `The programme “${programme}” has no commitment with the code “${commitment}”; check the code.`,
  indicatorUnknown: ({ indicator }) =>
    `There is no indicator with the code “${indicator}”; check it, or ask a steward to add it.`,
  milestoneUnknown: ({ milestone }) =>
    `This commitment has no milestone “${milestone}”; choose one on its page.`,
  bodyCycle: ({ body }, say) =>
    `${say.body(body)} stands below this body and cannot stand above it too; choose another parent.`,
  bodyClosed: ({ body }, say) =>
    `${say.body(body)} was closed: it takes on nothing new and has no later figures; choose the body that took over.`,
  leadSupportsItself: ({ body }, say) =>
    `${say.body(body)} leads, so it need not co-operate with itself; leave it out there.`,
  emailUnreadable: ({ typed }) => `“${typed}” is no e-mail address; write it like name@example.org.`,
  emailTaken: ({ typed }) => `An account already signs in with “${typed}”; choose another address.`,
  bodyNotInspecting: ({ body }, say) =>
    `${say.body(body)} does not inspect, and an inspector belongs to a body that does; choose another, or mark it as inspecting first.`,
  accountClosed: ({ on }, say) => `This account was closed on ${say.day(on)}; reopen it first.`,
  ownAccount: () =>
    "Nobody demotes, closes or resets their own account here; another steward does. Your own password is changed under “My account”.",
  lastSteward: () =>
    "This is the last open steward's account, and without it nobody could get in; make another steward first.",
  wrongStage: ({ stage, wanted }, say) =>
    `This is “${say.stage(stage)}” now, and can be done only while “${wanted.map(say.stage).join("” or “")}”; reload the page to see how it stands.`,
  alreadyPublished: ({ programme, on }, say) =>
    `The programme “${programme}” was published on ${say.day(on)}; nothing more is needed.`,
  alreadyDone: ({ milestone }) =>
    `Milestone “${milestone}” is done and keeps its date; reopen it first if it is not done after all.`,
  notDone: ({ milestone }) => `Milestone “${milestone}” is not done yet, so there is nothing to reopen.`,
  weightsIncomplete: () =>
    "Some milestones have a weight and some have none; give one to each, or to none to count them alike.",
  milestoneTwice: ({ milestone }) => `The milestone code “${milestone}” stands twice; make them different.`,
  doneMilestoneRemoved: ({ milestone }) =>
    `Milestone “${milestone}” is done and cannot be removed; keep its row.`,
  targetTwice: ({ indicator }) =>
    `The indicator “${indicator}” has two targets for one body and period; keep one.`,
  baselineIsTarget: ({ indicator }) =>
    `The baseline of “${indicator}” equals its target, so no completion can be computed; correct one of them.`,
  evidenceMissing: () =>
    "Add at least one piece of evidence (a photograph or a file); nothing is done or fixed without.",
  nothingChanged: () =>
    "Everything is as it was, so nothing was saved; change what you want to correct first.",
  changedMeanwhile: ({ seen, now }) =>
    `You opened version ${seen} and somebody has saved version ${now} since; what you typed is below, compare it with the changes and save again.`,
  kindFixed: ({ field }, say) =>
    `“${say.field(field)}” cannot change once figures were recorded, since they would mean something else; make a new indicator.`,
  periodUnreadable: ({ typed }) =>
    `“${typed}” is no period; write it like 2026-09, 2026-Q3, January–September 2026 or 2026.`,
  periodAmbiguous: ({ typed, candidates }, say) =>
    `The period “${typed}” may be ${candidates.map(say.period).join(" or ")}; say which.`,
  periodNotOver: ({ period, lastDay }, say) =>
    `${say.period(period)} ends on ${say.day(lastDay)}; record its figure from then on.`,
  periodTooFine: ({ period, frequency }, say) =>
    `This indicator is recorded by the ${say.frequency(frequency)}, and ${say.period(period)} is shorter; choose a longer period.`,
  partsMissing: ({ field }, say) =>
    `Fill in “${say.field(field)}”; without it the figure cannot be combined with others.`,
  partsDisagree: ({ value, computed }, say) =>
    `The value is ${say.number(value)}, but its parts make ${say.number(computed)}; check them.`,
  denominatorZero: () =>
    "The denominator is 0, so there is no ratio; if nothing happened, choose “not collected” and say so in the note.",
  observationMissing: () => "There is no figure for this period yet; record it first.",
  problemUnknown: ({ problem }) => `There is no problem “${problem}”; open one from the list of problems.`,
  wrongProblemStage: ({ stage, wanted }, say) =>
    `This problem is “${say.problemStage(stage)}” now, and this can be done only while “${wanted.map(say.problemStage).join("” or “")}”; reload the page to see how it stands.`,
  stepUnknown: ({ step }) => `The plan has no step “${step}”; choose one on the page of the problem.`,
  ownerTookPart: ({ body }, say) =>
    `${say.body(body)} found, listed or checked this problem, or is handing it over, and cannot become the responsible body.`,
  deadlineNotYours: ({ body }, say) =>
    `The problem is listed and ${say.body(body)} sets its deadline; ask that body to extend it.`,
  notLater: ({ field, day, than }, say) =>
    `“${say.field(field)}” is ${say.day(day)} and must be later than ${say.day(than)}; correct it.`,
  ...drawDecisions.en,
  outsideBounds: ({ value, least, most }, say) =>
    `The value is ${say.number(value)}, but this indicator is usually ${rangeEn(least, most, say)}; check it, and give a reason if it is right.`,
  tenfold: ({ value, before, beforePeriod }, say) =>
    `The value is ${say.number(value)}, but ${say.period(beforePeriod)} had ${say.number(before)}, ten times away; check unit and decimal point, and give a reason if it is right.`,
};

const sentences: Readonly<Record<Language, Sentences>> = { "zh-CN": zh, en };

/** `bodyName` gives a body's name for its code, where the page knows it. */
export const refusalText = (
  lang: Language,
  refusal: Refusal,
  bodyName: (code: string) => string | undefined = () => undefined,
): string => {
  const say: Say = {
    field: (field) => fieldName(lang, field),
    day: (day) => formatDay(day, lang),
    period: (period) => formatPeriod(period, lang),
    number: (value) => new Intl.NumberFormat(lang, { maximumFractionDigits: 6 }).format(value),
    body: (code) => bodyName(code) ?? code,
    stage: (stage) => choiceWords[lang].stage[stage],
    checkStage: (stage) => choiceWords[lang].checkStage[stage],
    problemStage: (stage) => choiceWords[lang].problemStage[stage],
    drawStage: (stage) => choiceWords[lang].drawStage[stage],
    role: (role) => choiceWords[lang].role[role],
    frequency: (frequency) => choiceWords[lang].frequency[frequency as Frequency] ?? frequency,
  };
  // The table is keyed by the code, so that the sentence found is the one for this very refusal.
  const sentence = sentences[lang][refusal.code] as (refusal: Refusal, say: Say) => string;
  return sentence(refusal, say);
};
