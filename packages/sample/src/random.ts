// Random numbers that are the same every time: mulberry32, one stream per name.

/** 0 ≤ x < 1. Tommy Ettinger's mulberry32 (public domain), 32 bits of state. */
export const randomOf = (seed: number, name: string): (() => number) => {
  let state = (seed ^ hash(name)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** FNV-1a, so that adding one name leaves the streams of the others as they were. */
const hash = (name: string): number => {
  let value = 0x811c9dc5;
  for (const character of name) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
};
