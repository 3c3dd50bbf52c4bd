// What a decision leaves in the history besides the changed record itself.

import type { Day } from "@yinuo/period";

/** One verb per thing that can happen; the history, the command line and the URL use the same word. */
export const VERBS = [
  "jurisdiction.set-up",
  "jurisdiction.changed",
  "body.created",
  "body.changed",
  "account.created",
  "account.changed",
  "account.closed",
  "account.reopened",
  "account.password-changed",
  "account.password-reset",
  "account.second-step-on",
  "account.second-step-off",
  "account.second-step-reset",
  "account.backup-codes-made",
  "account.sessions-ended",
  "account.key-given",
  "programme.created",
  "programme.changed",
  "programme.published",
  "commitment.drafted",
  "commitment.edited",
  "commitment.published",
  "commitment.amended",
  "commitment.withdrawn",
  "commitment.declared-done",
  "commitment.declaration-taken-back",
  "commitment.verdict-given",
  "commitment.verdict-changed",
  "progress.recorded",
  "milestone.done",
  "milestone.reopened",
  "evidence.added",
  "indicator.created",
  "indicator.changed",
  "observation.recorded",
  "observation.revised",
  "observation.withdrawn",
  "import.applied",
  "import.undone",
  "permission.refused",
  "problem.opened",
  "problem.planned",
  "problem.step-done",
  "problem.listed",
  "problem.extended",
  "problem.declared-fixed",
  "problem.delisted",
  "problem.returned",
  "problem.looked-back",
  "problem.reopened",
  "problem.amended",
  "problem.moved",
  "draw.planned",
  "draw.rolled",
  "draw.drawn",
  "draw.aborted",
  "draw.replaced",
  "draw.called-off",
  "check.planned",
  "check.opened",
  "check.reassigned",
  "check.finished",
  "check.called-off",
  "finding.recorded",
  "finding.revised",
  "finding.appealed",
  "finding.appeal-answered",
  "redaction.proposed",
  "redaction.refused",
  "redaction.made",
  "key.added",
  "key.rotated",
  "key.revoked",
] as const;
export type Verb = (typeof VERBS)[number];

/** What concerns the desk alone: never on a public page, never in the transparency log. */
export const PRIVATE_VERBS = [
  "permission.refused",
  "account.created",
  "account.changed",
  "account.closed",
  "account.reopened",
  "account.password-changed",
  "account.password-reset",
  "account.second-step-on",
  "account.second-step-off",
  "account.second-step-reset",
  "account.backup-codes-made",
  "account.sessions-ended",
  "account.key-given",
  "account.key-given",
  "import.applied",
  "commitment.drafted",
  "commitment.edited",
  "redaction.proposed",
  "redaction.refused",
] as const satisfies readonly Verb[];

type PublicVerb = Exclude<Verb, (typeof PRIVATE_VERBS)[number]>;

const isPrivate = (verb: Verb): boolean => PRIVATE_VERBS.some((each) => each === verb);

export const PUBLIC_VERBS = VERBS.filter((verb): verb is PublicVerb => !isPrivate(verb));

export type Event = {
  readonly verb: Verb;
  /** The day it happened, which may be before the day it is recorded. */
  readonly happenedOn: Day;
  readonly reason?: string | undefined;
};

/** A decision's outcome: the record as it now is, and the event to write beside it. */
export type Change<State> = { readonly state: State; readonly event: Event };
