// Which commitments are measured by an indicator, so that a figure leads to the promises it decides.

import type { Indicator } from "@yinuo/core";
import type { listCommitments } from "@yinuo/store";
import type { Lang } from "../../lang.ts";
import { figure, Part } from "../../parts/index.ts";
import { indicatorsWords } from "../../words/indicators.ts";
import { commitmentsPath } from "../addresses.ts";
import { CommitmentTable, type NameOf } from "../commitments/table.tsx";

/** Rows the page shows before it links to the whole. */
export const MOST_USED = 20;

type UsedByProps = {
  readonly lang: Lang;
  readonly indicator: Indicator;
  readonly used: Awaited<ReturnType<typeof listCommitments>>;
  readonly nameOf: NameOf;
};

export function UsedBy({ lang, indicator, used, nameOf }: UsedByProps) {
  const words = indicatorsWords[lang];
  return (
    <Part title={words.usedBy} id="commitments">
      {used.total === 0 ? (
        <p class="faint">{words.usedByNone}</p>
      ) : (
        <CommitmentTable lang={lang} caption={words.usedBy} captionHidden rows={used.rows} nameOf={nameOf} />
      )}
      {used.total > MOST_USED ? (
        <p>
          <a href={commitmentsPath(lang, { indicator: indicator.code })}>
            {words.usedByAll(figure(used.total, lang))}
          </a>
        </p>
      ) : null}
    </Part>
  );
}
