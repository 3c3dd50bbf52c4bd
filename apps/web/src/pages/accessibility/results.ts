// What the browser tests found on every page, as they wrote it (apps/web/test/browser/pages.test.ts).

import results from "./results.json" with { type: "json" };

export type AccessibilityResults = {
  readonly testedOn: string;
  /** Version of axe-core. */
  readonly axe: string;
  readonly rules: number;
  /** In CSS pixels. */
  readonly widths: readonly number[];
  readonly languages: readonly string[];
  /** The doors that open a page, and where they were found to lead. */
  readonly pages: readonly string[];
  readonly violations: readonly { readonly page: string; readonly rule: string }[];
};

export const accessibilityResults: AccessibilityResults = results;
