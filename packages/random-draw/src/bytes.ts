// Text as bytes: UTF-8, SHA-256 in hexadecimal, and the order of bytes, which is not that of JavaScript strings.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** By code point, as `LC_ALL=C sort` does; `<` goes by UTF-16 and puts U+FF11 after U+20000. */
export const byBytes = (one: string, other: string): number => {
  const [a, b] = [utf8ToBytes(one), utf8ToBytes(other)];
  const end = Math.min(a.length, b.length);
  for (let at = 0; at < end; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};

export const isHex = (text: string, digits: number): boolean =>
  text.length === digits && /^[0-9a-f]*$/.test(text);
