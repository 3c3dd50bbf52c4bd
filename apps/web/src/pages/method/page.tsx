// The method page: every rule in force, in the order the code applies them.

import {
  daysOf,
  INDICATOR_KINDS,
  OWED_KINDS,
  PLAN_WITHIN_DAYS,
  STANDINGS,
  type Programme,
} from "@yinuo/core";
import { listProgrammes } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import { inLang, type Lang } from "../../lang.ts";
import { DataTable, figure, Part, Status, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { methodWords } from "../../words/method.ts";
import { drawsWords } from "../../words/draw-pages.ts";
import { checksWords } from "../../words/checks.ts";
import { problemsWords } from "../../words/problems.ts";
import { silenceWords } from "../../words/silence.ts";
import {
  checksPath,
  drawSizePath,
  drawsPath,
  historyPath,
  overviewPath,
  problemsPath,
  silencePath,
} from "../addresses.ts";
import { publicPage } from "../frame.tsx";
import { MARK_OF } from "../standings.ts";

export const methodPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = methodWords[lang];
  const programmes = await listProgrammes(c.get("deps").store.db, { published: true });
  const days = daysOf(c.get("jurisdiction"));
  return publicPage(
    c,
    { title: words.title, description: words.lead },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      <Contents lang={lang} />
      <Sentences id="subject" {...words.subject} />
      <Standings lang={lang} />
      <Sentences id="verdicts" {...words.verdicts} />
      <Sentences id="completion" {...words.completion} />
      <Figures lang={lang} />
      <Programmes lang={lang} programmes={programmes} />
      <Sentences
        id="checks"
        title={checksWords[lang].rule.title}
        text={checksWords[lang].rule.text(figure(days.appealDays, lang))}
      />
      <p>
        <a href={checksPath(lang)}>{checksWords[lang].title}</a>
      </p>
      <Part id="problems" title={problemsWords[lang].rule.title}>
        <p>
          {problemsWords[lang].rule.text(figure(days.lookBackAfterDays, lang))}{" "}
          <a href={problemsPath(lang)}>{problemsWords[lang].title}</a>
        </p>
      </Part>
      <Silence lang={lang} lookBackAfterDays={days.lookBackAfterDays} />
      <Draws lang={lang} />
      <Part id="ranking" title={words.ranking.title}>
        <p>{words.ranking.text}</p>
      </Part>
      <Part id="history" title={words.history.title}>
        <p>
          {words.history.text} <a href={historyPath(lang)}>{words.history.link}</a>
        </p>
      </Part>
    </div>,
  );
};

const SECTIONS = [
  "subject",
  "standings",
  "verdicts",
  "completion",
  "figures",
  "programmes",
  "ranking",
  "history",
] as const;

function Contents({ lang }: { lang: Lang }) {
  const words = methodWords[lang];
  return (
    <nav aria-label={words.toc}>
      <ul>
        {SECTIONS.map((name) => (
          <li>
            <a href={`#${name}`}>{words[name].title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Sentences({ id, title, text }: { id: string; title: string; text: readonly string[] }) {
  return (
    <Part id={id} title={title}>
      <ul>
        {text.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Part>
  );
}

/** In the order in which core decides; a draft is not public and has no row. */
function Standings({ lang }: { lang: Lang }) {
  const words = methodWords[lang].standings;
  return (
    <Part id="standings" title={words.title}>
      <p>{words.text}</p>
      <DataTable
        lang={lang}
        caption={words.title}
        captionHidden
        columns={[{ header: words.name }, { header: words.rule, full: true, bare: true }]}
        rows={STANDINGS.flatMap((name) =>
          name === "draft"
            ? []
            : [{ cells: [<Status lang={lang} kind={MARK_OF[name]} />, words.each[name]] }],
        )}
      />
    </Part>
  );
}

/** What is owed, kind by kind, by the numbers the code uses. */
function Silence({ lang, lookBackAfterDays }: { lang: Lang; lookBackAfterDays: number }) {
  const words = silenceWords[lang];
  const rules = words.rule.each({
    plan: figure(PLAN_WITHIN_DAYS, lang),
    lookBack: figure(lookBackAfterDays, lang),
  });
  return (
    <Part id="silence" title={words.rule.title}>
      <p>
        {words.rule.text} <a href={silencePath(lang)}>{words.rule.link}</a>
      </p>
      <ul>
        {OWED_KINDS.map((kind) => (
          <li>{rules[kind]}</li>
        ))}
      </ul>
    </Part>
  );
}

function Figures({ lang }: { lang: Lang }) {
  const words = methodWords[lang].figures;
  return (
    <Part id="figures" title={words.title}>
      <DataTable
        lang={lang}
        caption={words.title}
        captionHidden
        columns={[{ header: words.kind }, { header: words.rule, full: true, bare: true }]}
        rows={INDICATOR_KINDS.map((kind) => ({
          cells: [choiceWords[lang].indicatorKind[kind], words.kinds[kind]],
        }))}
      />
      <ul>
        {words.text.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Part>
  );
}

function Programmes({ lang, programmes }: { lang: Lang; programmes: readonly Programme[] }) {
  const words = methodWords[lang].programmes;
  return (
    <Part id="programmes" title={words.title}>
      {programmes.length === 0 ? (
        <p class="faint">{words.none}</p>
      ) : (
        <DataTable
          lang={lang}
          caption={words.title}
          captionHidden
          columns={[
            { header: words.programme },
            { header: words.rule },
            { header: words.silent },
            { header: words.ranking },
          ]}
          rows={programmes.map((programme) => ({
            cells: [
              <a href={overviewPath(lang, programme.code)}>
                {inLang(lang, programme.title, programme.titleEn)}
              </a>,
              words[programme.completionRule],
              words.days(figure(programme.silentAfterDays, lang)),
              words.pieces(figure(programme.rankingMinimum, lang)),
            ],
          }))}
        />
      )}
    </Part>
  );
}

function Draws({ lang }: { lang: Lang }) {
  const { rule, title } = drawsWords[lang];
  return (
    <Part id="draws" title={rule.title}>
      <p>
        {rule.text} <a href={drawsPath(lang)}>{title}</a> <a href={drawSizePath(lang)}>{rule.size}</a>
      </p>
    </Part>
  );
}
