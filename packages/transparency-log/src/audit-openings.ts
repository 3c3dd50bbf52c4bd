// Opened fields against their seals, for a whole log: after the audit, which knows what was redacted.

import { readEntries, type ReadFile } from "./audit-reading.ts";
import { parseEntry } from "./entry-parse.ts";
import { sha256, type Sha256 } from "./hashing.ts";
import { fromUtf8, toUtf8 } from "./utf8.ts";
import { TILE_WIDTH } from "./tile-path.ts";
import { parseOpening, verifyOpening, type FieldVerdict, type MadeRedaction } from "./opening.ts";

export type OpeningsToAudit = {
  /** A file of the log by its path: bundles, and `open/tile/<bundle>.jsonl` (one a line) or `open/<index>.json`. */
  readonly read: ReadFile;
  readonly size: number;
  /** Those that the audit found. */
  readonly redactions: readonly MadeRedaction[];
  readonly digest?: Sha256;
  readonly told?: (entries: number) => Promise<void> | void;
};

/** `redactionUnfulfilled`: the value is still shown after its redaction. */
export type OpeningFinding =
  | { readonly index: number; readonly fault: "openingMalformed" }
  | { readonly index: number; readonly fault: "fieldMissing" | "fieldMismatch"; readonly field: string }
  | { readonly index: number; readonly flag: "redactionUnfulfilled"; readonly field: string };

/** How many fields there are of each verdict. */
export type OpeningReport = Readonly<Record<FieldVerdict["is"], number>>;

/** Yields what is not as it should be; a redacted field is. */
export const auditOpenings = async function* (
  wish: OpeningsToAudit,
): AsyncGenerator<OpeningFinding, OpeningReport> {
  const made = Map.groupBy(wish.redactions, ({ target }) => target);
  const count = { ok: 0, redacted: 0, "missing-unexplained": 0, mismatch: 0 };
  for await (const batch of readEntries({ read: wish.read }, wish.size)) {
    for (const { first, entries } of batch) {
      const open = await openingsFrom(wish.read, first);
      const opened = await Promise.all(
        entries.map((entry, at) => verdictsOf(first + at, entry, { wish, made, open })),
      );
      for (const { index, verdicts, malformed } of opened) {
        if (malformed) yield { index, fault: "openingMalformed" };
        for (const verdict of verdicts) {
          count[verdict.is] += 1;
          yield* findingsOf(index, verdict, made.get(index) ?? []);
        }
      }
    }
    const last = batch.at(-1);
    await wish.told?.((last?.first ?? 0) + (last?.entries.length ?? 0));
  }
  return count;
};

type Looking = {
  readonly wish: OpeningsToAudit;
  readonly made: ReadonlyMap<number, readonly MadeRedaction[]>;
  readonly open: (index: number) => Promise<Uint8Array | undefined>;
};

/** All of a bundle in one file where the log has it, else each by itself. */
const openingsFrom = async (read: ReadFile, first: number): Promise<Looking["open"]> => {
  const lines = fromUtf8((await read(`open/tile/${first / TILE_WIDTH}.jsonl`)) ?? new Uint8Array());
  if (lines === undefined || lines === "") return (index) => read(`open/${index}.json`);
  const byIndex = new Map<number, Uint8Array>();
  for (const line of lines.split("\n").map(toUtf8)) {
    const opening = parseOpening(line);
    if (opening.ok) byIndex.set(opening.value.index, line);
  }
  return async (index) => byIndex.get(index);
};
type Verdicts = {
  readonly index: number;
  readonly verdicts: readonly FieldVerdict[];
  readonly malformed: boolean;
};

const verdictsOf = async (
  index: number,
  bytes: Uint8Array,
  { wish, made, open }: Looking,
): Promise<Verdicts> => {
  const entry = parseEntry(bytes);
  // Entries without fields have nothing to open, and what is no entry was found by the audit.
  if (!entry.ok || entry.value.fields.length === 0) return { index, verdicts: [], malformed: false };
  const file = await open(index);
  const opening = file === undefined ? undefined : parseOpening(file);
  const usable = opening?.ok === true && opening.value.index === index ? opening.value : undefined;
  const redactions = made.get(index) ?? [];
  const verdicts = verifyOpening({ entry: entry.value, opening: usable, redactions }, wish.digest ?? sha256);
  return { index, verdicts, malformed: file !== undefined && usable === undefined };
};

const findingsOf = (
  index: number,
  { name: field, is }: FieldVerdict,
  redactions: readonly MadeRedaction[],
): readonly OpeningFinding[] => {
  if (is === "missing-unexplained") return [{ index, fault: "fieldMissing", field }];
  if (is === "mismatch") return [{ index, fault: "fieldMismatch", field }];
  return is === "ok" && redactions.some((each) => each.field === field)
    ? [{ index, flag: "redactionUnfulfilled", field }]
    : [];
};
