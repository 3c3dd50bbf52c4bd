// The way from a record to its poster.

import type { Lang } from "../../lang.ts";
import { posterWords } from "../../words/posters.ts";

export function PosterLink({ lang, href }: { lang: Lang; href: string }) {
  return (
    <p class="tools">
      <a href={href}>{posterWords[lang].link}</a>
    </p>
  );
}
