// Records compared field by field: absent and undefined are one, and the order of keys says nothing.

/** Whether two records say the same. */
export const sameFields = (a: object, b: object): boolean => same(a, b);

/** The fields that differ, as they were and as they are; what the history keeps of a change. */
export type ChangedFields = {
  readonly old: Readonly<Record<string, unknown>>;
  readonly new: Readonly<Record<string, unknown>>;
};

/** `was` is undefined for a new record. A field that is absent on one side is absent from that side's answer. */
export const changedFields = (was: object | undefined, now: object | undefined): ChangedFields => {
  const before = new Map(Object.entries(was ?? {}));
  const after = new Map(Object.entries(now ?? {}));
  const names = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => !same(before.get(name), after.get(name)),
  );
  return { old: pick(before, names), new: pick(after, names) };
};

const pick = (fields: ReadonlyMap<string, unknown>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    names.flatMap((name) => (fields.get(name) === undefined ? [] : [[name, fields.get(name)]])),
  );

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]),
  );
};
