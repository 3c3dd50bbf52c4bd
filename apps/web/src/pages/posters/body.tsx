// A body as a poster: what it leads, by when, and where all of it can be followed.

import type { Body } from "@yinuo/core";
import { formatDay } from "@yinuo/period";
import { getBody, listCommitments, type CommitmentRow } from "@yinuo/store";
import { inLang, localPath, type Lang } from "../../lang.ts";
import { figure, statusWord } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { bodiesWords } from "../../words/bodies.ts";
import { posterWords } from "../../words/posters.ts";
import { bodyPath } from "../addresses.ts";
import { notFound } from "../errors.tsx";
import { daysShown, MARK_OF } from "../standings.ts";
import { cutTo, posterPage } from "./sheet.tsx";

/** As many as one sheet holds in a size that is read from two steps away. */
const MOST_LISTED = 8;

export const bodyPoster = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const { db } = c.get("deps").store;
  const body = await getBody(db, c.req.param("code") ?? "");
  if (body === undefined) return notFound(c);
  const led = await listCommitments(db, {
    lead: body.code,
    kind: "commitment",
    sort: "due",
    limit: MOST_LISTED,
    offset: 0,
    today: c.get("today"),
  });
  const words = posterWords[lang];
  const path = bodyPath(lang, body.code);
  return posterPage(c, {
    path,
    kind: words.body,
    over: [body.code, words.count(figure(led.total, lang))].join(" · "),
    title: inLang(lang, body.name, body.nameEn),
    scan: words.scanBody,
    section: "bodies",
    trail: [
      { href: localPath(lang, "/bodies"), text: bodiesWords[lang].title },
      { href: path, text: inLang(lang, body.name, body.nameEn) },
    ],
    children: (
      <>
        <About lang={lang} body={body} />
        <Owed c={c} rows={led.rows} total={led.total} />
      </>
    ),
  });
};

function About({ lang, body }: { lang: Lang; body: Body }) {
  const about = inLang(lang, body.about ?? "", body.aboutEn);
  return about === "" ? null : <p>{cutTo(about, 80).text}</p>;
}

type OwedProps = { readonly c: Ctx; readonly rows: readonly CommitmentRow[]; readonly total: number };

function Owed({ c, rows, total }: OwedProps) {
  const lang = c.get("lang");
  const words = posterWords[lang];
  if (rows.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <ol class="owed">
        {rows.map((row) => (
          <li>
            {cutTo(inLang(lang, row.title, row.titleEn), 56).text}{" "}
            <small>
              {row.due === undefined ? words.noDue : words.by(formatDay(row.due, lang))} ·{" "}
              {statusWord(MARK_OF[row.standing.is], lang, daysShown(row.standing))}
            </small>
          </li>
        ))}
      </ol>
      {total > rows.length ? <p>{words.more(figure(total - rows.length, lang))}</p> : null}
    </>
  );
}
