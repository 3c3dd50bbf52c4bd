// One claim in two texts: one that agrees with itself and is left alone, and one that does not and is found.

import assert from "node:assert/strict";
import { it } from "node:test";
import { checkReport, plainReport, type Code, type Report } from "@yinuo/report-check";

export type Case = {
  readonly what: string;
  readonly right: string;
  readonly wrong: string;
  readonly code: Code;
  /** Nothing is recomputed in it: its absence is all that can be seen. */
  readonly mark?: true;
};

export const loud = (report: Report): readonly Code[] =>
  checkReport(report)
    .findings.filter(({ severity }) => severity !== "silent")
    .map(({ code }) => code);

export const foundOnlyWhenWrong = (cases: readonly Case[]): void => {
  for (const { what, right, wrong, code, mark } of cases)
    it(`${what}: left alone when right, ${code} when wrong`, () => {
      const report = plainReport(right);
      assert.deepEqual(loud(report), []);
      if (mark === undefined) assert.ok(checkReport(report).agreeing.length > 0, "nothing was recomputed");
      assert.deepEqual([...new Set(loud(plainReport(wrong)))], [code]);
    });
};
