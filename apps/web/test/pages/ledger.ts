// A small invented ledger in a real store: one of everything the public pages have to show, and what they must not.

import { createHash } from "node:crypto";
import {
  accountId,
  amendCommitment,
  bodyCode,
  createBody,
  createIndicator,
  createProgramme,
  declareDone,
  draftCommitment,
  finishMilestone,
  giveVerdict,
  publishCommitment,
  publishProgramme,
  recordObservation,
  recordProgress,
  withdrawCommitment,
  ok,
  type By,
  type Change,
  type Commitment,
  type CommitmentInput,
  type Figure,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { parseDay, parsePeriod, type Day, type Period } from "@yinuo/period";
import {
  addEvidence,
  addProgress,
  changeBody,
  changeCommitment,
  changeIndicator,
  changeJurisdiction,
  changeProgramme,
  recordObservation as saveObservation,
  type CommitmentDeps,
  type Db,
  type FileStore,
} from "@yinuo/store";
import sharp from "sharp";

export const day = (text: string): Day => {
  const read = parseDay(text);
  if (read === undefined) throw new Error(`not a day: ${text}`);
  return read;
};

export const period = (text: string): Period => {
  const read = parsePeriod(text);
  if (read === undefined) throw new Error(`not a period: ${text}`);
  return read;
};

export const TODAY = day("2026-10-15");
export const XSS = `<script>alert("x")</script><img src=x onerror=alert(1)>`;
/** Must never be seen by anybody without an account. */
export const SECRET = "尚未公开的草稿";

const STEWARD: By = { account: accountId("steward"), role: "steward", inspects: false };

type Step = { readonly today: Day; readonly by: By };
const step = (today: string, by: By = STEWARD): Step => ({ today: day(today), by });
const JANUARY = step("2026-01-05");

const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const fillLedger = async (db: Db, files: FileStore): Promise<void> => {
  await setUp(db);
  await addBodies(db);
  await addIndicators(db);
  await addProgrammes(db);
  await addFigures(db);
  await addCommitments(db, files);
};

const setUp = (db: Db) =>
  changeJurisdiction(db, { today: JANUARY.today }, () =>
    ok({
      state: {
        name: "示例县",
        nameEn: "Sample County",
        timeZone: "Asia/Shanghai",
        languages: ["zh-CN", "en"],
        defaultLanguage: "zh-CN",
        licence: "CC BY 4.0",
        licenceUrl: "https://creativecommons.org/licenses/by/4.0/",
        sample: true,
        independent: false,
        contact: "yinuo@example.org",
        setUpOn: JANUARY.today,
      },
      event: { verb: "jurisdiction.set-up", happenedOn: JANUARY.today },
    }),
  ).then(must);

const addBodies = async (db: Db): Promise<void> => {
  const bodies = [
    ["court", "县人民法院", "County Court", undefined, false],
    ["justice", "县司法局", "Justice Bureau", undefined, false],
    ["justice-aid", "县法律援助中心", "Legal Aid Centre", "justice", false],
    ["water", "县水务局", "Water Bureau", undefined, false],
    ["inspection", "县政府督查室", "Inspection Office", undefined, true],
  ] as const;
  for (const [code, name, nameEn, parent, inspects] of bodies) {
    const input = {
      code,
      name,
      nameEn,
      parent,
      inspects,
      about: `${name}的职责`,
      aboutEn: `What the ${nameEn} does`,
    };
    must(await changeBody(db, code, JANUARY, (_, deps) => createBody(input, { ...JANUARY, ...deps })));
  }
};

const addIndicators = async (db: Db): Promise<void> => {
  const common = { frequency: "month", polarity: "up", decimals: 0 } as const;
  const indicators = [
    {
      ...common,
      code: "PIPE",
      name: "完成管网改造里程",
      nameEn: "Pipes renewed",
      definition: "当月验收的里程",
      unit: "公里",
      unitEn: "km",
      kind: "flow" as const,
    },
    {
      ...common,
      code: "AID",
      name: "三日内指派率",
      nameEn: "Assigned in three days",
      definition: "三个工作日内指派的申请 ÷ 全部申请",
      definitionEn: "Applications assigned within three working days, of all",
      unit: "%",
      kind: "ratio" as const,
      decimals: 1,
      scale: 100,
      numerator: "三日内指派",
      denominator: "受理申请",
    },
    {
      ...common,
      code: "DAYS",
      name: "平均审理天数",
      nameEn: "Mean days to decide",
      definition: "结案的平均用时",
      unit: "天",
      unitEn: "days",
      kind: "duration" as const,
      polarity: "down" as const,
      decimals: 1,
    },
    {
      ...common,
      code: "OPEN",
      name: "开通窗口数",
      nameEn: "Counters open",
      definition: XSS,
      unit: "个",
      kind: "stock" as const,
    },
  ];
  for (const input of indicators)
    must(
      await changeIndicator(db, input.code, JANUARY, (_, deps) =>
        createIndicator(input, { ...JANUARY, ...deps }),
      ),
    );
};

const addProgrammes = async (db: Db): Promise<void> => {
  for (const [code, title, titleEn] of [
    ["2026", "2026年度承诺", "Commitments of 2026"],
    ["2027", `2027年度计划（${SECRET}）`, undefined],
  ] as const) {
    const input = {
      code,
      title,
      titleEn,
      period: period(code),
      completionRule: "least",
      silentAfterDays: 90,
      rankingMinimum: 3,
    } as const;
    must(
      await changeProgramme(db, code, JANUARY, (_, deps) => createProgramme(input, { ...JANUARY, ...deps })),
    );
  }
  must(
    await changeProgramme(db, "2026", JANUARY, (current) =>
      current === undefined
        ? { ok: false, error: { code: "nothingChanged" } }
        : publishProgramme(current, JANUARY),
    ),
  );
};

const addFigures = async (db: Db): Promise<void> => {
  for (let month = 1; month <= 9; month += 1) {
    const at = `2026-0${month}`;
    await record(db, "PIPE", "water", at, { as: "number", value: month === 4 ? 0 : 4 + month });
    if (month !== 5)
      await record(db, "AID", "justice", at, { as: "ratio", numerator: 50 + month, denominator: 60 });
    await record(
      db,
      "DAYS",
      "court",
      at,
      month === 7 ? { as: "notCollected" } : { as: "mean", mean: 40 - month, count: 20 },
    );
  }
  await record(db, "AID", "justice-aid", "2026-09", { as: "ratio", numerator: 9, denominator: 10 });
  await record(db, "OPEN", "justice", "2026-09", { as: "number", value: 12 });
  await record(db, "PIPE", "water", "2026-03", { as: "number", value: 8 }, "三月有一公里验收退回");
};

const record = async (
  db: Db,
  indicator: string,
  body: string,
  at: string,
  figure: Figure,
  reason?: string,
) => {
  const context = step("2026-10-08");
  const input = {
    period: period(at),
    figure,
    source: "月报",
    confirmed: "已核对原始台账",
    ...(reason === undefined ? {} : { reason }),
  };
  return must(
    await saveObservation(db, { indicator, body, period: period(at) }, context, (current, deps) =>
      recordObservation(current, input, { ...context, ...deps }),
    ),
  );
};

const plain = (
  input: Partial<CommitmentInput> & { code: string; title: string; lead: string },
): CommitmentInput => ({
  kind: "commitment",
  support: [],
  targets: [],
  milestones: [],
  due: day("2026-12-31"),
  ...input,
});

const addCommitments = async (db: Db, files: FileStore): Promise<void> => {
  await addAid(db, files);
  await addOthers(db);
  // Enough for a second page.
  for (let number = 1; number <= 50; number += 1) {
    const code = `SW-${String(number).padStart(2, "0")}`;
    await publish(
      db,
      plain({ code, title: `供水点第 ${number} 号改造`, titleEn: `Water point ${number}`, lead: "water" }),
      step("2026-09-01"),
    );
  }
  const draft = plain({ code: "DRAFT-1", title: SECRET, promise: SECRET, lead: "court" });
  await change(db, "2026", "DRAFT-1", JANUARY, (_, deps) => draftCommitment(draft, { ...JANUARY, ...deps }));
  await attach(db, files, { programme: "2026", commitment: "DRAFT-1" }, `${SECRET}.pdf`, "application/pdf");
  await publish(db, plain({ code: "NEXT-1", title: SECRET, lead: "court" }), JANUARY, "2027");
};

/** The one with everything: targets, milestones, progress, evidence, an amendment, declared. */
const addAid = async (db: Db, files: FileStore): Promise<void> => {
  const input = plain({
    code: "SF-03",
    externalId: "EXT-9",
    title: "法律援助申请当日受理，三个工作日内指派律师",
    titleEn: "Legal aid taken in the same day",
    promise: "经济困难的当事人申请法律援助，当日受理。",
    beneficiaries: "经济困难的当事人",
    criterion: "三日内指派率不低于 95%",
    lead: "justice",
    support: ["court"],
    start: day("2026-01-01"),
    due: day("2026-09-30"),
    source: "2026年政府工作报告",
    targets: [
      { indicator: "OPEN", period: period("2026"), value: 20, baseline: 4 },
      { indicator: "DAYS", body: "court", period: period("2026-H1"), value: 30 },
    ],
    milestones: [
      { code: "1", title: "十二个受理点开通", due: day("2026-03-01") },
      { code: "2", title: "全年指派率达标", due: day("2026-12-20") },
    ],
  });
  await publish(db, input, JANUARY);
  const key = { programme: "2026", code: "SF-03" };
  const june = step("2026-06-12");
  await change(db, "2026", "SF-03", june, (current, deps) =>
    amendCommitment(needed(current), { ...input, due: day("2026-12-31") }, "受理点改造延期", {
      ...june,
      ...deps,
    }),
  );
  await attach(
    db,
    files,
    { programme: "2026", commitment: "SF-03", milestone: "1" },
    "窗口 照片'1'.jpg",
    "image/jpeg",
  );
  await change(db, "2026", "SF-03", june, (current) =>
    finishMilestone(needed(current), { milestone: "1", doneOn: day("2026-02-27"), evidenceCount: 1 }, june),
  );
  const said = must(
    await addProgress(db, key, june, (current) =>
      recordProgress(needed(current), { text: `受理点开通 ${XSS}`, happenedOn: day("2026-06-10") }, june),
    ),
  );
  await attach(
    db,
    files,
    { programme: "2026", commitment: "SF-03", progress: said.progress.id },
    "指派台账.html",
    "text/html",
  );
  const october = step("2026-10-08");
  await change(db, "2026", "SF-03", october, (current) =>
    declareDone(needed(current), { on: day("2026-10-08") }, october),
  );
};

const addOthers = async (db: Db): Promise<void> => {
  const court = step("2026-07-01");
  const inspector = step("2026-10-09", {
    account: accountId("inspector"),
    role: "inspector",
    body: bodyCode("inspection"),
    inspects: true,
  });
  await publish(
    db,
    plain({
      code: "FY-01",
      title: "小额诉讼平均审理周期缩短到 30 天",
      lead: "court",
      due: day("2026-09-30"),
      targets: [{ indicator: "DAYS", period: period("2026-09"), value: 30 }],
    }),
    JANUARY,
  );
  await change(db, "2026", "FY-01", inspector, (current) =>
    giveVerdict(
      needed(current),
      { conclusion: "kept", finding: "抽查二十件，均在三十天内", on: day("2026-10-09") },
      inspector,
    ),
  );
  await publish(
    db,
    plain({ code: "FY-02", title: XSS, lead: "court", due: day("2026-08-21"), support: ["justice"] }),
    court,
  );
  await publish(db, plain({ code: "FY-03", kind: "measure", title: "法官业务培训", lead: "court" }), JANUARY);
  await publish(db, plain({ code: "FY-04", title: "巡回审判点", lead: "court" }), court);
  await change(db, "2026", "FY-04", court, (current) =>
    withdrawCommitment(needed(current), "并入另一事项", court),
  );
  await publish(
    db,
    plain({
      code: "SW-00",
      title: "农村饮水管网改造 86 公里",
      lead: "water",
      targets: [{ indicator: "PIPE", period: period("2026"), value: 86 }],
    }),
    JANUARY,
  );
};

const needed = (current: Commitment | undefined): Commitment => {
  if (current === undefined) throw new Error("no such commitment");
  return current;
};

type Decide = (current: Commitment | undefined, deps: CommitmentDeps) => Result<Change<Commitment>, Refusal>;

export const change = async (
  db: Db,
  programme: string,
  code: string,
  context: Step,
  decide: Decide,
): Promise<Commitment> => must(await changeCommitment(db, { programme, code }, context, decide));

export const publish = async (
  db: Db,
  input: CommitmentInput,
  context: Step,
  programme = "2026",
): Promise<void> => {
  await change(db, programme, input.code, context, (_, deps) =>
    draftCommitment(input, { ...context, ...deps }),
  );
  await change(db, programme, input.code, context, (current, deps) =>
    publishCommitment(needed(current), { ...context, ...deps }),
  );
};

const attach = async (
  db: Db,
  files: FileStore,
  subject: Parameters<typeof addEvidence>[1],
  fileName: string,
  mediaType: string,
): Promise<void> => {
  const context = step("2026-06-12");
  const bytes = mediaType === "image/jpeg" ? await photograph() : Buffer.from(`<script>${fileName}</script>`);
  const sha256 = await files.put(bytes);
  must(
    await addEvidence(
      db,
      subject,
      {
        sha256,
        fileName,
        mediaType,
        size: bytes.length,
        caption: `佐证：${fileName}`,
        showsOn: day("2026-06-01"),
      },
      context,
    ),
  );
};

export const shaOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const photograph = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: "#886655" } })
    .jpeg()
    .toBuffer();
