// The open-data page: every file there is, what its columns hold, and under which licence.

import { formatDay } from "@yinuo/period";
import type { Jurisdiction } from "@yinuo/core";
import { COLUMNS, headerOf, NOUNS, type Column, type Noun } from "@yinuo/tables";
import { inLang, localPath, type Lang } from "../../lang.ts";
import { DataTable, Downloads, Part, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { checkReportWords } from "../../words/check-report.ts";
import { dataWords } from "../../words/data.ts";
import { siteWordsIn } from "../../words/index.ts";
import { checkReportPath } from "../addresses.ts";
import { fileLinks } from "../downloads/links.ts";
import { publicPage } from "../frame.tsx";

export const dataPage = (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = dataWords[lang];
  return publicPage(
    c,
    { title: words.title, description: words.lead, section: "data" },
    <div class="flow">
      <Title title={words.title} lead={`${words.lead} ${words.asOf(formatDay(c.get("today"), lang))}`} />
      <DataTable
        lang={lang}
        caption={words.title}
        captionHidden
        columns={[
          { header: words.file },
          { header: words.note, full: true, bare: true },
          { header: words.formats, bare: true },
        ]}
        rows={NOUNS.map((noun) => ({
          cells: [
            <a href={`#${noun}`}>{words.nouns[noun]}</a>,
            words.about[noun],
            <Downloads lang={lang} files={fileLinks(lang, noun)} />,
          ],
        }))}
      />
      <Licence lang={lang} jurisdiction={c.get("jurisdiction")} />
      <ForPrograms lang={lang} />
      <Part id="recompute" title={words.recomputeTitle}>
        <p>
          {words.recompute} <a href={localPath(lang, "/method")}>{siteWordsIn(lang).nav.method}</a>
        </p>
        <p>
          <a href={checkReportPath(lang)}>{checkReportWords[lang].link}</a>
        </p>
      </Part>
      <Part id="rules" title={words.rulesTitle}>
        <ul>
          {words.rules.map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
      </Part>
      {NOUNS.map((noun) => (
        <Columns lang={lang} noun={noun} />
      ))}
    </div>,
  );
};

function Licence({ lang, jurisdiction }: { lang: Lang; jurisdiction: Jurisdiction }) {
  const { licence, licenceUrl } = jurisdiction;
  if (licence === undefined) return null;
  const words = dataWords[lang];
  return (
    <Part id="licence" title={words.licenceTitle}>
      <p>
        {words.licence(licence)} {licenceUrl === undefined ? null : <a href={licenceUrl}>{licence}</a>}
      </p>
    </Part>
  );
}

function ForPrograms({ lang }: { lang: Lang }) {
  const words = dataWords[lang];
  return (
    <Part id="programs" title={words.programsTitle}>
      <ul>
        <li>
          {words.package}
          {siteWordsIn(lang).colon}
          <a href={localPath(lang, "/data/datapackage.json")}>datapackage.json</a>
        </li>
        <li>
          {words.api}
          {siteWordsIn(lang).colon}
          <a href="/api">/api</a> <a href="/api/openapi.json">openapi.json</a>
        </li>
      </ul>
    </Part>
  );
}

function Columns({ lang, noun }: { lang: Lang; noun: Noun }) {
  const words = dataWords[lang];
  const title = words.columnsTitle(words.nouns[noun]);
  return (
    <Part id={noun} title={title}>
      <DataTable
        lang={lang}
        caption={title}
        captionHidden
        columns={[{ header: words.column }, { header: words.key }, { header: words.note, full: true }]}
        rows={COLUMNS[noun].map((column) => ({
          cells: [headerOf(column, lang), <code>{column.key}</code>, <Note lang={lang} column={column} />],
        }))}
      />
    </Part>
  );
}

function Note({ lang, column }: { lang: Lang; column: Column }) {
  const words = dataWords[lang];
  const mark = column.computed === true ? words.computed : column.needed === true ? words.needed : undefined;
  return (
    <>
      {inLang(lang, column.noteZh, column.noteEn)}
      {mark === undefined ? null : <small> {mark}</small>}
    </>
  );
}
