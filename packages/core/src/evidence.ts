// Evidence: a file known by its SHA-256, what it shows, and the day it shows.

import type { Day } from "@yinuo/period";
import { needInspector, needSpeaker, type Context } from "./by.ts";
import type { BodyCode } from "./codes.ts";
import type { Change } from "./event.ts";
import type { FoundInside, Screening } from "./file-content.ts";
import { needPast } from "./past.ts";
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
 * Officer of one of them, or steward; where the work is inspected, an inspector of another body too; of a finding, whose `inspected` is its body, that body
 * alone. Refuses: roleMayNot, notYourBody, notInspecting, ownWork, textMissing, textTooLong, dayInFuture,
 * personalDataFound (the file's name is published too, as `file`), personalDataInFile.
 */
export const addEvidence = (
  owners: readonly [BodyCode, ...BodyCode[]],
  { inside, ...input }: EvidenceInput,
  context: Context,
  { inspected = false }: { readonly inspected?: boolean | BodyCode } = {},
): Result<Change<Evidence>, Refusal> => {
  const allowed = mayShow(owners, inspected, context);
  if (!allowed.ok) return allowed;
  const caption = needText("caption", "caption", input.caption);
  if (!caption.ok) return caption;
  const { showsOn } = input;
  const past = needPast("showsOn", showsOn, context);
  if (!past.ok) return past;
  const state = { ...input, caption: caption.value };
  const event = { verb: "evidence.added", happenedOn: showsOn } as const;
  const now = publishedTexts(state);
  const file = inside === undefined ? undefined : { file: state.fileName, ...inside };
  return screened({ state, event }, { now, ...(file === undefined ? {} : { file }) }, context);
};

const mayShow = (
  owners: readonly [BodyCode, ...BodyCode[]],
  inspected: boolean | BodyCode,
  { by }: Context,
): Result<unknown, Refusal> => {
  if (inspected === true && by.role === "inspector") return needInspector(by, owners);
  if (typeof inspected === "boolean") return needSpeaker(by, owners);
  const body = needInspector(by, owners);
  return body.ok && body.value !== inspected ? refuse({ code: "notYourBody", body: inspected }) : body;
};

const publishedTexts = ({ caption, fileName }: Evidence) =>
  [
    ["caption", caption],
    ["file", fileName],
  ] as const;

/** The personal data in a file's caption and name. */
export const screenEvidence = (evidence: Evidence): readonly FoundText[] =>
  publishedTexts(evidence).flatMap(([field, text]) => foundIn(field, text));
