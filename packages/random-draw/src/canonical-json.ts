// One spelling for a record: RFC 8785 for texts, whole numbers, lists and records, which is all a draw's files hold.

import { sha256Hex } from "./bytes.ts";

/** Keys are ASCII here, so the order of UTF-16 that the RFC asks for is the order of `<`. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
    return `{${fields.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(",")}}`;
  }
  return JSON.stringify(value);
};

export const digestOf = (value: object): string => sha256Hex(canonicalJson(value));
