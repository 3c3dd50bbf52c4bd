// The one jurisdiction of an installation: its names, time zone, languages, licence and whom the public may ask.

import type { Day } from "@yinuo/period";
import { APPEAL_DAYS } from "./appeal.ts";
import { needSteward, type Context } from "./by.ts";
import type { Change } from "./event.ts";
import { LOOK_BACK_AFTER_DAYS } from "./problem.ts";
import type { Refusal } from "./refusal.ts";
import { ok, refuse, type Result } from "./result.ts";
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
  /** Days the owner has to appeal against a finding, where they are not the usual ones. */
  readonly appealDays?: number | undefined;
  /** Days after a delisting until another body looks back, where they are not the usual ones. */
  readonly lookBackAfterDays?: number | undefined;
  readonly setUpOn: Day;
};

/** What somebody sets; read and checked where it was typed. */
export type JurisdictionInput = Omit<Jurisdiction, "sample" | "setUpOn">;

/** The rules' days as they count here. */
export const daysOf = ({
  appealDays = APPEAL_DAYS,
  lookBackAfterDays = LOOK_BACK_AFTER_DAYS,
}: Pick<Jurisdiction, "appealDays" | "lookBackAfterDays"> = {}) => ({ appealDays, lookBackAfterDays });

const MOST_DAYS = { appealDays: 365, lookBackAfterDays: 3650 } as const;

/** At the first set-up there are no accounts yet. Refuses: numberOutOfRange, personalDataFound, textTooLong. */
export const setUpJurisdiction = (
  input: JurisdictionInput,
  context: Pick<Context, "today" | "keepPersonalData">,
): Result<Change<Jurisdiction>, Refusal> => {
  const { today } = context;
  const days = needDays(input);
  if (!days.ok) return days;
  const state = { ...input, sample: false, setUpOn: today };
  const event = { verb: "jurisdiction.set-up", happenedOn: today } as const;
  return screened({ state, event }, { now: textsOf(state), meant: MEANT }, context);
};

/** Steward only. Refuses: roleMayNot, numberOutOfRange, personalDataFound, textTooLong. */
export const changeJurisdiction = (
  jurisdiction: Jurisdiction,
  input: JurisdictionInput,
  context: Context,
): Result<Change<Jurisdiction>, Refusal> => {
  const allowed = needSteward(context.by);
  if (!allowed.ok) return allowed;
  const days = needDays(input);
  if (!days.ok) return days;
  const state = { ...jurisdiction, ...input };
  const event = { verb: "jurisdiction.changed", happenedOn: context.today } as const;
  return screened(
    { state, event },
    { was: textsOf(jurisdiction), now: textsOf(state), meant: MEANT },
    context,
  );
};

const needDays = (input: JurisdictionInput): Result<true, Refusal> => {
  const names = Object.keys(MOST_DAYS) as (keyof typeof MOST_DAYS)[];
  const field = names.find((name) => {
    const days = input[name] ?? 1;
    return !Number.isInteger(days) || days < 1 || days > MOST_DAYS[name];
  });
  return field === undefined
    ? ok(true)
    : refuse({ code: "numberOutOfRange", field, least: 1, most: MOST_DAYS[field] });
};

/** The public may ask an office by these; somebody's mobile number is no office. */
const MEANT = { contact: ["landline", "email"] } as const;

const textsOf = ({ name, nameEn, licence, licenceUrl, contact }: Jurisdiction): PublishedTexts =>
  Object.entries({ name, nameEn, licence, licenceUrl, contact });
