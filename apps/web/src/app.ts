// The whole site as one Hono app: languages, doors, headers, the page cache, and what is said when things fail.

import { randomUUID } from "node:crypto";
import { todayIn } from "@yinuo/period";
import { getJurisdiction, getBody } from "@yinuo/store";
import { Hono, type Handler, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { whoIs } from "./auth.ts";
import { createDoors, DOORS, mayOpen, SCRIPTED, type Door } from "./doors.ts";
import { sameSite } from "./same-site.ts";
import { isApi, notSetUp, registerApi } from "./api/index.ts";
import { drawScript, offlineScript, serviceWorker, verifyScript } from "./islands.ts";
import { langOfPath, LANGS, langRoot, localPath, type Lang } from "./lang.ts";
import { registerLog } from "./log/routes.ts";
import { registerForSearchEngines, registerPages } from "./pages/index.ts";
import { heldPage, keepsForms } from "./desk/drafts.tsx";
import { bringKey } from "./desk/session-key.ts";
import { registerDesk } from "./desk/index.ts";
import { failed, forbidden, nothingHere, tooLarge, unavailable } from "./pages/errors.tsx";
import type { Deps, Env } from "./site.ts";
import { posterStyles, styles } from "./styles.ts";

/** Largest request body, in bytes: a 20 MB spreadsheet or ten photographs of 6 MB, with their form. */
export const MOST_BODY_BYTES = 64 * 1024 * 1024;

export const createApp = (deps: Deps): Hono<Env> => {
  const app = new Hono<Env>();
  app.use(
    keeping(deps),
    evidenceRights,
    scriptRights,
    headers(deps.config),
    setUp(deps),
    sameSite(deps.config),
    bodyLimit({ maxSize: MOST_BODY_BYTES, onError: (c) => tooLarge(c, MOST_BODY_BYTES) }),
  );
  for (const { path, bytes } of [styles, posterStyles])
    app.get(path, (c) =>
      c.body(bytes, 200, {
        "content-type": "text/css; charset=utf-8",
        "cache-control": "public, max-age=31536000, immutable",
      }),
    );
  for (const { path, text } of [offlineScript, verifyScript, drawScript, serviceWorker])
    app.get(path, (c) =>
      c.body(text, 200, {
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": path === serviceWorker.path ? "no-cache" : "public, max-age=31536000, immutable",
      }),
    );
  app.get("/favicon.svg", (c) =>
    c.body(SEAL, 200, {
      "content-type": "image/svg+xml; charset=utf-8",
      "cache-control": "public, max-age=86400",
    }),
  );
  for (const lang of LANGS) app.route(langRoot(lang) || "/", site(lang));
  app.route("/", everywhere());
  app.notFound(nothingHere);
  app.onError(async (problem, c) => {
    // The reader gets the number, the operator the cause.
    const incident = randomUUID().slice(0, 8);
    const { path } = c.req;
    deps.log({ level: "error", incident, path, problem: problem.stack ?? String(problem) });
    if (!(await deps.store.answers())) return unavailable(c);
    return failed(c, incident);
  });
  return app;
};

const SEAL = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#a8321f"/><path fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" d="M8 17l6 6 11-14"/></svg>`;

const YEAR_SECONDS = 31_536_000;

/** Browsers are held to https only where that is the one address of this ledger: an intranet's http stays usable. */
const headers = ({ origins }: Deps["config"]): MiddlewareHandler<Env> =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
    },
    strictTransportSecurity:
      origins.length > 0 && origins.every((origin) => origin.startsWith("https:"))
        ? `max-age=${YEAR_SECONDS}; includeSubDomains`
        : false,
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    crossOriginEmbedderPolicy: false,
  });

/** Keeps what a public door answered, with all its headers: what comes from memory is what was sent the first time. */
const keeping =
  ({ pages }: Deps): MiddlewareHandler<Env> =>
  async (c, next) => {
    // Taken before the data is read: a change in between makes the kept page stale at once.
    const stamp = pages.stamp();
    await next();
    const door = c.get("door") as Door | undefined;
    const isPublic = door !== undefined && DOORS[door] === "anyone" && !NEEDS_ACCOUNT.has(door);
    if (stamp === undefined || !isPublic || c.req.method !== "GET" || c.res.status !== 200 || !isKept(c.res))
      return;
    const asked = {
      address: addressOf(c.req.url),
      acceptEncoding: c.req.header("accept-encoding"),
      ifNoneMatch: c.req.header("if-none-match"),
    };
    const kept = await pages.keep(asked, c.res, stamp);
    // Emptied first: Hono would otherwise add the old answer's headers to the new one.
    c.res = undefined;
    c.res = kept;
  };

