// Files as they arrive from a phone, a desk or a terminal: told apart by content, cleaned of what nobody meant to publish, read, stored.

import { LIMITS, type EvidenceInput } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import type { FileStore } from "@yinuo/store";
import { kindOfBytes, type DocumentKind } from "./file-kind.ts";
import { safeName, withEnding } from "./file-name.ts";
import { cleanHeic, cleanPicture, type Picture } from "./pictures.ts";
import { readForPersonalData } from "./reading.ts";

export const UPLOADS = { mostFiles: 3, mostBytes: 20 * 1024 * 1024 } as const;

/** Why a file is not accepted; one sentence each in `@yinuo/words/files`. */
export type UploadRefusal =
  | { readonly code: "fileTooLarge"; readonly name: string; readonly bytes: number; readonly most: number }
  | { readonly code: "tooManyFiles"; readonly count: number; readonly most: number }
  | { readonly code: "pictureDamaged"; readonly name: string }
  | { readonly code: "scriptedFile"; readonly name: string }
  | { readonly code: "fileKindUnknown"; readonly name: string }
  | { readonly code: "fileEncrypted"; readonly name: string }
  | { readonly code: "fileDamaged"; readonly name: string }
  | { readonly code: "fileTooMuch"; readonly name: string };

/** A file that is in the file store, on its way into a record, with what was found inside. */
export type Stored = Omit<EvidenceInput, "caption" | "showsOn">;

export type Upload = {
  readonly name: string;
  readonly size: number;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
};

export type StoredFiles = { readonly stored: readonly Stored[]; readonly refused: readonly UploadRefusal[] };

/** Stores every file it can, so that a form shown again need not ask for it again. */
export const storeUploads = async (
  files: FileStore,
  uploads: readonly Upload[],
  room: number = UPLOADS.mostFiles,
): Promise<StoredFiles> => {
  const stored: Stored[] = [];
  const refused: UploadRefusal[] = [];
  if (uploads.length > room)
    refused.push({ code: "tooManyFiles", count: uploads.length, most: UPLOADS.mostFiles });
  for (const upload of uploads.slice(0, Math.max(0, room))) {
    const one = await storeUpload(files, upload);
    if ("code" in one) refused.push(one);
    else stored.push(one);
  }
  return { stored, refused };
};

const storeUpload = async (files: FileStore, upload: Upload): Promise<Stored | UploadRefusal> => {
  const name = safeName(upload.name);
  if (upload.size > UPLOADS.mostBytes)
    return { code: "fileTooLarge", name, bytes: upload.size, most: UPLOADS.mostBytes };
  const bytes = new Uint8Array(await upload.arrayBuffer());
  const kind = kindOfBytes(bytes);
  switch (kind) {
    case undefined:
      return { code: "fileKindUnknown", name };
    case "scripted":
      return { code: "scriptedFile", name };
    case "encrypted":
      return { code: "fileEncrypted", name };
    case "heic": {
      const picture = await cleanHeic(bytes);
      if (picture.ok) return keepPicture(files, name, picture.value);
      return { code: picture.error === "fileDamaged" ? "pictureDamaged" : picture.error, name };
    }
    case "picture": {
      const picture = await cleanPicture(bytes);
      return picture === undefined ? { code: "pictureDamaged", name } : keepPicture(files, name, picture);
    }
    default:
      return keepDocument(files, { name, kind, bytes });
  }
};

const keepPicture = async (files: FileStore, name: string, picture: Picture): Promise<Stored> => ({
  sha256: await files.put(picture.bytes),
  size: picture.bytes.length,
  fileName: withEnding(name, picture.ending),
  mediaType: picture.mediaType,
  screening: "picture",
});

type Document = { readonly name: string; readonly kind: DocumentKind; readonly bytes: Uint8Array };

const keepDocument = async (
  files: FileStore,
  { name, kind, bytes }: Document,
): Promise<Stored | UploadRefusal> => {
  const read = await readForPersonalData(kind, bytes);
  if (!read.ok) return { code: read.error, name };
  const { found, count, byEye } = read.value;
  return {
    sha256: await files.put(bytes),
    size: bytes.length,
    fileName: withEnding(name, kind),
    mediaType: MEDIA_TYPES[kind](name),
    screening: byEye ? "byEye" : "read",
    ...(count === 0 ? {} : { inside: { found, count } }),
  };
};

const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN = "application/vnd.oasis.opendocument";
const MEDIA_TYPES: Readonly<Record<DocumentKind, (name: string) => string>> = {
  pdf: () => "application/pdf",
  xlsx: () => `${OFFICE}.spreadsheetml.sheet`,
  docx: () => `${OFFICE}.wordprocessingml.document`,
  pptx: () => `${OFFICE}.presentationml.presentation`,
  odt: () => `${OPEN}.text`,
  ods: () => `${OPEN}.spreadsheet`,
  txt: (name) => (/\.csv$/i.test(name) ? "text/csv" : "text/plain"),
};

/** A caption is asked for; where none was written, the file's name says what it is. */
export const captionOf = (typed: string, { fileName }: Stored): string =>
  typed.trim() === "" ? [...fileName].slice(0, LIMITS.caption).join("") : typed;

export const evidenceOf = (stored: Stored, caption: string, showsOn: Day): EvidenceInput => ({
  ...stored,
  caption: captionOf(caption, stored),
  showsOn,
});
