// Who can be drawn: ids with their stratum and bodies, in one spelling that has one digest.

import { byBytes, sha256Hex } from "./bytes.ts";
import type { FrameRefusal, IdFault } from "./refusals.ts";
import { made, refuse, type Result } from "./result.ts";

export type FrameEntry = {
  readonly stratum: string;
  readonly id: string;
  /** Of a subject: who answers for it. Of an inspector: whose they are. Nobody inspects their own body. */
  readonly bodies: readonly string[];
};

export type Frame = {
  /** In the order of the text. */
  readonly entries: readonly FrameEntry[];
  /** One line per entry, `stratum TAB id [TAB body …]`, sorted by bytes and separated by line feeds. */
  readonly text: string;
  readonly sha256: string;
};

/** What inspectors are drawn under; a stratum of subjects may not look like it. */
export const INSPECTORS = "inspectors/";

/** Refused: faults of any id, stratum or body; an id that stands twice; ids that a reader takes for the same. */
export const makeFrame = (entries: readonly FrameEntry[]): Result<Frame, FrameRefusal> => {
  if (entries.length === 0) return refuse({ code: "frameEmpty" });
  for (const { id, stratum, bodies } of entries) {
    for (const text of [id, stratum, ...bodies]) {
      const fault = faultOf(text);
      if (fault !== undefined) return refuse({ code: "frameIdFaulty", id: text, fault });
    }
    if (stratum.startsWith(INSPECTORS))
      return refuse({ code: "frameIdFaulty", id: stratum, fault: "reserved" });
  }
  const doubled = doubledIn(entries.map(({ id }) => id)) ?? alikeStrata(entries);
  if (doubled !== undefined) return refuse(doubled);
  const lines = new Map(entries.map((entry) => [lineOf(entry), entry]));
  const sorted = [...lines.keys()].toSorted(byBytes);
  const text = sorted.join("\n");
  const inOrder = sorted.flatMap((line) => lines.get(line) ?? []);
  return made({ entries: inOrder, text, sha256: sha256Hex(text) });
};

/** Reads the file of a frame; one line feed at the end is allowed, since editors add it. Nothing else is mended. */
export const readFrame = (text: string): Result<Frame, FrameRefusal> => {
  const entries: FrameEntry[] = [];
  for (const [index, line] of text.replace(/\n$/, "").split("\n").entries()) {
    const [stratum, id, ...bodies] = line.split("\t");
    if (stratum === undefined || id === undefined)
      return refuse({ code: "frameLineUnreadable", line: index + 1 });
    entries.push({ stratum, id, bodies });
  }
  return makeFrame(entries);
};

/** How many there are of each stratum, by the bytes of its name. */
export const strataOf = ({ entries }: Frame): ReadonlyMap<string, number> => {
  const sizes = new Map<string, number>();
  for (const { stratum } of entries) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);
  return new Map([...sizes].toSorted(([one], [other]) => byBytes(one, other)));
};

const lineOf = ({ stratum, id, bodies }: FrameEntry): string =>
  [stratum, id, ...[...new Set(bodies)].toSorted(byBytes)].join("\t");

/** Controls, format characters, line and paragraph separators, unpaired surrogates, and every space but the plain one. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

const faultOf = (id: string): IdFault | undefined => {
  if (id === "") return "empty";
  if (INVISIBLE.test(id)) return "invisible";
  if (id.trim() !== id) return "outerSpace";
  return id.normalize("NFC") === id ? undefined : "notNormal";
};

/** What two ids have in common when people or other programs take them for the same: width, case, spaces, dashes. */
export const likeness = (id: string): string =>
  id
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\p{Pd}|[−ー﹘]/gu, "-")
    .replaceAll(/\s+/g, "");

const doubledIn = (ids: readonly string[]): FrameRefusal | undefined => {
  const seen = new Map<string, string>();
  for (const id of ids) {
    const key = likeness(id);
    const other = seen.get(key);
    if (other === id) return { code: "frameIdTwice", id };
    if (other !== undefined) return { code: "frameIdsAlike", id: other, other: id };
    seen.set(key, id);
  }
  return undefined;
};

const alikeStrata = (entries: readonly FrameEntry[]): FrameRefusal | undefined =>
  doubledIn([...new Set(entries.map(({ stratum }) => stratum))]);
