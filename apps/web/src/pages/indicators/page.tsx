// An indicator's page: its definition, one body's figures as chart and table, and every revision.

import type { Indicator, Observation } from "@yinuo/core";
import {
  getIndicator,
  historyOf,
  listBodies,
  listCommitments,
  listEvidence,
  listObservations,
} from "@yinuo/store";
import { loggedAbout } from "@yinuo/store/log";
import { choiceWords } from "@yinuo/words";
import { inLang, localPath, type Lang } from "../../lang.ts";
import { Downloads, EmptyState, Facts, LineChart, Part, Title, Two, type Fact } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { indicatorsWords } from "../../words/indicators.ts";
import { indicatorPath, queryString } from "../addresses.ts";
import { FORMATS } from "../downloads/table-file.ts";
import { notFound } from "../errors.tsx";
import { EvidenceList } from "../evidence/list.tsx";
import { publicPage } from "../frame.tsx";
import { namesOf } from "../names.ts";
import { inUnit, unitOf } from "../numbers.ts";
import { LATEST, ProofPart } from "../proof/part.tsx";
import { pointsOf } from "./points.ts";
import { Revisions } from "./revisions.tsx";
import { FiguresTable } from "./table.tsx";
import { MOST_USED, UsedBy } from "./used-by.tsx";

export const indicatorPage = async (c: Ctx): Promise<Response> => {
  const { db } = c.get("deps").store;
  const indicator = await getIndicator(db, c.req.param("code") ?? "");
  if (indicator === undefined) return notFound(c);
  const lang = c.get("lang");
  const words = indicatorsWords[lang];
  const known = await readIndicator(c, indicator);
  const title = inLang(lang, indicator.name, indicator.nameEn);
  return publicPage(
    c,
    {
      title,
      description: inLang(lang, indicator.definition, indicator.definitionEn),
      section: "indicators",
      trail: [
        { href: localPath(lang, "/indicators"), text: words.title },
        { href: indicatorPath(lang, indicator.code), text: title, current: true },
      ],
    },
    <Content c={c} indicator={indicator} known={known} />,
  );
};

function Content({ c, indicator, known }: { c: Ctx; indicator: Indicator; known: Known }) {
  const lang = c.get("lang");
  const words = indicatorsWords[lang];
  return (
    <div class="flow">
      <Title lang={lang} over={indicator.code} title={inLang(lang, indicator.name, indicator.nameEn)} />
      <Two>
        <div class="flow">
          <BodyChoice lang={lang} indicator={indicator} known={known} />
          <Chart lang={lang} indicator={indicator} known={known} />
        </div>
        <Facts lang={lang} facts={factsOf(lang, indicator)} />
      </Two>
      <UsedBy lang={lang} indicator={indicator} used={known.used} nameOf={known.nameOf} />
      {known.observations.length === 0 ? null : <Figures c={c} indicator={indicator} known={known} />}
      <ProofPart c={c} logged={known.logged} nameOf={known.nameOf} />
      <Part title={words.data} id="data">
        <Downloads lang={lang} files={filesOf(lang, indicator, known.body)} />
      </Part>
    </div>
  );
}

function Figures({ c, indicator, known }: { c: Ctx; indicator: Indicator; known: Known }) {
  const lang = c.get("lang");
  const words = indicatorsWords[lang];
  return (
    <>
      <Part title={words.table} id="figures">
        <FiguresTable
          lang={lang}
          indicator={indicator}
          observations={known.observations}
          revised={known.revised}
        />
      </Part>
      <Revisions
        lang={lang}
        indicator={indicator}
        entries={known.revisions}
        timeZone={c.get("jurisdiction").timeZone}
      />
      {known.evidence.length === 0 ? null : (
        <Part title={words.evidence} id="evidence">
          <EvidenceList lang={lang} files={known.evidence} />
        </Part>
      )}
    </>
  );
}

type Known = Awaited<ReturnType<typeof readIndicator>>;

