// A small invented ledger in a real store: one of everything the public pages have to show, and what they must not.

import {
  createBody,
  createIndicator,
  createProgramme,
  ok,
  publishProgramme,
  recordObservation,
  type Figure,
} from "@yinuo/core";
import {
  changeBody,
  changeIndicator,
  changeJurisdiction,
  changeProgramme,
  recordObservation as saveObservation,
  type Db,
  type FileStore,
} from "@yinuo/store";
import { addCommitments } from "./ledger-commitments.ts";
import { addDraws } from "./ledger-draws.ts";
import { addProblems } from "./ledger-problems.ts";
import { JANUARY, must, period, SECRET, step, XSS } from "./steps.ts";

export const fillLedger = async (db: Db, files: FileStore): Promise<void> => {
  await setUp(db);
  await addBodies(db);
  await addIndicators(db);
  await addProgrammes(db);
  await addFigures(db);
  await addCommitments(db, files);
  await addProblems(db);
  await addDraws(db);
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

const COMMON = { frequency: "month", polarity: "up", decimals: 0 } as const;
const INDICATORS = [
  {
    ...COMMON,
    code: "PIPE",
    name: "完成管网改造里程",
    nameEn: "Pipes renewed",
    definition: "当月验收的里程",
    unit: "公里",
    unitEn: "km",
    kind: "flow" as const,
  },
  {
    ...COMMON,
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
    ...COMMON,
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
    ...COMMON,
    code: "OPEN",
    name: "开通窗口数",
    nameEn: "Counters open",
    definition: XSS,
    unit: "个",
    kind: "stock" as const,
  },
];

const addIndicators = async (db: Db): Promise<void> => {
  for (const input of INDICATORS)
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
