// A check's page: who looks at what and by when, the frozen list, what was found, and what nobody looked at.

import { drawFacts, FINDING_CONCLUSIONS, isMissed, type Check, type Draw, type Finding } from "@yinuo/core";
import {
  getCheck,
  getDraw,
  historyOf,
  indicatorsByCode,
  listBodies,
  listFindings,
  type History,
} from "@yinuo/store";
import { loggedOf } from "@yinuo/store/log";
import { choiceWords } from "@yinuo/words";
import { boundText } from "@yinuo/words/draws";
import { inLang, type Lang } from "../../lang.ts";
import { DataTable, Downloads, figure, Part, Status, Title, Two, typed } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { checksWords } from "../../words/checks.ts";
import { checkPath, checksPath, findingPath } from "../addresses.ts";
import { fileLinks } from "../downloads/links.ts";
import { notFound } from "../errors.tsx";
import { publicPage } from "../frame.tsx";
import { HistoryPart } from "../history/entries.tsx";
import { namesOf } from "../names.ts";
import { CheckFacts, CheckStanding, SubjectTable, type CheckSeen } from "./parts.tsx";
import { CONCLUSION_MARK } from "./standings.ts";

export const checkPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const { db } = c.get("deps").store;
  const check = await getCheck(db, c.req.param("code") ?? "");
  if (check === undefined) return notFound(c);
  const [draw, bodies, indicators, { findings }, history] = await Promise.all([
    check.draw === undefined ? undefined : getDraw(db, check.draw),
    listBodies(db),
    indicatorsByCode(db),
    listFindings(db, { check: check.code, sort: "number", limit: check.subjects.length + 1, offset: 0 }),
    // What was found has a page of its own for each subject.
    historyOf(db, { subject: `check/${check.code}` }, { limit: 200 }),
  ]);
  const logged = await loggedOf(
    db,
    history.map(({ seq }) => seq),
  );
  const found = new Map(findings.map(({ finding }) => [finding.number, finding]));
  const title = inLang(lang, check.title, check.titleEn);
  return publicPage(
    c,
    {
      title,
      description: checksWords[lang].lead,
      section: "checks",
      trail: [
        { href: checksPath(lang), text: checksWords[lang].title },
        { href: checkPath(lang, check.code), text: check.code, current: true },
      ],
    },
    <Content
      c={c}
      known={{ check, draw, found, history, logged, indicators, nameOf: namesOf(bodies, lang) }}
    />,
  );
};

type Known = {
  readonly check: Check;
  /** That its subjects come from. */
  readonly draw: Draw | undefined;
  readonly found: ReadonlyMap<number, Finding>;
  readonly history: readonly History[];
  readonly logged: Awaited<ReturnType<typeof loggedOf>>;
  readonly indicators: Awaited<ReturnType<typeof indicatorsByCode>>;
  readonly nameOf: (code: string) => string;
};

function Content({ c, known }: { c: Ctx; known: Known }) {
  const lang = c.get("lang");
  const words = checksWords[lang];
  const { check, draw, found, nameOf } = known;
  const seen = { lang, check, nameOf, today: c.get("today") };
  return (
    <div class="flow">
      <Title
        lang={lang}
        over={`${check.code} · ${nameOf(check.body)}`}
        title={inLang(lang, check.title, check.titleEn)}
      />
      <Two>
        <div class="flow">
          <CheckStanding {...seen} />
          <Sums {...seen} found={found} />
          {draw === undefined ? null : <Bound lang={lang} check={check} draw={draw} found={found} />}
        </div>
        <div class="flow">
          <CheckFacts {...seen} />
        </div>
      </Two>
      <Checklist lang={lang} check={check} />
      <Subjects c={c} known={known} />
      <HistoryPart c={c} title={words.history} known={known} />
      <Part id="data" title={words.data}>
        <Downloads
          lang={lang}
          files={fileLinks(lang, "findings", { check: check.code })}
          more={[{ href: `/api/checks/${encodeURIComponent(check.code)}`, text: `${check.code}.json` }]}
        />
      </Part>
    </div>
  );
}

type BoundProps = Pick<Known, "check" | "found"> & { readonly lang: Lang; readonly draw: Draw };

/**
 * What the faults found say about all that could be drawn. Only where the arithmetic holds: one sample of one frame, all of
 * it looked at, nobody replaced, each subject decided.
 */
function Bound({ lang, check, draw, found }: BoundProps) {
  const conclusions = [...found.values()].map(({ conclusion }) => conclusion);
  const holds =
    check.stage === "finished" &&
    draw.stratify === "none" &&
    draw.result?.replaced.length === 0 &&
    conclusions.length === check.subjects.length &&
    !conclusions.includes("cannotBeVerified");
  if (!holds) return null;
  const { frameSize: size } = drawFacts(draw);
  const faults = conclusions.filter((conclusion) => conclusion !== "confirmed").length;
  return <p>{boundText(lang, { size, drawn: conclusions.length, faults, surePercent: 95 })}</p>;
}

function Subjects({ c, known: { check, found, nameOf } }: { c: Ctx; known: Known }) {
  const lang = c.get("lang");
  const words = checksWords[lang];
  const seen = { lang, check, nameOf, today: c.get("today") };
  return (
    <Part id="subjects" title={words.subjects}>
      {check.subjects.length === 0 ? (
        <p>{words.notOpened}</p>
      ) : (
        <SubjectTable
          {...seen}
          findings={found}
          pathOf={({ number }) => findingPath(lang, check.code, number)}
        />
      )}
    </Part>
  );
}

export function Checklist({ lang, check: { checklist } }: { lang: Lang; check: Check }) {
  if (checklist.length === 0) return null;
  return (
    <Part id="checklist" title={checksWords[lang].checklist}>
      <ol>
        {checklist.map(({ text }) => (
          <li>{typed(lang, text)}</li>
        ))}
      </ol>
    </Part>
  );
}

/** How many of each conclusion, and how many inspections were missed. */
export function Sums({ lang, check, found, today }: CheckSeen & Pick<Known, "found">) {
  const words = checksWords[lang];
  const { subjects } = check;
  if (subjects.length === 0) return null;
  const missed = isMissed(check, today) ? subjects.length - found.size : 0;
  const of = Map.groupBy(found.values(), ({ conclusion }) => conclusion);
  return (
    <>
      <p>
        {words.sum(figure(found.size, lang), figure(subjects.length, lang))}{" "}
        {missed === 0 ? null : <b>{words.missedSum(figure(missed, lang))}</b>}
      </p>
      {found.size === 0 ? null : (
        <DataTable
          lang={lang}
          caption={words.counts}
          captionHidden
          columns={[
            { header: words.finding, bare: true },
            { header: words.columns.progress, align: "end" },
          ]}
          rows={FINDING_CONCLUSIONS.map((conclusion) => ({
            cells: [
              <Status
                lang={lang}
                kind={CONCLUSION_MARK[conclusion]}
                text={choiceWords[lang].findingConclusion[conclusion]}
              />,
              figure(of.get(conclusion)?.length ?? 0, lang),
            ],
          }))}
        />
      )}
    </>
  );
}
