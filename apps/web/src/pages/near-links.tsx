// Ways on from an address that leads nowhere: records that are nearly it, a search, and where changes are listed.

import type { Lang } from "../lang.ts";
import { Filters, Part, type Link } from "../parts/index.ts";
import { siteWordsIn } from "../words/index.ts";
import { commitmentsPath, correctionsPath } from "./addresses.ts";

type NearProps = { readonly lang: Lang; readonly near: readonly Link[]; readonly asked: string };

export function NearAndSearch({ lang, near, asked }: NearProps) {
  const words = siteWordsIn(lang);
  const { notFound } = words.errors;
  return (
    <>
      {near.length === 0 ? null : (
        <Part title={notFound.near}>
          <ul>
            {near.map(({ href, text }) => (
              <li>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={notFound.search}>
        <Filters
          lang={lang}
          action={commitmentsPath(lang)}
          search={{ name: "q", value: asked }}
          selects={[]}
        />
        <p>
          {notFound.changed}
          <a href={correctionsPath(lang)}>{notFound.changedLink}</a>
          {words.stop.trim()}
        </p>
      </Part>
    </>
  );
}
