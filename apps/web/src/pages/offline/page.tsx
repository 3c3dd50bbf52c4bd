// Where a reader has this device keep the pages they open; also what is shown offline: which it has, and how to be rid of them.

import { offlineScript } from "../../islands.ts";
import { localPath } from "../../lang.ts";
import { Buttons, Part, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { offlineWords } from "../../words/offline.ts";
import { siteWordsIn } from "../../words/index.ts";
import { publicPage } from "../frame.tsx";

export const offlinePage = (c: Ctx): Promise<Response> => {
  const lang = c.get("lang");
  const words = offlineWords[lang];
  return publicPage(
    c,
    { title: words.title, description: words.lead, noindex: true, script: offlineScript.path },
    <div class="flow">
      <Title title={words.title} lead={words.lead} />
      <section class="part flow" hidden>
        <h2>{words.keptTitle}</h2>
        <ul id="kept" />
      </section>
      <p>
        <a href={localPath(lang, "/")}>
          {words.again}
          {siteWordsIn(lang).colon}
          {siteWordsIn(lang).nav.overview}
        </a>
      </p>
      <Part title={words.about}>
        <ul>
          {words.points.map((point) => (
            <li>{point}</li>
          ))}
        </ul>
        <Buttons>
          <button type="button" id="offline-on" hidden>
            {words.on}
          </button>
          <button type="button" id="offline-off" hidden>
            {words.off}
          </button>
        </Buttons>
        <p
          id="offline-state"
          role="status"
          data-on={words.isOn}
          data-off={words.isOff}
          data-failed={words.failed}
        >
          {words.cannot}
        </p>
      </Part>
    </div>,
  );
};
