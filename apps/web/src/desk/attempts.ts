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
export type AttemptKey = {
  readonly key: string;
  readonly free: number;
  readonly shared: boolean;
  /** Milliseconds; half a minute unless said. What is counted is remembered as long as such waits make sense. */
  readonly longestWait?: number;
};

type Failures = { count: number; until: number; remembered: number };

const LONGEST_WAIT = 30_000;
const FORGOTTEN_AFTER = 15 * 60_000;
const MOST_KEYS = 50_000;

/** Counted in this process only: with several, each gives its own few tries. */
export const createAttempts = (now: () => number): Attempts => {
  const failures = new Map<string, Failures>();
  return {
    waitFor: (keys) => Math.max(0, ...keys.map(({ key }) => (failures.get(key)?.until ?? 0) - now())),
    failed: (keys) => {
      for (const { key, free, longestWait = LONGEST_WAIT } of keys) {
        const before = failures.get(key);
        const forgotten = before === undefined || before.until + before.remembered < now();
        const count = (forgotten ? 0 : before.count) + 1;
        const wait = count <= free ? 0 : Math.min(longestWait, 1000 * 2 ** Math.min(20, count - free - 1));
        failures.delete(key);
        // As many longest waits as a quarter of an hour has of the usual ones.
        const remembered = FORGOTTEN_AFTER * (longestWait / LONGEST_WAIT);
        failures.set(key, { count, until: now() + wait, remembered });
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
        else if (counted !== undefined)
          failures.set(key, { ...counted, count: counted.count - 1, until: now() });
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
  const known = counts.get(deps.auth);
  if (known !== undefined) return known;
  const made = createAttempts(() => deps.now().getTime());
  counts.set(deps.auth, made);
  return made;
};

const counts = new WeakMap<Deps["auth"], Attempts>();

export const addressOf = (c: Ctx): string => {
  const { trustedProxies } = c.get("deps").config;
  const socket: string | undefined = c.env?.incoming?.socket?.remoteAddress;
  return clientAddress(socket, c.req.header("x-forwarded-for"), trustedProxies);
};

const addressKey = (c: Ctx): AttemptKey => ({ key: `address ${addressOf(c)}`, free: 30, shared: true });

type Tried = {
  /** As it was typed: whether there is such an account makes no difference. */
  readonly email: string;
  /** The device's own number, when this account has signed in from it before. */
  readonly device: string | undefined;
  /** Whether what was typed can only be a password that was made for somebody and has not been used. */
  readonly oneTime: boolean;
};

/**
 * Failures count against the account that was tried and against the address they came from. Neither holds up a device
 * from which the account has signed in before, nor whoever types a password that a steward or the operator has just made:
 * it cannot be guessed. So whoever keeps failing on purpose slows down themselves and strangers, never the owner for long.
 */
export const signInKeys = (c: Ctx, { email, device, oneTime }: Tried): readonly AttemptKey[] => {
  if (oneTime) return [];
  if (device !== undefined) return [{ key: `device ${device}`, free: 10, shared: false }];
  return [{ key: `account ${email.slice(0, 254)}`, free: 5, shared: false }, addressKey(c)];
};

/** A code has a million values and three of them are right, so that its guesses wait longer: about a hundred a day. */
export const codeKeys = (account: string, device: string | undefined): readonly AttemptKey[] =>
  device === undefined
    ? [{ key: `code ${account}`, free: 5, shared: false, longestWait: 15 * 60_000 }]
    : [{ key: `code ${device}`, free: 10, shared: false }];

/** Whoever sits at a desk that was left open guesses as slowly as whoever stands at the door. */
export const ownKeys = (account: string): readonly AttemptKey[] => [
  { key: `own ${account}`, free: 5, shared: false },
];

/** Guesses of the set-up code count together, wherever they come from: one person has it. */
export const setUpKeys = (c: Ctx): readonly AttemptKey[] => [
  addressKey(c),
  { key: "set-up", free: 10, shared: false },
];

/** Whole seconds until the next try is looked at; 0 when it is now. */
export const secondsToWait = (c: Ctx, keys: readonly AttemptKey[]): number => {
  const wait = Math.ceil(attemptsOf(c.get("deps")).waitFor(keys) / 1000);
  if (wait > 0) c.header("retry-after", String(wait));
  return wait;
};
