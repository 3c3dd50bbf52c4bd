// On the page of a record: that something was redacted from it, when, why, and at whose word.

import { formatDay } from "@yinuo/period";
import type { RedactedOn } from "@yinuo/store/log";
import { choiceWords } from "@yinuo/words";
import type { Lang } from "../../lang.ts";
import { Notice } from "../../parts/index.ts";
import { siteWordsIn } from "../../words/index.ts";
import { redactionWords } from "../../words/redactions.ts";
import { redactionsPath } from "../addresses.ts";
import { redactedField } from "./field.ts";

type HereProps = {
  readonly lang: Lang;
  readonly redactions: readonly RedactedOn[];
  readonly nameOf: (code: string) => string;
};

export function RedactedHere({ lang, redactions, nameOf }: HereProps) {
  const words = redactionWords[lang];
  if (redactions.length === 0) return null;
  // The same text may have stood in several entries: what is said of it is said once.
  const lines = new Set(
    redactions.map(({ on, ground, approvers, field }) =>
      words.one(
        redactedField(lang, field),
        formatDay(on, lang),
        choiceWords[lang].redactionGround[ground],
        approvers.map(nameOf).join(siteWordsIn(lang).and),
      ),
    ),
  );
  return (
    <Notice lang={lang} kind="note" title={words.here}>
      <ul>
        {[...lines].map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>
        <a href={redactionsPath(lang)}>{words.more}</a>
      </p>
    </Notice>
  );
}
