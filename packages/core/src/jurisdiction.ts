// The one jurisdiction of an installation: its names, time zone, languages, licence and whom the public may ask.

import type { Day } from "@yinuo/period";
import { needSteward, type Context } from "./by.ts";
import type { Change } from "./event.ts";
import type { Refusal } from "./refusal.ts";
import type { Result } from "./result.ts";
import { screened, type PublishedTexts } from "./screening.ts";

export type Jurisdiction = {
  readonly name: string;
  readonly nameEn?: string | undefined;
  /** IANA, e.g. Asia/Shanghai. */
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly licence?: string | undefined;
  readonly licenceUrl?: string | undefined;
  /** Invented data: every page says so. */
  readonly sample: boolean;
  /** Run by a civic group, without the bodies taking part. */
  readonly independent: boolean;
  readonly contact?: string | undefined;
  readonly setUpOn: Day;
};

/** What somebody sets; read and checked where it was typed. */
export type JurisdictionInput = Omit<Jurisdiction, "sample" | "setUpOn">;

/** At the first set-up there are no accounts yet. Refuses: personalDataFound, textTooLong. */
export const setUpJurisdiction = (
  input: JurisdictionInput,
  context: Pick<Context, "today" | "keepPersonalData">,
): Result<Change<Jurisdiction>, Refusal> => {
  const { today } = context;
  const state = { ...input, sample: false, setUpOn: today };
  const event = { verb: "jurisdiction.set-up", happenedOn: today } as const;
  return screened({ state, event }, { now: textsOf(state), meant: MEANT }, context);
};

/** Steward only. Refuses: roleMayNot, personalDataFound, textTooLong. */
export const changeJurisdiction = (
  jurisdiction: Jurisdiction,
  input: JurisdictionInput,
  context: Context,
): Result<Change<Jurisdiction>, Refusal> => {
  const allowed = needSteward(context.by);
  if (!allowed.ok) return allowed;
  const state = { ...jurisdiction, ...input };
  const event = { verb: "jurisdiction.changed", happenedOn: context.today } as const;
  return screened(
    { state, event },
    { was: textsOf(jurisdiction), now: textsOf(state), meant: MEANT },
    context,
  );
};

/** The public may ask an office by these; somebody's mobile number is no office. */
const MEANT = { contact: ["landline", "email"] } as const;

const textsOf = ({ name, nameEn, licence, licenceUrl, contact }: Jurisdiction): PublishedTexts =>
  Object.entries({ name, nameEn, licence, licenceUrl, contact });
