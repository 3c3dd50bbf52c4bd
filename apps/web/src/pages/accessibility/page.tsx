// The accessibility statement: what was tested and found, what works, what does not, and whom to tell.

import { formatDay, parseDay } from "@yinuo/period";
import { listBodies } from "@yinuo/store";
import { DOORS, type Door } from "../../doors.ts";
import { inLang, localPath, type Lang } from "../../lang.ts";
import { Facts, figure, Part, Title, typed } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { accessibilityWords } from "../../words/accessibility.ts";
import { siteWordsIn } from "../../words/index.ts";
import { bodyPath } from "../addresses.ts";
import { publicPage } from "../frame.tsx";
import { accessibilityResults as results } from "./results.ts";

export const accessibilityPage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = accessibilityWords[lang];
  const { contact } = c.get("jurisdiction");
  const found = figure(results.violations.length, lang);
  return publicPage(
    c,
    { title: words.title, description: words.lead },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      <Part id="status" title={words.statusTitle}>
        <p>{results.violations.length === 0 ? words.status : words.statusFailed(found)}</p>
      </Part>
      <Tested lang={lang} />
      <Points title={words.doneTitle} points={words.done} />
      <p>
        <a href={localPath(lang, "/offline")}>{words.offline}</a>
      </p>
      <Points title={words.knownTitle} points={words.known} />
      <Part title={words.madeTitle}>
        <p>{words.made(dayOf(lang))}</p>
      </Part>
      <Part id="contact" title={words.contactTitle}>
        <p>{contact === undefined ? words.noContact : typed(lang, words.contact(contact))}</p>
      </Part>
      <Part title={words.complainTitle}>
        <p>{words.complain}</p>
        <Inspectors
          c={c}
          bodies={(await listBodies(c.get("deps").store.db)).filter(({ inspects }) => inspects)}
        />
      </Part>
    </div>,
  );
};

const dayOf = (lang: Lang): string => {
  const day = parseDay(results.testedOn);
  return day === undefined ? results.testedOn : formatDay(day, lang);
};

function Tested({ lang }: { lang: Lang }) {
  const words = accessibilityWords[lang];
  const { facts } = words;
  const open = results.pages.filter((page) => DOORS[page as Door] === "anyone").length;
  const count = (n: number): string => figure(n, lang);
  return (
    <Part id="tested" title={words.testedTitle}>
      <p>{words.tested}</p>
      <Facts
        facts={[
          { term: facts.on, value: <time datetime={results.testedOn}>{dayOf(lang)}</time> },
          { term: facts.tool, value: `axe-core ${results.axe}` },
          {
            term: facts.pages,
            value: words.pages(
              count(results.pages.length),
              count(open),
              count(results.pages.length * results.languages.length),
            ),
          },
          { term: facts.languages, value: words.languages },
          { term: facts.widths, value: words.pixels(results.widths.join(siteWordsIn(lang).and)) },
          { term: facts.rules, value: words.rules(count(results.rules)) },
          { term: facts.found, value: words.found(count(results.violations.length)) },
          { term: facts.sideways, value: words.noSideways },
        ]}
      />
      {results.violations.length === 0 ? null : (
        <Listing
          title={words.violations}
          lines={results.violations.map(({ page, rule }) => `${page} ${rule}`)}
        />
      )}
      <Listing title={words.pageList} lines={results.pages.map((page) => page.replace("GET ", ""))} />
    </Part>
  );
}

function Listing({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {lines.map((line) => (
          <li>
            <code>{line}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

type Named = { readonly code: string; readonly name: string; readonly nameEn?: string | undefined };

function Inspectors({ c, bodies }: { c: Ctx; bodies: readonly Named[] }) {
  const lang = c.get("lang");
  const words = accessibilityWords[lang];
  if (bodies.length === 0) return null;
  return (
    <p>
      {words.inspectors}
      {words.colon}
      {bodies.map(({ code, name, nameEn }, index) => (
        <>
          {index === 0 ? null : siteWordsIn(lang).and}
          <a href={bodyPath(lang, code)}>{inLang(lang, name, nameEn)}</a>
        </>
      ))}
    </p>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <Part title={title}>
      <ul>
        {points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
    </Part>
  );
}
