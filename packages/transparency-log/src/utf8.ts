// Text and bytes: what is not UTF-8 is refused, never repaired.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export const toUtf8 = (text: string): Uint8Array => encoder.encode(text);

export const fromUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

export const joinBytes = (...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

const DECIMAL = /^(0|[1-9][0-9]{0,15})$/;

/** A whole number as the formats write it: ASCII digits, no leading zero, within what a number holds exactly. */
export const readDecimal = (text: string): number | undefined =>
  DECIMAL.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
