// Draws as a table, wherever several are listed: in public and at the desk.

import type { DrawStage } from "@yinuo/core";
import type { DrawSort, DrawSummary } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import type { Lang } from "../../lang.ts";
import { DataTable, figure, Status, typed, type Column, type StatusKind } from "../../parts/index.ts";
import { drawsWords } from "../../words/draw-pages.ts";
import { momentText } from "./moment.ts";

export const DRAW_MARK: Readonly<Record<DrawStage, StatusKind>> = {
  planned: "not-started",
  rolling: "underway",
  drawn: "kept",
  aborted: "withdrawn",
  calledOff: "withdrawn",
};

type Props = {
  readonly lang: Lang;
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly draws: readonly DrawSummary[];
  readonly timeZone: string;
  readonly nameOf: (code: string) => string;
  /** The page of each: the public one or the desk's. */
  readonly pathOf: (draw: DrawSummary) => string;
  readonly sortLink?: ((sort: DrawSort) => NonNullable<Column["sort"]>) | undefined;
};

export function DrawTable({ lang, draws, timeZone, nameOf, pathOf, sortLink, ...props }: Props) {
  const words = drawsWords[lang];
  const sorted = (sort: DrawSort) => (sortLink === undefined ? {} : { sort: sortLink(sort) });
  return (
    <DataTable
      lang={lang}
      caption={props.caption}
      captionHidden={props.captionHidden}
      columns={[
        { header: words.columns.draw, ...sorted("code") },
        { header: words.columns.body },
        { header: words.columns.ceremony, ...sorted("ceremony") },
        { header: words.columns.size },
        { header: words.columns.stage, bare: true },
      ]}
      rows={draws.map((draw) => ({
        cells: [
          <>
            <a href={pathOf(draw)}>{draw.code}</a>{" "}
            <small>
              {choiceWords[lang].drawSubject[draw.subject]} · {typed(lang, draw.eligible)}
            </small>
          </>,
          nameOf(draw.body),
          <>
            <time datetime={draw.ceremonyAt}>{momentText(draw.ceremonyAt, lang, timeZone)}</time>{" "}
            <small>{typed(lang, draw.venue)}</small>
          </>,
          words.drawOf(figure(draw.drawSize, lang), figure(draw.frameSize, lang)),
          <Status lang={lang} kind={DRAW_MARK[draw.stage]} text={choiceWords[lang].drawStage[draw.stage]} />,
        ],
      }))}
    />
  );
}
