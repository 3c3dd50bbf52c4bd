// An answer of the API: JSON that any page may read, with a tag by which an unchanged one need not be sent again.

import type { Ctx } from "../site.ts";
import { etagOf } from "../page-cache.ts";

/** Reading is open to every page of every site; no cookie is looked at. */
export const forEveryone = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Link, Content-Language",
} as const;

/** What a browser asks before it lets another site's page send If-None-Match. */
export const preflight = (c: Ctx): Response =>
  c.body(null, 204, {
    ...forEveryone,
    "access-control-allow-methods": "GET, HEAD, OPTIONS",
    "access-control-allow-headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "access-control-max-age": "86400",
    "cache-control": "public, max-age=86400",
  });

/** The same for everybody, so that it may be kept by its address; `next` is the address of the next page. */
export const answer = (
  c: Ctx,
  value: object,
  { next }: { readonly next?: string | undefined } = {},
): Response => {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const etag = etagOf(bytes);
  const licence = c.get("jurisdiction").licenceUrl;
  const links = [
    ...(next === undefined ? [] : [`<${next}>; rel="next"`]),
    ...(licence === undefined ? [] : [`<${encodeURI(licence)}>; rel="license"`]),
    '</api/openapi.json>; rel="service-desc"',
  ];
  const headers = {
    ...forEveryone,
    "content-type": "application/json; charset=utf-8",
    "cache-control": "public, max-age=0, must-revalidate",
    etag,
    link: links.join(", "),
  };
  const seen = c.req.header("if-none-match");
  if (seen !== undefined && seen.includes(etag)) return c.body(null, 304, headers);
  return c.body(bytes, 200, headers);
};

type Listed = {
  readonly noun: string;
  readonly rows: readonly object[];
  readonly total: number;
  readonly page: number;
  readonly per: number;
};

/** One page of a list, with the address of the next. */
export const answerList = (c: Ctx, { noun, rows, total, page, per }: Listed): Response => {
  const next = page * per < total ? withQuery(c, "page", page + 1) : undefined;
  return answer(c, { ...about(c), total, page, per, next: next ?? null, [noun]: rows }, { next });
};

/** The day the answer holds for, and whether the ledger is an invented one. */
export const about = (c: Ctx) => ({ asOf: c.get("today"), sample: c.get("jurisdiction").sample });

/** The same question with one thing changed; without a host, so that no header anyone can send gets into it. */
export const withQuery = (c: Ctx, name: string, value: number): string => {
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.set(name, String(value));
  return `${pathname}?${searchParams.toString()}`;
};
