// The commitments of the small invented ledger: one in each standing, one with everything, and two nobody may see.

import { createHash } from "node:crypto";
import {
  accountId,
  amendCommitment,
  bodyCode,
  declareDone,
  draftCommitment,
  finishMilestone,
  publishCommitment,
  recordProgress,
  withdrawCommitment,
  type Change,
  type Commitment,
  type CommitmentInput,
  type Refusal,
  type Result,
} from "@yinuo/core";
import {
  addEvidence,
  addProgress,
  changeCommitment,
  judgeAlone,
  type CommitmentDeps,
  type Db,
  type FileStore,
} from "@yinuo/store";
import sharp from "sharp";
import { day, JANUARY, must, period, SECRET, step, XSS, type Step } from "./steps.ts";

export const plain = (
  input: Partial<CommitmentInput> & { code: string; title: string; lead: string },
): CommitmentInput => ({
  kind: "commitment",
  support: [],
  targets: [],
  milestones: [],
  due: day("2026-12-31"),
  ...input,
});

export const addCommitments = async (db: Db, files: FileStore): Promise<void> => {
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
  const draft = plain({
    code: "DRAFT-1",
    title: SECRET,
    promise: SECRET,
    lead: "court",
    targets: [{ indicator: "DAYS", period: period("2026"), value: 20 }],
  });
  await change(db, "2026", "DRAFT-1", JANUARY, (existing, deps) =>
    draftCommitment(draft, { ...JANUARY, ...deps, existing }),
  );
  await attach(db, files, { programme: "2026", commitment: "DRAFT-1" }, `${SECRET}.pdf`, "application/pdf");
  await publish(db, plain({ code: "NEXT-1", title: SECRET, lead: "court" }), JANUARY, "2027");
};

/** The one with everything: targets, milestones, progress, evidence, an amendment, declared. */
const addAid = async (db: Db, files: FileStore): Promise<void> => {
  await publish(db, AID, JANUARY);
  const june = step("2026-06-12");
  await change(db, "2026", "SF-03", june, (current, deps) =>
    amendCommitment(needed(current), { ...AID, due: day("2026-12-31") }, "受理点改造延期", {
      ...june,
      ...deps,
    }),
  );
  await recordAid(db, files, june);
  const october = step("2026-10-08");
  await change(db, "2026", "SF-03", october, (current) =>
    declareDone(needed(current), { on: day("2026-10-08") }, october),
  );
};

const AID = plain({
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

const recordAid = async (db: Db, files: FileStore, june: Step): Promise<void> => {
  const key = { programme: "2026", code: "SF-03" };
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
  const said = {
    conclusion: "confirmed",
    finding: "抽查二十件，均在三十天内",
    on: day("2026-10-09"),
  } as const;
  must(await judgeAlone(db, { programme: "2026", code: "FY-01" }, inspector, said));
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

const change = async (
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
  await change(db, programme, input.code, context, (existing, deps) =>
    draftCommitment(input, { ...context, ...deps, existing }),
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
        screening: "picture",
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
