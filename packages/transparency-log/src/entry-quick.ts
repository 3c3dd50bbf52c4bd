// Nearly every entry is spelt alike; those are read without building up and spelling again what JSON says.

import { bodyCode } from "@yinuo/core";
import { parseDay } from "@yinuo/period";
import type { Entry, EntrySignature, EntryType, SealedField } from "./entry.ts";

const WORD = String.raw`"([^"\\\u0000-\u001F]+)"`;
const HASH = "([A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])";

/** Without escapes, in the order of RFC 8785, with nothing between: canonical wherever it matches. */
const ORDINARY = new RegExp(
  String.raw`\],"header":\{"body":(?:null|${WORD}),"date":"(\d{4}-\d\d-\d\d)",` +
    String.raw`"prev":(?:null|"${HASH}"),"seq":(0|[1-9]\d{0,14}),"subject":${WORD},"type":"([a-z.-]+)","v":1\},` +
    String.raw`"signatures":\[(?:\{"body":(?:null|${WORD}),"key":"([0-9a-f]{16})",` +
    String.raw`"signature":"([A-Za-z0-9_-]{85}[AQgw])"\})?\]\}$`,
  "y",
);
const BEGIN = '{"fields":[';
const FIELD = new RegExp(String.raw`\["([A-Za-z0-9.-]+)","${HASH}"\](?:,(?=\[)|$)`, "y");

export type QuickRules = {
  /** Of the entries that have neither a key nor a redaction. */
  readonly isType: (type: string) => boolean;
  readonly isSubject: (subject: string) => boolean;
  readonly isField: (name: string) => boolean;
};

/** `undefined`: to be looked at more closely; it may be an entry all the same. */
export const quickReader = (rules: QuickRules): ((text: string) => Entry | undefined) => {
  const isBody = remembered((code) => bodyCode(code) === code);
  const isDay = remembered((day) => parseDay(day) === day);
  const [isType, isField] = [remembered(rules.isType), remembered(rules.isField)];
  return (text) => {
    // A field's name has no quotes, so the first place is the only one.
    ORDINARY.lastIndex = text.indexOf('],"header":{');
    const found = text.startsWith(BEGIN) && ORDINARY.lastIndex > 0 ? ORDINARY.exec(text) : null;
    if (found === null) return undefined;
    // By their places, which takes half as long as unpacking them.
    const { [1]: body, [2]: date = "", [3]: prev, [5]: subject = "", [6]: type = "", [7]: signer } = found;
    const { [8]: key, [9]: signature } = found;
    const seq = Number(found[4]);
    const fields = fieldsIn(text.slice(BEGIN.length, found.index), isField);
    const fits =
      fields !== undefined &&
      isType(type) &&
      isDay(date) &&
      (seq === 0) === (prev === undefined) &&
      rules.isSubject(subject) &&
      (body === undefined || isBody(body)) &&
      (signer === undefined || isBody(signer));
    if (!fits) return undefined;
    const header = { body: body ?? null, date, prev: prev ?? null, seq, subject, type, v: 1 };
    const signatures: EntrySignature[] =
      key === undefined || signature === undefined ? [] : [{ body: signer ?? null, key, signature }];
    return { fields, header: header as Entry["header"] & { readonly type: EntryType }, signatures };
  };
};

const fieldsIn = (list: string, isField: (name: string) => boolean): readonly SealedField[] | undefined => {
  const fields: SealedField[] = [];
  let before = "";
  FIELD.lastIndex = 0;
  for (let at = 0; at < list.length; at = FIELD.lastIndex) {
    const found = FIELD.exec(list);
    const name = found?.[1] ?? "";
    if (name <= before || !isField(name)) return undefined;
    const seal = found?.[2] ?? "";
    fields.push([name, seal]);
    before = name;
  }
  return fields;
};

const MOST_REMEMBERED = 10_000;

/** The same few bodies, days and names come again and again. */
const remembered = (is: (text: string) => boolean): ((text: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (text) => {
    const there = known.get(text);
    if (there !== undefined) return there;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const found = is(text);
    known.set(text, found);
    return found;
  };
};
