// What a reader is told when a page is not there, not theirs, or went wrong; in their language, before set-up too.

import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Door } from "../doors.ts";
import { localPath, type Lang } from "../lang.ts";
import { ErrorPage, fileSize, type Link } from "../parts/index.ts";
import type { Ctx, Env } from "../site.ts";
import { siteWordsIn } from "../words/index.ts";
import { framed, jurisdictionOf } from "./frame.tsx";

export const notFound = (c: Context<Env>): Response | Promise<Response> => {
  const words = siteWordsIn(langOf(c)).errors.notFound;
  return errorPage(c, 404, words.title, words.help);
};

/** `door` names what was refused, for the operator's log; the reader is told what to do. */
export const forbidden = (c: Context<Env>, door: Door): Response | Promise<Response> => {
  const words = siteWordsIn(langOf(c)).errors.forbidden;
  c.get("deps").log({ level: "info", refused: door, account: c.get("signedIn")?.by.account });
  return errorPage(c, 403, words.title, words.help);
};

export const crossSite = (c: Context<Env>, origin: string | undefined): Response | Promise<Response> => {
  const words = siteWordsIn(langOf(c)).errors.crossSite;
  const host = c.req.header("host") ?? words.unnamed;
  return errorPage(c, 403, words.title, words.help(origin ?? words.unnamed, host));
};

export const tooLarge = (c: Context<Env>, bytes: number): Response | Promise<Response> => {
  const words = siteWordsIn(langOf(c)).errors.tooLarge;
  return errorPage(c, 413, words.title, words.help(fileSize(bytes, langOf(c))));
};

export const failed = (c: Context<Env>): Response | Promise<Response> => {
  const words = siteWordsIn(langOf(c)).errors.failed;
  return errorPage(c, 500, words.title, words.help);
};

const langOf = (c: Ctx): Lang =>
  c.get("lang") ?? (c.req.path === "/en" || c.req.path.startsWith("/en/") ? "en" : "zh-CN");

const errorPage = (
  c: Ctx,
  status: 403 | 404 | 413 | 500,
  title: string,
  help: Child,
): Response | Promise<Response> => {
  const lang = langOf(c);
  c.header("cache-control", "no-store");
  const content = (
    <ErrorPage lang={lang} status={status} title={title} next={waysOn(c, lang)}>
      {help}
    </ErrorPage>
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
