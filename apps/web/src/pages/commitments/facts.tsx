// The plain facts of a commitment: who, for whom, by when, how it is judged, where it was promised.

import type { Commitment } from "@yinuo/core";
import { formatDay, type Day } from "@yinuo/period";
import type { Child } from "hono/jsx";
import { inLang, type Lang } from "../../lang.ts";
import { Facts, figure, typed, type Fact } from "../../parts/index.ts";
import { commitmentsWords } from "../../words/commitments.ts";
import { siteWordsIn } from "../../words/index.ts";
import { bodyPath } from "../addresses.ts";
import type { NameOf } from "./table.tsx";

type FactsProps = { readonly lang: Lang; readonly commitment: Commitment; readonly nameOf: NameOf };

export function CommitmentFacts({ lang, commitment, nameOf }: FactsProps) {
  const words = commitmentsWords[lang].facts;
  const body = (code: string) => <a href={bodyPath(lang, code)}>{nameOf(code)}</a>;
  const facts: Fact[] = [
    ...text(words.promise, lang, commitment.promise, commitment.promiseEn),
    { term: words.lead, value: body(commitment.lead) },
    ...(commitment.support.length === 0
      ? []
      : [{ term: words.support, value: list(commitment.support.map(body), siteWordsIn(lang).and) }]),
    ...text(words.beneficiaries, lang, commitment.beneficiaries, commitment.beneficiariesEn),
    ...(commitment.start === undefined ? [] : [{ term: words.start, value: dayOf(commitment.start, lang) }]),
    dueFact({ lang, commitment, nameOf }),
    {
      term: words.criterion,
      value:
        commitment.criterion === undefined ? (
          <span class="faint">{commitmentsWords[lang].noCriterion}</span>
        ) : (
          typed(lang, inLang(lang, commitment.criterion, commitment.criterionEn))
        ),
    },
    ...(commitment.source === undefined ? [] : [{ term: words.source, value: commitment.source }]),
    ...recordFacts({ lang, commitment, nameOf }),
  ];
  return (
    <div>
      <Facts lang={lang} facts={facts} />
    </div>
  );
}

const dayOf = (day: Day, lang: Lang) => <time datetime={day}>{formatDay(day, lang)}</time>;

const text = (term: string, lang: Lang, own: string | undefined, english: string | undefined): Fact[] =>
  own === undefined ? [] : [{ term, value: inLang(lang, own, english) }];

const list = (items: readonly Child[], and: string) => (
  <>
    {items.map((item, index) =>
      index === 0 ? (
        <>{item}</>
      ) : (
        <>
          {and}
          {item}
        </>
      ),
    )}
  </>
);

/** The first deadline stays beside every later one. */
const dueFact = ({ lang, commitment }: FactsProps): Fact => {
  const words = commitmentsWords[lang];
  const { due, firstDue } = commitment;
  if (due === undefined) return { term: words.facts.due, value: <span class="faint">{words.noDue}</span> };
  const moved = firstDue !== undefined && firstDue !== due;
  return {
    term: words.facts.due,
    value: dayOf(due, lang),
    ...(moved ? { note: words.firstDue(formatDay(firstDue, lang)) } : {}),
  };
};

const recordFacts = ({ lang, commitment }: FactsProps): Fact[] => {
  const words = commitmentsWords[lang];
  const { lastRecordedOn, publishedOn, version, externalId } = commitment;
  return [
    {
      term: words.facts.last,
      value:
        lastRecordedOn === undefined ? <span class="faint">{words.never}</span> : dayOf(lastRecordedOn, lang),
    },
    ...(publishedOn === undefined ? [] : [{ term: words.facts.published, value: dayOf(publishedOn, lang) }]),
    { term: words.facts.version, value: <a href="#versions">{words.versionText(figure(version, lang))}</a> },
    ...(externalId === undefined ? [] : [{ term: words.facts.external, value: externalId }]),
  ];
};
