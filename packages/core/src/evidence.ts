// Evidence: a file known by its SHA-256, what it shows, and the day it shows.

import { compareDays, type Day } from "@yinuo/period";
import { needSpeaker, type Context } from "./by.ts";
import type { BodyCode } from "./codes.ts";
import type { Change } from "./event.ts";
import type { FoundInside, Screening } from "./file-content.ts";
import type { FoundText, Refusal } from "./refusal.ts";
import { refuse, type Result } from "./result.ts";
import { foundIn, screened } from "./screening.ts";
import { needText } from "./text.ts";

export type Evidence = {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly caption: string;
  readonly showsOn: Day;
  readonly screening: Screening;
};

/** `inside`: what was found in the file, which cannot be masked here as a text can. */
export type EvidenceInput = Evidence & { readonly inside?: FoundInside | undefined };

/**
 * `owners`: the bodies whose work it shows; a commitment's lead and then its co-operating bodies, an observation's body.
 * Officer of one of them, or steward. Refuses: roleMayNot, notYourBody, textMissing, textTooLong, dayInFuture,
 * personalDataFound (the file's name is published too, as `file`), personalDataInFile.
 */
export const addEvidence = (
  owners: readonly [BodyCode, ...BodyCode[]],
  { inside, ...input }: EvidenceInput,
  context: Context,
): Result<Change<Evidence>, Refusal> => {
  const allowed = needSpeaker(context.by, owners);
  if (!allowed.ok) return allowed;
  const caption = needText("caption", "caption", input.caption);
  if (!caption.ok) return caption;
  const { showsOn } = input;
  const { today } = context;
  if (compareDays(showsOn, today) > 0)
    return refuse({ code: "dayInFuture", field: "showsOn", day: showsOn, today });
  const state = { ...input, caption: caption.value };
  const event = { verb: "evidence.added", happenedOn: showsOn } as const;
  const now = publishedTexts(state);
  const file = inside === undefined ? undefined : { file: state.fileName, ...inside };
  return screened({ state, event }, { now, ...(file === undefined ? {} : { file }) }, context);
};

const publishedTexts = ({ caption, fileName }: Evidence) =>
  [
    ["caption", caption],
    ["file", fileName],
  ] as const;

/** The personal data in a file's caption and name. */
export const screenEvidence = (evidence: Evidence): readonly FoundText[] =>
  publishedTexts(evidence).flatMap(([field, text]) => foundIn(field, text));