/** Evidence comes from others: whatever its bytes are, a browser gives them no rights of ours. */
const evidenceRights: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (c.get("door") === "GET /evidence/:sha256/:name")
    c.header("content-security-policy", "sandbox; default-src 'none'");
};

/** The few pages that are there for their script, and the worker, may run scripts of this site; all others run none. */
const scriptRights: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const door = c.get("door") as Door | undefined;
  if (!(door !== undefined && SCRIPTED.has(door)) && c.req.path !== serviceWorker.path) return;
  const policy = c.res.headers.get("content-security-policy") ?? "";
  c.header("content-security-policy", `${policy}; script-src 'self'; worker-src 'self'; connect-src 'self'`);
};

/** The jurisdiction, the day in its zone, and the language of the address, before anything else. */
const setUp =
  (deps: Deps): MiddlewareHandler<Env> =>
  async (c, next) => {
    const path = c.req.path;
    const lang = langOfPath(path);
    c.set("deps", deps);
    c.set("lang", lang);
    // Without a database only /health has anything to say.
    if (path === localPath(lang, "/health")) return next();
    const jurisdiction = await getJurisdiction(deps.store.db);
    if (jurisdiction === undefined) {
      if (isApi(path)) return notSetUp(c);
      const open = [localPath(lang, "/setup"), serviceWorker.path, styles.path, "/favicon.svg"];
      if (!open.includes(path)) return c.redirect(localPath(lang, "/setup"));
    } else {
      c.set("jurisdiction", jurisdiction);
    }
    c.set("today", todayIn(deps.now(), jurisdiction?.timeZone ?? "Asia/Shanghai"));
    return next();
  };

const site = (lang: Lang): Hono<Env> => {
  const doors = createDoors((door) => guard(door, lang));
  registerPages(doors);
  registerDesk(doors);
  return doors.app;
};

/** What has no language: the addresses of programs. */
const everywhere = (): Hono<Env> => {
  const doors = createDoors((door) => guard(door, "zh-CN"));
  registerApi(doors);
  registerLog(doors);
  registerForSearchEngines(doors);
  return doors.app;
};

const guard =
  (door: Door, lang: Lang): Handler<Env> =>
  async (c, next) => {
    const { auth, store } = c.get("deps");
    c.set("door", door);
    if (DOORS[door] === "anyone" && !NEEDS_ACCOUNT.has(door)) return (await next()) as undefined;
    const signedIn = await whoIs(
      auth,
      c.req.raw.headers,
      async (body) => (await getBody(store.db, body))?.inspects ?? false,
    );
    c.set("signedIn", signedIn);
    if (signedIn?.mustChangePassword === true && !WITH_ANY_PASSWORD.has(door))
      return c.redirect(localPath(lang, "/desk/account/password"), 303);
    if (mayOpen(door, signedIn?.by.role)) {
      if (signedIn !== undefined && c.req.method === "POST") await bringKey(c, signedIn);
      return (await next()) as undefined;
    }
    if (signedIn === undefined && c.req.method === "GET") {
      const back = new URL(c.req.url);
      return c.redirect(
        `${localPath(lang, "/sign-in")}?back=${encodeURIComponent(back.pathname + back.search)}`,
        303,
      );
    }
    if (signedIn === undefined && keepsForms(door)) return heldPage(c);
    return forbidden(c, door);
  };

/** Doors open to anyone that still look at the session. */
const NEEDS_ACCOUNT: ReadonlySet<Door> = new Set([
  "GET /sign-in",
  "POST /sign-in",
  "GET /setup",
  "POST /setup",
]);

/** What opens with a password that somebody else made: choosing one's own, signing in as another, and going away. */
const WITH_ANY_PASSWORD: ReadonlySet<Door> = new Set([
  "GET /desk/account/password",
  "POST /desk/account/password",
  "POST /sign-in",
  "POST /sign-out",
]);

/** Only what a handler marked as public and cacheable is kept. */
const isKept = (response: Response): boolean =>
  response.headers.get("cache-control")?.startsWith("public") ?? false;

const addressOf = (url: string): string => url.slice(url.indexOf("/", url.indexOf("//") + 2));
