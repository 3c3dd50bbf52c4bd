// What every verb is given, and what it answers: done, or the refusal to be printed.

import { refuse, type Context, type Refusal, type Result, type Verb } from "@yinuo/core";
import type { DrawRefusal } from "@yinuo/random-draw";
import type { FileRefusal } from "@yinuo/report-files";
import type { BackupRefusal, Damage } from "@yinuo/store/backup";
import { recordRefusal, type HistoryPlace } from "@yinuo/store";
import type { UploadRefusal } from "@yinuo/evidence";
import type { Typed } from "./arguments.ts";
import { inLang, type Lang, type Words } from "./language.ts";
import type { LogRefusal } from "./log/refusals.ts";
import { actor, openLedger, type ActorRefusal, type Ledger, type Place } from "./ledger.ts";

export type OwnRefusal =
  | { readonly code: "nounUnknown"; readonly typed: string }
  | { readonly code: "fileUnreadable"; readonly why: Words }
  | {
      readonly code: "columnsUnclear";
      readonly missing: readonly string[];
      readonly twice: readonly string[];
    }
  | { readonly code: "rowsRefused"; readonly rows: number; readonly written: boolean }
  | { readonly code: "importNotWritten"; readonly problem: string }
  | { readonly code: "formatUnknown"; readonly typed: string }
  | { readonly code: "drawRefused"; readonly refusal: DrawRefusal }
  | { readonly code: "drawNotVerified" }
  | { readonly code: "sizesUnclear" }
  | { readonly code: "policyUnreadable"; readonly line: number }
  | { readonly code: "filesRefused"; readonly files: readonly [UploadRefusal, ...UploadRefusal[]] }
  | { readonly code: "reportFormatUnknown"; readonly typed: string }
  | { readonly code: "reportUnreadable"; readonly path: string; readonly error: FileRefusal }
  | { readonly code: "reportNotWord"; readonly path: string }
  | { readonly code: "reportFindings"; readonly faults: number; readonly reviews: number }
  | { readonly code: "evidenceDamaged"; readonly damage: readonly Damage[] };

export type CliRefusal = Refusal | BackupRefusal | ActorRefusal | LogRefusal | OwnRefusal;

export type Run = {
  readonly typed: Typed;
  readonly place: Place;
  readonly lang: Lang;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  /** One line on the terminal. */
  readonly print: (line: string) => void;
  /** As it is: a file for a pipe. */
  readonly write: (out: string | Uint8Array) => void;
  /** One line beside what a script reads. */
  readonly warn: (line: string) => void;
};

/** What was done: a sentence, or for a script the facts. */
export const report = ({ typed, lang, print }: Run, said: Words, facts: object): void =>
  print(typed.has("json") ? JSON.stringify(facts) : inLang(lang, said));

export type Done = Promise<Result<true, CliRefusal>>;

export const withLedger = async (run: Run, work: (ledger: Ledger) => Done): Done => {
  const ledger = await openLedger(run.place);
  if (!ledger.ok) return ledger;
  try {
    return await work(ledger.value);
  } finally {
    await ledger.value.close();
  }
};

export const acting = (run: Run, work: (ledger: Ledger, context: Context) => Done): Done =>
  withLedger(run, async (ledger) => {
    const context = await actor(ledger.db, run.typed.text("as"), run.now);
    if (!context.ok) return context;
    return work(ledger, { ...context.value, keepPersonalData: run.typed.text("keep-personal-data") });
  });

const NOT_ALLOWED: readonly string[] = ["roleMayNot", "notYourBody", "ownWork", "notInspecting"];

/** As at the desk: an attempt that was not allowed stays in the history, for the stewards. */
export const attempted = async (
  { db }: Ledger,
  { by, today }: Context,
  attempt: { readonly place: HistoryPlace; readonly attempted: Verb; readonly refusal: Refusal },
): Done => {
  const { place, attempted, refusal } = attempt;
  if (NOT_ALLOWED.includes(refusal.code))
    await recordRefusal(db, { ...place, by, today, attempted, refusal });
  return refuse(refusal);
};
