// The bodies' keys for everybody to see: whose they are, since when they sign, and how the others ended.

import { formatDay, todayIn } from "@yinuo/period";
import type { ListedKey } from "@yinuo/store/keys";
import { inLang, type Lang } from "../../lang.ts";
import { DataTable, Part, type Fact } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { keyWords } from "../../words/keys.ts";
import { bodyPath, logPath } from "../addresses.ts";

type KeysProps = {
  readonly c: Ctx;
  readonly keys: readonly ListedKey[];
  readonly nameOf: (code: string) => string;
};

export function Keys({ c, keys, nameOf }: KeysProps) {
  const lang = c.get("lang");
  const words = keyWords[lang].public;
  const { name, nameEn, timeZone } = c.get("jurisdiction");
  const day = (at: Date) => formatDay(todayIn(at, timeZone), lang);
  return (
    <Part title={words.title} id="keys">
      <p>{words.lead}</p>
      {keys.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataTable
          lang={lang}
          caption={words.title}
          captionHidden
          columns={[
            { header: words.body },
            { header: words.key },
            { header: words.since },
            { header: words.state },
          ]}
          rows={keys.map(({ id, body, state, addedAt, endedAt }) => ({
            cells: [
              body === null ? inLang(lang, name, nameEn) : <a href={bodyPath(lang, body)}>{nameOf(body)}</a>,
              <code>{id}</code>,
              <time datetime={addedAt.toISOString()}>{day(addedAt)}</time>,
              state === "active" ? words.active : words[state](day(endedAt ?? addedAt)),
            ],
          }))}
        />
      )}
    </Part>
  );
}

/** Of the key that a body signs with now. */
export const keyFact = (lang: Lang, key: ListedKey | undefined): readonly Fact[] =>
  key === undefined
    ? []
    : [
        {
          term: keyWords[lang].title,
          value: (
            <>
              <code>{key.id}</code> <a href={`${logPath(lang)}#keys`}>{keyWords[lang].public.link}</a>
            </>
          ),
        },
      ];
