// How much of a file is read before it is refused: a file may be made so that it never ends.

export type ReadingLimits = {
  readonly milliseconds: number;
  /** Of JavaScript's own memory, and of what the WebAssembly of a reader may grow to. */
  readonly heapMegabytes: number;
  readonly wasmMegabytes: number;
  /** What a zip's parts may unpack to. */
  readonly unpackedBytes: number;
  readonly parts: number;
  /** Files inside files. */
  readonly depth: number;
  readonly pages: number;
  /** UTF-16 units. */
  readonly text: number;
  readonly pixels: number;
};

export const READING: ReadingLimits = {
  milliseconds: 30_000,
  heapMegabytes: 384,
  // 48 million pixels of a phone take 200 MB as they are, and half as much again while they are decoded.
  wasmMegabytes: 768,
  unpackedBytes: 128 * 1024 * 1024,
  parts: 5000,
  depth: 3,
  pages: 1000,
  text: 3_000_000,
  pixels: 60_000_000,
};

/** Why a file that is what it says could not be read to its end. */
export type ReadingRefusal = "fileEncrypted" | "fileDamaged" | "fileTooMuch";

type Stop = Error & { readonly stop: ReadingRefusal };

/** Thrown from the depth of a reader, caught where reading began. */
export const stop = (why: ReadingRefusal): Stop => Object.assign(new Error(why), { stop: why });

export const isStop = (problem: unknown): problem is Stop => problem instanceof Error && "stop" in problem;
