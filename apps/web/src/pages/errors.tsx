// What a reader is told when a page is not there, not theirs, or went wrong; in their language, before set-up too.

import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { fileSize } from "@yinuo/words";
import {
  apiFailed,
  apiMethod,
  apiRefused,
  apiTooLarge,
  apiUnavailable,
  isApi,
  noSuch,
  RETRY_AFTER,
} from "../api/index.ts";
import { methodsOf, type Door } from "../doors.ts";
import { langOfPath, localPath, pathBelow, type Lang } from "../lang.ts";
import { ErrorPage, type Link } from "../parts/index.ts";
import type { Ctx, Env } from "../site.ts";
import { siteWordsIn } from "../words/index.ts";
import { framed, jurisdictionOf } from "./frame.tsx";
import { askedFor, nearRecords } from "./near.ts";
import { NearAndSearch } from "./near-links.tsx";

type Answer = Response | Promise<Response>;

/** No door, or a door that takes another method. */
export const nothingHere = (c: Context<Env>): Answer => {
  const allowed = methodsOf(pathBelow(c.req.path));
  const known = allowed.length > 0 && !allowed.includes(c.req.method);
  if (isApi(c.req.path)) return known ? apiMethod(c, allowed) : noSuch(c);
  return known ? wrongMethod(c, allowed) : notFound(c);
};

export const notFound = async (c: Context<Env>): Promise<Response> => {
  const lang = langOf(c);
  const words = siteWordsIn(lang).errors.notFound;
  const asked = askedFor(c.req.path);
  const near = jurisdictionOf(c) === undefined ? undefined : await nearRecords(c, asked);
  const more = near === undefined ? null : <NearAndSearch lang={lang} near={near} asked={asked.text} />;
  return errorPage(c, { status: 404, title: words.title, help: words.help, more });
};

const wrongMethod = (c: Ctx, allowed: readonly string[]): Answer => {
  const words = siteWordsIn(langOf(c)).errors.method;
  c.header("allow", allowed.join(", "));
  return errorPage(c, {
    status: 405,
    title: words.title,
    help: words.help(c.req.method, allowed.join(", ")),
  });
};

/** `door` names what was refused, for the operator's log; the reader is told what to do. */
export const forbidden = (c: Context<Env>, door: Door): Answer => {
  const words = siteWordsIn(langOf(c)).errors.forbidden;
  c.get("deps").log({ level: "info", refused: door, account: c.get("signedIn")?.by.account });
  return errorPage(c, { status: 403, title: words.title, help: words.help });
};

export const crossSite = (c: Context<Env>, origin: string | undefined): Answer => {
  if (isApi(c.req.path)) return apiRefused(c);
  const words = siteWordsIn(langOf(c)).errors.crossSite;
  const host = c.req.header("host") ?? words.unnamed;
  return errorPage(c, { status: 403, title: words.title, help: words.help(origin ?? words.unnamed, host) });
};

export const tooLarge = (c: Context<Env>, bytes: number): Answer => {
  const lang = langOf(c);
  if (isApi(c.req.path)) return apiTooLarge(c, fileSize(bytes, lang));
  const words = siteWordsIn(lang).errors.tooLarge;
  return errorPage(c, { status: 413, title: words.title, help: words.help(fileSize(bytes, lang)) });
};

/** `incident` is the number by which the cause is found in the log; the cause itself is nobody's business. */
export const failed = (c: Context<Env>, incident: string): Answer => {
  if (isApi(c.req.path)) return apiFailed(c, incident);
  const words = siteWordsIn(langOf(c)).errors.failed;
  return errorPage(c, { status: 500, title: words.title, help: words.help, reference: incident });
};

/** While the database does not answer: nothing is wrong that waiting would not mend. */
export const unavailable = (c: Context<Env>): Answer => {
  if (isApi(c.req.path)) return apiUnavailable(c);
  const words = siteWordsIn(langOf(c)).errors.unavailable;
  c.header("retry-after", RETRY_AFTER);
  return errorPage(c, { status: 503, title: words.title, help: words.help });
};

const langOf = (c: Ctx): Lang => c.get("lang") ?? langOfPath(c.req.path);

type Shown = {
  readonly status: 403 | 404 | 405 | 413 | 500 | 503;
  readonly title: string;
  readonly help: Child;
  readonly more?: Child;
  readonly reference?: string;
};

const errorPage = (c: Ctx, { status, title, help, more, reference }: Shown): Answer => {
  const lang = langOf(c);
  c.header("cache-control", "no-store");
  const content = (
    <>
      <ErrorPage lang={lang} status={status} title={title} next={waysOn(c, lang)} reference={reference}>
        {help}
      </ErrorPage>
      {more}
    </>
  );
  return c.html(framed(c, { title, noindex: true }, content), status);
};

const waysOn = (c: Ctx, lang: Lang): Link[] => {
  const { nav } = siteWordsIn(lang);
  if (jurisdictionOf(c) === undefined) return [];
  return [
    { href: localPath(lang, "/"), text: nav.overview },
    { href: localPath(lang, "/commitments"), text: nav.commitments },
    { href: localPath(lang, "/bodies"), text: nav.bodies },
  ];
};
