// Reads rendered HTML strictly enough to find what a browser would silently repair.

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const BLOCK = new Set(
  "p div ul ol dl table section form figure h1 h2 h3 fieldset nav header footer main details".split(" "),
);
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  li: ["ul", "ol"],
  dt: ["dl"],
  dd: ["dl"],
  tr: ["thead", "tbody"],
  td: ["tr"],
  th: ["tr"],
  caption: ["table"],
  thead: ["table"],
  tbody: ["table"],
  option: ["select"],
  legend: ["fieldset"],
  figcaption: ["figure"],
  summary: ["details"],
};
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  ul: ["li"],
  ol: ["li"],
  dl: ["dt", "dd"],
  tr: ["td", "th"],
  select: ["option"],
};
const INTERACTIVE = new Set(["a", "button", "select", "textarea", "input", "summary"]);

export type Element = {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly path: readonly string[];
};

type Reading = { readonly elements: readonly Element[]; readonly faults: readonly string[] };

function misplaced(tag: string, path: readonly string[]): string | undefined {
  const parent = path.at(-1);
  if (PARENTS[tag] && !PARENTS[tag].includes(parent ?? "")) return `<${tag}> in <${parent}>`;
  if (parent && CHILDREN[parent] && !CHILDREN[parent].includes(tag))
    return `<${tag}> directly in <${parent}>`;
  if (
    BLOCK.has(tag) &&
    path.some((name) => ["p", "span", "b", "small", "strong", "h1", "h2", "h3"].includes(name))
  ) {
    return `<${tag}> inside ${path.join(">")}`;
  }
  if (INTERACTIVE.has(tag) && path.some((name) => name === "a" || name === "button"))
    return `<${tag}> inside a link or button`;
  return undefined;
}

/** Every element with its path, and every nesting a browser would have to repair. */
export function read(html: string): Reading {
  const elements: Element[] = [];
  const faults: string[] = [];
  const open: string[] = [];
  for (const [whole, closing, name, attributes] of html.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s"'=<>/]+(?:="[^"]*")?)*)\s*\/?>/g,
  )) {
    const tag = (name ?? "").toLowerCase();
    if (closing) {
      const last = open.pop();
      if (last !== tag) faults.push(`</${tag}> closes <${last}>`);
      continue;
    }
    const found = new Map(
      [...(attributes ?? "").matchAll(/([^\s"'=<>/]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [
        key ?? "",
        value ?? "",
      ]),
    );
    elements.push({ tag, attributes: found, path: [...open] });
    const fault = misplaced(tag, open);
    if (fault) faults.push(fault);
    if (!VOID.has(tag) && !whole.endsWith("/>")) open.push(tag);
  }
  if (open.length > 0) faults.push(`never closed: ${open.join(" ")}`);
  return { elements, faults };
}
