// A bound on the memory of readers that are compiled C, in a process that reads one file and ends.

type Memory = { readonly buffer: ArrayBuffer; grow: (this: Memory, pages: number) => number };

/** JavaScript's own limit does not count the memory of WebAssembly, which all of the readers' C code lives in. */
export const limitWasm = (megabytes: number): void => {
  const { prototype: memory } = (globalThis as unknown as { WebAssembly: { Memory: { prototype: Memory } } })
    .WebAssembly.Memory;
  const { grow } = memory;
  memory.grow = function limited(this: Memory, pages: number): number {
    if (this.buffer.byteLength + pages * 65_536 > megabytes * 1024 * 1024) throw new RangeError("too much");
    return grow.call(this, pages);
  };
};
