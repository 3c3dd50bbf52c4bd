// What was changed since a commitment was published: every version with its reason.

import { formatDay } from "@yinuo/period";
import type { History } from "@yinuo/store";
import { Diff, figure, Part } from "../../parts/index.ts";
import { commitmentsWords } from "../../words/commitments.ts";
import { changesOf, type Reader } from "../history/changes.ts";

/** `amendments`: the newest first. */
export function VersionsSection({
  amendments,
  ...reader
}: Reader & { readonly amendments: readonly History[] }) {
  const words = commitmentsWords[reader.lang];
  return (
    <Part title={words.versions} id="versions">
      {amendments.length === 0 ? <p class="faint">{words.noVersions}</p> : null}
      {amendments.map((entry) => (
        <section class="flow">
          <h3>
            {words.versionOf(figure(versionOf(entry), reader.lang), formatDay(entry.happenedOn, reader.lang))}
          </h3>
          <Diff lang={reader.lang} changes={changesOf(entry, reader)} reason={entry.reason} />
        </section>
      ))}
    </Part>
  );
}

const versionOf = ({ new: now }: History): number =>
  typeof now["version"] === "number" ? now["version"] : 0;
