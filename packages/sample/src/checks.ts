// A check of the sample as events: planned and opened, and whatever its story says afterwards.

import { addDays, type Day } from "@yinuo/period";
import { workday } from "./calendar.ts";
import { CHECKS, type CheckHappening, type CheckOf } from "./content/checks.ts";
import type { CheckDeed, Event } from "./plan.ts";
import { photoOf } from "./stories.ts";

type Scene = { readonly today: Day; readonly inspector: string };

export const checkEvents = (scene: Scene): readonly Event[] =>
  CHECKS.flatMap((check, nth) => eventsOf(check, nth, scene));

const eventsOf = (check: CheckOf, nth: number, { today, inspector: by }: Scene): readonly Event[] => {
  const { kind, title, frame, checklist, inspectors, ago, days, story } = check;
  const day = (before: number): Day => workday(addDays(today, -before));
  const opened = day(ago);
  const input = {
    kind,
    title: title[0],
    titleEn: title[1],
    frame,
    checklist,
    inspectors,
    start: opened,
    due: addDays(opened, days),
  };
  return [
    { on: workday(addDays(opened, -7)), by, deed: { verb: "planCheck", nth, input } },
    { on: opened, by, deed: { verb: "openCheck", nth } },
    ...story.map((one) => ({ on: day(one.ago), by, deed: deedOf(one, nth) })),
  ];
};

const deedOf = (one: CheckHappening, nth: number): CheckDeed => {
  if ("find" in one) {
    const { find: conclusion, at, text, place, photo, caption = "" } = one;
    const shown = photo === undefined ? {} : { photo: photoOf(photo, caption) };
    return { verb: "recordFinding", nth, at, conclusion, text, place, ...shown };
  }
  if ("appeal" in one) return { verb: "appealFinding", nth, at: one.at, text: one.appeal };
  if ("answer" in one) return { verb: "answerAppeal", nth, at: one.at, text: one.answer };
  return { verb: "finishCheck", nth, missed: one.finish };
};
