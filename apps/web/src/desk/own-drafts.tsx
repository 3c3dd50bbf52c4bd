// The account's own forms that are not sent yet, on the work list: what each is, when it was saved, open or discard.

import { formatDay, formatPeriod, parsePeriod, todayIn } from "@yinuo/period";
import type { FormDraft } from "@yinuo/store";
import { localPath } from "../lang.ts";
import { Button, DataTable, Part } from "../parts/index.ts";
import { deskWords } from "../words/desk.ts";
import { draftWords } from "../words/drafts.ts";
import { problemDeskWords } from "../words/problem-desk.ts";
import type { Desk } from "./context.ts";
import { opening } from "./drafts.tsx";
import { PATHS } from "./problems/acts.tsx";

type Props = { readonly desk: Desk; readonly drafts: readonly FormDraft[] };

export const OwnDrafts = ({ desk, drafts }: Props) => {
  const { c, lang } = desk;
  const words = draftWords[lang];
  if (drafts.length === 0) return null;
  const zone = c.get("jurisdiction").timeZone;
  return (
    <Part id="own-drafts" title={words.list}>
      <DataTable
        lang={lang}
        caption={words.list}
        captionHidden
        note={words.listHelp}
        columns={[
          { header: deskWords[lang].columns.item },
          { header: words.savedAt },
          { header: words.open, bare: true },
        ]}
        rows={drafts.map((draft) => ({
          cells: [
            <a href={localPath(lang, opening(draft.path, draft.id))}>{titleOf(desk, draft)}</a>,
            formatDay(todayIn(draft.savedAt, zone), lang),
            <form method="post" action={localPath(lang, `/desk/drafts/${draft.id}/discard`)}>
              <Button>{words.discard}</Button>
            </form>,
          ],
        }))}
      />
    </Part>
  );
};

/** From the address it belongs to, and the title that was typed. */
const titleOf = ({ lang, nameOf }: Desk, { path, fields }: FormDraft): string => {
  const { kinds } = draftWords[lang];
  const address = new URL(path, "http://here.invalid");
  const [, , section, first = "", second = "", step = ""] = address.pathname
    .split("/")
    .map(decodeURIComponent);
  const period = parsePeriod(address.searchParams.get("period") ?? "");
  const whose = nameOf(address.searchParams.get("body") ?? "");
  const when = period === undefined ? "" : formatPeriod(period, lang);
  const said = (kind: string, ...about: readonly string[]) =>
    [kind, ...about.filter((text) => text !== "")].join(" · ");
  if (section === "figures") return said(kinds.figures, whose, when);
  if (section === "indicators") return said(kinds.record, first, whose, when);
  if (section === "problems") return problemTitle(lang, { first, second, title: fields["title"]?.[0] ?? "" });
  if (first === "new") return said(kinds.new, fields["title"]?.[0] ?? "");
  const kind = step === "edit" || step === "progress" || step === "verdict" ? kinds[step] : kinds.milestone;
  return said(kind, `${first} ${second}`);
};

type ProblemForm = { readonly first: string; readonly second: string; readonly title: string };

const problemTitle = (lang: Desk["lang"], { first, second, title }: ProblemForm): string => {
  const words = problemDeskWords[lang];
  if (first === "new") return title === "" ? words.add : `${words.add} · ${title}`;
  const act = (Object.keys(PATHS) as (keyof typeof PATHS)[]).find((name) => PATHS[name] === `/${second}`);
  const kind =
    act !== undefined ? words.acts[act].title : second === "plan" ? words.plan.title : words.acts.step.title;
  return `${kind} · ${first}`;
};
