// One real address for every page there is, found by following links as a visitor would.

import { DOORS, hasNoLanguage, type Door } from "../../src/doors.ts";

/** Pages that answer no document, or none once an installation is set up. */
const NO_PAGE: ReadonlySet<string> = new Set([
  "GET /health",
  "GET /setup",
  "GET /evidence/:sha256/:name",
  // Only on the way through signing in, or with a second step on: see second-step.test.ts.
  "GET /sign-in/code",
  "GET /sign-in/backup-code",
  "GET /desk/account/second-step/off",
  "GET /desk/account/backup-codes",
]);

/** The doors that open a page, longest pattern first so that `/new` is not taken for a code. */
const PAGES = (Object.keys(DOORS) as Door[])
  .filter(
    (door) =>
      door.startsWith("GET ") &&
      !door.includes("/download/") &&
      !door.endsWith("/refused") &&
      !door.endsWith(".json") &&
      !hasNoLanguage(door) &&
      !NO_PAGE.has(door),
  )
  .map((door) => ({ door, pattern: patternOf(door.slice(4)) }))
  .toSorted((a, b) => literal(b.door) - literal(a.door));

function literal(door: string): number {
  return door.split("/").filter((part) => !part.startsWith(":")).length * 10 + door.length / 100;
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/:[a-zA-Z0-9]+/g, "[^/?]+")}$`);
}

export const doorOf = (path: string): Door | undefined =>
  PAGES.find(({ pattern }) => pattern.test(path))?.door;

export type Found = ReadonlyMap<Door, string>;

/** `get` answers the page's HTML, or undefined where the visitor may not go. Looks at 900 pages at most, and no further than to the last page that is not `known`. */
export const findEveryPage = async (
  get: (path: string) => Promise<string | undefined>,
  starts: readonly string[],
  known: ReadonlySet<Door> = new Set(),
): Promise<Found> => {
  const wanted = new Set(allPages.filter((door) => !known.has(door)));
  const found = new Map<Door, string>();
  const perDoor = new Map<Door, number>();
  const queue = [...starts];
  const seen = new Set(queue);
  for (let looked = 0; looked < 900 && queue.length > 0 && wanted.size > 0; looked += 1) {
    const path = queue.shift() ?? "";
    const html = await get(path);
    if (html === undefined) continue;
    const door = doorOf(path.split("?")[0] ?? "");
    if (door !== undefined && !found.has(door)) found.set(door, path);
    if (door !== undefined) wanted.delete(door);
    for (const [, href = ""] of html.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href.replaceAll("&amp;", "&");
      const nextDoor = doorOf(next.split("?")[0] ?? "");
      // A dozen of a kind show every kind of link there is on such pages.
      const many = nextDoor === undefined ? Infinity : (perDoor.get(nextDoor) ?? 0);
      if (seen.has(next) || next.startsWith("/en") || nextDoor === undefined || many > 12) continue;
      perDoor.set(nextDoor, many + 1);
      seen.add(next);
      queue.push(next);
    }
  }
  return found;
};

export const allPages: readonly Door[] = PAGES.map(({ door }) => door);
