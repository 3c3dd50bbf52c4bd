// What is answered while the ledger starts: come back in half a minute, in both languages, with the right status.

import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { RETRY_AFTER } from "./api/index.ts";
import { langOfPath } from "./lang.ts";
import { unavailable } from "./pages/errors.tsx";
import type { Env } from "./site.ts";
import { styles } from "./styles.ts";

export const startingApp = (): Hono<Env> => {
  const app = new Hono<Env>();
  app.get(styles.path, (c) =>
    c.body(styles.bytes, 200, { "content-type": "text/css; charset=utf-8", "cache-control": "no-store" }),
  );
  app.get("/health", (c) =>
    c.json({ ok: false, wrong: ["The ledger is starting."] }, 503, {
      "cache-control": "no-store",
      "retry-after": RETRY_AFTER,
    }),
  );
  app.all("*", (c) => {
    c.set("lang", langOfPath(c.req.path));
    c.header("content-security-policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
    return unavailable(c);
  });
  return app;
};

export const answerStarting = (): RequestListener => {
  const answer = getRequestListener(startingApp().fetch, { overrideGlobalObjects: false });
  return (request, response) => void answer(request, response);
};
