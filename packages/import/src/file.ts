// The uploaded file of a batch, opened as it was chosen to be read; kept open for a while, since every step looks at it.

import { readFile } from "node:fs/promises";
import type { Choices, Opened, Result } from "@yinuo/spreadsheet";
import type { FileStore, ImportBatch } from "@yinuo/store";
import { choicesOf } from "./choices.ts";

/** Few people import at once; each opened file can take tens of megabytes. */
const MOST_OPEN = 3;

const opened = new Map<string, Promise<Result<Opened>>>();

export const openBatch = (files: FileStore, batch: ImportBatch): Promise<Result<Opened>> => {
  const { reading, pasted } = choicesOf(batch);
  const key = JSON.stringify([batch.sha256, pasted, reading]);
  const there = opened.get(key);
  if (there !== undefined) return there;
  const opening = read(files, batch, reading);
  opened.set(key, opening);
  opening.catch(() => opened.delete(key));
  for (const oldest of opened.keys()) {
    if (opened.size <= MOST_OPEN) break;
    opened.delete(oldest);
  }
  return opening;
};

const read = async (files: FileStore, batch: ImportBatch, reading: Choices): Promise<Result<Opened>> => {
  const bytes = await readFile(files.path(batch.sha256 ?? ""));
  return openBytes(bytes, batch.fileName, choicesOf(batch).pasted, reading);
};

export const openBytes = async (
  bytes: Uint8Array,
  name: string | undefined,
  pasted: boolean,
  reading: Choices,
): Promise<Result<Opened>> => {
  // Reading workbooks of every age takes four megabytes of code, which most starts of a server do without.
  const { openPasted, openSpreadsheet } = await import("@yinuo/spreadsheet/open");
  return pasted
    ? openPasted(new TextDecoder().decode(bytes), reading)
    : openSpreadsheet(bytes, name ?? "", reading);
};
