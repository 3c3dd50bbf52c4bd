// How many to look at, explained in words: a form without scripts, for whoever plans a draw or wonders about one.

import { discoverySample, faultsIn, mostFaults } from "@yinuo/random-draw";
import { boundText } from "@yinuo/words/draws";
import type { Lang } from "../../lang.ts";
import { Button, Buttons, DataTable, Field, figure, Notice, Part, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { drawsWords } from "../../words/draw-pages.ts";
import { drawSizeWords } from "../../words/draw-size.ts";
import { drawSizePath, drawsPath } from "../addresses.ts";
import { publicPage } from "../frame.tsx";

type Question = {
  readonly size: number;
  readonly sharePercent: number;
  readonly surePercent: number;
};

/** Full-width digits are read; the largest frame there is an answer for. */
const MOST = 10_000_000;
const numberOf = (text: string): number => {
  const value = Number(text.normalize("NFKC").replaceAll(",", "").trim() || Number.NaN);
  return value <= MOST ? value : Number.NaN;
};

export const drawSizePage = async (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = drawSizeWords[lang];
  const typed = (name: string, otherwise: string): string => (c.req.query(name) ?? otherwise).slice(0, 20);
  const shown = {
    frameCount: typed("frameCount", "500"),
    sharePercent: typed("sharePercent", "5"),
    surePercent: typed("surePercent", "95"),
    drawn: typed("drawn", ""),
    found: typed("found", ""),
  };
  const question: Question = {
    size: numberOf(shown.frameCount),
    sharePercent: numberOf(shown.sharePercent),
    surePercent: numberOf(shown.surePercent),
  };
  return publicPage(
    c,
    {
      title: words.title,
      description: words.lead,
      section: "problems",
      noindex: c.req.query("frameCount") !== undefined,
      trail: [
        { href: drawsPath(lang), text: drawsWords[lang].title },
        { href: drawSizePath(lang), text: words.title, current: true },
      ],
    },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      <Asking lang={lang} shown={shown} />
      <Answer lang={lang} question={question} />
      <Bound lang={lang} question={question} drawn={shown.drawn} found={shown.found} />
      <Part id="table" title={words.table}>
        <Common lang={lang} />
      </Part>
    </div>,
  );
};

type Shown = Readonly<Record<"frameCount" | "sharePercent" | "surePercent" | "drawn" | "found", string>>;

function Asking({ lang, shown }: { lang: Lang; shown: Shown }) {
  const words = drawSizeWords[lang];
  const field = (name: keyof Shown, label: string, unit?: string) => (
    <Field lang={lang} name={name} label={label} value={shown[name]} inputmode="decimal" short unit={unit} />
  );
  return (
    <form class="fill" method="get" action={drawSizePath(lang)}>
      {field("frameCount", words.frameCount)}
      {field("sharePercent", words.sharePercent, "%")}
      {field("surePercent", words.surePercent, "%")}
      <h2>{words.faults}</h2>
      {field("drawn", words.drawn)}
      {field("found", words.found)}
      <Buttons>
        <Button kind="main">{words.button}</Button>
      </Buttons>
    </form>
  );
}

function Answer({ lang, question }: { lang: Lang; question: Question }) {
  const words = drawSizeWords[lang];
  const n = discoverySample(question);
  if (n === undefined)
    return (
      <Notice lang={lang} kind="refusal">
        {words.unclear}
      </Notice>
    );
  const { size, sharePercent, surePercent } = question;
  const number = (value: number) => figure(value, lang);
  return (
    <Notice lang={lang} kind="success" title={words.answer(number(n))}>
      {[
        words.say(String(surePercent), String(sharePercent), number(size), number(n)),
        words.means(number(faultsIn(question)), number(n), number(size), String(sharePercent)),
        words.but,
      ].join(lang === "en" ? " " : "")}
    </Notice>
  );
}

type BoundProps = {
  readonly lang: Lang;
  readonly question: Question;
  readonly drawn: string;
  readonly found: string;
};

/** Only where both were typed. */
function Bound({ lang, question, drawn, found }: BoundProps) {
  if (drawn.trim() === "" || found.trim() === "") return null;
  const finding = {
    size: question.size,
    drawn: numberOf(drawn),
    faults: numberOf(found),
    surePercent: question.surePercent,
  };
  const said = mostFaults(finding) === undefined ? undefined : boundText(lang, finding);
  return (
    <Notice lang={lang} kind={said === undefined ? "refusal" : "note"}>
      {said ?? drawSizeWords[lang].unclear}
    </Notice>
  );
}

const SIZES = [50, 100, 500, 1000, 10_000];
const SHARES = [1, 5, 10];

function Common({ lang }: { lang: Lang }) {
  const words = drawSizeWords[lang];
  return (
    <DataTable
      lang={lang}
      caption={words.tableLead}
      columns={[
        { header: words.total },
        ...SHARES.map((share) => ({ header: words.shareOf(String(share)), align: "end" as const })),
      ]}
      rows={SIZES.map((size) => ({
        cells: [
          figure(size, lang),
          ...SHARES.map((sharePercent) =>
            figure(discoverySample({ size, sharePercent, surePercent: 95 }) ?? 0, lang),
          ),
        ],
      }))}
    />
  );
}
