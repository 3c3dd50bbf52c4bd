// Slows down the guessing of passwords: every failure makes the next try wait longer, and nobody is ever locked out.

import type { Ctx, Deps } from "../site.ts";

export type Attempts = {
  /** Milliseconds until this key may try again; 0 when it may now. */
  readonly waitFor: (keys: readonly AttemptKey[]) => number;
  readonly failed: (keys: readonly AttemptKey[]) => void;
  readonly succeeded: (keys: readonly AttemptKey[]) => void;
};

/**
 * `free`: how many failures cost nothing. `shared`: an address may serve a whole office, and somebody who knows one
 * password must not be able to wipe out what was counted against guessing others.
 */
export type AttemptKey = { readonly key: string; readonly free: number; readonly shared: boolean };

type Failures = { count: number; until: number };

const LONGEST_WAIT = 30_000;
const FORGOTTEN_AFTER = 15 * 60_000;
const MOST_KEYS = 50_000;

/** Counted in this process only: with several, each gives its own few tries. */
export const createAttempts = (now: () => number): Attempts => {
  const failures = new Map<string, Failures>();
  return {
    waitFor: (keys) => Math.max(0, ...keys.map(({ key }) => (failures.get(key)?.until ?? 0) - now())),
    failed: (keys) => {
      for (const { key, free } of keys) {
        const before = failures.get(key);
        const count = (before === undefined || before.until + FORGOTTEN_AFTER < now() ? 0 : before.count) + 1;
        const wait = count <= free ? 0 : Math.min(LONGEST_WAIT, 1000 * 2 ** Math.min(10, count - free - 1));
        failures.delete(key);
        failures.set(key, { count, until: now() + wait });
      }
      // Somebody who tries endless names must not fill the memory: the longest untouched go first.
      for (const oldest of failures.keys()) {
        if (failures.size <= MOST_KEYS) break;
        failures.delete(oldest);
      }
    },
    succeeded: (keys) => {
      for (const { key, shared } of keys) {
        const counted = failures.get(key);
        if (!shared) failures.delete(key);
        else if (counted !== undefined) failures.set(key, { count: counted.count - 1, until: now() });
      }
    },
  };
};

/**
 * The visitor's address as the proxies that are trusted saw it. A header reaches the app with what the visitor wrote first
 * and what each proxy added behind: only the last `trustedProxies` entries were written by somebody we trust.
 */
export const clientAddress = (
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string => {
  const path = (forwardedFor ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const seen = [...path, socketAddress ?? "unknown"];
  return seen[Math.max(0, seen.length - 1 - trustedProxies)] ?? "unknown";
};

/** One count per process, however many languages the door has. */
export const attemptsOf = (deps: Deps): Attempts => {
  const known = counts.get(deps);
  if (known !== undefined) return known;
  const made = createAttempts(() => deps.now().getTime());
  counts.set(deps, made);
  return made;
};

const counts = new WeakMap<Deps, Attempts>();

/** Failures count against the account that was tried and against the address they came from. */
export const attemptKeys = (c: Ctx, account: string): readonly AttemptKey[] => {
  const { trustedProxies } = c.get("deps").config;
  const socket: string | undefined = c.env?.incoming?.socket?.remoteAddress;
  const address = clientAddress(socket, c.req.header("x-forwarded-for"), trustedProxies);
  return [
    { key: `account ${account.slice(0, 254)}`, free: 5, shared: false },
    { key: `address ${address}`, free: 30, shared: true },
  ];
};

/** Guesses of the set-up code count together, wherever they come from: one person has it. */
export const setUpKeys = (c: Ctx): readonly AttemptKey[] => [
  ...attemptKeys(c, "").slice(1),
  { key: "set-up", free: 10, shared: false },
];
