// What a leaf commits to: everything the public entry of the history shows, piece by piece, so that one piece can go.

import type { Verb } from "@yinuo/core";
import { splitText, type Json } from "@yinuo/transparency-log";

/** `new.promise.0`: the first paragraph of a text of several; `record.milestones.2.title`. */
export type Field = readonly [name: string, value: Json];

export type Told = {
  readonly verb: Verb;
  readonly recordedAt: string;
  readonly role: string | null;
  readonly reason: string | null;
  readonly old: Json;
  readonly new: Json;
  /** The whole of what became public with this entry, where it is a publication. */
  readonly record: Json | undefined;
};

/** The parts of a name may be four at most (decision 0017). */
export const DEEPEST = 4;

/** `depth`: what lies deeper stays together in one field. With 1 there are five fields at most. */
export const fieldsOf = (told: Told, depth: number): readonly Field[] => {
  // A change of keys and a redaction say all they say in the leaf itself.
  if (told.verb === "redaction.made" || told.verb.startsWith("key.")) return [];
  const { recordedAt, role, reason, old, new: now, record } = told;
  const parts = { recordedAt, role, reason, old, new: now, record };
  return Object.entries(parts).flatMap(([name, value]) =>
    value === undefined || value === null || isEmpty(value) ? [] : pieces(name, value, depth - 1),
  );
};

const isEmpty = (value: Json): boolean => typeof value === "object" && Object.keys(value ?? {}).length === 0;

const pieces = (name: string, value: Json, depth: number): readonly Field[] => {
  if (depth === 0) return [[name, value]];
  if (typeof value === "string") return splitText(name, value);
  // An empty list is a value too.
  if (value === null || typeof value !== "object" || isEmpty(value)) return [[name, value]];
  return Object.entries(value).flatMap(([key, one]: [string, Json]) =>
    pieces(`${name}.${key}`, one, depth - 1),
  );
};
