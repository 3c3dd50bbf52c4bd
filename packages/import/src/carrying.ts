// Which uploaded spreadsheets carry a text that must not stay: looked for in every cell of every sheet, whatever was imported.

import { readFile } from "node:fs/promises";
import { listBatches, type Db, type FileStore, type ImportBatch } from "@yinuo/store";
import { choicesOf } from "./choices.ts";
import { openBytes } from "./file.ts";

const ALL = 1_000_000;

/** Their ids. A file that cannot be read counts as carrying it: nobody could say that it does not. */
export const batchesCarrying = async (
  db: Db,
  files: Pick<FileStore, "path">,
  text: string,
): Promise<readonly string[]> => {
  const wanted = squeezed(text);
  const carrying: string[] = [];
  for (const batch of await listBatches(db, { limit: ALL }))
    if (batch.sha256 !== undefined && (await carries(files, batch, wanted))) carrying.push(batch.id);
  return carrying;
};

const carries = async (
  files: Pick<FileStore, "path">,
  batch: ImportBatch,
  wanted: string,
): Promise<boolean> => {
  const bytes = await readFile(files.path(batch.sha256 ?? "")).catch(() => undefined);
  if (bytes === undefined) return false;
  const { pasted, reading } = choicesOf(batch);
  let sheets = 1;
  for (let sheet = 0; sheet < sheets; sheet += 1) {
    const opened = await openBytes(
      bytes,
      batch.fileName,
      pasted,
      sheet === 0 && sheets === 1 ? reading : { sheet },
    );
    if (!opened.ok) return true;
    const { titleRows, columns, rows } = opened.value;
    const texts = [
      ...titleRows.map((row) => row.text),
      ...columns.map(({ header }) => header),
      ...rows.flatMap(({ cells }) => cells.map((cell) => cell.text)),
    ];
    if (texts.some((one) => squeezed(one).includes(wanted))) return true;
    sheets = Math.max(1, opened.value.sheets.length);
  }
  return false;
};

/** A cell is written with other spaces and breaks than the text that came of it. */
const squeezed = (text: string): string => text.replaceAll(/\s+/g, "");
