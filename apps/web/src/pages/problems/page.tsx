// A problem's page: what is wrong and where, whose task it is, by when, what was done, and who confirmed it.

import type { Problem } from "@yinuo/core";
import {
  getProblem,
  historyOf,
  indicatorsByCode,
  listBodies,
  listEvidence,
  listFindings,
  type EvidenceEntry,
  type FindingRow,
  type History,
} from "@yinuo/store";
import { loggedAbout, loggedOf, type LoggedSummary } from "@yinuo/store/log";
import { inLang, type Lang } from "../../lang.ts";
import { Downloads, Part, Title, Two, typed } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { problemsWords } from "../../words/problems.ts";
import { problemPath, problemsPath } from "../addresses.ts";
import { FindingsOf, LATEST_FINDINGS } from "../checks/of-record.tsx";
import { notFound } from "../errors.tsx";
import { EvidenceList } from "../evidence/list.tsx";
import { publicPage } from "../frame.tsx";
import { HistoryPart } from "../history/entries.tsx";
import { namesOf } from "../names.ts";
import { LATEST, ProofPart } from "../proof/part.tsx";
import { ProblemFacts, ProblemSteps, StandingOf } from "./parts.tsx";

export const problemPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const { db } = c.get("deps").store;
  const problem = await getProblem(db, c.req.param("code") ?? "");
  if (problem === undefined) return notFound(c);
  const [bodies, indicators, evidence, history, { findings }] = await Promise.all([
    listBodies(db),
    indicatorsByCode(db),
    listEvidence(db, { problem: problem.code }),
    historyOf(db, { problem: problem.code }, { limit: 200 }),
    listFindings(db, { problem: problem.code, ...LATEST_FINDINGS }),
  ]);
  const title = inLang(lang, problem.title, problem.titleEn);
  const logged = await loggedOf(
    db,
    history.map(({ seq }) => seq),
  );
  const { timeZone } = c.get("jurisdiction");
  const proof = await loggedAbout(db, { subject: `problem/${problem.code}` }, { timeZone, limit: LATEST });
  return publicPage(
    c,
    {
      title,
      description: problem.detail,
      section: "problems",
      trail: [
        { href: problemsPath(lang), text: problemsWords[lang].title },
        { href: problemPath(lang, problem.code), text: problem.code, current: true },
      ],
    },
    <Content
      c={c}
      known={{
        problem,
        findings,
        evidence,
        history,
        logged,
        proof,
        indicators,
        nameOf: namesOf(bodies, lang),
      }}
    />,
  );
};

type Known = {
  readonly problem: Problem;
  readonly findings: readonly FindingRow[];
  readonly evidence: readonly EvidenceEntry[];
  readonly history: readonly History[];
  readonly logged: Awaited<ReturnType<typeof loggedOf>>;
  readonly proof: LoggedSummary;
  readonly indicators: Awaited<ReturnType<typeof indicatorsByCode>>;
  readonly nameOf: (code: string) => string;
};

function Content({ c, known }: { c: Ctx; known: Known }) {
  const lang = c.get("lang");
  const words = problemsWords[lang];
  const { problem, evidence, proof, nameOf } = known;
  const seen = { lang, problem, nameOf, today: c.get("today") };
  return (
    <div class="flow">
      <Title
        lang={lang}
        over={`${problem.code} · ${nameOf(problem.owner)}`}
        title={inLang(lang, problem.title, problem.titleEn)}
      />
      <Two>
        <div class="flow">
          <StandingOf {...seen} />
          <Part id="detail" title={words.detail}>
            <p>{typed(lang, problem.detail)}</p>
          </Part>
          <Part id="steps" title={words.columns.plan}>
            <ProblemSteps {...seen} />
          </Part>
        </div>
        <div class="flow">
          <ProblemFacts {...seen} />
        </div>
      </Two>
      <FindingsOf lang={lang} findings={known.findings} nameOf={nameOf} />
      <Shown lang={lang} evidence={evidence} />
      <HistoryPart c={c} title={words.history} known={known} />
      <ProofPart c={c} logged={proof} nameOf={nameOf} />
      <Part id="data" title={words.data}>
        <Downloads lang={lang} files={[]} more={dataOf(problem, lang)} />
      </Part>
    </div>
  );
}

function Shown({ lang, evidence }: Pick<Known, "evidence"> & { readonly lang: Lang }) {
  if (evidence.length === 0) return null;
  return (
    <Part id="evidence" title={problemsWords[lang].evidence}>
      <EvidenceList lang={lang} files={evidence} />
    </Part>
  );
}

const dataOf = ({ code, owner }: Problem, lang: Lang) => [
  { href: `/api/problems/${encodeURIComponent(code)}`, text: "JSON" },
  { href: problemsPath(lang, { body: owner }), text: problemsWords[lang].ofBody },
];
