// Proposes what each column of a sheet is, from its header, its values, and what the same source was mapped to before.

import { kindOf, parsePeriod, readPeriod } from "@yinuo/period";
import type { Opened } from "@yinuo/spreadsheet";
import { COLUMNS } from "./columns/index.ts";
import { columnFor, plainHeader } from "./header.ts";
import { textOptions } from "./reading.ts";
import { IMPORT_NOUNS, type ImportNoun, type Mapping, type Settings, type Use } from "./settings.ts";

export type MappingContext = {
  readonly settings: Settings;
  /** Indicators whose code, name or external id may head a column. */
  readonly indicators: Iterable<{
    readonly code: string;
    readonly name: string;
    readonly nameEn?: string | undefined;
    readonly externalId?: string | undefined;
  }>;
  /** Uses by header, from the last file of this source. */
  readonly remembered?: Readonly<Record<string, Use>> | undefined;
};

/** The remembered use wins, then the header; each ledger column is taken at most once, by the first that names it. */
export const proposeMapping = (opened: Opened, context: MappingContext): Mapping => {
  const { settings } = context;
  const columns = COLUMNS[settings.noun];
  const indicators = indexIndicators(context.indicators);
  const taken = new Set<string>();
  const take = (use: Use): Use => {
    if (use.to !== "column") return use;
    if (taken.has(use.key)) return { to: "ignore" };
    taken.add(use.key);
    return use;
  };
  return opened.columns.map(({ header }) => {
    const remembered = context.remembered?.[plainHeader(header)];
    if (remembered !== undefined) return take(remembered);
    const column = columnFor(columns, header);
    if (column !== undefined) return take({ to: "column", key: column.key });
    return settings.noun === "observations" ? wideUse(header, settings, indicators) : { to: "ignore" };
  });
};

const wideUse = (header: string, settings: Settings, indicators: ReadonlyMap<string, string>): Use => {
  const indicator = indicators.get(plainHeader(header));
  if (indicator !== undefined) return { to: "indicator", indicator };
  const canonical = parsePeriod(header.trim());
  if (canonical !== undefined) return { to: "period", period: canonical };
  // A bare year number is a period only where its column is one: "2024", not "12".
  const read = readPeriod(header, textOptions(settings));
  if (read.ok && (kindOf(read.period) !== "year" || /\d{4}/.test(header)))
    return { to: "period", period: read.period };
  return { to: "ignore" };
};

const indexIndicators = (indicators: MappingContext["indicators"]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const { code, name, nameEn, externalId } of indicators)
    for (const called of [code, name, nameEn, externalId])
      if (called !== undefined && !names.has(plainHeader(called))) names.set(plainHeader(called), code);
  return names;
};

/** The noun most of whose headers a sheet has; commitments when nothing speaks for another. */
export const guessNoun = (headers: readonly string[]): ImportNoun => {
  const scores = IMPORT_NOUNS.map((noun) => ({ noun, score: scoreOf(noun, headers) }));
  return scores.toSorted((a, b) => b.score - a.score)[0]?.noun ?? "commitments";
};

const scoreOf = (noun: ImportNoun, headers: readonly string[]): number => {
  const columns = COLUMNS[noun];
  const found = new Set(headers.map((header) => columnFor(columns, header)));
  found.delete(undefined);
  const needed = columns.filter((column) => column.needed);
  const missing = needed.filter((column) => !found.has(column)).length;
  const periods = headers.filter((header) => readPeriod(header).ok).length;
  const across = noun === "observations" ? Math.min(periods, 12) : 0;
  // Lacking fewer columns than another noun speaks for nothing.
  return found.size + across === 0 ? -100 : found.size - missing + across;
};

/** What to remember of a mapping for the next file of the same source. */
export const rememberMapping = (opened: Opened, mapping: Mapping): Record<string, Use> =>
  Object.fromEntries(
    opened.columns.flatMap(({ header }, index) => {
      const use = mapping[index];
      return use === undefined || plainHeader(header) === "" ? [] : [[plainHeader(header), use]];
    }),
  );
