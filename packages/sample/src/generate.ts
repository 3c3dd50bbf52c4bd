// Makes the sample's plan from a seed and a day: the same two give the same plan, and another day gives one that is as alive.

import { accountId, type By, type IndicatorInput } from "@yinuo/core";
import { addDays, latestOver, type Day, type Period } from "@yinuo/period";
import { timelineOf, workday, type Timeline } from "./calendar.ts";
import { checkEvents } from "./checks.ts";
import { BODIES, sampleAccounts } from "./content/bodies.ts";
import { COMMITMENTS, INDICATORS } from "./content/index.ts";
import { PROGRAMMES, type ProgrammeOf } from "./content/programmes.ts";
import type { IndicatorOf, SampleAccount } from "./content/shapes.ts";
import type { Event, SamplePlan } from "./plan.ts";
import { problemEvents } from "./problems.ts";
import { recordsOf } from "./records.ts";
import { spanOf, truthsOf } from "./series.ts";
import { storyOf } from "./stories.ts";
import { indicatorsOf } from "./targets.ts";

export const generateSample = ({
  seed,
  today,
}: {
  readonly seed: number;
  readonly today: Day;
}): SamplePlan => {
  const timelines = { last: timelineOf("last", today), this: timelineOf("this", today) };
  const span = spanOf(timelines.this.year, latestOver(today, "month"));
  const truths = truthsOf(INDICATORS, span, seed);
  const setUpOn = workday(addDays(timelines.last.published, -60));
  const since = workday(addDays(setUpOn, 10));
  const indicators = INDICATORS.map(indicatorInput);
  const figures = { span, truths, indicators: indicatorsOf(indicators, { by: STEWARD, today: setUpOn }) };
  const scene = { today, figures, officerOf, inspector: emailOf(({ role }) => role === "inspector") };
  const events: readonly Event[] = [
    ...PROGRAMMES.flatMap((programme) => programmeEvents(programme, timelines[programme.year])),
    ...COMMITMENTS.flatMap((one) => storyOf(one, { ...scene, timeline: timelines[one.year] })),
    ...problemEvents(scene),
    ...checkEvents(scene),
    ...INDICATORS.flatMap((indicator) =>
      Object.keys(indicator.bodies).flatMap((body) => {
        const truth = truths.get(`${indicator.code}/${body}`) ?? [];
        return recordsOf({ indicator, body, truth, span, today, since, seed, by: officerOf(body) });
      }),
    ),
  ];
  return {
    setUpOn,
    bodies: BODIES,
    indicators,
    events: inOrder(events),
    months: span.months.slice(0, span.last + 1),
  };
};

/** What is done on one day stays in the order it was planned in. */
const inOrder = (events: readonly Event[]): readonly Event[] =>
  events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

const emailOf = (wanted: (account: SampleAccount) => boolean): string => {
  const account = sampleAccounts.find(wanted);
  if (account === undefined) throw new Error("the sample has no such account");
  return account.email;
};

const officerOf = (body: string): string =>
  emailOf((account) => account.role === "officer" && account.body === body);

const STEWARD: By = { account: accountId("steward"), role: "steward", inspects: false };

const programmeEvents = (programme: ProgrammeOf, timeline: Timeline): readonly Event[] => {
  const by = emailOf(({ role }) => role === "steward");
  const code = String(timeline.year);
  const put = (text: string): string => text.replaceAll("{Y}", code);
  const { completionRule, silentAfterDays, rankingMinimum } = programme;
  const input = {
    code,
    title: put(programme.title[0]),
    titleEn: put(programme.title[1]),
    period: code as Period,
    completionRule,
    silentAfterDays,
    rankingMinimum,
    source: put(programme.source),
  };
  return [
    { on: workday(addDays(timeline.published, -30)), by, deed: { verb: "createProgramme", input } },
    { on: timeline.published, by, deed: { verb: "publishProgramme", programme: code } },
  ];
};

const indicatorInput = (one: IndicatorOf): IndicatorInput => ({
  code: one.code,
  name: one.name[0],
  nameEn: one.name[1],
  definition: one.definition[0],
  definitionEn: one.definition[1],
  unit: one.unit[0],
  unitEn: one.unit[1],
  kind: one.kind,
  polarity: one.polarity,
  decimals: one.decimals ?? 0,
  frequency: one.frequency ?? "month",
  numerator: one.numerator,
  denominator: one.denominator,
  least: one.least,
  most: one.most,
  source: one.source,
});
