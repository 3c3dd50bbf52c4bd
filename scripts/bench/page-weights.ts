// How heavy every public page is on its way to a phone: its HTML and its stylesheet, compressed.

import { gzipSync } from "node:zlib";
import { tableText, type Row } from "./budget.ts";
import { page } from "./server.ts";

const BAR_KB = 30;

type Weight = { readonly path: string; readonly html: number; readonly css: number };

/** The heaviest page decides. The table of all of them goes to the terminal. */
export const pageWeights = async (origin: string, paths: readonly string[]): Promise<readonly Row[]> => {
  const weights: Weight[] = [];
  const sheets = new Map<string, number>();
  for (const path of paths) {
    const html = await page(origin + path);
    const sheet = /<link[^>]+rel="stylesheet"[^>]*>/.exec(html)?.[0].match(/href="([^"]+)"/)?.[1];
    if (sheet === undefined) throw new Error(`${path} has no stylesheet`);
    const css = sheets.get(sheet) ?? zipped(await page(origin + sheet));
    sheets.set(sheet, css);
    weights.push({ path, html: zipped(html), css });
  }
  process.stdout.write(`${weightTable(weights)}\n`);
  const heaviest = weights.toSorted((a, b) => b.html + b.css - a.html - a.css)[0];
  if (heaviest === undefined) throw new Error("there are no pages");
  const total = heaviest.html + heaviest.css;
  return [
    {
      what: "最重的公开页面 Heaviest public page (HTML and CSS, gzip)",
      measured: kb(total),
      bar: `≤ ${BAR_KB} KB`,
      met: total <= BAR_KB * 1024 ? "yes" : "no",
      note: `${heaviest.path}, of ${weights.length} pages`,
    },
  ];
};

const zipped = (text: string): number => gzipSync(text, { level: 6 }).length;

const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

const weightTable = (weights: readonly Weight[]): string =>
  tableText(
    ["页面 Page", "HTML", "CSS", "合计 Total"],
    weights.map(({ path, html, css }) => [path, kb(html), kb(css), kb(html + css)]),
  );
