// A commitment of the sample as events: drafted, published, and whatever its story says afterwards.

import type { CommitmentInput, MilestoneInput } from "@yinuo/core";
import { addDays, type Day } from "@yinuo/period";
import { earlier, later, workday, type Timeline } from "./calendar.ts";
import { PICTURES, pictureFile, type PictureName } from "./content/pictures.ts";
import type { Both, CommitmentOf, Happening, MilestoneOf } from "./content/shapes.ts";
import type { Deed, Event, Key, Photo } from "./plan.ts";
import { targetsOf, type Figures } from "./targets.ts";

export type Scene = {
  readonly timeline: Timeline;
  readonly today: Day;
  readonly figures: Figures;
  /** The account that speaks for a body, and the inspector's. */
  readonly officerOf: (body: string) => string;
  readonly inspector: string;
};

export const storyOf = (commitment: CommitmentOf, scene: Scene): readonly Event[] => {
  const { timeline } = scene;
  const key: Key = { programme: String(timeline.year), code: commitment.code };
  const officer = scene.officerOf(commitment.lead);
  const input = inputOf(commitment, scene);
  const drafted = workday(addDays(timeline.published, -20));
  const events: Event[] = [{ on: drafted, by: officer, deed: { verb: "draft", key, input } }];
  if (commitment.draft === true) return events;
  events.push({ on: timeline.published, by: officer, deed: { verb: "publish", key } });
  return [...events, ...happenings(commitment, { key, input, officer, scene })];
};

type Told = {
  readonly key: Key;
  readonly input: CommitmentInput;
  readonly officer: string;
  readonly scene: Scene;
};

const happenings = (commitment: CommitmentOf, told: Told): readonly Event[] => {
  const { scene, officer } = told;
  const events: Event[] = [];
  let { input } = told;
  let declared = false;
  for (const one of (commitment.story ?? []).toSorted((a, b) => a.at - b.at)) {
    let on = scene.timeline.at(one.at);
    if ("amend" in one) input = amended(input, one, scene);
    if ("verdict" in one && !declared && input.due !== undefined) on = later(on, addDays(input.due, 1));
    // A verdict that must wait for its day has not been given yet.
    if (on > scene.today) continue;
    if ("declare" in one) declared = true;
    const by = "verdict" in one ? scene.inspector : "body" in one ? scene.officerOf(one.body) : officer;
    for (const deed of deedsOf(one, { ...told, input })) events.push({ on, by, deed });
  }
  return events;
};

const deedsOf = (one: Happening, { key, input }: Told): readonly Deed[] => {
  if ("progress" in one) return [{ verb: "recordProgress", key, text: one.progress }];
  if ("done" in one) {
    const milestone = String(one.done);
    return [
      { verb: "addEvidence", key, milestone, photo: photoOf(one.photo, one.caption) },
      { verb: "finishMilestone", key, milestone },
    ];
  }
  if ("photo" in one) return [{ verb: "addEvidence", key, photo: photoOf(one.photo, one.caption) }];
  if ("reopen" in one)
    return [{ verb: "reopenMilestone", key, milestone: String(one.reopen), reason: one.reason }];
  if ("amend" in one) return [{ verb: "amend", key, input, reason: one.reason }];
  if ("declare" in one) return [{ verb: "declareDone", key }];
  if ("takeBack" in one) return [{ verb: "takeBackDeclaration", key, reason: one.takeBack }];
  if ("verdict" in one) return [{ verb: "giveVerdict", key, conclusion: one.verdict, finding: one.finding }];
  return [{ verb: "withdraw", key, reason: one.withdraw }];
};

/** The same caption always has the same picture. */
export const photoOf = (name: PictureName, caption: string): Photo => {
  const variant = caption.length % 2 === 0 ? 1 : 2;
  return {
    file: pictureFile(name, variant),
    fileName: `示例图片-${PICTURES[name]}-${variant}.webp`,
    caption: `${caption}（示例图片）`,
  };
};

const inputOf = (commitment: CommitmentOf, scene: Scene): CommitmentInput => {
  const { timeline } = scene;
  const start = timeline.startAt(commitment.start ?? 0);
  const due = dueOf(commitment, start, timeline);
  const targets = targetsOf(commitment, scene);
  const fill = filler(
    timeline.year,
    targets.map(({ value }) => value),
  );
  const [title, titleEn] = fill(commitment.title);
  const [promise, promiseEn] = fill(commitment.promise);
  const [criterion, criterionEn] = fill(commitment.criterion);
  const [beneficiaries, beneficiariesEn] = commitment.for;
  return {
    code: commitment.code,
    kind: commitment.kind ?? "commitment",
    title,
    titleEn,
    promise,
    promiseEn,
    criterion,
    criterionEn,
    beneficiaries,
    beneficiariesEn,
    lead: commitment.lead,
    support: commitment.support ?? [],
    start,
    due,
    source: `示例县${timeline.year}年度公开承诺汇编（虚构）`,
    targets,
    milestones: milestonesOf(commitment.milestones ?? [], due, timeline),
  };
};

const dueOf = ({ due = 2 }: CommitmentOf, start: Day, timeline: Timeline): Day | undefined => {
  if (due === "none") return undefined;
  if (typeof due === "object") return addDays(start, due.daysAfterStart);
  // In the finished year 1 and 2 are both past, and what was promised for the year was promised for its end.
  return due === 2 ? timeline.end : later(timeline.dueAt(due), start);
};

const milestonesOf = (
  milestones: readonly MilestoneOf[],
  due: Day | undefined,
  timeline: Timeline,
): readonly MilestoneInput[] =>
  milestones.map(({ title: [title, titleEn], due: at, weight }, index) => {
    const day = at === 2 ? timeline.end : timeline.dueAt(at);
    return {
      code: String(index + 1),
      title,
      titleEn,
      due: due === undefined ? day : earlier(day, due),
      weight,
    };
  });

const amended = (
  input: CommitmentInput,
  { amend }: Extract<Happening, { amend: unknown }>,
  { timeline }: Scene,
): CommitmentInput => {
  const due = amend.due === undefined ? input.due : timeline.dueAt(amend.due);
  const fill = filler(
    timeline.year,
    input.targets.map(({ value }) => value),
  );
  const [promise, promiseEn] =
    amend.promise === undefined ? [input.promise, input.promiseEn] : fill(amend.promise);
  const milestones =
    amend.milestones === undefined ? input.milestones : milestonesOf(amend.milestones, due, timeline);
  return { ...input, due, promise, promiseEn, milestones };
};

/** Puts the year and the targets' values into a text in both languages. */
const filler =
  (year: number, values: readonly number[]) =>
  (texts: Both): Both => {
    const put = (text: string): string =>
      text
        .replaceAll("{Y}", String(year))
        .replaceAll(/\{t(\d)\}/g, (_, place: string) => String(values[Number(place) - 1] ?? ""));
    return [put(texts[0]), put(texts[1])];
  };
