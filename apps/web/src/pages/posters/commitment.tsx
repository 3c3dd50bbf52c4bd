// A commitment as a poster: the promise, who owes it, by when, and where it stood on the day it was printed.

import { standingOf, type Commitment, type Programme } from "@yinuo/core";
import { formatDay } from "@yinuo/period";
import { getCommitment, getProgramme, listBodies } from "@yinuo/store";
import { inLang, type Lang } from "../../lang.ts";
import { Facts, figure, statusWord, type Fact } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { commitmentsWords } from "../../words/commitments.ts";
import { posterWords } from "../../words/posters.ts";
import { siteWordsIn } from "../../words/index.ts";
import { commitmentPath, commitmentsPath } from "../addresses.ts";
import { notFound } from "../errors.tsx";
import { namesOf } from "../names.ts";
import { daysShown, MARK_OF } from "../standings.ts";
import { cutTo, posterPage, roomOf } from "./sheet.tsx";

export const commitmentPoster = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const { db } = c.get("deps").store;
  const key = { programme: c.req.param("programme") ?? "", code: c.req.param("code") ?? "" };
  const [commitment, programme, bodies] = await Promise.all([
    getCommitment(db, key),
    getProgramme(db, key.programme),
    listBodies(db),
  ]);
  if (commitment === undefined || programme === undefined) return notFound(c);
  const words = posterWords[lang];
  const title = inLang(lang, commitment.title, commitment.titleEn);
  const path = commitmentPath(lang, commitment);
  return posterPage(c, {
    path,
    kind: commitment.kind === "measure" ? words.measure : words.commitment,
    over: `${inLang(lang, programme.title, programme.titleEn)} · ${commitment.code}`,
    title,
    scan: words.scan,
    section: "commitments",
    trail: [
      { href: commitmentsPath(lang), text: commitmentsWords[lang].title },
      { href: path, text: commitment.code },
    ],
    children: (
      <>
        <Promised lang={lang} commitment={commitment} title={title} />
        <Facts
          lang={c.get("lang")}
          facts={factsOf(c, { commitment, programme, nameOf: namesOf(bodies, lang) })}
        />
      </>
    ),
  });
};

/** The promise where it says more than the title, and as much of it as the sheet has room for. */
function Promised({ lang, commitment, title }: { lang: Lang; commitment: Commitment; title: string }) {
  const whole = inLang(lang, commitment.promise ?? "", commitment.promiseEn);
  const room = roomOf(title) <= 40 ? 240 : roomOf(title) <= 90 ? 200 : roomOf(title) <= 180 ? 140 : 0;
  if (whole === "" || whole === title || room === 0) return null;
  const { text, cut } = cutTo(whole, room);
  return (
    <p>
      {text}
      {cut ? posterWords[lang].whole : null}
    </p>
  );
}

type Known = {
  readonly commitment: Commitment;
  readonly programme: Programme;
  readonly nameOf: (code: string) => string;
};

const factsOf = (c: Ctx, { commitment, programme, nameOf }: Known): Fact[] => {
  const lang = c.get("lang");
  const words = posterWords[lang];
  const today = c.get("today");
  const { due, firstDue } = commitment;
  const standing = standingOf(commitment, { today, silentAfterDays: programme.silentAfterDays });
  const word = statusWord(MARK_OF[standing.is], lang, daysShown(standing));
  return [
    { term: words.lead, value: <b>{cutTo(nameOf(commitment.lead), 60).text}</b> },
    ...(commitment.support.length === 0
      ? []
      : [{ term: words.support, value: namesShown(lang, commitment.support.map(nameOf)) }]),
    {
      term: words.due,
      value: <b>{due === undefined ? words.noDue : formatDay(due, lang)}</b>,
      ...(due !== undefined && firstDue !== undefined && firstDue !== due
        ? { note: words.first(formatDay(firstDue, lang)) }
        : {}),
    },
    { term: words.standing, value: words.standingOn(word, formatDay(today, lang)) },
  ];
};

/** Everybody where there is room, or else the first of them and how many there are. */
const namesShown = (lang: Lang, names: readonly string[]): string => {
  const { and } = siteWordsIn(lang);
  const all = names.join(and);
  if (roomOf(all) <= 90) return all;
  return posterWords[lang].supportMore(cutTo(names[0] ?? "", 60).text, figure(names.length, lang));
};
