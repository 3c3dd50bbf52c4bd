// What a cell's number format says its number is: a day, a time, a percentage, or just a number.
// ECMA-376 part 1, 18.8.30 and 18.8.31.

export type FormatMeaning = {
  readonly shows: "day" | "time" | "number";
  /** The format multiplies by a hundred as it shows. */
  readonly percent: boolean;
};

const known = new Map<string, FormatMeaning>();
const KEPT = 1_000;

export function formatMeaning(format: string): FormatMeaning {
  const cached = known.get(format);
  if (cached) return cached;
  if (known.size >= KEPT) known.clear();
  const meaning = readFormat(format);
  known.set(format, meaning);
  return meaning;
}

function readFormat(format: string): FormatMeaning {
  const [first = ""] = format
    .replace(/"[^"]*"/gu, "")
    .replace(/[\\!_*]./gu, "")
    .split(";");
  const elapsed = /\[(?:h+|m+|s+)\]/iu.test(first);
  const bare = first
    .replace(/\[[^\]]*\]/gu, "")
    .replace(/general/giu, "")
    .replace(/am\/pm|a\/p|上午\/下午/giu, "h")
    .toLowerCase();
  const percent = bare.includes("%");
  if (elapsed) return { shows: "time", percent };
  // E+00 is an exponent; a lone e is a year (the era year of [$-404]e/m/d).
  const letters = bare.replace(/e[+-]/gu, "");
  if (/[yde]|aaa|b{2}|ggg/u.test(letters)) return { shows: "day", percent };
  if (/[hs]/u.test(letters)) return { shows: "time", percent };
  return { shows: letters.includes("m") ? "day" : "number", percent };
}
