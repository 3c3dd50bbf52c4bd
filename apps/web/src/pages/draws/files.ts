// The files a draw is recomputed from, as they are hashed: for the command, the Python script and the page's own button.

import type { Draw } from "@yinuo/core";
import { canonicalJson } from "@yinuo/random-draw";
import { drawEvidence, getDraw } from "@yinuo/store";
import type { Ctx } from "../../site.ts";
import { notFound } from "../errors.tsx";

export const drawFile = async (c: Ctx): Promise<Response> => {
  const { store, logFolder } = c.get("deps");
  const draw = await getDraw(store.db, c.req.param("code") ?? "");
  const name = c.req.param("file") ?? "";
  if (draw === undefined) return notFound(c);
  const text =
    name === "evidence.json"
      ? json(await drawEvidence({ db: store.db, folder: logFolder }, draw))
      : Object.hasOwn(FILES, name)
        ? FILES[name]?.(draw)
        : undefined;
  if (text === undefined) return notFound(c);
  return c.body(text, 200, {
    "content-type": name.endsWith(".txt") ? "text/plain; charset=utf-8" : "application/json; charset=utf-8",
    "cache-control": "public, max-age=0, must-revalidate",
    "access-control-allow-origin": "*",
  });
};

const json = (value: unknown): string | undefined => (value === undefined ? undefined : canonicalJson(value));

const FILES: Readonly<Record<string, (draw: Draw) => string | undefined>> = {
  "plan.json": ({ plan }) => json(plan),
  "frame.txt": ({ frame }) => frame,
  "inspectors.txt": ({ inspectors }) => inspectors,
  "seed.json": ({ seed }) => json(seed),
  "result.json": ({ result }) => json(result),
};
