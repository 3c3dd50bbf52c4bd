// Who can be drawn, as the ledger stands: what a saved filter matches, and the numbered places of inspectors.

import type {
  AccountId,
  BodyCode,
  DrawFilter,
  DrawSubject,
  Eligible,
  InspectorPlace,
  ProblemStandingName,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { listCommitments } from "./commitment-list.ts";
import type { Db } from "./connection.ts";
import { listProblems } from "./problem-list.ts";
import type { StandingName } from "./standings.ts";

export type FrameWish = {
  readonly subject: DrawSubject;
  readonly filter: DrawFilter;
  readonly today: Day;
};

/** More than any jurisdiction has. */
const ALL = { limit: 1_000_000, offset: 0 } as const;

/** Public ones alone, in the order of their codes. */
export const eligibleFor = async (
  db: Db,
  { subject, filter, today }: FrameWish,
): Promise<readonly Eligible[]> => {
  const { programme, body, standing } = filter;
  if (subject === "problems") {
    const { problems } = await listProblems(db, {
      ...ALL,
      programme,
      body,
      standing: standing as ProblemStandingName | undefined,
      sort: "code",
      today,
    });
    return problems.map(({ code, owner, declared, listing }) => ({
      id: code,
      // Whoever declared it fixed had a part in it.
      bodies: declared === undefined || declared.body === owner ? [owner] : [owner, declared.body],
      level: listing?.level,
    }));
  }
  const { rows } = await listCommitments(db, {
    ...ALL,
    programme,
    body,
    standing: standing as StandingName | undefined,
    kind: subject === "measures" ? "measure" : "commitment",
    sort: "code",
    today,
  });
  return rows.map((row) => ({ id: `${row.programme}/${row.code}`, bodies: [row.lead, ...row.support] }));
};

/** How many places each inspecting body offers. */
export type PlacesWish = readonly { readonly body: BodyCode; readonly places: number }[];

export type StaffedPlace = InspectorPlace & { readonly account: AccountId | undefined };

/** Numbered within each body; the first stand for its inspectors, in the order their accounts were made. */
export const staffedPlaces = async (db: Db, wish: PlacesWish): Promise<readonly StaffedPlace[]> => {
  const staff = await inspectorsByBody(db);
  return wish.flatMap(({ body, places }) =>
    Array.from({ length: places }, (_, at) => ({
      id: `${body}-${at + 1}`,
      body,
      account: staff.get(body)?.[at],
    })),
  );
};

/** The open accounts of inspectors, by the body they belong to. */
export const inspectorsByBody = async (db: Db): Promise<ReadonlyMap<string, readonly AccountId[]>> => {
  const rows = await db
    .selectFrom("account")
    .select(["id", "body"])
    .where("role", "=", "inspector")
    .where("closed_on", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  const byBody = new Map<string, AccountId[]>();
  for (const { id, body } of rows)
    if (body !== null) byBody.set(body, [...(byBody.get(body) ?? []), id as AccountId]);
  return byBody;
};
