// What an entry says in a line: the figure recorded, the progress told, the file added; changes show old and new.

import { FINDING_CONCLUSIONS, valueOf, type Figure, type Indicator } from "@yinuo/core";
import { formatDay, formatPeriod, parseDay, parsePeriod } from "@yinuo/period";
import type { History } from "@yinuo/store";
import { bodyKeyId, fromBase64Url, type Redaction } from "@yinuo/transparency-log";
import { choiceWords } from "@yinuo/words";
import type { Child } from "hono/jsx";
import { inLang } from "../../lang.ts";
import { Change, Diff, figure, Status, typed } from "../../parts/index.ts";
import { historyWords } from "../../words/history.ts";
import { siteWordsIn } from "../../words/index.ts";
import { proofWords } from "../../words/proof.ts";
import { verifyWords } from "../../words/verify.ts";
import { evidencePath, verifyPath } from "../addresses.ts";
import { CONCLUSION_MARK } from "../checks/standings.ts";
import { inUnit } from "../numbers.ts";
import { MARK_OF, readStanding } from "../standings.ts";
import { changesOf, type Reader } from "./changes.ts";

export type ContentReader = Reader & { readonly indicators: ReadonlyMap<string, Indicator> };

/** Empty where the verb and what it is about say it all and no reason was given. */
export function Content(props: Props): Child {
  const { entry, lang } = props;
  return (
    <>
      <What {...props} />
      {WITH_REASON.has(entry.verb) ? <Reason lang={lang} entry={entry} /> : null}
    </>
  );
}

/** Those that have a reason only where personal data was kept with one. */
const WITH_REASON: ReadonlySet<History["verb"]> = new Set([
  "progress.recorded",
  "evidence.added",
  "commitment.verdict-given",
  "commitment.published",
  "problem.opened",
  "problem.declared-fixed",
  "problem.delisted",
  "problem.returned",
  "problem.looked-back",
  "problem.reopened",
  "draw.planned",
  "draw.replaced",
  "check.planned",
  "check.opened",
  "check.finished",
  "finding.recorded",
  "finding.appealed",
  "finding.appeal-answered",
  "body.created",
  "indicator.created",
  "programme.created",
]);

/** What is said of checks and findings in a line of its own. */
const OF_CHECKS: ReadonlySet<History["verb"]> = new Set([
  "check.opened",
  "check.finished",
  "finding.recorded",
  "finding.appealed",
  "finding.appeal-answered",
]);

const OF_DRAWS: ReadonlySet<History["verb"]> = new Set([
  "draw.planned",
  "draw.rolled",
  "draw.drawn",
  "draw.replaced",
]);

function What({ entry, ...reader }: Props): Child {
  if (OF_DRAWS.has(entry.verb)) return <DrawContent entry={entry} {...reader} />;
  if (OF_CHECKS.has(entry.verb)) return <CheckContent entry={entry} {...reader} />;
  switch (entry.verb) {
    case "observation.recorded":
    case "observation.revised":
    case "observation.withdrawn":
      return <FigureContent entry={entry} {...reader} />;
    case "progress.recorded":
      return typed(reader.lang, textAt(entry.new, "text"));
    case "evidence.added":
      return <FileContent entry={entry} {...reader} />;
    case "milestone.done":
    case "milestone.reopened":
    case "problem.step-done":
      return <MilestoneContent entry={entry} {...reader} />;
    case "commitment.verdict-given":
    case "commitment.verdict-changed":
      return <VerdictContent entry={entry} {...reader} />;
    case "redaction.made":
      return <RedactionContent entry={entry} {...reader} />;
    case "key.added":
    case "key.rotated":
    case "key.revoked":
      return <KeyContent entry={entry} />;
    case "programme.created":
    case "check.planned":
    case "problem.opened":
      return typed(reader.lang, inEither(entry.new, reader.lang, "title"));
    case "problem.declared-fixed":
      return typed(reader.lang, textAt(objectAt(entry.new, "declared") ?? {}, "text"));
    case "problem.delisted":
    case "problem.returned":
    case "problem.looked-back":
    case "problem.reopened":
      return typed(reader.lang, textAt(objectAt(entry.new, "checked") ?? {}, "text"));
    case "commitment.published":
    case "commitment.declared-done":
    case "programme.published":
      return "";
    case "body.created":
    case "indicator.created":
      return inEither(entry.new, reader.lang, "name");
    default:
      return <Diff lang={reader.lang} changes={changesOf(entry, reader)} reason={entry.reason} />;
  }
}

