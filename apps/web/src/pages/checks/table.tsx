// Checks as a table, in public and at the desk.

import { checkStandingOf } from "@yinuo/core";
import { formatDay, type Day } from "@yinuo/period";
import type { CheckRow, CheckSort } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import { inLang, type Lang } from "../../lang.ts";
import { DataTable, figure, Status, typed, type Column } from "../../parts/index.ts";
import { checksWords } from "../../words/checks.ts";
import { CHECK_MARK, checkStandingText } from "./standings.ts";

type Props = {
  readonly lang: Lang;
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly checks: readonly CheckRow[];
  readonly today: Day;
  readonly nameOf: (code: string) => string;
  /** The page of each: the public one or the desk's. */
  readonly pathOf: (code: string) => string;
  readonly sortLink?: ((sort: CheckSort) => NonNullable<Column["sort"]>) | undefined;
};

export function CheckTable({ lang, checks, today, nameOf, pathOf, sortLink, ...props }: Props) {
  const words = checksWords[lang];
  const sorted = (sort: CheckSort) => (sortLink === undefined ? {} : { sort: sortLink(sort) });
  return (
    <DataTable
      lang={lang}
      caption={props.caption}
      captionHidden={props.captionHidden}
      columns={[
        { header: words.columns.title, ...sorted("title") },
        { header: words.columns.body },
        { header: words.columns.progress },
        { header: words.columns.due, ...sorted("due") },
        { header: words.columns.standing, bare: true },
      ]}
      rows={checks.map(({ check, subjects, found }) => {
        const standing = checkStandingOf(check, today);
        return {
          cells: [
            <>
              <a href={pathOf(check.code)}>{typed(lang, inLang(lang, check.title, check.titleEn))}</a>{" "}
              <small>
                {check.code} · {choiceWords[lang].checkKind[check.kind]}
              </small>
            </>,
            nameOf(check.body),
            subjects === 0 ? "—" : words.progress(figure(found, lang), figure(subjects, lang)),
            <time datetime={check.due}>{formatDay(check.due, lang)}</time>,
            <Status lang={lang} kind={CHECK_MARK[standing.is]} text={checkStandingText(standing, lang)} />,
          ],
        };
      })}
    />
  );
}
