// JSON with one spelling for each value (RFC 8785, JCS): what is hashed and signed must not depend on who wrote it.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const DEEPEST = 32;

/** What RFC 8785 can write, at most 32 levels deep: no lone surrogates, no NaN, no infinity. */
export const isJson = (value: unknown, depth = DEEPEST): value is Json => {
  if (value === null || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object" || depth === 0) return false;
  if (Array.isArray(value)) return value.every((each) => isJson(each, depth - 1));
  return Object.entries(value).every(([name, each]) => name.isWellFormed() && isJson(each, depth - 1));
};

/** Numbers and strings are spelt by ECMAScript's own rules, as section 3.2.2 asks; names sort by UTF-16 units (3.2.3). */
export const canonicalJson = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (isObject(value)) {
    const members = Object.keys(value).toSorted(byUnits);
    return `{${members.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] ?? null)}`).join(",")}}`;
  }
  return JSON.stringify(value);
};

/** Whether `text`, of which JSON.parse made the value, is its canonical spelling; strings of the value are well-formed. */
export const isCanonical = (value: Json, text: string): boolean =>
  // What was parsed keeps the order of its text, so in most cases the order is all there is to look at.
  (JSON.stringify(value) === text && isSorted(value)) || canonicalJson(value) === text;

const isSorted = (value: Json): boolean => {
  if (Array.isArray(value)) return value.every(isSorted);
  if (!isObject(value)) return true;
  const names = Object.keys(value);
  return names.every(
    (name, at) => (at === 0 || (names[at - 1] ?? "") < name) && isSorted(value[name] ?? null),
  );
};

export const byUnits = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

export const isObject = (value: unknown): value is { readonly [name: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
