// Slows down the guessing of passwords: every failure makes the next try wait longer, and nobody is ever locked out.

export type Attempts = {
  /** Milliseconds until this key may try again; 0 when it may now. */
  readonly waitFor: (keys: readonly AttemptKey[]) => number;
  readonly failed: (keys: readonly AttemptKey[]) => void;
  readonly succeeded: (keys: readonly AttemptKey[]) => void;
};

/** `free`: how many failures cost nothing. An address may be shared by a whole office, an account is one person's. */
export type AttemptKey = { readonly key: string; readonly free: number };

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
      for (const { key } of keys) failures.delete(key);
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
