// One subject of a check: what was looked at, who inspects it, the finding with its evidence and appeal, what came of it.

import { daysOf, subjectOf, type Check, type Finding, type Problem, type Subject } from "@yinuo/core";
import {
  getCheck,
  getFinding,
  historyOf,
  indicatorsByCode,
  listBodies,
  listEvidence,
  listProblems,
  type EvidenceEntry,
  type History,
} from "@yinuo/store";
import { loggedOf } from "@yinuo/store/log";
import { inLang, type Lang } from "../../lang.ts";
import { Facts, figure, Part, Title, typed } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { checksWords } from "../../words/checks.ts";
import { siteWordsIn } from "../../words/index.ts";
import { checkPath, checksPath, findingPath, problemPath } from "../addresses.ts";
import { notFound } from "../errors.tsx";
import { EvidenceList } from "../evidence/list.tsx";
import { publicPage } from "../frame.tsx";
import { HistoryPart } from "../history/entries.tsx";
import { namesOf } from "../names.ts";
import { AppealOf, FindingText } from "./finding.tsx";
import { Looked, Recused, subjectPagePath } from "./parts.tsx";

export const subjectPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const { db } = c.get("deps").store;
  const check = await getCheck(db, c.req.param("code") ?? "");
  const number = Number(c.req.param("number"));
  const subject = check === undefined ? undefined : subjectOf(check, number);
  if (check === undefined || subject === undefined) return notFound(c);
  const key = { check: check.code, number };
  const [bodies, indicators, finding, evidence, history, found] = await Promise.all([
    listBodies(db),
    indicatorsByCode(db),
    getFinding(db, key),
    listEvidence(db, { inspection: check.code, number }),
    historyOf(db, { subject: `finding/${check.code}/${number}` }, { limit: 100 }),
    listProblems(db, { check: check.code, sort: "code", limit: 100, offset: 0, today: c.get("today") }),
  ]);
  const logged = await loggedOf(
    db,
    history.map(({ seq }) => seq),
  );
  const problems = found.problems.filter((one) => one.finding?.number === number);
  const title = inLang(lang, subject.title, subject.titleEn);
  const nameOf = namesOf(bodies, lang);
  return publicPage(
    c,
    {
      title: `${checksWords[lang].finding} ${check.code}/${number}`,
      description: title,
      section: "checks",
      trail: [
        { href: checksPath(lang), text: checksWords[lang].title },
        { href: checkPath(lang, check.code), text: check.code },
        {
          href: findingPath(lang, check.code, number),
          text: checksWords[lang].subjectNumber(figure(number, lang)),
          current: true,
        },
      ],
    },
    <Content
      c={c}
      known={{ check, subject, finding, evidence, history, logged, indicators, problems, nameOf }}
    />,
  );
};

type Known = {
  readonly check: Check;
  readonly subject: Subject;
  readonly finding: Finding | undefined;
  readonly evidence: readonly EvidenceEntry[];
  readonly history: readonly History[];
  readonly logged: Awaited<ReturnType<typeof loggedOf>>;
  readonly indicators: Awaited<ReturnType<typeof indicatorsByCode>>;
  readonly problems: readonly Problem[];
  readonly nameOf: (code: string) => string;
};

function Content({ c, known }: { c: Ctx; known: Known }) {
  const lang = c.get("lang");
  const words = checksWords[lang];
  const { check, subject, finding, evidence, history, nameOf } = known;
  const today = c.get("today");
  const { appealDays } = daysOf(c.get("jurisdiction"));
  return (
    <div class="flow">
      <Title
        lang={lang}
        over={`${inLang(lang, check.title, check.titleEn)} · ${words.subjectNumber(figure(subject.number, lang))}`}
        title={inLang(lang, subject.title, subject.titleEn)}
      />
      {finding === undefined ? (
        <p>
          <Looked lang={lang} check={check} subject={subject} finding={undefined} today={today} />
        </p>
      ) : (
        <FindingText {...{ lang, check, finding, nameOf, today, appealDays }} />
      )}
      <SubjectFacts lang={lang} subject={subject} nameOf={nameOf} />
      {evidence.length === 0 ? null : (
        <Part id="evidence" title={words.evidence}>
          <EvidenceList lang={lang} files={evidence} />
        </Part>
      )}
      {finding === undefined ? null : <AppealOf {...{ lang, check, finding, nameOf, today, appealDays }} />}
      <ProblemsFrom lang={lang} problems={known.problems} />
      {history.length === 0 ? null : <HistoryPart c={c} title={words.history} known={known} />}
    </div>
  );
}

function SubjectFacts({
  lang,
  subject,
  nameOf,
}: Pick<Known, "subject" | "nameOf"> & { readonly lang: Lang }) {
  const words = checksWords[lang];
  const { inspector, owners } = subject;
  return (
    <Facts
      lang={lang}
      facts={[
        {
          term: words.subjectColumns.subject,
          value: <a href={subjectPagePath(lang, subject)}>{words.record}</a>,
        },
        { term: words.subjectColumns.owner, value: owners.map(nameOf).join(siteWordsIn(lang).and) },
        {
          term: words.subjectColumns.inspector,
          value: inspector === undefined ? words.nobody : nameOf(inspector),
          note: <Recused lang={lang} subject={subject} nameOf={nameOf} />,
        },
      ]}
    />
  );
}

function ProblemsFrom({ lang, problems }: { lang: Lang; problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <Part id="problems" title={checksWords[lang].problems}>
      <ul>
        {problems.map(({ code, title, titleEn }) => (
          <li>
            <a href={problemPath(lang, code)}>{typed(lang, inLang(lang, title, titleEn))}</a>{" "}
            <small>{code}</small>
          </li>
        ))}
      </ul>
    </Part>
  );
}
