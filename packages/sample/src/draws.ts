// The sample county's draws: one that was broken off and drawn again, one with inspectors drawn too, one still to come.

import {
  abortDraw,
  replaceDrawn,
  rollDice,
  type By,
  type CeremonyContext,
  type Change,
  type Draw,
  type DrawInput,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { addDays, type Day } from "@yinuo/period";
import { addDraw, changeDraw, type Db, type PlanWish } from "@yinuo/store";
import { workday } from "./calendar.ts";

export type HoldDraws = {
  /** An inspector of the inspecting body. */
  readonly by: By;
  readonly today: Day;
  /** Whether a checkpoint now covers the log. */
  readonly publish: () => Promise<boolean>;
};

/** Each plan is in a checkpoint before its dice, as in a ledger of somebody's own; only the days are of the past. */
export const holdDraws = async (db: Db, { by, today, publish }: HoldDraws): Promise<void> => {
  const days = { first: before(today, 75), again: before(today, 68), problems: before(today, 40) };
  const plan = async (wish: PlanWish, on: Day): Promise<Draw> =>
    settled(await addDraw(db, wish, { by, today: on, at: `${on}T01:00:00Z` }));
  const hold = async (draw: Draw, decide: Deciding): Promise<Draw> => {
    const at = draw.plan.ceremonyAt.replace("T01:00", "T01:20");
    const held = { by, today: at.slice(0, 10) as Day, at };
    return settled(await changeDraw(db, draw.code, held, decide));
  };
  const first = await plan(commitmentsOn(days.first), days.first);
  const problems = await plan(problemsOn(days.problems, by), days.problems);
  await plan(measuresOn(after(today, 9)), today);
  if (!(await publish())) return;
  await hold(first, (draw, now) => rollDice(draw, twice(BROKEN_OFF), now));
  await hold(first, (draw, now) => abortDraw(draw, "掷第五次时一颗骰子滚落桌下，现场有人提出异议", now));
  const drawn = await hold(problems, (draw, now) => rollDice(draw, twice(ROLLS.problems), now));
  const [gone] = drawn.result?.picks ?? [];
  if (gone !== undefined)
    await hold(problems, (draw, now) =>
      replaceDrawn(draw, { id: gone.id, reason: "现场正在封闭施工，三个月内不能进入" }, now),
    );
  const again = { ...commitmentsOn(days.again).input, reason: "首次抽签因骰子滚落中止，重新抽签" };
  const second = await plan({ input: again, places: [] }, days.again);
  await publish();
  await hold(second, (draw, now) => rollDice(draw, twice(ROLLS.commitments), now));
};

type Deciding = (draw: Draw, now: CeremonyContext) => Result<Change<Draw>, Refusal>;

/** As they might have been rolled; nobody chose them, and the tickets depend on salts of the log anyway. */
const ROLLS = { commitments: "41702693158604927318", problems: "5263114625361243516426351" } as const;
const BROKEN_OFF = "7390";

const twice = (rolls: string) => ({ first: rolls, second: rolls });
const before = (today: Day, days: number): Day => workday(addDays(today, -days));
const after = (today: Day, days: number): Day => workday(addDays(today, days));

/** A week from the plan to the ceremony; at nine in the county. */
const shared = (planned: Day) => ({
  filter: {},
  excluded: [],
  ceremonyAt: `${addDays(planned, 7)}T01:00:00Z`,
  venue: "县政务服务中心一楼大厅",
});

const roundOf = (day: Day): string => day.slice(0, 7);

const commitmentsOn = (planned: Day): PlanWish => ({
  places: [],
  input: {
    ...shared(planned),
    round: roundOf(planned),
    subject: "commitments",
    stratify: "body",
    eligible: "已公开的全部承诺事项，不论是否申报完成",
    sample: { sharePercent: 20, surePercent: 95 },
    sides: 10,
  },
});

const problemsOn = (planned: Day, { body }: By): PlanWish => ({
  places: body === undefined ? [] : [{ body, places: 3 }],
  input: {
    ...shared(planned),
    round: roundOf(planned),
    subject: "problems",
    stratify: "none",
    eligible: "问题清单上的全部问题，包括已销号的",
    sample: { draw: 4 },
    inspectors: { each: 2, recused: [] },
    sides: 6,
  },
});

const measuresOn = (ceremony: Day): PlanWish => ({
  places: [],
  input: {
    ...shared(ceremony),
    ceremonyAt: `${ceremony}T01:00:00Z`,
    round: roundOf(ceremony),
    subject: "measures",
    stratify: "none",
    eligible: "已公开的全部工作措施",
    sample: { draw: 2 },
    sides: 10,
  } satisfies DrawInput,
});

const settled = <T>(result: Result<T, Refusal>): T => {
  if (result.ok) return result.value;
  throw new Error(`a draw of the sample was refused: ${JSON.stringify(result.error)}`);
};
