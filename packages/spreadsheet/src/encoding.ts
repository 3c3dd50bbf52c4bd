// Bytes of a text file to text: byte-order mark, then a strict UTF-8 test, then the legacy encodings by how they read.
import iconv from "iconv-lite";
import { COMMON_CHARACTERS } from "./common-characters.ts";
import type { Detected, Encoding } from "./opened.ts";

export type Decoded = {
  readonly text: string;
  readonly encoding: Detected<Encoding> & { readonly chosen: Encoding };
};

const LEGACY = ["gb18030", "big5", "windows-1252"] as const;
const SAMPLE_BYTES = 64 * 1024;
/** Below this many non-ASCII characters a score is luck: both Chinese encodings stay open. */
const FEW = 8;

/** `undefined` when the bytes are no text in any encoding known here. */
export function decodeText(bytes: Uint8Array, choice: Encoding | undefined): Decoded | undefined {
  const detected = detectEncoding(bytes);
  if (choice !== undefined) {
    const plausible = detected?.plausible ?? [choice];
    return { text: decode(bytes, choice), encoding: { chosen: choice, plausible, certain: true } };
  }
  return detected && { text: decode(bytes, detected.chosen), encoding: detected };
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  const text =
    encoding === "utf-8"
      ? new TextDecoder("utf-8").decode(bytes)
      : iconv.decode(bytes, encoding, { stripBOM: true });
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function detectEncoding(bytes: Uint8Array): Decoded["encoding"] | undefined {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return { chosen: marked, plausible: [marked], certain: true };
  const wide = wideWithoutMark(bytes);
  if (wide === "binary") return undefined;
  if (wide !== undefined) return { chosen: wide, plausible: [wide], certain: false };
  if (isStrictUtf8(bytes)) return { chosen: "utf-8", plausible: ["utf-8"], certain: true };
  return byReading(sample(bytes));
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** NUL bytes that stand at one parity only come from UTF-16; any others come from no text at all. */
function wideWithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | "binary" | undefined {
  if (!bytes.includes(0)) return undefined;
  const nuls = [0, 0];
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (bytes.length % 2 !== 0 || (even > 0 && odd > 0) || (even + odd) * 20 < bytes.length) return "binary";
  // Of UTF-16 that is half NULs, each half of a pair is ASCII; with fewer NULs there are bytes UTF-8 does not allow.
  if (even + odd < bytes.length * 0.4 && isStrictUtf8(bytes)) return "binary";
  const encoding = odd > 0 ? "utf-16le" : "utf-16be";
  return decode(bytes, encoding).isWellFormed() ? encoding : "binary";
}

function isStrictUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whole lines of the beginning, preferring those with something beyond ASCII in them. */
function sample(bytes: Uint8Array): Uint8Array {
  const first = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - SAMPLE_BYTES / 4);
  const from = first === 0 ? 0 : lineStart(bytes, first);
  const until = from + SAMPLE_BYTES >= bytes.length ? bytes.length : lineStart(bytes, from + SAMPLE_BYTES);
  return bytes.subarray(from, until > from ? until : bytes.length);
}

function lineStart(bytes: Uint8Array, near: number): number {
  let at = near;
  while (at > 0 && bytes[at - 1] !== 10 && bytes[at - 1] !== 13) at--;
  return at;
}

function byReading(bytes: Uint8Array): Decoded["encoding"] | undefined {
  const readings: { encoding: Encoding; score: number; unread: number; count: number }[] = LEGACY.map(
    (encoding) => ({
      encoding,
      ...(encoding === "windows-1252"
        ? scoreLatin(decode(bytes, encoding))
        : scoreChinese(decode(bytes, encoding))),
    }),
  );
  // A file cut in the middle of a character, or with one bad byte, is still UTF-8: the rest reads far too well.
  const utf8 = scoreChinese(decode(bytes, "utf-8"));
  if (utf8.unread * 20 < utf8.count) readings.push({ encoding: "utf-8", ...utf8, score: 1 });
  readings.sort((a, b) => b.score - a.score);
  const best = readings[0];
  if (best === undefined || controlsIn(bytes) * 100 > bytes.length) return undefined;
  const short = best.encoding !== "windows-1252" && best.count < FEW;
  const plausible = readings
    .filter(
      (r) =>
        r === best || (r.unread === 0 && r.encoding !== "windows-1252" && short) || r.score > best.score / 2,
    )
    .filter((r) => r === best || r.score > 0 || short);
  return {
    chosen: best.encoding,
    plausible: plausible.map((reading) => reading.encoding),
    certain: plausible.length === 1 && !short && best.score >= 0.4 && best.unread === 0,
  };
}

function controlsIn(bytes: Uint8Array): number {
  let found = 0;
  for (const byte of bytes) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 26) found++;
  return found;
}

/** The share of characters that Chinese documents really use; unreadable and private ones count against it. */
function scoreChinese(text: string): { score: number; unread: number; count: number } {
  let common = 0;
  let unread = 0;
  let odd = 0;
  let count = 0;
  for (const character of text) {
    if (character <= "\u007F") continue;
    count++;
    if (COMMON_CHARACTERS.has(character) || /[、。，；：？！“”（）《》％—…０-９]/u.test(character)) common++;
    else if (/[\uFFFD\p{Cc}]/u.test(character)) unread++;
    else if (/\p{Co}/u.test(character)) odd++;
  }
  return { score: count === 0 ? 0 : Math.max(0, common - 3 * (unread + odd)) / count, unread, count };
}

/** The share of accented letters and typographic marks that stand where Latin text has them: alone or in pairs. */
function scoreLatin(text: string): { score: number; unread: number; count: number } {
  let good = 0;
  let count = 0;
  for (const run of text.match(/\P{ASCII}+/gu) ?? []) {
    count += run.length;
    if (run.length <= 2 && /^[\p{Script=Latin}‘’“”–—…€£°«»½§·]+$/u.test(run)) good += run.length;
  }
  return { score: count === 0 ? 0 : good / count, unread: 0, count };
}
