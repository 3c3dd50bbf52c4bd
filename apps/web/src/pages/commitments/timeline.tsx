// Milestones, progress and declarations of a commitment along one line, each with its evidence.

import type { BodyCode, Commitment, Evidence, Milestone } from "@yinuo/core";
import { daysBetween, formatDay, type Day } from "@yinuo/period";
import { inLang, type Lang } from "../../lang.ts";
import { EmptyState, Part, Status, Timeline, typed, type Moment } from "../../parts/index.ts";
import { commitmentsWords } from "../../words/commitments.ts";
import { EvidenceList } from "../evidence/list.tsx";
import type { NameOf } from "./table.tsx";

export type ProgressShown = {
  readonly text: string;
  readonly happenedOn: Day;
  readonly body: BodyCode;
  readonly evidence: readonly Evidence[];
};

type TimelineProps = {
  readonly lang: Lang;
  readonly commitment: Commitment;
  readonly progress: readonly ProgressShown[];
  readonly evidenceOf: (milestone: string) => readonly Evidence[];
  readonly today: Day;
  readonly nameOf: NameOf;
};

type Dated = Moment & { readonly order: Day };

export function TimelineSection(props: TimelineProps) {
  const { lang, commitment, progress } = props;
  const words = commitmentsWords[lang];
  const moments = [
    ...commitment.milestones.map((milestone) => milestoneMoment(milestone, props)),
    ...progress.map((entry) => progressMoment(entry, props)),
    ...declaredMoment(props),
    ...verdictMoment(props),
  ].toSorted((a, b) => (a.order < b.order ? 1 : a.order > b.order ? -1 : 0));
  return (
    <Part title={words.milestones} id="milestones">
      {moments.length === 0 ? (
        <EmptyState lang={lang} title={words.noEvents} />
      ) : (
        <Timeline label={words.milestones} moments={moments} />
      )}
    </Part>
  );
}

const dated = (lang: Lang, order: Day, moment: Omit<Moment, "day" | "iso">): Dated => ({
  ...moment,
  order,
  iso: order,
  day: formatDay(order, lang),
});

const milestoneMoment = (milestone: Milestone, { lang, today, evidenceOf }: TimelineProps): Dated => {
  const words = commitmentsWords[lang];
  const { doneOn, due, firstDue, weight } = milestone;
  const late = doneOn === undefined && today > due;
  const notes = [
    `${words.milestone} ${milestone.code}`,
    ...(doneOn === undefined ? [] : [words.facts.due + " " + formatDay(due, lang)]),
    ...(firstDue === due ? [] : [words.first(formatDay(firstDue, lang))]),
    ...(weight === undefined ? [] : [words.weight(String(weight))]),
  ].join(" · ");
  return dated(lang, doneOn ?? due, {
    title: typed(lang, inLang(lang, milestone.title, milestone.titleEn)),
    // Done with evidence is still the body's own word until another body checks the commitment.
    mark: doneOn === undefined ? (late ? "overdue" : "not-started") : "declared",
    status: (
      <>
        {doneOn !== undefined ? (
          <Status lang={lang} kind="declared" text={words.done} />
        ) : late ? (
          <Status lang={lang} kind="overdue" days={daysBetween(due, today)} />
        ) : (
          <Status lang={lang} kind="not-started" text={words.ahead} />
        )}
        <Files lang={lang} files={evidenceOf(milestone.code)} />
      </>
    ),
    detail: notes,
  });
};

const progressMoment = (entry: ProgressShown, { lang, nameOf }: TimelineProps): Dated =>
  dated(lang, entry.happenedOn, {
    title: commitmentsWords[lang].reportedBy(nameOf(entry.body)),
    mark: "underway",
    status: (
      <>
        <p>{typed(lang, entry.text)}</p>
        <Files lang={lang} files={entry.evidence} />
      </>
    ),
  });

const declaredMoment = ({ lang, commitment, nameOf }: TimelineProps): Dated[] => {
  const words = commitmentsWords[lang];
  if (commitment.declaredOn === undefined) return [];
  const checked = commitment.verdict !== undefined;
  return [
    dated(lang, commitment.declaredOn, {
      title: words.declared,
      mark: "declared",
      status: checked ? null : <Status lang={lang} kind="declared" text={words.notChecked} />,
      detail: words.reportedBy(nameOf(commitment.lead)),
    }),
  ];
};

const verdictMoment = ({ lang, commitment, nameOf }: TimelineProps): Dated[] => {
  const { verdict } = commitment;
  if (verdict === undefined) return [];
  const mark = (
    { kept: "kept", partlyKept: "partly", notKept: "not", cannotBeVerified: "unverifiable" } as const
  )[verdict.conclusion];
  return [
    dated(lang, verdict.on, {
      title: nameOf(verdict.body),
      mark,
      status: <Status lang={lang} kind={mark} />,
      detail: typed(lang, verdict.finding),
    }),
  ];
};

function Files({ lang, files }: { lang: Lang; files: readonly Evidence[] }) {
  return files.length === 0 ? null : <EvidenceList lang={lang} files={files} />;
}
