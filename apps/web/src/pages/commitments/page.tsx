// A commitment's page: what was promised, by whom, by when, how it is judged, and everything recorded since.

import { completionOf, type Commitment, type Indicator, type Observation, type Programme } from "@yinuo/core";
import {
  getCommitment,
  getProgramme,
  historyOf,
  indicatorsByCode,
  listBodies,
  listEvidence,
  listFindings,
  listProgress,
  seriesFor,
  type EvidenceEntry,
} from "@yinuo/store";
import { loggedAbout } from "@yinuo/store/log";
import { inLang, type Lang } from "../../lang.ts";
import { Downloads, Part, Title, Two } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { commitmentsWords } from "../../words/commitments.ts";
import { siteWordsIn } from "../../words/index.ts";
import { commitmentPath, commitmentsPath, downloadPath, posterPath } from "../addresses.ts";
import { FindingsOf, LATEST_FINDINGS } from "../checks/of-record.tsx";
import { notFound } from "../errors.tsx";
import { publicPage } from "../frame.tsx";
import { HistoryTable } from "../history/entries.tsx";
import { seriesOf } from "../indicators/points.ts";
import { namesOf } from "../names.ts";
import { PosterLink } from "../posters/link.tsx";
import { LATEST, ProofPart } from "../proof/part.tsx";
import { CompletionSection } from "./completion.tsx";
import { CommitmentFacts } from "./facts.tsx";
import { StandingSheet } from "./standing.tsx";
import type { NameOf } from "./table.tsx";
import { TimelineSection } from "./timeline.tsx";
import { VersionsSection } from "./versions.tsx";

export const commitmentPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const known = await readCommitment(c);
  if (known === undefined) return notFound(c);
  const { commitment, programme } = known;
  const title = inLang(lang, commitment.title, commitment.titleEn);
  const words = commitmentsWords[lang];
  return publicPage(
    c,
    {
      title,
      description: inLang(lang, commitment.promise ?? commitment.title, commitment.promiseEn),
      section: "commitments",
      trail: [
        { href: commitmentsPath(lang), text: words.title },
        {
          href: commitmentsPath(lang, { programme: programme.code }),
          text: inLang(lang, programme.title, programme.titleEn),
        },
        { href: commitmentPath(lang, commitment), text: commitment.code, current: true },
      ],
    },
    <Content c={c} known={known} />,
  );
};

function Content({ c, known }: { c: Ctx; known: Known }) {
  const lang = c.get("lang");
  const { commitment, nameOf, findings } = known;
  return (
    <div class="flow">
      <Title
        lang={lang}
        over={overTitle(lang, commitment, nameOf)}
        title={inLang(lang, commitment.title, commitment.titleEn)}
      />
      <Now c={c} known={known} />
      <TimelineSection
        lang={lang}
        commitment={commitment}
        progress={known.progress}
        evidenceOf={known.evidenceOf}
        today={c.get("today")}
        nameOf={nameOf}
      />
      <FindingsOf lang={lang} findings={findings} nameOf={nameOf} />
      <VersionsSection lang={lang} nameOf={nameOf} amendments={known.amendments} />
      <Recent c={c} known={known} />
      <Part title={commitmentsWords[lang].data} id="data">
        <Downloads
          lang={lang}
          files={[]}
          note={commitmentsWords[lang].dataNote}
          more={filesOf(lang, commitment)}
        />
      </Part>
    </div>
  );
}

function Now({ c, known }: { c: Ctx; known: Known }) {
  const lang = c.get("lang");
  const { commitment, programme, nameOf } = known;
  return (
    <Two>
      <div class="flow">
        <StandingSheet
          lang={lang}
          commitment={commitment}
          programme={programme}
          today={c.get("today")}
          nameOf={nameOf}
        />
        <CompletionSection
          lang={lang}
          completion={known.completion}
          indicators={known.indicators}
          observationsOf={(part) => known.observationsOf(part.target)}
          lead={commitment.lead}
          nameOf={nameOf}
        />
      </div>
      <div class="flow">
        <CommitmentFacts lang={lang} commitment={commitment} nameOf={nameOf} />
        <PosterLink lang={lang} href={posterPath(commitmentPath(lang, commitment))} />
      </div>
    </Two>
  );
}