const readIndicator = async (c: Ctx, { code }: Indicator) => {
  const { db } = c.get("deps").store;
  const [bodies, all, used] = await Promise.all([
    listBodies(db),
    listObservations(db, { indicator: code }),
    listCommitments(db, { indicator: code, sort: "due", limit: MOST_USED, offset: 0, today: c.get("today") }),
  ]);
  const reporting = bodies.filter((body) => all.some((one) => one.body === body.code));
  const asked = c.req.query("body");
  const body = (reporting.find((one) => one.code === asked) ?? reporting[0])?.code;
  const { timeZone } = c.get("jurisdiction");
  const logged = await loggedAbout(db, { indicator: code, body }, { timeZone, limit: LATEST });
  const [revisions, evidence] =
    body === undefined
      ? [[], []]
      : await Promise.all([
          historyOf(
            db,
            { indicator: code, body, verbs: ["observation.revised", "observation.withdrawn"] },
            { limit: 100 },
          ),
          listEvidence(db, { indicator: code, body }),
        ]);
  return {
    body,
    reporting,
    used,
    nameOf: namesOf(bodies, c.get("lang")),
    observations: all.filter((one) => one.body === body).toReversed(),
    revisions,
    revised: new Set(revisions.map(({ subject }) => subject.split("/").at(-1) ?? "")),
    evidence,
    logged,
  };
};

function BodyChoice({ lang, indicator, known }: { lang: Lang; indicator: Indicator; known: Known }) {
  const { body, reporting, nameOf } = known;
  if (reporting.length < 2) return body === undefined ? null : <p>{nameOf(body)}</p>;
  return (
    <nav class="tools" aria-label={indicatorsWords[lang].chooseBody}>
      <ul>
        {reporting.map(({ code }) => (
          <li>
            {code === body ? (
              <span aria-current="page">{nameOf(code)}</span>
            ) : (
              <a href={indicatorPath(lang, indicator.code, code)}>{nameOf(code)}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Chart({ lang, indicator, known }: { lang: Lang; indicator: Indicator; known: Known }) {
  const name = inLang(lang, indicator.name, indicator.nameEn);
  if (known.observations.length === 0) return <EmptyState lang={lang} title={indicatorsWords[lang].nobody} />;
  return (
    <LineChart
      lang={lang}
      id="chart"
      title={known.body === undefined ? name : `${name} · ${known.nameOf(known.body)}`}
      points={pointsOf(indicator, known.observations, lang)}
      unit={unitOf(indicator, lang)}
      decimals={indicator.decimals}
    />
  );
}

const factsOf = (lang: Lang, indicator: Indicator): Fact[] => {
  const words = indicatorsWords[lang];
  const { facts } = words;
  const choices = choiceWords[lang];
  const optional = (term: string, value: string | undefined): Fact[] =>
    value === undefined ? [] : [{ term, value }];
  return [
    { term: words.definition, value: inLang(lang, indicator.definition, indicator.definitionEn) },
    { term: facts.unit, value: unitOf(indicator, lang) },
    { term: facts.kind, value: words.kinds[indicator.kind] },
    { term: facts.polarity, value: choices.polarity[indicator.polarity] },
    { term: facts.frequency, value: choices.frequency[indicator.frequency] },
    ...optional(facts.numerator, indicator.numerator),
    ...optional(facts.denominator, indicator.denominator),
    ...boundsFact(lang, indicator),
    ...optional(facts.source, indicator.source),
  ];
};

const boundsFact = (lang: Lang, indicator: Indicator): Fact[] => {
  const words = indicatorsWords[lang];
  const { least, most } = indicator;
  if (least === undefined && most === undefined) return [];
  const said = [
    ...(least === undefined ? [] : [words.atLeast(inUnit(least, indicator, lang))]),
    ...(most === undefined ? [] : [words.atMost(inUnit(most, indicator, lang))]),
  ].join(lang === "en" ? ", " : "，");
  return [{ term: words.facts.bounds, value: said, note: words.boundsNote }];
};

const filesOf = (lang: Lang, { code }: Indicator, body: Observation["body"] | undefined) =>
  FORMATS.map((format) => ({
    href: `${indicatorPath(lang, code)}/download/${format}${queryString({ body })}`,
    format: format.toUpperCase() as "CSV" | "XLSX" | "JSON",
  }));
