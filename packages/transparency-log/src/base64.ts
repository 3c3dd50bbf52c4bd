// Base 64 as the log's texts use it (RFC 4648, sections 4 and 5): one spelling for each bytes, every other one refused.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

type Alphabet = { readonly letters: string; readonly padded: boolean };

const STANDARD: Alphabet = { letters: `${LETTERS}+/`, padded: true };
const FOR_URLS: Alphabet = { letters: `${LETTERS}-_`, padded: false };

const write =
  ({ letters, padded }: Alphabet) =>
  (bytes: Uint8Array): string => {
    let text = "";
    for (let at = 0; at < bytes.length; at += 3) {
      const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
      const used = Math.min(3, bytes.length - at) + 1;
      for (let place = 0; place < used; place += 1) text += letters[(three >> (18 - 6 * place)) & 63];
      if (padded) text += "=".repeat(4 - used);
    }
    return text;
  };

const read = (alphabet: Alphabet) => {
  const values = new Map([...alphabet.letters].map((letter, value) => [letter, value]));
  const spell = write(alphabet);
  return (text: string): Uint8Array | undefined => {
    const letters = alphabet.padded ? text.replace(/={1,2}$/, "") : text;
    const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
    let bits = 0;
    for (let at = 0; at < letters.length; at += 1) {
      const value = values.get(letters[at] ?? "");
      if (value === undefined) return undefined;
      bits = ((bits << 6) | value) & 0xff_ffff;
      if (at % 4 > 0) bytes[Math.floor(at / 4) * 3 + (at % 4) - 1] = (bits >> (6 - 2 * (at % 4))) & 0xff;
    }
    // Padding that is missing, and bits after the last byte, come out differently.
    return spell(bytes) === text ? bytes : undefined;
  };
};

export const toBase64 = write(STANDARD);
/** `undefined` for every spelling but the one `toBase64` writes. */
export const fromBase64 = read(STANDARD);
/** Of the URL-safe alphabet, without padding. */
export const toBase64Url = write(FOR_URLS);
export const fromBase64Url = read(FOR_URLS);

/** By its last letter no bits are left over: of two bytes after the last three, of one. */
const LAST = [/$/, /[AQgw]$/, /[AEIMQUYcgkosw048]$/] as const;

/** Whether `fromBase64Url` reads so many bytes from it, told without reading them. */
export const isBase64UrlOf = (text: string, bytes: number): boolean =>
  text.length === Math.ceil((bytes * 4) / 3) &&
  /^[A-Za-z0-9_-]*$/.test(text) &&
  (LAST[bytes % 3] ?? LAST[0]).test(text);

/** Whether the text is what `toBase64Url` writes for the bytes, told without writing it. */
export const isBase64UrlFor = (text: string, bytes: Uint8Array): boolean => {
  if (text.length !== Math.ceil((bytes.length * 4) / 3)) return false;
  for (let at = 0, place = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let shift = 18; shift >= 0 && place < text.length; shift -= 6, place += 1)
      if (text.charCodeAt(place) !== CODES[(three >> shift) & 63]) return false;
  }
  return true;
};

const CODES: readonly number[] = [...FOR_URLS.letters].map((letter) => letter.codePointAt(0) ?? 0);
