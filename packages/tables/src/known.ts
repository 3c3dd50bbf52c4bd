// What an import must see of the ledger, and how a sheet's names are found in it.

import type { Body, By, Commitment, Indicator, Observation, Programme } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { plainHeader } from "./header.ts";

export type Known = {
  readonly by: By;
  readonly today: Day;
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** Codes of the indicators that have figures. */
  readonly observed: ReadonlySet<string>;
  /** Those an update could touch, by `commitmentKey`. */
  readonly commitments: ReadonlyMap<string, Commitment>;
  /** Those an update could touch or that come just before a new one, by `observationKey`. */
  readonly observations: ReadonlyMap<string, Observation>;
};

export const commitmentKey = (key: { readonly programme: string; readonly code: string }): string =>
  `${key.programme}/${key.code}`;

export const observationKey = (key: {
  readonly indicator: string;
  readonly body: string;
  readonly period: string;
}): string => `${key.indicator}/${key.body}/${key.period}`;

/** Named things by code, external id and name; a name that two of them have finds neither. */
export type NameIndex<T> = (typed: string) => T | "twice" | undefined;

type Named = {
  readonly code: string;
  readonly externalId?: string | undefined;
  readonly name: string;
  readonly nameEn?: string | undefined;
};

export const indexNames = <T extends Named>(things: Iterable<T>): NameIndex<T> => {
  const byCode = new Map<string, T>();
  const byName = new Map<string, T | "twice">();
  const add = (name: string | undefined, thing: T): void => {
    const plain = name === undefined ? "" : plainHeader(name);
    if (plain === "") return;
    const there = byName.get(plain);
    byName.set(plain, there === undefined || there === thing ? thing : "twice");
  };
  for (const thing of things) {
    byCode.set(thing.code, thing);
    if (thing.externalId !== undefined && !byCode.has(thing.externalId)) byCode.set(thing.externalId, thing);
    add(thing.name, thing);
    add(thing.nameEn, thing);
  }
  return (typed) => byCode.get(typed.trim()) ?? byName.get(plainHeader(typed));
};
