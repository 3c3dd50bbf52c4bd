// Reads a zip's directory and unpacks parts with a bound on what comes out, so that no archive can fill the memory.
// APPNOTE.TXT 6.3.10: 4.3.7 local header, 4.3.12 central directory, 4.3.16 end record, 4.5.3 zip64.
import { Inflate } from "fflate";

export type ZipPart = {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly at: number;
};

const END_RECORD = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_END_RECORD = 22 + 0xffff;
const STORED = 0;
const DEFLATED = 8;
const CHUNK = 16 * 1024;

/** `undefined` when the directory is not there or does not add up. */
export function listZip(bytes: Uint8Array): readonly ZipPart[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const parts: ZipPart[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength) return undefined;
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/"),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      // 0xFFFFFFFF (zip64) stays as it is: 4 GB is over every limit here.
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return parts;
}

function endRecord(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at > last - LONGEST_END_RECORD; at--) {
    if (view.getUint32(at, true) === END_RECORD) return at;
  }
  return undefined;
}

/** The part's bytes; `undefined` when it is broken or unpacks to more than its directory entry says. */
export function unpackPart(bytes: Uint8Array, part: ZipPart): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (part.encrypted || part.at + 30 > view.byteLength || view.getUint32(part.at, true) !== LOCAL_HEADER)
    return undefined;
  const from = part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true);
  const packed = bytes.subarray(from, from + part.packedBytes);
  if (packed.length !== part.packedBytes) return undefined;
  if (part.method === STORED) return packed.length === part.unpackedBytes ? packed : undefined;
  return part.method === DEFLATED ? inflateWithin(packed, part.unpackedBytes) : undefined;
}

/** The size an entry claims is not believed: output is counted as it comes, 16 KB of input at a time. */
function inflateWithin(packed: Uint8Array, expected: number): Uint8Array | undefined {
  const out = new Uint8Array(expected);
  const seen = { bytes: 0 };
  const inflate = new Inflate((chunk) => {
    if (seen.bytes + chunk.length <= expected) out.set(chunk, seen.bytes);
    seen.bytes += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && seen.bytes <= expected; at += CHUNK) {
      inflate.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
    }
  } catch {
    return undefined;
  }
  return seen.bytes === expected ? out : undefined;
}
