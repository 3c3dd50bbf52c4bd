// Reads untrusted JSON into plain data: every field is expected, every other field is refused, and the place is named.

import { made, refuse, type Result } from "./result.ts";

/** Where the value is not what was expected, as `seed.0.rolls`. */
export type Shape<T> = (value: unknown, at: string) => Result<T, string>;

const test =
  <T>(holds: (value: unknown) => value is T): Shape<T> =>
  (value, at) =>
    holds(value) ? made(value) : refuse(at);

/** Something written, and well-formed: an unpaired surrogate has no bytes. */
export const text = test(
  (value): value is string => typeof value === "string" && value.trim() !== "" && value.isWellFormed(),
);

export const count = test((value): value is number => Number.isSafeInteger(value) && (value as number) >= 0);

export const hex = (digits: number): Shape<string> =>
  test(
    (value): value is string =>
      typeof value === "string" && value.length === digits && /^[0-9a-f]*$/.test(value),
  );

/** An instant in UTC, to the second: `2026-12-01T02:00:00Z`. */
export const instant = test((value): value is string => {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return false;
  const time = Date.parse(value);
  return Number.isFinite(time) && new Date(time).toISOString() === value.replace("Z", ".000Z");
});

export const one = <const T extends string | number>(...values: readonly T[]): Shape<T> =>
  test((value): value is T => values.includes(value as T));

export const list =
  <T>(shape: Shape<T>): Shape<readonly T[]> =>
  (value, at) => {
    if (!Array.isArray(value)) return refuse(at);
    const read: T[] = [];
    for (const [index, item] of value.entries()) {
      const got = shape(item, `${at}.${index}`);
      if (!got.ok) return got;
      read.push(got.value);
    }
    return made(read);
  };

type Fields<T> = { readonly [K in keyof T]-?: Shape<Exclude<T[K], undefined>> };

/** `may`: the fields that may be left out. */
export const record =
  <T extends object>(fields: Fields<T>, may: readonly (keyof T & string)[] = []): Shape<T> =>
  (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(at);
    const unexpected = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    if (unexpected !== undefined) return refuse(under(at, unexpected));
    const read: Record<string, unknown> = {};
    for (const [key, shape] of Object.entries(fields) as [keyof T & string, Shape<unknown>][]) {
      const has = Object.hasOwn(value, key);
      if (!has && may.includes(key)) continue;
      const got = shape(has ? (value as Record<string, unknown>)[key] : undefined, under(at, key));
      if (!got.ok) return got;
      read[key] = got.value;
    }
    return made(read as T);
  };

/** Several kinds of records, told apart by one field. */
export const kinds =
  <T>(field: string, shapes: Readonly<Record<string, Shape<T>>>): Shape<T> =>
  (value, at) => {
    const kind = typeof value === "object" && value !== null ? Reflect.get(value, field) : undefined;
    const shape = typeof kind === "string" && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
    return shape === undefined ? refuse(under(at, field)) : shape(value, at);
  };

const under = (at: string, key: string): string => (at === "" ? key : `${at}.${key}`);

/** Refused as the place that does not fit; `""` when it is no JSON at all. */
export const readJson = <T>(json: string, shape: Shape<T>): Result<T, string> => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refuse("");
  }
  return shape(value, "");
};
