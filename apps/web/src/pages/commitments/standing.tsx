// Where a commitment stands, as a stamp with the sentence that says who says so.

import { standingOf, type Commitment, type Programme } from "@yinuo/core";
import { formatDay, type Day } from "@yinuo/period";
import type { Lang } from "../../lang.ts";
import { Notice, Stamp } from "../../parts/index.ts";
import { commitmentsWords } from "../../words/commitments.ts";
import { daysShown, MARK_OF } from "../standings.ts";
import type { NameOf } from "./table.tsx";

type StandingProps = {
  readonly lang: Lang;
  readonly commitment: Commitment;
  readonly programme: Programme;
  readonly today: Day;
  readonly nameOf: NameOf;
};

export function StandingSheet({ lang, commitment, programme, today, nameOf }: StandingProps) {
  const standing = standingOf(commitment, { today, silentAfterDays: programme.silentAfterDays });
  const sentences = sayings(lang, commitment, nameOf);
  return (
    <>
      <p>
        <Stamp lang={lang} kind={MARK_OF[standing.is]} days={daysShown(standing)} />
      </p>
      {sentences.length === 0 ? null : (
        <p>
          {sentences.map((sentence) => (
            <>
              {sentence}
              <br />
            </>
          ))}
        </p>
      )}
      {commitment.kind === "measure" ? (
        <Notice lang={lang} kind="note" title={commitmentsWords[lang].measure}>
          {commitmentsWords[lang].measureNote}
        </Notice>
      ) : null}
    </>
  );
}

const sayings = (lang: Lang, commitment: Commitment, nameOf: NameOf): string[] => {
  const words = commitmentsWords[lang];
  const { verdict, declaredOn, withdrawnOn, stage } = commitment;
  if (withdrawnOn !== undefined) return [words.withdrawnOn(formatDay(withdrawnOn, lang))];
  if (verdict !== undefined)
    return [words.verdictBy(nameOf(verdict.body), formatDay(verdict.on, lang)), verdict.finding];
  if (stage === "declared" && declaredOn !== undefined)
    return [words.declaredOn(formatDay(declaredOn, lang)), words.declaredNote];
  return [];
};
