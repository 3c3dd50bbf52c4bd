// How each body's commitments stand; bodies with too few are listed and never ranked.

import type { Body, Programme } from "@yinuo/core";
import { inLang, type Lang } from "../../lang.ts";
import { CompletionBars, figure } from "../../parts/index.ts";
import { overviewWords } from "../../words/overview.ts";
import { bodyPath } from "../addresses.ts";
import { sharesOf, totalOf, type Counts } from "../standings.ts";

type BodyStandingsProps = {
  readonly lang: Lang;
  readonly programme: Programme;
  readonly counts: ReadonlyMap<string, Counts>;
  readonly bodies: readonly Body[];
};

export function BodyStandings({ lang, programme, counts, bodies }: BodyStandingsProps) {
  const words = overviewWords[lang];
  const { rankingMinimum } = programme;
  const listed = bodies.flatMap((body) => {
    const own = counts.get(body.code);
    return own === undefined ? [] : [{ body, counts: own }];
  });
  const ranked = listed.filter((one) => totalOf(one.counts) >= rankingMinimum);
  const ordered = [
    // A rank needs something to differ by.
    ...(ranked.length > 1 ? ranked.toSorted((a, b) => keptShare(b.counts) - keptShare(a.counts)) : ranked),
    ...listed.filter((one) => totalOf(one.counts) < rankingMinimum),
  ];
  return (
    <section class="part flow" id="bodies">
      <CompletionBars
        lang={lang}
        caption={words.byBody}
        note={ranked.length > 1 ? words.byBodyNote(figure(rankingMinimum, lang)) : words.byBodyFlat}
        minimum={ranked.length > 1 ? rankingMinimum : 0}
        bodies={ordered.map((one) => ({
          name: inLang(lang, one.body.name, one.body.nameEn),
          href: bodyPath(lang, one.body.code),
          shares: sharesOf(one.counts),
        }))}
      />
    </section>
  );
}

const keptShare = (counts: Counts): number => (counts.kept ?? 0) / Math.max(1, totalOf(counts));
