// One plain spelling of a text, character for character, so that every offset stays what it was.

/** Full-width forms, the look-alikes of colon, dash and space, and control characters; all other characters stay. */
const ODD =
  /[\p{Cc}\u00a0\u2000-\u200b\u2010-\u2015\u2212\u2236\u202f\u3000\u301c\u2500\ufe10-\ufe16\ufe55\ufe6a\uff01-\uff5e]/gu;

const PLAIN: ReadonlyMap<string, string> = new Map([
  ["\n", "\n"],
  ["\t", "\t"],
  ["\u2236", ":"],
  ["\ufe55", ":"],
  ["\ufe6a", "%"],
  ["\u301c", "~"],
  // The thousands separator and the comma of a sentence are told apart by where they stand, so this one stays.
  ["，", "，"],
  ["\u2010", "-"],
  ["\u2011", "-"],
  ["\u2212", "-"],
  ["\u2012", "—"],
  ["\u2013", "—"],
  ["\u2014", "—"],
  ["\u2015", "—"],
  ["\u2500", "—"],
]);

const plain = (odd: string): string => {
  const known = PLAIN.get(odd);
  if (known !== undefined) return known;
  const code = odd.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : " ";
};

export const fold = (text: string): string => text.replace(ODD, plain);
