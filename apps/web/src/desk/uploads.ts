// Files as they arrive from a phone or a desk: told apart by content, cleaned of what nobody meant to publish, stored.

import { createHmac, timingSafeEqual } from "node:crypto";
import { LIMITS } from "@yinuo/core";
import type { FileStore } from "@yinuo/store";
import { kindOfBytes, type FileKind } from "./file-kind.ts";
import type { Upload } from "./form.ts";
import { cleanPicture } from "./pictures.ts";

export const UPLOADS = { mostFiles: 3, mostBytes: 20 * 1024 * 1024 } as const;

/** Why a file is not accepted; one sentence each in words/uploads.ts. */
export type UploadRefusal =
  | { readonly code: "fileTooLarge"; readonly name: string; readonly bytes: number; readonly most: number }
  | { readonly code: "tooManyFiles"; readonly count: number; readonly most: number }
  | { readonly code: "heicPicture"; readonly name: string }
  | { readonly code: "pictureDamaged"; readonly name: string }
  | { readonly code: "scriptedFile"; readonly name: string }
  | { readonly code: "fileKindUnknown"; readonly name: string };

/** A file that is in the file store, on its way into a record. */
export type Stored = {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
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
  const fileName = safeName(upload.name);
  if (upload.size > UPLOADS.mostBytes)
    return { code: "fileTooLarge", name: fileName, bytes: upload.size, most: UPLOADS.mostBytes };
  const bytes = new Uint8Array(await upload.arrayBuffer());
  const kind = kindOfBytes(bytes);
  switch (kind) {
    case undefined:
      return { code: "fileKindUnknown", name: fileName };
    case "scripted":
      return { code: "scriptedFile", name: fileName };
    case "heic":
      return { code: "heicPicture", name: fileName };
    case "picture": {
      const picture = await cleanPicture(bytes);
      if (picture === undefined) return { code: "pictureDamaged", name: fileName };
      return keep(files, picture.bytes, {
        fileName: withEnding(fileName, picture.ending),
        mediaType: picture.mediaType,
      });
    }
    default:
      return keep(files, bytes, {
        fileName: withEnding(fileName, kind),
        mediaType: MEDIA_TYPES[kind](fileName),
      });
  }
};

const keep = async (
  files: FileStore,
  bytes: Uint8Array,
  named: Pick<Stored, "fileName" | "mediaType">,
): Promise<Stored> => ({ sha256: await files.put(bytes), size: bytes.length, ...named });

const OFFICE = "application/vnd.openxmlformats-officedocument";
const MEDIA_TYPES: Readonly<
  Record<Extract<FileKind, "pdf" | "xlsx" | "docx" | "txt">, (name: string) => string>
> = {
  pdf: () => "application/pdf",
  xlsx: () => `${OFFICE}.spreadsheetml.sheet`,
  docx: () => `${OFFICE}.wordprocessingml.document`,
  txt: (name) => (/\.csv$/i.test(name) ? "text/csv" : "text/plain"),
};

/** The name people gave it, in one spelling (NFC), without what would lead out of a folder or hide its ending. */
export const safeName = (given: string): string => {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .replaceAll(/[<>:"|?*]/g, "_")
    .replace(/^[.\s]+/, "")
    .trim();
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(plain)?.[0] ?? "";
  // By characters, since half of one cannot be read.
  const stem = Array.from(plain.slice(0, plain.length - ending.length))
    .slice(0, 100)
    .join("");
  return stem === "" ? `file${ending}` : `${stem}${ending}`;
};

/** The name's ending says what the content is, since that is what a reader's computer goes by. */
const withEnding = (name: string, kind: string): string => {
  const endings: readonly string[] = ENDINGS[kind] ?? [kind];
  const ending = /\.([\p{L}\p{N}]{1,8})$/u.exec(name)?.[1]?.toLowerCase();
  if (ending !== undefined && endings.includes(ending)) return name;
  return `${ending === undefined ? name : name.slice(0, -ending.length - 1)}.${endings[0] ?? kind}`;
};

const ENDINGS: Readonly<Record<string, readonly string[]>> = { jpg: ["jpg", "jpeg"], txt: ["txt", "csv"] };

/** What stands for a stored file in a form that is shown again: nobody can write one for a file they did not send. */
export const keptText = (secret: string, stored: Stored): string => {
  const said = Buffer.from(JSON.stringify(stored)).toString("base64url");
  return `${said}.${sealOf(secret, said)}`;
};

export const readKept = (secret: string, texts: readonly string[]): readonly Stored[] =>
  texts.flatMap((text) => {
    const [said = "", seal = ""] = text.split(".");
    const [a, b] = [Buffer.from(seal), Buffer.from(sealOf(secret, said))];
    if (a.length !== b.length || !timingSafeEqual(a, b)) return [];
    return [JSON.parse(Buffer.from(said, "base64url").toString()) as Stored];
  });

const sealOf = (secret: string, said: string): string =>
  createHmac("sha256", secret).update("yinuo: kept file").update(said).digest("base64url");

/** A caption is asked for; where none was written, the file's name says what it is. */
export const captionOf = (typed: string, stored: Stored): string =>
  typed.trim() === "" ? [...stored.fileName].slice(0, LIMITS.caption).join("") : typed;
