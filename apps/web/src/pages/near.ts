// Public records that somebody may have meant whose address leads nowhere: by a code that is nearly theirs, or by title.

import { listBodies, listCommitments, listIndicators } from "@yinuo/store";
import { inLang, pathBelow } from "../lang.ts";
import type { Link } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { bodyPath, commitmentPath, indicatorPath } from "./addresses.ts";

const MOST = 5;

export type AskedFor = { readonly noun: string; readonly text: string };

/** What an address says: the kind of record, and its last part that is not the name of a page. */
export const askedFor = (path: string): AskedFor => {
  const parts = pathBelow(path)
    .split("/")
    .filter((part) => part !== "")
    .map(decoded);
  const text = parts.slice(1).findLast((part) => !PAGES.has(part)) ?? (parts.length === 1 ? parts[0] : "");
  return { noun: parts[0] ?? "", text: (text ?? "").slice(0, 60) };
};

const PAGES = new Set(["history", "poster", "download", "csv", "xlsx", "json"]);

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Of what is public alone. A page that says nothing is there is still said when nothing can be looked up. */
export const nearRecords = async (c: Ctx, asked: AskedFor): Promise<readonly Link[]> => {
  if (asked.text === "") return [];
  try {
    const found =
      asked.noun === "bodies"
        ? await nearBodies(c, asked.text)
        : asked.noun === "indicators"
          ? await nearIndicators(c, asked.text)
          : await nearCommitments(c, asked.text);
    return found.slice(0, MOST);
  } catch {
    return [];
  }
};

const nearBodies = async (c: Ctx, text: string): Promise<readonly Link[]> => {
  const lang = c.get("lang");
  return nearest(await listBodies(c.get("deps").store.db), text).map(({ code, name, nameEn }) => ({
    href: bodyPath(lang, code),
    text: inLang(lang, name, nameEn),
  }));
};

const nearIndicators = async (c: Ctx, text: string): Promise<readonly Link[]> => {
  const lang = c.get("lang");
  return nearest(await listIndicators(c.get("deps").store.db), text).map(({ code, name, nameEn }) => ({
    href: indicatorPath(lang, code),
    text: inLang(lang, name, nameEn),
  }));
};

/** Those that contain it; or else those whose code begins alike, nearest first. */
const nearCommitments = async (c: Ctx, text: string): Promise<readonly Link[]> => {
  const lang = c.get("lang");
  const search = async (q: string, limit: number) => {
    const { db } = c.get("deps").store;
    return (await listCommitments(db, { q, sort: "code", limit, offset: 0, today: c.get("today") })).rows;
  };
  const beginning = /^\p{L}+/u.exec(text)?.[0] ?? text.slice(0, 2);
  const exact = await search(text, MOST);
  const rows = exact.length > 0 ? exact : byDistance(await search(beginning, 200), text);
  return rows.map((row) => ({
    href: commitmentPath(lang, row),
    text: `${row.code} ${inLang(lang, row.title, row.titleEn)}`,
  }));
};

type Named = { readonly code: string; readonly name: string; readonly nameEn?: string | undefined };

const nearest = <T extends Named>(things: readonly T[], text: string): readonly T[] => {
  const plain = text.toLowerCase();
  const named = things.filter(({ code, name, nameEn }) =>
    [code, name, nameEn ?? ""].some((one) => one.toLowerCase().includes(plain)),
  );
  return named.length > 0 ? named : byDistance(things, text);
};

/** Codes that three slips of the finger turn into each other, or two where there are only a few letters. */
const byDistance = <T extends { readonly code: string }>(things: readonly T[], text: string): readonly T[] =>
  things
    .map((thing) => ({ thing, far: distance(thing.code.toLowerCase(), text.toLowerCase()) }))
    .filter(({ far }) => far <= Math.min(3, Math.ceil(text.length / 3)))
    .toSorted((a, b) => a.far - b.far)
    .map(({ thing }) => thing);

/** Letters to add, leave out or change (Levenshtein 1966). */
export const distance = (a: string, b: string): number => {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let at = 1; at <= b.length; at += 1)
      line.push(
        Math.min(
          (above[at] ?? 0) + 1,
          (line[at - 1] ?? 0) + 1,
          (above[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1),
        ),
      );
    above = line;
  }
  return above.at(-1) ?? 0;
};
