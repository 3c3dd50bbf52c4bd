// What an entry of the history changed, field by field, in the reader's words.

import { parseDay, parsePeriod, formatDay, formatPeriod } from "@yinuo/period";
import type { History } from "@yinuo/store";
import { choiceWords, fieldName } from "@yinuo/words";
import type { Lang } from "../../lang.ts";
import { figure } from "../../parts/index.ts";
import { historyWords } from "../../words/history.ts";
import { siteWordsIn } from "../../words/index.ts";

export type FieldChange = {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
};

/** `nameOf` knows bodies and indicators by code. */
export type Reader = { readonly lang: Lang; readonly nameOf: (code: string) => string };

/** What follows from the verb itself, or is kept for the machine. */
const UNSAID = new Set([
  "version",
  "stage",
  "completion",
  "lastRecordedOn",
  "programme",
  "recordedOn",
  "firstDue",
  "publishedOn",
  "declaredOn",
  "withdrawnOn",
  "evidenceSeen",
  "openedOn",
  "plannedOn",
  "ceremonyAt",
  "endedOn",
  "revisedOn",
  "inspection",
  "subject",
  "owners",
  "check",
  "number",
]);

export const changesOf = (entry: Pick<History, "old" | "new">, reader: Reader): FieldChange[] => {
  const names = new Set([...Object.keys(entry.old), ...Object.keys(entry.new)]);
  return [...names]
    .filter((name) => !UNSAID.has(name))
    .map((name) => ({
      field: fieldName(reader.lang, name),
      from: textOf(name, entry.old[name], reader),
      to: textOf(name, entry.new[name], reader),
    }))
    .filter(({ from, to }) => from !== to);
};

const textOf = (name: string, value: unknown, reader: Reader): string | null => {
  if (value === undefined || value === null || value === "") return null;
  if (Array.isArray(value)) {
    const parts = value.map((one) => textOf(name, one, reader)).filter((part) => part !== null);
    return parts.length === 0 ? null : parts.join(reader.lang === "en" ? "; " : "；");
  }
  switch (typeof value) {
    case "boolean":
      return historyWords[reader.lang][value ? "yes" : "no"];
    case "number":
      return plain(value, reader.lang);
    case "string":
      return wordOf(name, value, reader);
    case "object":
      return recordOf(value, reader);
    default:
      return null;
  }
};

const plain = (value: number, lang: Lang): string =>
  figure(value, lang, Math.min(6, String(value).split(".")[1]?.length ?? 0));

const BODIES = new Set([
  "lead",
  "support",
  "body",
  "parent",
  "indicator",
  "owner",
  "formerOwners",
  "reportedBy",
  "authority",
  "organiser",
  "inspectors",
  "inspector",
  "recused",
  "owners",
]);
const CHOICES = {
  kind: ["commitmentKind", "indicatorKind", "checkKind"],
  of: ["frameNoun"],
  polarity: ["polarity"],
  frequency: ["frequency"],
  completionRule: ["completionRule"],
  conclusion: ["conclusion", "findingConclusion"],
  outcome: ["appealOutcome"],
  origin: ["problemOrigin"],
  level: ["listingLevel"],
  role: ["role"],
  subject: ["drawSubject"],
  stratify: ["stratification"],
} as const satisfies Readonly<Record<string, readonly (keyof (typeof choiceWords)["en"])[]>>;

const wordOf = (name: string, value: string, { lang, nameOf }: Reader): string => {
  if (BODIES.has(name)) return nameOf(value);
  const day = parseDay(value);
  if (day !== undefined) return formatDay(day, lang);
  const period = name === "period" ? parsePeriod(value) : undefined;
  if (period !== undefined) return formatPeriod(period, lang);
  const lists: readonly (keyof (typeof choiceWords)["en"])[] =
    name in CHOICES ? CHOICES[name as keyof typeof CHOICES] : [];
  for (const list of lists) {
    const words: Readonly<Record<string, string>> = choiceWords[lang][list];
    if (words[value] !== undefined) return words[value];
  }
  return value;
};

const UNTOLD = new Set(["titleEn", "firstDue", "firstDeadline", "code", "check", "key"]);

/** A figure, a target, a milestone or a verdict in one line. */
const recordOf = (value: object, reader: Reader): string => {
  const words = historyWords[reader.lang];
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const number = (name: string): string =>
    typeof fields[name] === "number" ? plain(fields[name], reader.lang) : "";
  switch (fields["as"]) {
    case "number":
      return number("value");
    case "ratio":
      return `${number("numerator")} ÷ ${number("denominator")}`;
    case "mean":
      return words.ofCount(number("mean"), number("count"));
    case "notCollected":
      return words.notCollected;
  }
  const { and } = siteWordsIn(reader.lang);
  return Object.entries(fields)
    .filter(([name]) => !UNTOLD.has(name))
    .map(([name, inner]) => textOf(name, inner, reader))
    .filter((part) => part !== null)
    .join(and);
};
