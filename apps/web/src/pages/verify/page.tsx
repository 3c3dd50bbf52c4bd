// One leaf of the log with what is said of it, and the verifier that computes in the reader's browser whether it holds.

import { formatDay, todayIn } from "@yinuo/period";
import { bodiesByCode, indicatorsByCode } from "@yinuo/store";
import { lateDaysOf, loggedAt, type LoggedEntry } from "@yinuo/store/log";
import { verifyScript } from "../../islands.ts";
import { Downloads, Facts, figure, Notice, Part, Title, type Fact } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { historyWords } from "../../words/history.ts";
import { proofWords } from "../../words/proof.ts";
import { verifyWords } from "../../words/verify.ts";
import { logPath, receiptPath, verifierPath, verifyPath } from "../addresses.ts";
import { notFound } from "../errors.tsx";
import { publicPage } from "../frame.tsx";
import { about } from "../history/entries.tsx";
import { titlesOf } from "../history/titles.ts";
import { namesOf } from "../names.ts";
import { VerifierForm } from "./form.tsx";
import { keyOfLog, policyOfLog } from "./log-key.ts";

export const verifyPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = verifyWords[lang];
  const deps = c.get("deps");
  const asked = c.req.query("entry");
  const entry = /^(0|[1-9]\d{0,14})$/.test(asked ?? "")
    ? await loggedAt(deps.store.db, Number(asked))
    : undefined;
  if (asked !== undefined && entry === undefined) return notFound(c);
  const facts = entry === undefined ? [] : await factsOf(c, entry);
  const receipt = entry?.covered === true ? receiptPath(entry.index) : undefined;
  return publicPage(
    c,
    {
      title: words.title,
      description: words.lead,
      noindex: entry !== undefined,
      script: verifyScript.path,
      trail: [
        { href: logPath(lang), text: proofWords[lang].log.title },
        { href: verifyPath(lang, entry?.index), text: words.title, current: true },
      ],
    },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      {entry === undefined ? null : (
        <Part title={words.entry}>
          <Facts facts={facts} />
          <Downloads lang={lang} files={[]} more={filesOf(c, entry)} />
        </Part>
      )}
      <Part title={words.verifier}>
        <VerifierForm lang={lang} logKey={keyOfLog(await policyOfLog(deps))} receipt={receipt} />
      </Part>
      <Notice lang={lang} kind="note">
        {words.trust}
      </Notice>
      <p>
        <a href={verifierPath(lang)} download={true}>
          {words.save}
        </a>{" "}
        <a href={logPath(lang)}>{words.about}</a>
      </p>
    </div>,
  );
};

const filesOf = (c: Ctx, { index, covered }: LoggedEntry) => {
  const words = verifyWords[c.get("lang")];
  return [
    ...(covered ? [{ href: receiptPath(index), text: words.receipt }] : []),
    { href: `/log/open/${index}.json`, text: words.values },
  ];
};

const factsOf = async (c: Ctx, entry: LoggedEntry): Promise<readonly Fact[]> => {
  const lang = c.get("lang");
  const { db } = c.get("deps").store;
  const { timeZone } = c.get("jurisdiction");
  const { facts, signed, unsigned, covered, waiting } = verifyWords[lang];
  const [bodies, indicators] = await Promise.all([bodiesByCode(db), indicatorsByCode(db)]);
  const nameOf = namesOf([...bodies.values(), ...indicators.values()], lang);
  const titleOf = await titlesOf(db, [entry.place], lang);
  const late = lateDaysOf(entry, timeZone);
  return [
    { term: facts.number, value: figure(entry.index, lang) },
    { term: facts.what, value: historyWords[lang].verbs[entry.verb] },
    {
      term: facts.record,
      value: about(entry.place, { lang, nameOf }, titleOf) || <code>{entry.place.subject}</code>,
    },
    {
      term: facts.by,
      value: entry.actorBody === undefined ? historyWords[lang].steward : nameOf(entry.actorBody),
    },
    {
      term: facts.claimed,
      value: <time datetime={entry.happenedOn}>{formatDay(entry.happenedOn, lang)}</time>,
    },
    {
      term: facts.logged,
      value: (
        <time datetime={entry.loggedAt}>{formatDay(todayIn(new Date(entry.loggedAt), timeZone), lang)}</time>
      ),
      note: late === undefined ? undefined : proofWords[lang].loggedLate(figure(late, lang)),
    },
    { term: facts.signature, value: entry.signed ? signed : unsigned },
    { term: facts.state, value: entry.covered ? covered : waiting },
  ];
};
