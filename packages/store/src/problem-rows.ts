// A problem as rows and back: its own row and its steps.

import type {
  BodyCode,
  CheckCode,
  CommitmentCode,
  ListingLevel,
  Milestone,
  Problem,
  ProblemCheck,
  ProblemCode,
  ProblemOrigin,
  ProblemStage,
  ProgrammeCode,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Db } from "./connection.ts";
import { present } from "./rows.ts";
import { folded, searchTerms } from "./search.ts";

/** The whole of each problem, ready for more conditions. */
export const selectProblems = (db: Db) =>
  db
    .selectFrom("problem as p")
    .selectAll("p")
    .select((where) =>
      jsonArrayFrom(
        where
          .selectFrom("problem_step as s")
          .select(["s.code", "s.title", "s.title_en", "s.due", "s.first_due", "s.done_on"])
          .whereRef("s.problem", "=", "p.code")
          .orderBy("s.position"),
      ).as("steps"),
    );

type Row = Awaited<ReturnType<ReturnType<typeof selectProblems>["execute"]>>[number];

export const toProblem = (row: Row): Problem => ({
  code: row.code as ProblemCode,
  title: row.title,
  detail: row.detail,
  place: row.place,
  owner: row.owner as BodyCode,
  origin: row.origin as ProblemOrigin,
  reportedBy: row.reported_by as BodyCode,
  openedOn: row.opened_on as Day,
  due: row.due as Day,
  firstDue: row.first_due as Day,
  steps: row.steps.map(toStep),
  stage: row.stage as ProblemStage,
  returns: row.returns,
  reopenings: row.reopenings,
  evidenceSeen: row.evidence_seen,
  version: row.version,
  ...present({
    titleEn: row.title_en,
    programme: row.programme as ProgrammeCode | null,
    commitment: row.commitment as CommitmentCode | null,
    lookBackDue: row.look_back_due as Day | null,
    lookedBackOn: row.looked_back_on as Day | null,
    formerOwners: row.former_owners.length === 0 ? null : (row.former_owners as BodyCode[]),
    finding: findingOf(row),
  }),
  ...saidOf(row),
});

const findingOf = ({ finding_check: check, finding_number: number }: Row): Problem["finding"] =>
  check === null || number === null ? undefined : { check: check as CheckCode, number };

/** What others said of it: the listing, the declaration, the check. */
const saidOf = (row: Row): Pick<Problem, "listing" | "declared" | "checked"> => ({
  ...(row.listing_level === null
    ? {}
    : {
        listing: {
          level: row.listing_level as ListingLevel,
          authority: row.listing_authority as BodyCode,
          on: row.listing_on as Day,
          deadline: row.listing_deadline as Day,
          firstDeadline: row.listing_first_deadline as Day,
        },
      }),
  ...(row.declared_body === null
    ? {}
    : { declared: check(row.declared_body, row.declared_on, row.declared_text) }),
  ...(row.checked_body === null
    ? {}
    : { checked: check(row.checked_body, row.checked_on, row.checked_text) }),
});

const check = (body: string, on: string | null, text: string | null): ProblemCheck => ({
  body: body as BodyCode,
  on: on as Day,
  text: text ?? "",
});

const toStep = (row: Row["steps"][number]): Milestone =>
  present({
    code: row.code,
    title: row.title,
    titleEn: row.title_en,
    due: row.due as Day,
    firstDue: row.first_due as Day,
    doneOn: row.done_on as Day | null,
  });

export const problemRow = (problem: Problem) => {
  const { listing, declared, checked } = problem;
  const text = folded([problem.code, problem.title, problem.titleEn, problem.place, problem.detail]);
  return {
    code: problem.code,
    title: problem.title,
    title_en: problem.titleEn,
    detail: problem.detail,
    place: problem.place,
    owner: problem.owner,
    former_owners: [...(problem.formerOwners ?? [])],
    origin: problem.origin,
    reported_by: problem.reportedBy,
    programme: problem.programme,
    commitment: problem.commitment,
    finding_check: problem.finding?.check,
    finding_number: problem.finding?.number,
    opened_on: problem.openedOn,
    due: problem.due,
    first_due: problem.firstDue,
    stage: problem.stage,
    listing_level: listing?.level,
    listing_authority: listing?.authority,
    listing_on: listing?.on,
    listing_deadline: listing?.deadline,
    listing_first_deadline: listing?.firstDeadline,
    declared_body: declared?.body,
    declared_on: declared?.on,
    declared_text: declared?.text,
    checked_body: checked?.body,
    checked_on: checked?.on,
    checked_text: checked?.text,
    look_back_due: problem.lookBackDue,
    looked_back_on: problem.lookedBackOn,
    returns: problem.returns,
    reopenings: problem.reopenings,
    evidence_seen: problem.evidenceSeen,
    version: problem.version,
    search_text: text,
    search_terms: searchTerms(text),
  };
};

export const stepRows = ({ code: problem, steps }: Problem) =>
  steps.map((step, position) => ({
    problem,
    code: step.code,
    position,
    title: step.title,
    title_en: step.titleEn,
    due: step.due,
    first_due: step.firstDue,
    done_on: step.doneOn,
  }));
