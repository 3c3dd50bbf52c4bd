// Bodies that a file names and the ledger does not know, made with it when the person importing says so.

import { createBody, type Body } from "@yinuo/core";
import { plainHeader } from "./header.ts";
import { indexNames, type Known, type NameIndex } from "./known.ts";
import type { PlannedWrite } from "./plan.ts";

/** Several bodies in one cell: ； ; 、 and line breaks always part them; commas only when every part is a known body. */
const PARTS = /[;；、\n]+/;
const COMMAS = /[,，]+/;

export type Bodies = {
  readonly all: ReadonlyMap<string, Body>;
  readonly writes: readonly PlannedWrite[];
  readonly find: (typed: string) => Body | "twice" | undefined;
  readonly findAll: (
    typed: string,
  ) => readonly { readonly typed: string; readonly body: Body | "twice" | undefined }[];
};

/** `cells`: every cell of the lead and co-operating columns, in order of rows. */
export const knowBodies = (cells: Iterable<string>, create: boolean, known: Known): Bodies => {
  const all = new Map(known.bodies);
  const find = indexNames(known.bodies.values());
  const made = new Map<string, Body>();
  const writes: PlannedWrite[] = [];
  for (const cell of create ? cells : [])
    for (const { typed, body } of split(cell, find)) {
      const plain = plainHeader(typed);
      if (body !== undefined || made.has(plain)) continue;
      const context = { by: known.by, today: known.today, bodies: all };
      const decided = createBody({ code: nextCode(all), name: typed, inspects: false }, context);
      // A name that cannot be one stays unknown, and its rows are refused for it.
      if (!decided.ok) continue;
      const { state } = decided.value;
      all.set(state.code, state);
      made.set(plain, state);
      writes.push({ noun: "body", was: undefined, change: decided.value });
    }
  const findAny = (typed: string): Body | "twice" | undefined => find(typed) ?? made.get(plainHeader(typed));
  return { all, writes, find: findAny, findAll: (typed) => split(typed, findAny) };
};

const split = (cell: string, find: NameIndex<Body>) => {
  const whole = find(cell);
  if (whole !== undefined) return [{ typed: cell.trim(), body: whole }];
  const parts = named(cell.split(PARTS), find);
  return parts.flatMap((part) => {
    if (part.body !== undefined) return [part];
    const smaller = named(part.typed.split(COMMAS), find);
    return smaller.length > 1 && smaller.every(({ body }) => body !== undefined) ? smaller : [part];
  });
};

const named = (parts: readonly string[], find: NameIndex<Body>) =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((typed) => ({ typed, body: find(typed) }));

/** B001, B002 …: a code says nothing, so that renaming a body never makes it wrong. */
const nextCode = (bodies: ReadonlyMap<string, Body>): string => {
  for (let number = bodies.size + 1; ; number += 1) {
    const code = `B${String(number).padStart(3, "0")}`;
    if (!bodies.has(code)) return code;
  }
};
