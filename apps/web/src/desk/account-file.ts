// How an account stands, in words, and the list of accounts as a file.

import { formatDay, todayIn } from "@yinuo/period";
import { writeCsv, writeXlsx, type Table } from "@yinuo/spreadsheet";
import type { KnownAccount } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import { notFound } from "../pages/errors.tsx";
import type { Ctx } from "../site.ts";
import { accountWords } from "../words/accounts.ts";
import { findAccounts, readAccountQuery, stateOf } from "./account-list.ts";
import { deskOf, type Desk } from "./context.ts";

/** How the account stands, with the day that matters. */
export const standingText = (desk: Desk, account: KnownAccount): string => {
  const { c, lang } = desk;
  const words = accountWords[lang].accounts;
  const { now } = c.get("deps");
  const state = stateOf(account, now());
  if (account.closedOn !== undefined) return words.closedOn(formatDay(account.closedOn, lang));
  if (state !== "waiting") return words.states[state];
  return words.until(untilText(desk, new Date(account.oneTimeUntil ?? "")));
};

export const untilText = ({ c, lang }: Desk, until: Date): string =>
  formatDay(todayIn(until, c.get("jurisdiction").timeZone), lang);

/** For stewards alone, never kept by a cache; the writers keep a spreadsheet from running what a cell says. */
export const downloadAccounts = async (c: Ctx): Promise<Response> => {
  const format = (["csv", "xlsx"] as const).find((one) => one === c.req.param("format"));
  if (format === undefined) return notFound(c);
  const desk = await deskOf(c);
  const table = tableOf(desk, await findAccounts(c, readAccountQuery(c)));
  const bytes = format === "csv" ? writeCsv(table) : writeXlsx([table]);
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    "content-type": format === "csv" ? "text/csv; charset=utf-8" : XLSX,
    "content-disposition": `attachment; filename="accounts-${c.get("today")}.${format}"`,
    "cache-control": "no-store",
  });
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const tableOf = (desk: Desk, accounts: readonly KnownAccount[]): Table => {
  const { lang, nameOf } = desk;
  const words = accountWords[lang].accounts;
  const headers = { ...words.columns, secondStep: words.secondStep, state: words.stateColumn };
  return {
    name: words.title,
    columns: Object.entries(headers).map(([key, header]) => ({ key, header, kind: "text" })),
    rows: accounts.map((account) => ({
      name: account.name,
      email: account.email,
      role: choiceWords[lang].role[account.role],
      body: account.body === undefined ? "" : nameOf(account.body),
      secondStep: account.secondStep ? words.secondStepOn : words.secondStepOff,
      state: standingText(desk, account),
    })),
  };
};