/** Which entry lost which text, on which ground and at whose word; the mark of it stands where the text stood. */
function RedactionContent({ entry, lang, nameOf }: Props) {
  const { target, field, ground, approvers } = objectAt(entry.new, "redaction") as unknown as Redaction;
  const words = proofWords[lang];
  const { grounds } = verifyWords[lang].island;
  return (
    <>
      <a href={verifyPath(lang, target)}>{words.inLog(String(target))}</a> <code>{field}</code>{" "}
      {words.redacted(grounds[ground], approvers.map(nameOf).join(siteWordsIn(lang).and))}
    </>
  );
}

/** Which key comes, or which one goes. */
function KeyContent({ entry }: Pick<Props, "entry">) {
  const publicKey = fromBase64Url(textAt(objectAt(entry.new, "key") ?? {}, "public"));
  return publicKey === undefined ? "" : <code>{bodyKeyId(publicKey)}</code>;
}

/** Who can be drawn, the digits rolled, the ids drawn, or who took whose place; the draw's own page has the rest. */
function DrawContent({ entry, lang }: Props) {
  if (entry.verb === "draw.planned") return typed(lang, textAt(entry.new, "eligible"));
  const picks = idsIn(entry.new["picks"]);
  if (entry.verb === "draw.drawn") return picks.map(({ id }) => id).join(" ");
  if (entry.verb === "draw.rolled")
    return textAt(entry.new, "rolls").slice(textAt(entry.old, "rolls").length);
  const last = idsIn(entry.new["replaced"]).at(-1);
  return last === undefined ? null : `${last.id} → ${last.by ?? ""}`;
}

const idsIn = (value: unknown): readonly { readonly id: string; readonly by?: string }[] =>
  Array.isArray(value) ? (value as readonly { readonly id: string; readonly by?: string }[]) : [];

type Props = ContentReader & { readonly entry: History };
type Fields = Readonly<Record<string, unknown>>;

const textAt = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === "string" ? value : "";
};

/** A text that may have an English one beside it. */
const inEither = (fields: Fields, lang: Props["lang"], name: "name" | "title"): string =>
  inLang(lang, textAt(fields, name), textAt(fields, `${name}En`) || undefined);

const objectAt = (fields: Fields, name: string): Fields | undefined => {
  const value = fields[name];
  return typeof value === "object" && value !== null ? { ...value } : undefined;
};

function Reason({ lang, entry }: Pick<Props, "lang" | "entry">) {
  if (entry.reason === undefined) return null;
  return <p class="faint">{typed(lang, historyWords[lang].reason(entry.reason))}</p>;
}

function FigureContent({ lang, entry, indicators }: Props) {
  const period = parsePeriod(entry.subject.split("/").at(-1) ?? "");
  const indicator = indicators.get(entry.indicator ?? "");
  const [from, to] = [said(entry.old, indicator, lang), said(entry.new, indicator, lang)];
  return (
    <>
      {period === undefined ? null : `${formatPeriod(period, lang)}${siteWordsIn(lang).colon}`}
      {from === null ? (to ?? "") : <Change lang={lang} from={from} to={to ?? historyWords[lang].nothing} />}
      <Reason lang={lang} entry={entry} />
    </>
  );
}

