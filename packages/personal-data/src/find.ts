// All personal data in a text, in order and without overlaps.

import type { Candidate, Find, NumberReader } from "./candidate.ts";
import { bankCard } from "./bank-card.ts";
import { findEmails } from "./email.ts";
import { fold } from "./fold.ts";
import { landline } from "./landline.ts";
import { foreignPhone, mobile } from "./mobile.ts";
import { findPassports } from "./passport.ts";
import { findPlates } from "./plate.ts";
import { residentId } from "./resident-id.ts";

/** In order of preference where two read the same characters with the same certainty. */
const numberReaders: readonly NumberReader[] = [residentId, bankCard, mobile, landline, foreignPhone];

/**
 * Every occurrence, in order, none overlapping: the longer reading wins, then the more certain. Work grows linearly with
 * the length of the text, whatever it holds.
 */
export function findPersonalData(text: string): readonly Find[] {
  const folded = fold(text);
  return withoutOverlaps(candidates(folded.text), folded.text.length).map(
    ({ kind, start, end, certainty }) => {
      const from = folded.starts[start] ?? 0;
      const to = folded.ends[end - 1] ?? from;
      return { kind, start: from, end: to, text: text.slice(from, to), certainty };
    },
  );
}

function candidates(text: string): Candidate[] {
  const found = [...findEmails(text), ...findPlates(text), ...findPassports(text)];
  // A failed reading must not hide the one that begins inside it, so each place is tried by itself.
  for (const { index } of text.matchAll(/(?<!\d)[\d+(]/g))
    for (const read of numberReaders) {
      const candidate = read(text, index);
      if (candidate !== undefined) found.push(candidate);
    }
  return found;
}

function withoutOverlaps(all: readonly Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length);
  const kept: Candidate[] = [];
  for (const candidate of all.toSorted(byPreference)) {
    // Longer ones come first, so an overlap always covers one of the two ends.
    if (taken[candidate.start] === 1 || taken[candidate.end - 1] === 1) continue;
    taken.fill(1, candidate.start, candidate.end);
    kept.push(candidate);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** Sorting is stable, so equals stay in the order of the readers. */
const byPreference = (a: Candidate, b: Candidate): number =>
  b.end - b.start - (a.end - a.start) ||
  Number(b.certainty === "certain") - Number(a.certainty === "certain");
