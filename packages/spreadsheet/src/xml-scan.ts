// Reads XML as a row of tags and texts, in one pass and without a tree: depth costs nothing, and no entity is expanded but
// the five and the numbered ones (XML 1.0, 4.6).

/** Where it stands in the XML. */
type Span = { readonly start: number; readonly end: number };

export type XmlEvent = Span &
  (
    | { readonly is: "open"; readonly name: string; readonly attributes: string; readonly empty: boolean }
    | { readonly is: "close"; readonly name: string }
    | { readonly is: "text"; readonly text: string }
  );

/** Names come without their prefix. */
export function* scanXml(xml: string): Generator<XmlEvent> {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    const until = tag === -1 ? xml.length : tag;
    if (until !== at) yield { is: "text", text: unescaped(xml.slice(at, until)), start: at, end: until };
    if (tag === -1) return;
    const special = SPECIAL.find(({ opens }) => xml.startsWith(opens, tag));
    if (special === undefined) {
      const end = endOfTag(xml, tag);
      yield* tagEvents(xml.slice(tag + 1, end), { start: tag, end: Math.min(end + 1, xml.length) });
      at = end + 1;
    } else {
      const from = tag + special.opens.length;
      const end = xml.indexOf(special.closes, from);
      if (special.text && end !== -1) yield { is: "text", text: xml.slice(from, end), start: from, end };
      at = end === -1 ? xml.length : end + special.closes.length;
    }
  }
}

const SPECIAL = [
  { opens: "<!--", closes: "-->", text: false },
  { opens: "<![CDATA[", closes: "]]>", text: true },
  { opens: "<?", closes: "?>", text: false },
  { opens: "<!", closes: ">", text: false },
] as const;

/** A `>` inside quotes does not end a tag. */
const endOfTag = (xml: string, from: number): number => {
  let quote = "";
  for (let at = from + 1; at < xml.length; at++) {
    const character = xml.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at;
  }
  return xml.length;
};

function* tagEvents(inside: string, span: Span): Generator<XmlEvent> {
  const closing = inside.startsWith("/");
  const empty = inside.endsWith("/");
  const name = /^\/?(?:[^\s:/>]*:)?([^\s:/>]+)/.exec(inside)?.[1] ?? "";
  if (closing) {
    yield { is: "close", name, ...span };
    return;
  }
  yield { is: "open", name, attributes: inside, empty, ...span };
  if (empty) yield { is: "close", name, ...span };
}

/** The value of an attribute, whatever its prefix. */
export const attributeOf = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`\\s(?:[\\w.-]*:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found === null ? undefined : unescaped(found[1] ?? found[2] ?? "");
};

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.includes("&")
    ? text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,5}));/gi, (whole, decimal, hex, name) => {
        if (typeof name === "string") return NAMED[name] ?? whole;
        const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;
