// What a person should know about a plan before writing it: new bodies, near duplicates, sums that do not add up.

import type { NearTitle, Plan } from "@yinuo/tables";
import { Notice } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { importWords } from "../../words/import.ts";

export const Noticed = ({ c, plan }: { readonly c: Ctx; readonly plan: Plan }) => {
  const lang = c.get("lang");
  const w = importWords[lang].preview;
  const { newBodies, nearTitles, identity, counts } = plan;
  return (
    <>
      {newBodies.length === 0 ? null : (
        <details>
          <summary>{w.newBodies(newBodies.length)}</summary>
          <ul>
            {newBodies.map(({ code, name }) => (
              <li>
                {code} {name}
              </li>
            ))}
          </ul>
        </details>
      )}
      {nearTitles.length === 0 ? null : (
        <details>
          <summary>{w.near(nearTitles.length)}</summary>
          <ul>
            {nearTitles.map((near) => (
              <li>{w.nearLine(near.row, near.title, other(near, w))}</li>
            ))}
          </ul>
        </details>
      )}
      {identity === undefined ? null : <Identity c={c} identity={identity} />}
      {counts.skipped > 0 ? <p class="faint">{w.skipped(counts.skipped)}</p> : null}
    </>
  );
};

const other = ({ other: place, otherTitle }: NearTitle, w: (typeof importWords)["en"]["preview"]): string =>
  "row" in place ? w.nearRow(place.row, otherTitle) : w.nearCode(place.code, otherTitle);

const Identity = ({ c, identity }: { readonly c: Ctx; readonly identity: NonNullable<Plan["identity"]> }) => {
  const lang = c.get("lang");
  const w = importWords[lang].preview;
  const numbers = new Intl.NumberFormat(lang, { maximumFractionDigits: 6 });
  const number = (value: number): string => numbers.format(value);
  const lines = [
    ...identity.balance.map(({ label, expected, pending, difference }) =>
      w.balance(label, number(expected), number(pending), number(difference)),
    ),
    ...identity.carried.map(({ label, before, expected, opening }) =>
      w.carried(label, before, number(expected), number(opening)),
    ),
  ];
  return (
    <Notice lang={lang} kind={lines.length === 0 ? "success" : "warning"} title={w.identity}>
      {lines.length === 0 ? (
        w.identityOk
      ) : (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
};
