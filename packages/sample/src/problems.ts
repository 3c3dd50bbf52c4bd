// A problem of the sample as events: opened, and whatever its story says afterwards.

import { addDays, type Day } from "@yinuo/period";
import { workday } from "./calendar.ts";
import { PROBLEMS, type ProblemHappening, type ProblemOf } from "./content/problems.ts";
import type { Event, ProblemDeed } from "./plan.ts";
import { photoOf } from "./stories.ts";

type Scene = {
  readonly today: Day;
  readonly officerOf: (body: string) => string;
  readonly inspector: string;
};

/** `number`: which of them; its code is given when it is opened. */
export const problemEvents = (scene: Scene): readonly Event[] =>
  PROBLEMS.flatMap((problem, number) => eventsOf(problem, number, scene));

const eventsOf = (problem: ProblemOf, number: number, scene: Scene): readonly Event[] => {
  const { owner, origin, title, place, detail, ago, days, story } = problem;
  const day = (before: number): Day => workday(addDays(scene.today, -before));
  const [officer, opened] = [scene.officerOf(owner), day(ago)];
  const due = addDays(opened, days);
  const input = { owner, origin, title: title[0], titleEn: title[1], place, detail, due };
  return [
    {
      on: opened,
      by: origin === "finding" ? scene.inspector : officer,
      deed: { verb: "openProblem", number, input },
    },
    ...story.flatMap((one) => {
      const on = day(one.ago);
      const by = OWN.some((name) => name in one) ? officer : scene.inspector;
      return deedsOf(one, { number, on }).map((deed) => ({ on, by, deed }));
    }),
  ];
};

/** What the body does whose task it is; the rest is for another. */
const OWN = ["plan", "done", "declare"] as const;

type Told = { readonly number: number; readonly on: Day };

const deedsOf = (one: ProblemHappening, { number, on }: Told): readonly ProblemDeed[] => {
  if ("plan" in one) {
    const steps = one.plan.map(({ title: [title, titleEn], days }) => ({
      title,
      titleEn,
      due: addDays(on, days),
    }));
    return [{ verb: "planProblem", number, steps }];
  }
  if ("done" in one) return [{ verb: "finishStep", number, step: String(one.done) }];
  if ("list" in one)
    return [{ verb: "listProblem", number, level: one.list, deadline: addDays(on, one.days) }];
  if ("extend" in one) return [{ verb: "extendProblem", number, days: one.extend, reason: one.reason }];
  if ("declare" in one)
    return [
      { verb: "showProblem", number, photo: photoOf(one.photo, one.caption) },
      { verb: "declareFixed", number, text: one.declare },
    ];
  if ("delist" in one) return [{ verb: "delistProblem", number, text: one.delist }];
  if ("sendBack" in one) return [{ verb: "returnProblem", number, text: one.sendBack }];
  if ("lookBack" in one) return [{ verb: "lookBack", number, text: one.lookBack }];
  return [{ verb: "reopenProblem", number, text: one.reopen, due: addDays(on, one.days) }];
};
