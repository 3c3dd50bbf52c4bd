// What a file is, by its bytes; its name and what the browser says of it are not asked.

/** Files with text inside. */
export const DOCUMENT_KINDS = ["pdf", "xlsx", "docx", "pptx", "odt", "ods", "txt"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type FileKind = DocumentKind | "picture" | "heic" | "scripted" | "encrypted";

/** `scripted`: markup a browser would run (SVG, HTML). `encrypted`: an office file under a password. `undefined`: nothing that is accepted. */
export const kindOfBytes = (bytes: Uint8Array): FileKind | undefined => {
  const head = latin(bytes.subarray(0, 32));
  if (head.startsWith("\xff\xd8\xff") || head.startsWith("\x89PNG\r\n\x1a\n")) return "picture";
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "picture";
  if (head.slice(4, 8) === "ftyp") return kindOfBrand(latin(bytes.subarray(8, 64)));
  // ISO 32000-1, 7.5.2 with Annex H.3.4.1: readers accept the mark within the first 1,024 bytes.
  if (latin(bytes.subarray(0, 1024)).includes("%PDF-")) return "pdf";
  if (head.startsWith("PK\x03\x04")) return kindOfZip(bytes);
  // MS-OFFCRYPTO 2.3: a file under a password is a stream of this name in a compound file.
  if (head.startsWith("\xd0\xcf\x11\xe0") && latin(bytes).includes(wide("EncryptedPackage")))
    return "encrypted";
  return isText(bytes) ? kindOfText(bytes) : undefined;
};

/** ISO/IEC 23008-12: the brands of a HEIF picture coded as HEVC. AVIF is the same box with another codec. */
const kindOfBrand = (brands: string): FileKind | undefined => {
  if (/avif|avis/.test(brands)) return "picture";
  return /hei[cxms]|hev[cxms]|mif1|msf1/.test(brands) ? "heic" : undefined;
};

/** The names of the parts stand in the zip's directory at its end. A macro makes it something else. */
const kindOfZip = (bytes: Uint8Array): FileKind | undefined => {
  const directory = latin(bytes.subarray(Math.max(0, bytes.length - 256 * 1024)));
  if (directory.includes("vbaProject.bin")) return undefined;
  if (directory.includes("xl/workbook.xml")) return "xlsx";
  if (directory.includes("ppt/presentation.xml")) return "pptx";
  if (directory.includes("word/document.xml")) return "docx";
  return directory.includes("Basic/") ? undefined : kindOfOpenDocument(latin(bytes.subarray(30, 96)));
};

/** OpenDocument part 2, 3.3: its kind stands first in the archive, not packed. */
const kindOfOpenDocument = (start: string): FileKind | undefined => {
  if (start.startsWith("mimetypeapplication/vnd.oasis.opendocument.text")) return "odt";
  return start.startsWith("mimetypeapplication/vnd.oasis.opendocument.spreadsheet") ? "ods" : undefined;
};

const wide = (text: string): string => Array.from(text, (letter) => `${letter}\0`).join("");

/** Plain text has no zero bytes (UTF-16 has, but begins with its mark) and few control characters. */
const isText = (bytes: Uint8Array): boolean => {
  if (bytes.length === 0) return false;
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const sample = bytes.subarray(0, 64 * 1024);
  return sample.every(
    (byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 13 || (utf16 && byte === 0),
  );
};

const kindOfText = (bytes: Uint8Array): FileKind => {
  // Zero bytes go, so that UTF-16 markup is seen as well.
  const text = latin(bytes.subarray(0, 64 * 1024)).replaceAll("\0", "");
  return /<\s*(?:!doctype|html|head|body|script|svg|iframe|\?xml)\b|<!--/i.test(text) ? "scripted" : "txt";
};

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
