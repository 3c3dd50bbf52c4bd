// What was drawn: each pick with its ticket, its inspectors, and who took the place of whom.

import { drawnSubjects, type Draw } from "@yinuo/core";
import { seedOf, ticketOf, type DrawResult } from "@yinuo/random-draw";
import { choiceWords } from "@yinuo/words";
import type { Lang } from "../../lang.ts";
import { DataTable, figure, typed } from "../../parts/index.ts";
import type { Child } from "hono/jsx";
import { siteWordsIn } from "../../words/index.ts";
import { drawsWords } from "../../words/draw-pages.ts";
import { ticketsPath } from "../addresses.ts";
import type { Drawn } from "./subjects.ts";

type Props = {
  readonly lang: Lang;
  readonly draw: Draw;
  readonly nameOf: (code: string) => string;
  readonly subjects: ReadonlyMap<string, Drawn>;
};

export function Picks(props: Props) {
  const { lang, draw } = props;
  const { result } = draw;
  const words = drawsWords[lang].picks;
  if (result === undefined) return <p>{words.later}</p>;
  return (
    <>
      <PicksTable {...props} result={result} />
      {result.replaced.map(({ id, subject, by, reason }) =>
        subject === undefined ? null : (
          <p>
            {typed(lang, words.inspectorGone(placeName(props, id), subject, placeName(props, by), reason))}
          </p>
        ),
      )}
      <p>
        <a href={ticketsPath(lang, draw.code)}>{words.all}</a>
      </p>
    </>
  );
}

/** Those drawn, then those who took a place. */
function PicksTable({ result, ...props }: Props & { readonly result: DrawResult }) {
  const { lang, draw } = props;
  const words = drawsWords[lang].picks;
  const double = draw.inspectors !== undefined;
  const inspected = new Map(
    drawnSubjects({ ...draw, stage: "drawn" }).map(({ id, inspectors }) => [id, inspectors]),
  );
  const tickets = new Map(result.picks.map(({ id, ticket }) => [id, ticket]));
  const standsFor = new Map(
    result.replaced.flatMap(({ id, by, subject }) => (subject === undefined ? [[by, id] as const] : [])),
  );
  const strata = strataById(draw);
  const placesOf = (id: string): string =>
    (inspected.get(id) ?? []).map((place) => placeName(props, place)).join(siteWordsIn(lang).and);
  return (
    <DataTable
      lang={lang}
      caption={words.caption}
      captionHidden
      columns={[
        { header: words.subject, full: true },
        { header: words.stratum },
        ...(double ? [{ header: words.inspectors }] : []),
        { header: words.ticket, full: true },
      ]}
      rows={[...tickets.keys(), ...standsFor.keys()].map((id) => ({
        cells: [
          <Subject {...props} id={id} standsFor={standsFor.get(id)} />,
          stratumName(props, strata.get(id) ?? ""),
          ...(double ? [placesOf(id)] : []),
          <code>{tickets.get(id) ?? ticketIn(draw, strata.get(id) ?? "", id)}</code>,
        ],
      }))}
    />
  );
}

/** `stratum TAB id …` on each line. */
const strataById = ({ frame }: Draw): ReadonlyMap<string, string> =>
  new Map(
    frame.split("\n").map((line) => {
      const [stratum = "", id = ""] = line.split("\t");
      return [id, stratum];
    }),
  );

const ticketIn = ({ seed }: Draw, stratum: string, id: string): string =>
  seed === undefined ? "" : ticketOf(seedOf(seed), stratum, id);

type SubjectProps = Props & { readonly id: string; readonly standsFor: string | undefined };

function Subject({ lang, draw, subjects, id, standsFor }: SubjectProps): Child {
  const words = drawsWords[lang].picks;
  const known = subjects.get(id);
  const gone = draw.result?.replaced.find((one) => one.subject === undefined && one.id === id);
  return (
    <>
      {known === undefined ? id : <a href={known.href}>{typed(lang, known.title)}</a>} <small>{id}</small>
      {gone === undefined ? null : (
        <>
          <br />
          <small>{typed(lang, words.replaced(gone.by, gone.reason))}</small>
        </>
      )}
      {standsFor === undefined ? null : (
        <>
          <br />
          <small>{words.standsIn(standsFor)}</small>
        </>
      )}
    </>
  );
}

type Naming = Pick<Props, "lang" | "draw" | "nameOf">;

/** Strata are bodies, levels, or one for all. */
export const stratumName = ({ lang, draw, nameOf }: Naming, stratum: string): string =>
  draw.stratify === "body" ? nameOf(stratum) : (drawsWords[lang].strata[stratum] ?? levelName(lang, stratum));

const levelName = (lang: Lang, level: string): string => {
  const names: Readonly<Record<string, string>> = choiceWords[lang].listingLevel;
  return names[level] ?? level;
};

/** `RD-2`: the second place of a body, by the body's name. */
export const placeName = ({ lang, nameOf }: Pick<Props, "lang" | "nameOf">, place: string): string => {
  const cut = place.lastIndexOf("-");
  return drawsWords[lang].picks.place(
    nameOf(place.slice(0, cut)),
    figure(Number(place.slice(cut + 1)), lang),
  );
};
