// One plain spelling of a text (half-width, no invisible characters) with the way back to the original offsets.

export interface Folded {
  readonly text: string;
  /** For each character of `text`, where it began and ended in the original. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Half-width letters, digits and signs; '-' for every dash; '·' for every middle dot; ' ' for every space inside a line;
 * nothing for what cannot be seen. Each character of the result stands for one code point of the original.
 */
export function fold(original: string): Folded {
  const starts = new Int32Array(original.length);
  const ends = new Int32Array(original.length);
  const spelledOut = spelledOutDigits(original);
  const plain: string[] = [];
  for (let at = 0; at < original.length;) {
    const point = original.codePointAt(at) ?? 0;
    const end = at + (point > 0xffff ? 2 : 1);
    const character =
      point < 0x80
        ? original.charAt(at)
        : (spelledOut.get(at) ?? plainCharacter(original.slice(at, end), point));
    if (character !== "") {
      starts[plain.length] = at;
      ends[plain.length] = end;
      plain.push(character);
    }
    at = end;
  }
  return { text: plain.join(""), starts, ends };
}

/** Joiners, direction marks, soft hyphens, variation selectors; and the key cap around a digit. */
const invisible = /[\p{Default_Ignorable_Code_Point}\u20e3]/u;
const space = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const dash = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/;
const middleDot = /[\u00b7\u0387\u2022\u2027\u2219\u22c5\u30fb\uff65]/;

function plainCharacter(character: string, point: number): string {
  if (point >= 0x4e00 && point <= 0x9fff) return character;
  if (invisible.test(character)) return "";
  if (space.test(character)) return " ";
  if (dash.test(character)) return "-";
  if (middleDot.test(character)) return "·";
  if (point >= 0xff01 && point <= 0xff5e) return String.fromCharCode(point - 0xfee0);
  return digitOf(point) ?? lookalike[character] ?? (character.length === 1 ? character : "\ufffd");
}

/** Digits of other scripts and fonts. Circled and raised digits are list marks and footnotes, so they stay what they are. */
function digitOf(point: number): string | undefined {
  if (point >= 0x1d7ce && point <= 0x1d7ff) return String((point - 0x1d7ce) % 10);
  if (point >= 0x0660 && point <= 0x0669) return String(point - 0x0660);
  if (point >= 0x06f0 && point <= 0x06f9) return String(point - 0x06f0);
  return undefined;
}

/** Cyrillic letters that Chinese input methods offer for the X of an ID number, and full-width signs of money. */
const lookalike: Readonly<Record<string, string>> = { "\u0425": "X", "\u0445": "x", "￥": "¥", "￡": "£" };

const chineseDigits = "〇一二三四五六七八九";

/** 一三八…: eleven or more numerals in a row name no quantity (there would be 十, 百, 万), so they spell a number. */
function spelledOutDigits(original: string): ReadonlyMap<number, string> {
  const digits = new Map<number, string>();
  for (const { 0: run, index } of original.matchAll(/[〇零○一二三四五六七八九幺]{11,}/g))
    for (const [offset, numeral] of [...run].entries())
      digits.set(
        index + offset,
        String(Math.max(0, chineseDigits.indexOf(numeral === "幺" ? "一" : numeral))),
      );
  return digits;
}
