// What is about to be published, read for personal data: it goes in without, or with a reason that stays beside it.

import { findPersonalData, maskPersonalData, type Find } from "@yinuo/personal-data";
import type { Context } from "./by.ts";
import type { Event } from "./event.ts";
import type { FoundInside } from "./file-content.ts";
import type { FoundText, Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
import { LIMITS, readText } from "./text.ts";

/** Texts the public will read, by the field they were typed into; a field may hold several. */
export type PublishedTexts = readonly (readonly [field: string, text: string | undefined])[];

const FIELD = "keepPersonalData";
/** Between the reason of a change and the reason why personal data stays in it. */
const BETWEEN = "；";

type Published = {
  /** The texts before, which were screened when they came. */
  readonly was?: PublishedTexts;
  readonly now: PublishedTexts;
  /** What a field is there for, as an office's telephone number under "contact". */
  readonly meant?: Readonly<Record<string, readonly Find["kind"][]>>;
  /** What was found inside a file that is published too. */
  readonly file?: FoundInside & { readonly file: string };
};

/**
 * A decided change whose texts may be published; the event's reason is screened with them. Where something is found and
 * `context.keepPersonalData` says why it stays, that reason joins the event's. Refuses: personalDataFound with all that
 * was found, personalDataInFile, textTooLong.
 */
export const screened = <C extends { readonly event: Event }>(
  change: C,
  { was = [], now, meant = {}, file }: Published,
  context: Pick<Context, "keepPersonalData">,
): Result<C, Refusal> => {
  const { event } = change;
  const kept = readKeptReason(context.keepPersonalData, event.reason);
  if (!kept.ok) return kept;
  const before = new Set(was.map(([field, text]) => `${field}\n${text}`));
  const [first, ...others] = [...now, ["reason", event.reason] as const]
    .filter(([field, text]) => !before.has(`${field}\n${text}`))
    .flatMap(([field, text]) => foundIn(field, text, meant[field]));
  if (first === undefined && (file === undefined || file.count === 0)) return ok(change);
  if (kept.value === undefined) {
    if (first !== undefined)
      return refuse({ code: "personalDataFound", field: first.field, texts: [first, ...others] });
    if (file !== undefined) return refuse({ code: "personalDataInFile", field: "evidence", ...file });
  }
  const reason = event.reason === undefined ? kept.value : event.reason + BETWEEN + kept.value;
  return ok({ ...change, event: { ...event, reason } });
};

/** The reason is published too, and nothing can be kept in it. Both reasons together are as long as one may be. */
const readKeptReason = (
  typed: string | undefined,
  reason: string | undefined,
): Result<string | undefined, Refusal> => {
  const kept = readText(FIELD, "reason", typed);
  if (!kept.ok || kept.value === undefined) return kept;
  const [found] = foundIn(FIELD, kept.value);
  if (found !== undefined) return refuse({ code: "personalDataFound", field: FIELD, texts: [found] });
  const longest = reason === undefined ? LIMITS.reason : LIMITS.reason - [...reason].length - BETWEEN.length;
  const { length } = [...kept.value];
  return length > longest
    ? refuse({ code: "textTooLong", field: FIELD, longest: Math.max(0, longest), length })
    : kept;
};

/** All personal data in one text, as a list of that text or of none. */
export const foundIn = (
  field: string,
  text: string | undefined,
  meant: readonly Find["kind"][] = [],
): readonly FoundText[] => {
  if (text === undefined) return [];
  const finds = findPersonalData(text).filter(({ kind }) => !meant.includes(kind));
  if (finds.length === 0) return [];
  return [
    {
      field,
      text,
      masked: meant.length === 0 ? maskPersonalData(text) : maskPersonalData(text, finds),
      finds: finds.map((find) => ({
        ...find,
        // What follows a find stays as it was, so that the find's own part can be cut out again.
        masked: maskPersonalData(text, [find]).slice(find.start, find.end - text.length || undefined),
      })),
    },
  ];
};

/** The text as it may be published without a reason. */
export const masked = (text: string): string => maskPersonalData(text);
