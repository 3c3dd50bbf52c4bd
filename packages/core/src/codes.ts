// Codes are the permanent names of things: written by people, unique, never changed once given.

declare const brand: unique symbol;
type Code<Name extends string> = string & { readonly [brand]: Name };

export type BodyCode = Code<"body">;
export type ProgrammeCode = Code<"programme">;
export type CommitmentCode = Code<"commitment">;
export type IndicatorCode = Code<"indicator">;
export type ProblemCode = Code<"problem">;
export type DrawCode = Code<"draw">;
export type CheckCode = Code<"check">;
export type AccountId = Code<"account">;

/** Letters (any script), digits, and - _ . inside; 1 to 40 characters. Safe in a URL path and in a file name. */
const CODE = /^[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,38}[\p{L}\p{N}])?$/u;

const read =
  <T extends string>() =>
  (text: string): T | undefined => {
    const code = text.normalize("NFKC").trim();
    return CODE.test(code) && !code.includes("..") ? (code as T) : undefined;
  };

/** Reads a code as typed (full-width letters become half-width); `undefined` when it cannot be one. */
export const bodyCode = read<BodyCode>();
export const programmeCode = read<ProgrammeCode>();
export const commitmentCode = read<CommitmentCode>();
export const indicatorCode = read<IndicatorCode>();

/** What is drawn for, as `2026-Q4`: a code with room behind it for the number of the plan. */
export const roundName = (text: string): string | undefined => {
  const round = read<Code<"round">>()(text);
  return round === undefined || [...round].length > LONGEST_ROUND ? undefined : round;
};
const LONGEST_ROUND = 30;

export const drawCode = (round: string, number: number): DrawCode => `${round}-${number}` as DrawCode;

export const accountId = (text: string): AccountId => text as AccountId;

/** The year and a number that goes up within it: the codes of what is numbered as it comes. */
export const yearAndNumber = (day: string, number: number): string =>
  `${day.slice(0, 4)}-${String(number).padStart(3, "0")}`;
