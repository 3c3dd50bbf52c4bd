// What a file is, by its bytes: a name or an ending proves nothing.
import { CFB } from "@e965/xlsx";
import { LIMITS } from "./opened.ts";
import type { LooksLike, Refusal } from "./opened.ts";
import { listZip } from "./zip-parts.ts";
import type { ZipPart } from "./zip-parts.ts";

export type Sniffed =
  | { readonly kind: "xlsx"; readonly parts: readonly ZipPart[] }
  | { readonly kind: "xls" }
  | { readonly kind: "text" }
  | { readonly kind: "refused"; readonly error: Refusal };

const MAGIC: readonly (readonly [looksLike: LooksLike, ...hex: string[]])[] = [
  ["pdf", "25504446"],
  ["image", "89504e47", "ffd8ff", "47494638", "49492a00", "4d4d002a"],
  ["archive", "377abcaf271c", "526172211a07", "1f8b08"],
  ["richText", "7b5c727466"],
];

export function sniff(bytes: Uint8Array): Sniffed {
  const head = hex(bytes.subarray(0, 8));
  if (head.startsWith("504b")) return sniffZip(bytes);
  if (head === "d0cf11e0a1b11ae1") return sniffCompoundFile(bytes);
  const known = MAGIC.find(([, ...magics]) => magics.some((magic) => head.startsWith(magic)));
  if (known) return isNot(known[0]);
  const beginning = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (/^RIFF.{4}WEBP|^.{4}ftyp(?:hei|mif|avif)/su.test(beginning)) return isNot("image");
  const markup = beginning.replace(/^(?:ï»¿|\s)+/u, "").toLowerCase();
  if (/^<(?:!doctype html|html|head|body|table|meta|div|style)\b/u.test(markup)) return isNot("webPage");
  if (/^<\?xml\s/u.test(markup)) return isNot(/<html/u.test(markup) ? "webPage" : "xml");
  return { kind: "text" };
}

function sniffZip(bytes: Uint8Array): Sniffed {
  const parts = listZip(bytes);
  // "PK" alone begins many a word; a local file header does not.
  if (parts === undefined) {
    return hex(bytes.subarray(2, 4)) === "0304"
      ? refused({ code: "damaged", reason: "archive" })
      : { kind: "text" };
  }
  const has = (start: string) => parts.some((part) => part.name.startsWith(start));
  if (has("word/")) return isNot("word");
  if (has("ppt/")) return isNot("presentation");
  if (has("xl/workbook.bin")) return isNot("binaryWorkbook");
  if (has("content.xml") && has("mimetype")) return isNot("openDocument");
  if (!has("xl/") || !has("[Content_Types].xml")) return isNot("archive");
  const found = parts.reduce((sum, part) => sum + part.unpackedBytes, 0);
  const limit = LIMITS.unpackedBytes;
  return found > limit
    ? refused({ code: "tooLarge", what: "unpackedBytes", limit, found })
    : { kind: "xlsx", parts };
}

/** [MS-CFB]; an encrypted workbook is a compound file with the zip in a stream ([MS-OFFCRYPTO] 2.3.4.4). */
function sniffCompoundFile(bytes: Uint8Array): Sniffed {
  let paths: readonly string[];
  try {
    paths = CFB.read(bytes, { type: "array" }).FullPaths.map((path: string) =>
      path.replace(/^[^/]*\//u, "").toLowerCase(),
    );
  } catch {
    return refused({ code: "damaged", reason: "workbook" });
  }
  const has = (name: string) => paths.includes(name);
  if (has("encryptedpackage")) return refused({ code: "encrypted" });
  if (has("workbook") || has("book")) return { kind: "xls" };
  if (has("worddocument")) return isNot("word");
  return isNot(has("powerpoint document") ? "presentation" : "binary");
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isNot(looksLike: LooksLike): Sniffed {
  return refused({ code: "notSpreadsheet", looksLike });
}

function refused(error: Refusal): Sniffed {
  return { kind: "refused", error };
}
