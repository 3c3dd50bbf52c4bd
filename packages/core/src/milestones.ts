// Milestones as typed, read against the ones there are: codes and first dates stay, weights are given to all or to none.

import type { MilestoneInput } from "./commitment-fields.ts";
import type { Commitment, Milestone } from "./commitment.ts";
import { commitmentCode } from "./codes.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { needText, readText } from "./text.ts";

/** Refuses: codeUnreadable, milestoneTwice, textMissing, textTooLong, numberOutOfRange, weightsIncomplete. */
export const readMilestones = (
  typed: readonly MilestoneInput[],
  was: Pick<Commitment, "stage" | "milestones"> | undefined,
): Result<readonly Milestone[], Refusal> => {
  const codes = readCodes(typed, was?.milestones ?? []);
  if (!codes.ok) return codes;
  const milestones: Milestone[] = [];
  for (const [index, one] of typed.entries()) {
    const code = codes.value[index] ?? "";
    const before = was?.milestones.find((milestone) => milestone.code === code);
    // In a draft nothing was promised yet, so the first date moves along.
    const milestone = readMilestone(one, code, was?.stage === "draft" ? undefined : before?.firstDue);
    if (!milestone.ok) return milestone;
    milestones.push(
      before?.doneOn === undefined ? milestone.value : { ...milestone.value, doneOn: before.doneOn },
    );
  }
  const weighted = milestones.filter(({ weight }) => weight !== undefined).length;
  if (weighted > 0 && weighted < milestones.length)
    return refuse({ code: "weightsIncomplete", field: "milestones" });
  return ok(milestones);
};

const readMilestone = (
  typed: MilestoneInput,
  code: string,
  firstDue: Milestone["firstDue"] | undefined,
): Result<Milestone, Refusal> => {
  const title = needText("milestones", "title", typed.title);
  if (!title.ok) return title;
  const titleEn = readText("milestones", "title", typed.titleEn);
  if (!titleEn.ok) return titleEn;
  const { due, weight } = typed;
  if (weight !== undefined && !(Number.isFinite(weight) && weight > 0))
    return refuse({ code: "numberOutOfRange", field: "milestones", least: 0 });
  return ok({ code, title: title.value, titleEn: titleEn.value, due, firstDue: firstDue ?? due, weight });
};

/** A milestone without a code gets the number after the highest there is. */
const readCodes = (
  typed: readonly MilestoneInput[],
  before: readonly Milestone[],
): Result<readonly string[], Refusal> => {
  const codes: string[] = [];
  let next =
    1 +
    Math.max(
      0,
      ...[...before, ...typed].map(({ code }) => Number(/^\d{1,6}$/.exec(code?.trim() ?? "")?.[0] ?? 0)),
    );
  for (const { code: written } of typed) {
    const given = written?.trim() ?? "";
    const code = given === "" ? String(next++) : commitmentCode(given);
    if (code === undefined) return refuse({ code: "codeUnreadable", field: "milestones", typed: given });
    if (codes.includes(code)) return refuse({ code: "milestoneTwice", field: "milestones", milestone: code });
    codes.push(code);
  }
  return ok(codes);
};
