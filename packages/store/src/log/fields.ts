// What a leaf commits to: everything the public entry of the history shows, piece by piece, so that one piece can go.

import type { Verb } from "@yinuo/core";
import type { Json } from "./leaf.ts";

/** A text of several paragraphs is one field for each: `new.promise#0`, `new.promise#1`. */
export type Field = readonly [name: string, value: Json];

export type Told = {
  readonly verb: Verb;
  readonly recorded_at: Date;
  readonly reason: string | null;
  readonly old: Json;
  readonly new: Json;
};

/** `record`: the whole of what became public with this entry, where it is a publication. */
export const fieldsOf = (told: Told, record: Json | undefined): readonly Field[] => [
  ["recordedAt", told.recorded_at.toISOString()],
  ...(told.reason === null ? [] : pieces("reason", told.reason)),
  // A redaction says all it says in the leaf itself.
  ...(told.verb === "redaction.approved" ? [] : [...within("old", told.old), ...within("new", told.new)]),
  ...(record === undefined ? [] : within("record", record)),
];

const within = (name: string, fields: Json): readonly Field[] =>
  Object.keys(fields as object).length === 0 ? [] : pieces(name, fields);

const pieces = (name: string, value: Json): readonly Field[] => {
  if (typeof value === "string") {
    const paragraphs = value.split("\n");
    return paragraphs.length === 1
      ? [[name, value]]
      : paragraphs.map((paragraph, at) => [`${name}#${at}`, paragraph]);
  }
  if (value === null || typeof value !== "object") return [[name, value]];
  const inner = Object.entries(value);
  // An empty list is a value too.
  return inner.length === 0 ? [[name, value]] : inner.flatMap(([key, one]) => pieces(`${name}.${key}`, one));
};