/** A figure as the history keeps it, in the unit of its indicator. */
const said = (fields: Fields, indicator: Indicator | undefined, lang: Props["lang"]): string | null => {
  const figure = objectAt(fields, "figure") as Figure | undefined;
  if (figure === undefined || indicator === undefined) return null;
  const value = valueOf(figure, indicator.scale);
  return value === undefined ? historyWords[lang].notCollected : inUnit(value, indicator, lang);
};

function FileContent({ lang, entry }: Props) {
  const file = { sha256: textAt(entry.new, "sha256"), fileName: textAt(entry.new, "fileName") };
  // The mark of a redaction stands in its place: there is nothing to lead to.
  if (!/^[0-9a-f]{64}$/.test(file.sha256))
    return (
      <>
        {typed(lang, textAt(entry.new, "caption"))} {file.sha256}
      </>
    );
  return <a href={evidencePath(file)}>{typed(lang, textAt(entry.new, "caption"))}</a>;
}

/** The milestones, or the steps of a problem, that differ between before and after. */
function MilestoneContent({ lang, entry }: Props) {
  const before = new Set(milestonesOf(entry.old).map((one) => JSON.stringify(one)));
  const changed = milestonesOf(entry.new).filter((one) => !before.has(JSON.stringify(one)));
  return (
    <>
      {changed.map((one) => {
        const done = parseDay(textAt(one, "doneOn"));
        return (
          <>
            {typed(lang, inLang(lang, textAt(one, "title"), textAt(one, "titleEn") || undefined))}
            {done === undefined ? null : <small> {formatDay(done, lang)}</small>}
          </>
        );
      })}
      <Reason lang={lang} entry={entry} />
    </>
  );
}

const milestonesOf = (fields: Fields): readonly Fields[] => [
  ...listAt(fields, "milestones"),
  ...listAt(fields, "steps"),
];

const listAt = (fields: Fields, name: string): readonly Fields[] => {
  const list = fields[name];
  return Array.isArray(list) ? list.map((one: unknown) => ({ ...(one as Fields) })) : [];
};

/** Which conclusion, with the shape it has everywhere. */
function Concluded({ lang, fields }: { lang: Props["lang"]; fields: Fields }) {
  const conclusion = FINDING_CONCLUSIONS.find((one) => one === fields["conclusion"]);
  if (conclusion === undefined) return null;
  return (
    <>
      <Status
        lang={lang}
        kind={CONCLUSION_MARK[conclusion]}
        text={choiceWords[lang].findingConclusion[conclusion]}
      />{" "}
    </>
  );
}

function CheckContent(props: Props): Child {
  const { lang, entry } = props;
  const words = historyWords[lang];
  switch (entry.verb) {
    case "check.opened":
      return words.subjects(figure(listAt(entry.new, "subjects").length, lang));
    case "check.finished":
      return words.missed(figure(listAt(entry.new, "subjects").length, lang));
    case "finding.appealed":
      return typed(lang, textAt(objectAt(entry.new, "appeal") ?? {}, "text"));
    case "finding.appeal-answered":
      return <AnswerContent {...props} />;
    default:
      return (
        <>
          <Concluded lang={lang} fields={entry.new} />
          {typed(lang, textAt(entry.new, "finding"))}
        </>
      );
  }
}

function AnswerContent({ lang, entry }: Props) {
  const answer = objectAt(objectAt(entry.new, "appeal") ?? {}, "answer") ?? {};
  const outcome = textAt(answer, "outcome") === "changed" ? "changed" : "stands";
  return (
    <>
      {choiceWords[lang].appealOutcome[outcome]} <Concluded lang={lang} fields={entry.new} />
      {typed(lang, textAt(answer, "text"))}
    </>
  );
}

function VerdictContent({ lang, entry }: Props) {
  const verdict = objectAt(entry.new, "verdict") ?? {};
  const standing = readStanding(textAt(verdict, "conclusion"));
  return (
    <>
      {standing === undefined ? null : <Status lang={lang} kind={MARK_OF[standing]} />}{" "}
      {typed(lang, textAt(verdict, "finding"))}
    </>
  );
}
