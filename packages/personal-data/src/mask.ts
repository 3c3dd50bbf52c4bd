// What is left to see of each kind after masking, and the text with its finds masked.

import type { Find } from "./candidate.ts";
import { findPersonalData } from "./find.ts";
import { fold } from "./fold.ts";

export interface Screened {
  readonly finds: readonly Find[];
  readonly masked: string;
}

/** What is in the text, and the text as it may be published: masking leaves nothing that would be found again. */
export function screenText(text: string): Screened {
  return { finds: findPersonalData(text), masked: maskPersonalData(text) };
}

/**
 * With `finds`, masks these and no others: pass those that nobody gave a reason to keep. Without, masks everything.
 * Throws if a find is not from this text. Separators stay, invisible characters inside a find go.
 */
export function maskPersonalData(text: string, finds?: readonly Find[]): string {
  if (finds !== undefined) return replaceEach(text, finds, shown);
  let masked = replaceEach(text, findPersonalData(text), shown);
  // The digits left to see can make a new number with what follows them (138****0755-20000000); that one goes whole.
  for (let more = findPersonalData(masked); more.length > 0; more = findPersonalData(masked))
    masked = replaceEach(masked, more, () => ({ first: 0, last: 0 }));
  return masked;
}

/** How many letters and digits at each end stay readable. */
interface Shown {
  readonly first: number;
  readonly last: number;
}

function replaceEach(
  text: string,
  finds: readonly Find[],
  show: (find: Find, plain: string) => Shown,
): string {
  const folded = fold(text);
  const pieces: string[] = [];
  let done = 0;
  let place = 0;
  for (const find of finds.toSorted((a, b) => a.start - b.start)) {
    if (find.start < done || find.text === "" || text.slice(find.start, find.end) !== find.text)
      throw new RangeError(`no such find at ${find.start}`);
    while (place < folded.text.length && (folded.starts[place] ?? 0) < find.start) place++;
    let end = place;
    while (end < folded.text.length && (folded.starts[end] ?? 0) < find.end) end++;
    const plain = folded.text.slice(place, end);
    const original = (at: number): string => text.slice(folded.starts[place + at], folded.ends[place + at]);
    pieces.push(text.slice(done, find.start), stars(plain, original, show(find, plain)));
    done = find.end;
    place = end;
  }
  return pieces.join("") + text.slice(done);
}

/** One star for each hidden letter or digit. */
function stars(plain: string, original: (at: number) => string, { first, last }: Shown): string {
  const count = plain.replace(/[^A-Za-z0-9]/g, "").length;
  let seen = 0;
  return Array.from({ length: plain.length }, (_, at) => {
    if (!/[A-Za-z0-9]/.test(plain.charAt(at))) return original(at);
    seen++;
    return seen <= first || seen > count - last ? original(at) : "*";
  }).join("");
}

/**
 * Resident ID 4****************4, as banks' and carriers' screens show it: the other custom, six and four, leaves only
 * the birthday to guess, and the checksum answers an eleventh of that. Mobile 138****5678. Landline: area code and last
 * four. Card: last four. Plate: province, letter, last. Passport: first and last two. E-mail: first letter and domain.
 */
function shown({ kind }: Find, plain: string): Shown {
  const digits = plain.replace(/\D/g, "").length;
  switch (kind) {
    case "residentId":
      return { first: 1, last: 1 };
    case "mobile":
      return isAbroad(plain) ? { first: 3, last: 2 } : { first: digits - 8, last: 4 };
    case "landline":
      return { first: areaDigits(plain), last: 4 };
    case "bankCard":
      return { first: 0, last: 4 };
    case "plate":
      return { first: 1, last: 1 };
    case "passport":
      return { first: 1, last: 2 };
    case "email":
      return shownOfEmail(plain);
  }
}

const isAbroad = (plain: string): boolean => /^(?:\+(?!86)|00(?!86))/.test(plain);

/** Country and area code; nothing for a number without an area code. */
function areaDigits(plain: string): number {
  const digits = plain.replace(/\D/g, "");
  return /^(?:(?:00)?86(?=\d{9})0?|0)(?:10|2\d|[3-9]\d\d)/.exec(digits)?.[0].length ?? 0;
}

function shownOfEmail(plain: string): Shown {
  const count = (part: string): number => part.replace(/[^A-Za-z0-9]/g, "").length;
  const local = plain.slice(0, plain.search(/ ?[@#[({<【]/));
  return { first: count(local) > 2 ? 1 : 0, last: count(plain) - count(local) };
}
