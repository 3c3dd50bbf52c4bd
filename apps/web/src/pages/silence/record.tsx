// How a body answered so far: counts and medians side by side, and never a score.

import { FIGURE_WITHIN_DAYS, RECORD_MINIMUM, type Answered, type ResponseRecord } from "@yinuo/core";
import type { Lang } from "../../lang.ts";
import { DataTable, figure, Part } from "../../parts/index.ts";
import { problemsWords } from "../../words/problems.ts";
import { silenceWords } from "../../words/silence.ts";
import { problemsPath, silencePath } from "../addresses.ts";

type Props = { readonly lang: Lang; readonly code: string; readonly record: ResponseRecord };

export function ResponsePart({ lang, code, record }: Props) {
  const words = silenceWords[lang].record;
  const row = (name: string, { inTime, late, median }: Answered) => ({
    cells: [
      name,
      figure(inTime, lang),
      figure(late, lang),
      median === undefined
        ? words.few(figure(RECORD_MINIMUM, lang))
        : figure(median, lang, Number.isInteger(median) ? 0 : 1),
    ],
  });
  return (
    <Part id="response" title={words.title}>
      <DataTable
        lang={lang}
        caption={words.title}
        captionHidden
        columns={[
          { header: words.what },
          { header: words.inTime, align: "end" },
          { header: words.late, align: "end" },
          { header: words.median, align: "end" },
        ]}
        rows={[row(words.figures, record.figures), row(words.problems, record.problems)]}
      />
      <p class="faint">{words.note(figure(FIGURE_WITHIN_DAYS, lang))}</p>
      <p>
        <a href={silencePath(lang, { body: code })}>{words.owed}</a>{" "}
        <a href={problemsPath(lang, { body: code })}>{problemsWords[lang].ofBody}</a>
      </p>
    </Part>
  );
}