export const keyOf = (c: Ctx) => ({
  programme: c.req.param("programme") ?? "",
  code: c.req.param("code") ?? "",
});

type Known = NonNullable<Awaited<ReturnType<typeof readCommitment>>>;

const readCommitment = async (c: Ctx) => {
  const { db } = c.get("deps").store;
  const key = keyOf(c);
  const [commitment, programme] = await Promise.all([
    getCommitment(db, key),
    getProgramme(db, key.programme),
  ]);
  if (commitment === undefined || programme === undefined) return undefined;
  const { timeZone } = c.get("jurisdiction");
  const [bodies, indicators, series, progress, evidence, history, logged, { findings }] = await Promise.all([
    listBodies(db),
    indicatorsByCode(db),
    seriesFor(db, commitment.targets),
    listProgress(db, key),
    listEvidence(db, { programme: key.programme, commitment: key.code }),
    historyOf(db, { programme: key.programme, commitment: key.code }, { limit: 100 }),
    loggedAbout(db, { programme: key.programme, commitment: key.code }, { timeZone, limit: LATEST }),
    listFindings(db, { programme: key.programme, commitment: key.code, ...LATEST_FINDINGS }),
  ]);
  const observationsOf = (target: Commitment["targets"][number]): readonly Observation[] =>
    series.get(`${target.indicator}/${target.body}`)?.observations ?? [];
  return {
    commitment,
    programme,
    findings,
    indicators,
    nameOf: namesOf([...bodies, ...indicators.values()], c.get("lang")),
    completion: computed(commitment, programme, indicators, observationsOf),
    observationsOf,
    progress: progress.map((entry) => ({
      ...entry,
      evidence: evidence.filter((file) => progressOf(file) === entry.id),
    })),
    evidenceOf: (milestone: string) =>
      evidence.filter((file) => "milestone" in file.subject && file.subject.milestone === milestone),
    history,
    logged,
    amendments: history.filter(
      ({ verb }) => verb === "commitment.amended" || verb === "commitment.withdrawn",
    ),
  };
};

const progressOf = ({ subject }: EvidenceEntry): number | undefined =>
  "progress" in subject ? subject.progress : undefined;

const computed = (
  commitment: Commitment,
  programme: Programme,
  indicators: ReadonlyMap<string, Indicator>,
  observationsOf: (target: Commitment["targets"][number]) => readonly Observation[],
) =>
  completionOf(commitment, {
    rule: programme.completionRule,
    indicators,
    seriesOf: (target) => seriesOf(observationsOf(target)),
  });

const overTitle = (lang: Lang, commitment: Commitment, nameOf: NameOf): string => {
  const words = commitmentsWords[lang];
  const support = commitment.support.map(nameOf).join(siteWordsIn(lang).and);
  return [
    commitment.code,
    ...(commitment.kind === "measure" ? [words.measure] : []),
    words.leading(nameOf(commitment.lead)),
    ...(support === "" ? [] : [words.supporting(support)]),
  ].join(" · ");
};

const RECENT = 6;

function Recent({ c, known }: { c: Ctx; known: Known }) {
  const lang = c.get("lang");
  const words = commitmentsWords[lang];
  const { timeZone } = c.get("jurisdiction");
  return (
    <>
      <Part title={words.recent} id="history">
        <HistoryTable
          lang={lang}
          caption={words.recent}
          captionHidden
          entries={known.history.slice(0, RECENT)}
          timeZone={timeZone}
          nameOf={known.nameOf}
          indicators={known.indicators}
        />
        <p>
          <a href={`${commitmentPath(lang, known.commitment)}/history`}>{words.history}</a>
        </p>
      </Part>
      <ProofPart c={c} logged={known.logged} nameOf={known.nameOf} />
    </>
  );
}

const filesOf = (lang: Lang, { programme, code }: Commitment) => {
  const words = commitmentsWords[lang].files;
  const asked = { programme, commitment: code };
  return (["targets", "milestones", "observations"] as const).map((noun) => ({
    href: downloadPath(lang, noun, "csv", asked),
    text: `${words[noun]} CSV`,
  }));
};
