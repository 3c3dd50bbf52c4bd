// Gathers the personal data in a file's texts as they are read, each with its place and what stands beside it.

import type { FilePlace, FoundInFile } from "@yinuo/core";
import { findPersonalData, maskPersonalData, type Find } from "@yinuo/personal-data";
import { stop, type ReadingLimits } from "./limits.ts";
import { looksLikeName, maskName } from "./person-name.ts";

/** `byEye`: there was something that could not be read, or nothing at all. */
export type DocumentRead = {
  readonly found: readonly FoundInFile[];
  readonly count: number;
  readonly byEye: boolean;
};

export type Collector = {
  /** One line, cell or value: a number does not go on in the next. */
  readonly text: (place: FilePlace, text: string) => void;
  /** What stands where an author's name belongs. */
  readonly name: (place: FilePlace, name: string) => void;
  readonly unreadable: () => void;
  readonly done: () => DocumentRead;
};

/** Finds that are named; the others are counted. */
const NAMED = 20;
/** Characters shown on either side. */
const BESIDE = 12;

export const collecting = (limits: ReadingLimits): Collector => {
  const found: FoundInFile[] = [];
  const seen = new Set<string>();
  let length = 0;
  let byEye = false;
  /** The same number twice in one place is one find: a text box is written twice into a document. */
  const keep = (one: FoundInFile, text: string): void => {
    const key = `${one.place.part}\n${one.place.name ?? ""}\n${one.kind}\n${text}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (found.length < NAMED) found.push(one);
  };
  const screen = (place: FilePlace, text: string): readonly Find[] => {
    length += text.length;
    if (length > limits.text) throw stop("fileTooMuch");
    const finds = findPersonalData(text);
    for (const [at, find] of finds.entries())
      keep({ place, ...shown(text, finds, at), kind: find.kind, certainty: find.certainty }, find.text);
    return finds;
  };
  return {
    text: (place, text) => void screen(place, text),
    name: (place, names) => {
      for (const name of names.split(/[;；,，、\n]/).map((one) => one.trim()))
        if (screen(place, name).length === 0 && looksLikeName(name))
          keep(
            { place, kind: "personName", certainty: "likely", before: "", masked: maskName(name), after: "" },
            name,
          );
    },
    unreadable: () => void (byEye = true),
    done: () => ({ found, count: seen.size, byEye }),
  };
};

/** Between this find and its neighbours, so that nothing beside it shows another. */
const shown = (text: string, finds: readonly Find[], at: number) => {
  const find = finds[at] as Find;
  const from = finds[at - 1]?.end ?? 0;
  const to = finds[at + 1]?.start ?? text.length;
  return {
    before: Array.from(text.slice(from, find.start)).slice(-BESIDE).join("").trimStart(),
    masked: maskPersonalData(text, [find]).slice(find.start, find.end - text.length || undefined),
    after: Array.from(text.slice(find.end, to)).slice(0, BESIDE).join("").trimEnd(),
  };
};
