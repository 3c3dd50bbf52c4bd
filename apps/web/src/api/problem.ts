// Errors of the API as problem details (RFC 9457), in the language the reader accepts.

import type { Context } from "hono";
import { LANGS, type Lang } from "../lang.ts";
import type { Env } from "../site.ts";
import { apiWords } from "../words/api.ts";
import { forEveryone } from "./answer.ts";
import type { AskedRefusal } from "./parameters.ts";

type Said = {
  readonly status: 400 | 403 | 404 | 405 | 413 | 500 | 503;
  readonly title: string;
  readonly detail: string;
  /** What a program may want to know besides (RFC 9457, section 3.2). */
  readonly more?: Readonly<Record<string, string>>;
};

export const notAsked = (c: Context<Env>, refusal: AskedRefusal): Response => {
  const words = apiWords[acceptedLang(c)];
  const { code, parameter } = refusal;
  const detail =
    code === "parameterUnknown"
      ? words.parameterUnknown(parameter, refusal.known.join(", "))
      : words.parameterUnread(parameter, refusal.value, refusal.expected);
  return problem(c, { status: 400, title: words.badRequest, detail, more: { code, parameter } });
};

export const noSuch = (c: Context<Env>): Response => {
  const words = apiWords[acceptedLang(c)];
  return problem(c, { status: 404, title: words.notFound, detail: words.notFoundHelp(c.req.path) });
};

export const notSetUp = (c: Context<Env>): Response => {
  const words = apiWords[acceptedLang(c)];
  return problem(c, { status: 503, title: words.notSetUp, detail: words.notSetUpHelp });
};

/** `incident` is the number by which the cause is found in the log. */
export const apiFailed = (c: Context<Env>, incident: string): Response => {
  const words = apiWords[acceptedLang(c)];
  const detail = words.failedHelp(incident);
  return problem(c, { status: 500, title: words.failed, detail, more: { incident } });
};

export const apiUnavailable = (c: Context<Env>): Response => {
  const words = apiWords[acceptedLang(c)];
  c.header("retry-after", RETRY_AFTER);
  return problem(c, { status: 503, title: words.unavailable, detail: words.unavailableHelp });
};

export const apiMethod = (c: Context<Env>, allowed: readonly string[]): Response => {
  const words = apiWords[acceptedLang(c)];
  c.header("allow", allowed.join(", "));
  const detail = words.methodHelp(c.req.method, allowed.join(", "));
  return problem(c, { status: 405, title: words.method, detail });
};

export const apiRefused = (c: Context<Env>): Response => {
  const words = apiWords[acceptedLang(c)];
  return problem(c, { status: 403, title: words.refused, detail: words.refusedHelp });
};

export const apiTooLarge = (c: Context<Env>, limit: string): Response => {
  const words = apiWords[acceptedLang(c)];
  return problem(c, { status: 413, title: words.tooLarge, detail: words.tooLargeHelp(limit) });
};

/** Seconds: about as long as a start or a restart of the database takes. */
export const RETRY_AFTER = "30";

const problem = (c: Context<Env>, { status, title, detail, more = {} }: Said): Response =>
  c.body(
    JSON.stringify({ type: "about:blank", title, status, detail, instance: c.req.path, ...more }),
    status,
    {
      ...forEveryone,
      "content-type": "application/problem+json; charset=utf-8",
      "content-language": acceptedLang(c),
      "cache-control": "no-store",
      vary: "Accept-Language",
    },
  );

/** The language of ours that Accept-Language weighs most (RFC 9110, section 12.5.4); Chinese when it names none. */
const acceptedLang = (c: Context<Env>): Lang => {
  const weighed = (c.req.header("accept-language") ?? "").split(",").flatMap((range) => {
    const [tag = "", ...rest] = range.split(";").map((part) => part.trim().toLowerCase());
    const q = Number(rest.find((part) => part.startsWith("q="))?.slice(2) ?? 1);
    const lang = LANGS.find((one) => tag.split("-")[0] === one.split("-")[0]);
    return lang === undefined || !(q > 0) ? [] : [{ lang, q }];
  });
  return weighed.toSorted((a, b) => b.q - a.q)[0]?.lang ?? "zh-CN";
};
