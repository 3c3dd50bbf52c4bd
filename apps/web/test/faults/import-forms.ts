// The import's forms as a browser sends them: an upload, choices, a preview, the button that writes.

import assert from "node:assert/strict";
import type { Browser } from "../import/office.ts";

export const sheet = (text: string, name = "清单.csv"): File => new File([text], name, { type: "text/csv" });

/** The batch's address on the page an upload leads to. */
export const uploaded = async (browser: Browser, file: File): Promise<string> => {
  const response = await browser.post("/desk/import", { file });
  const html = await response.text();
  const found = /\/desk\/import\/[0-9a-f-]{36}(?=["?/])/.exec(html.slice(html.indexOf("<main")));
  assert.ok(response.status === 200 && found, `${response.status} ${plainText(html)}`);
  return found[0];
};

export const idOf = (batch: string): string => batch.split("/").at(-1) ?? "";

export const previewOf = (browser: Browser, batch: string): Promise<string> =>
  browser.text(`${batch}?step=preview`);

export const digestIn = (html: string): string => /name="digest" value="([^"]+)"/.exec(html)?.[1] ?? "";

/** Confirms the preview as it stands, and answers the page afterwards. */
export const applied = async (browser: Browser, batch: string): Promise<string> => {
  const preview = await previewOf(browser, batch);
  const digest = digestIn(preview);
  assert.notEqual(digest, "", plainText(preview));
  return (await browser.post(`${batch}/apply`, { digest })).text();
};

/** The figures above the preview's rows: created, updated, unchanged, refused. */
export const counts = (html: string): readonly number[] =>
  [...html.matchAll(/show=(?:created|updated|unchanged|refused)[^>]*>.*?<b>([\d,]+)<\/b>/gs)].map(([, n]) =>
    Number(n?.replaceAll(",", "")),
  );

/** The columns form as the page proposes it. */
export const proposed = async (browser: Browser, batch: string): Promise<Record<string, string>> => {
  const html = await browser.text(`${batch}?step=columns`);
  const fields: Record<string, string> = {};
  for (const [, name = "", inner = ""] of html.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    fields[name] =
      /<option value="([^"]*)" selected/.exec(inner)?.[1] ?? /<option value="([^"]*)"/.exec(inner)?.[1] ?? "";
  return fields;
};

/** Posts the columns form with some fields changed, and answers the page it leads to. */
export const mapped = async (
  browser: Browser,
  batch: string,
  changes: Readonly<Record<string, string>>,
): Promise<string> =>
  (await browser.post(`${batch}/mapping`, { ...(await proposed(browser, batch)), ...changes })).text();

/** What a person reads on a page. */
export const plainText = (html: string): string =>
  html
    .slice(html.indexOf("<main"))
    .replaceAll(/<(style|script|select)\b.*?<\/\1>/gs, " ")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
