// How far a commitment has come: the whole, the rule it is computed by, and every part with its inputs.

import type { Completion, Indicator, MilestonesCompletion, Observation, TargetCompletion } from "@yinuo/core";
import { formatDay, formatPeriod, type Period } from "@yinuo/period";
import { localPath, type Lang } from "../../lang.ts";
import { Bar, figure, LineChart, Part } from "../../parts/index.ts";
import { commitmentsWords } from "../../words/commitments.ts";
import { siteWordsIn } from "../../words/index.ts";
import { indicatorPath } from "../addresses.ts";
import { pointsOf } from "../indicators/points.ts";
import { inUnit, percent, unitOf } from "../numbers.ts";
import type { NameOf } from "./table.tsx";

export type CompletionProps = {
  readonly lang: Lang;
  readonly completion: Completion;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly observationsOf: (part: TargetCompletion) => readonly Observation[];
  readonly lead: string;
  readonly nameOf: NameOf;
};

export function CompletionSection(props: CompletionProps) {
  const { lang, completion } = props;
  const words = commitmentsWords[lang];
  if (completion.parts.length === 0)
    return (
      <Part title={words.completionTitle} id="completion">
        <p>{words.noParts}</p>
      </Part>
    );
  return (
    <Part title={words.completionTitle} id="completion">
      <Whole lang={lang} completion={completion} />
      {completion.parts.map((part, index) =>
        part.kind === "target" ? (
          <TargetPart {...props} part={part} id={`target-${index + 1}`} />
        ) : (
          <MilestonesPart lang={lang} part={part} />
        ),
      )}
    </Part>
  );
}

function Whole({ lang, completion }: { lang: Lang; completion: Completion }) {
  const words = commitmentsWords[lang];
  const { whole, rule, parts } = completion;
  return (
    <>
      <Bar
        lang={lang}
        label={words.completion}
        value={whole === undefined ? null : whole * 100}
        to={100}
        unit="%"
        text={whole === undefined ? undefined : percent(whole, lang)}
      />
      <p class="faint">
        {parts.length === 1 ? words.rules.only : words.rules[rule]}
        {whole === undefined && parts.length > 1 ? ` ${words.unknownBecause}` : null}{" "}
        <a href={`${localPath(lang, "/method")}#completion`}>{words.howComputed}</a>
      </p>
    </>
  );
}

type TargetPartProps = CompletionProps & { readonly part: TargetCompletion; readonly id: string };

function TargetPart({ lang, part, id, indicators, observationsOf, lead, nameOf }: TargetPartProps) {
  const words = commitmentsWords[lang];
  const { target } = part;
  const indicator = indicators.get(target.indicator);
  if (indicator === undefined) return null;
  const name = nameOf(target.indicator);
  const whose = target.body === lead ? name : `${name} · ${nameOf(target.body)}`;
  const observations = observationsOf(part);
  return (
    <section class="flow" id={id}>
      <Bar
        lang={lang}
        label={words.target(whose, formatPeriod(target.period, lang))}
        value={part.value ?? null}
        target={target.value}
        unit={unitOf(indicator, lang)}
        decimals={indicator.decimals}
        note={targetNote(lang, part, indicator)}
      />
      {observations.length > 0 ? (
        <LineChart
          lang={lang}
          id={`${id}-chart`}
          title={whose}
          note={<a href={indicatorPath(lang, target.indicator, target.body)}>{words.indicatorPage}</a>}
          points={pointsOf(indicator, observations, lang)}
          unit={unitOf(indicator, lang)}
          decimals={indicator.decimals}
          {...(comparesWithTarget(indicator) ? { target: target.value } : {})}
        />
      ) : null}
    </section>
  );
}

/** A flow's target is of the whole period: drawn beside single months it would mislead. */
const comparesWithTarget = ({ kind }: Indicator): boolean => kind !== "flow";

const targetNote = (lang: Lang, part: TargetCompletion, indicator: Indicator): string => {
  const words = commitmentsWords[lang];
  const { and, stop } = siteWordsIn(lang);
  const { target, value, asOf, completion } = part;
  const periods = (list: readonly Period[]) => list.map((period) => formatPeriod(period, lang)).join(and);
  const inputs = [
    ...(value === undefined ? [] : [words.actual(inUnit(value, indicator, lang))]),
    words.aim(inUnit(target.value, indicator, lang)),
    ...(target.baseline === undefined ? [] : [words.baseline(inUnit(target.baseline, indicator, lang))]),
    ...(asOf === undefined ? [] : [words.asOf(formatDay(asOf, lang))]),
  ].join(lang === "en" ? ", " : "，");
  if (completion !== undefined)
    return `${inputs}${stop}${words.share(percent(completion, lang))}${lang === "en" ? ": " : "："}${words.how[howOf(part, indicator)]}`;
  const gaps = [
    ...(part.missing.length === 0 ? [] : [words.missing(periods(part.missing))]),
    ...(part.notCollected.length === 0 ? [] : [words.notCollected(periods(part.notCollected))]),
  ];
  return `${inputs}${stop}${gaps.length === 0 ? words.noFigure : gaps.join(lang === "en" ? "; " : "；")}`;
};

const howOf = ({ target, completion }: TargetCompletion, { polarity }: Indicator) => {
  if (completion === 1) return "reached";
  if (target.baseline !== undefined) return "baseline";
  return polarity === "down" ? "down" : "up";
};

function MilestonesPart({ lang, part }: { lang: Lang; part: MilestonesCompletion }) {
  const words = commitmentsWords[lang];
  const said = words.milestonesDone(figure(part.done, lang), figure(part.total, lang));
  return (
    <section class="flow">
      <Bar
        lang={lang}
        label={said}
        value={part.completion * 100}
        to={100}
        unit="%"
        text={percent(part.completion, lang)}
        note={part.weighted ? words.byWeight : words.byCount}
      />
    </section>
  );
}
