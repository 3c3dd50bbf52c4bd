// The site map (sitemaps.org) in both languages, in parts when it is long, and what search engines are asked to leave.

import { LANGS, localPath } from "../../lang.ts";
import type { Ctx } from "../../site.ts";
import { notFound } from "../errors.tsx";
import { originOf } from "../origin.ts";
import { publicAddresses, type Address } from "./addresses.ts";

/** Each stands in two languages; a file of the protocol holds 50,000 at most, and a short one is read sooner. */
const MOST_IN_PART = 5000;

export const sitemap = async (c: Ctx): Promise<Response> => {
  const { origin } = originOf(c);
  const addresses = await publicAddresses(c);
  const parts = Math.ceil(addresses.length / MOST_IN_PART);
  const asked = c.req.query("part");
  if (asked === undefined && parts > 1) return xml(c, indexOf(origin, parts));
  const part = Number(asked ?? 1);
  if (!Number.isInteger(part) || part < 1 || part > parts) return notFound(c);
  return xml(c, urls(origin, addresses.slice((part - 1) * MOST_IN_PART, part * MOST_IN_PART)));
};

export const robots = (c: Ctx): Response => {
  const { origin, caching } = originOf(c);
  const closed = LANGS.flatMap((lang) =>
    ["/desk", "/sign-in", "/setup"].map((path) => `Disallow: ${localPath(lang, path)}`),
  );
  const text = ["User-agent: *", ...closed, "", `Sitemap: ${origin}/sitemap.xml`, ""].join("\n");
  return c.body(text, 200, { "content-type": "text/plain; charset=utf-8", "cache-control": caching });
};

const xml = (c: Ctx, text: string): Response =>
  c.body(`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`, 200, {
    "content-type": "application/xml; charset=utf-8",
    "cache-control": originOf(c).caching,
  });

const indexOf = (origin: string, parts: number): string => {
  const each = Array.from(
    { length: parts },
    (_, at) => `<sitemap><loc>${origin}/sitemap.xml?part=${at + 1}</loc></sitemap>`,
  );
  return `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${each.join("\n")}</sitemapindex>`;
};

const urls = (origin: string, addresses: readonly Address[]): string => {
  const each = addresses.flatMap((address) => {
    const alternates = LANGS.map(
      (lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${whole(origin, lang, address)}"/>`,
    ).join("");
    const changed = address.changedOn === undefined ? "" : `<lastmod>${address.changedOn}</lastmod>`;
    return LANGS.map(
      (lang) => `<url><loc>${whole(origin, lang, address)}</loc>${changed}${alternates}</url>`,
    );
  });
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${each.join("\n")}
</urlset>`;
};

/** Codes in addresses are percent-encoded, which leaves the apostrophe. */
const whole = (origin: string, lang: (typeof LANGS)[number], { path }: Address): string =>
  `${origin}${localPath(lang, path)}`.replaceAll("&", "&amp;").replaceAll("'", "&apos;");
