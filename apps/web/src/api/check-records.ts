// Checks and findings as the API answers them: the columns of their files, and where their pages are.

import { checkStandingOf, type Body } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import type { CheckRow, FindingRow } from "@yinuo/store";
import { checkPath, findingPath } from "../pages/addresses.ts";
import { checkRow, findingRow } from "../pages/downloads/rows.ts";
import { byColumns, inBoth, type Keyed } from "./records.ts";

type CheckProps = CheckRow & { readonly body: Body | undefined; readonly today: Day };

export const checkRecord = ({ check, subjects, found, body, today }: CheckProps): Keyed => {
  const standing = checkStandingOf(check, today);
  const bodyName = body?.name ?? check.body;
  return {
    ...byColumns("checks", checkRow({ check, subjects, found, bodyName, standing: standing.is })),
    standingDays: standing.days ?? null,
    page: inBoth((lang) => checkPath(lang, check.code)),
  };
};

type FindingProps = { readonly row: FindingRow; readonly body: Body | undefined };

export const findingRecord = ({ row, body }: FindingProps): Keyed => ({
  ...byColumns("findings", findingRow({ ...row, bodyName: body?.name ?? row.finding.body })),
  page: inBoth((lang) => findingPath(lang, row.finding.check, row.finding.number)),
});
