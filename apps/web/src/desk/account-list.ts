// Which accounts a steward looks for, in which order, and how each of them stands.

import { ROLES, type Role } from "@yinuo/core";
import { listAccounts, type KnownAccount } from "@yinuo/store";
import type { Ctx } from "../site.ts";

export const ACCOUNT_STATES = ["open", "waiting", "expired", "closed"] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export const ACCOUNT_SORTS = ["name", "email", "role", "body"] as const;
export type AccountSort = (typeof ACCOUNT_SORTS)[number];

export type AccountQuery = {
  readonly q: string;
  readonly role: Role | undefined;
  readonly body: string;
  readonly state: AccountState | undefined;
  readonly sort: AccountSort;
  readonly page: number;
};

/** What is not understood is left out: an old or mistyped link still shows a list. */
export const readAccountQuery = (c: Ctx): AccountQuery => ({
  q: (c.req.query("q") ?? "").slice(0, 100),
  role: ROLES.find((one) => one === c.req.query("role")),
  body: (c.req.query("body") ?? "").slice(0, 100),
  state: ACCOUNT_STATES.find((one) => one === c.req.query("state")),
  sort: ACCOUNT_SORTS.find((one) => one === c.req.query("sort")) ?? "name",
  page: Math.max(1, Math.trunc(Number(c.req.query("page") ?? 1)) || 1),
});

export const stateOf = ({ closedOn, oneTimeUntil }: KnownAccount, now: Date): AccountState => {
  if (closedOn !== undefined) return "closed";
  if (oneTimeUntil === undefined) return "open";
  return oneTimeUntil < now.toISOString() ? "expired" : "waiting";
};

/** All that match: even a province has some thousands, and the database hands them over in one go. */
export const findAccounts = async (c: Ctx, query: AccountQuery): Promise<readonly KnownAccount[]> => {
  const { store, now } = c.get("deps");
  const wanted = query.q.normalize("NFKC").trim().toLowerCase();
  const found = (await listAccounts(store.db)).filter(
    (account) =>
      (query.role === undefined || account.role === query.role) &&
      (query.body === "" || account.body === query.body) &&
      (query.state === undefined || stateOf(account, now()) === query.state) &&
      `${account.name}\n${account.email}`.toLowerCase().includes(wanted),
  );
  if (query.sort === "name") return found;
  const { sort } = query;
  return found.toSorted((a, b) =>
    (a[sort] ?? "") < (b[sort] ?? "") ? -1 : (a[sort] ?? "") > (b[sort] ?? "") ? 1 : 0,
  );
};
