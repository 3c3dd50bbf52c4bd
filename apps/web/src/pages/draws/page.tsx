// A draw's page: how it stands, what was drawn, its plan, what the log proves, the seed, and how to compute it again.

import type { Draw } from "@yinuo/core";
import { sizesOf } from "@yinuo/random-draw";
import { getDraw, historyOf, indicatorsByCode, listBodies, plansOfRound, type History } from "@yinuo/store";
import { loggedOf, type LoggedEntry } from "@yinuo/store/log";
import { choiceWords } from "@yinuo/words";
import { drawScript } from "../../islands.ts";
import type { Lang } from "../../lang.ts";
import { Downloads, figure, Part, Stamp, Title, typed } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { drawsWords } from "../../words/draw-pages.ts";
import { drawPath, drawsPath } from "../addresses.ts";
import { notFound } from "../errors.tsx";
import { publicPage } from "../frame.tsx";
import { HistoryPart } from "../history/entries.tsx";
import { namesOf } from "../names.ts";
import { momentText } from "./moment.ts";
import { Picks } from "./picks.tsx";
import { PlanOf } from "./plan.tsx";
import { InLog, Recompute, rolledText, SeedOf } from "./proof.tsx";
import { subjectsOf, type Drawn } from "./subjects.ts";
import { DRAW_MARK } from "./table.tsx";

export const drawPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const { db } = c.get("deps").store;
  const draw = await getDraw(db, c.req.param("code") ?? "");
  if (draw === undefined) return notFound(c);
  const [bodies, indicators, round, history, subjects] = await Promise.all([
    listBodies(db),
    indicatorsByCode(db),
    plansOfRound(db, draw.round),
    historyOf(db, { draw: draw.code }, { limit: 200 }),
    subjectsOf(db, { subject: draw.subject, ids: everDrawn(draw), lang }),
  ]);
  const logged = await loggedOf(
    db,
    history.map(({ seq }) => seq),
  );
  const title = drawsWords[lang].heading(draw.round, figure(draw.number, lang));
  return publicPage(
    c,
    {
      title,
      description: draw.eligible,
      section: "problems",
      script: drawScript.path,
      trail: [
        { href: drawsPath(lang), text: drawsWords[lang].title },
        { href: drawPath(lang, draw.code), text: draw.code, current: true },
      ],
    },
    <Content
      c={c}
      known={{ draw, round, history, logged, indicators, subjects, nameOf: namesOf(bodies, lang) }}
    />,
  );
};

/** Those picked and those who took a place. */
export const everDrawn = ({ result }: Draw): readonly string[] => [
  ...(result?.picks ?? []).map(({ id }) => id),
  ...(result?.replaced ?? []).flatMap(({ by, subject }) => (subject === undefined ? [by] : [])),
];

type Known = {
  readonly draw: Draw;
  readonly round: readonly Draw[];
  readonly history: readonly History[];
  readonly logged: ReadonlyMap<number, LoggedEntry>;
  readonly indicators: Awaited<ReturnType<typeof indicatorsByCode>>;
  readonly subjects: ReadonlyMap<string, Drawn>;
  readonly nameOf: (code: string) => string;
};

function Content({ c, known }: { c: Ctx; known: Known }) {
  const lang = c.get("lang");
  const words = drawsWords[lang];
  const { draw, round, history, logged, subjects, nameOf } = known;
  const { timeZone } = c.get("jurisdiction");
  const entry = (verb: History["verb"]) => {
    const found = history.find((one) => one.verb === verb);
    return found === undefined ? undefined : logged.get(found.seq);
  };
  const plan = entry("draw.planned");
  return (
    <div class="flow">
      <Title
        lang={lang}
        over={`${draw.code} · ${nameOf(draw.body)}`}
        title={words.heading(draw.round, figure(draw.number, lang))}
        lead={typed(lang, draw.eligible)}
      />
      <StandingOfDraw lang={lang} draw={draw} timeZone={timeZone} published={plan?.covered === true} />
      <Round lang={lang} draw={draw} round={round} />
      <Part id="picks" title={words.picks.title}>
        <Picks lang={lang} draw={draw} nameOf={nameOf} subjects={subjects} />
      </Part>
      <Part id="plan" title={words.plan.title}>
        <PlanOf lang={lang} draw={draw} nameOf={nameOf} timeZone={timeZone} />
      </Part>
      <Part id="log" title={words.log.title}>
        <InLog lang={lang} logged={{ plan, seed: entry("draw.drawn") }} />
      </Part>
      {draw.rolls === "" ? null : (
        <Part id="seed" title={words.seed.title}>
          <SeedOf lang={lang} draw={draw} />
        </Part>
      )}
      <Part id="again" title={words.recompute.title}>
        <Recompute lang={lang} draw={draw} />
      </Part>
      <Past c={c} known={known} />
    </div>
  );
}

/** What happened, and the same as data. */
function Past({ c, known }: { c: Ctx; known: Known }) {
  const lang = c.get("lang");
  const words = drawsWords[lang];
  const { draw } = known;
  return (
    <>
      <HistoryPart c={c} title={words.history} known={known} />
      <Part id="data" title={words.data}>
        <Downloads
          lang={lang}
          files={[]}
          more={[{ href: `/api/draws/${encodeURIComponent(draw.code)}`, text: "JSON" }]}
        />
      </Part>
    </>
  );
}

type StandingProps = {
  readonly lang: Lang;
  readonly draw: Draw;
  readonly timeZone: string;
  /** A checkpoint covers the plan. */
  readonly published: boolean;
};

/** The stage and what it means now; on the desk's pages too. */
export function StandingOfDraw({ lang, draw, timeZone, published }: StandingProps) {
  const words = drawsWords[lang];
  const { plan, stage, ended } = draw;
  const { drawn, size } = sizesOf(plan);
  return (
    <>
      <p>
        <Stamp lang={lang} kind={DRAW_MARK[stage]} text={choiceWords[lang].drawStage[stage]} />
      </p>
      {stage === "planned" ? (
        <>
          <p>{typed(lang, words.planned(momentText(plan.ceremonyAt, lang, timeZone), draw.venue))}</p>
          <p>{published ? words.published : words.waiting}</p>
        </>
      ) : null}
      {stage === "rolling" || (stage === "aborted" && draw.rolls !== "") ? (
        <p>{rolledText(lang, draw)}</p>
      ) : null}
      {draw.result === undefined ? null : <p>{words.drawn(figure(drawn, lang), figure(size, lang))}</p>}
      {ended === undefined ? null : (
        <p>
          {words.ended[stage === "aborted" ? "aborted" : "calledOff"]}
          {typed(lang, ended.reason)}
        </p>
      )}
    </>
  );
}

/** How many plans there are of the round, and each of them. */
function Round({ lang, draw, round }: { lang: Lang; draw: Draw; round: readonly Draw[] }) {
  return (
    <p>
      {drawsWords[lang].ofRound(figure(round.length, lang))}{" "}
      {round
        .filter(({ code }) => code !== draw.code)
        .map(({ code, stage }) => (
          <>
            <a href={drawPath(lang, code)}>{code}</a> <small>{choiceWords[lang].drawStage[stage]}</small>{" "}
          </>
        ))}
    </p>
  );
}
