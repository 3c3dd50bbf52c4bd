// A file has at most 300 lines and a function at most 50 (STYLE, principle 8).

import { type Fault, lineAt, type Node, type Source, walk } from "./sources.ts";

const FILE = 300;
const FUNCTION = 50;

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);
/** The body of one of these is a chapter of a test, not a function somebody calls. */
const CHAPTERS = new Set(["describe", "suite", "it", "test"]);

export const checkSizes = (source: Source): readonly Fault[] => [
  ...fileSize(source),
  ...functionSizes(source),
];

const fileSize = ({ path, text }: Source): readonly Fault[] => {
  if (path.includes(".generated.")) return [];
  const lines = text.trimEnd().split("\n").length;
  return lines > FILE ? [{ path, line: FILE + 1, says: `${lines} lines; a file has at most ${FILE}` }] : [];
};

const functionSizes = ({ path, text, tree }: Source): readonly Fault[] => {
  const faults: Fault[] = [];
  walk(tree, (node, above) => {
    if (!FUNCTIONS.has(node.type) || isChapter(node, above.at(-1))) return;
    const line = lineAt(text, node.start);
    const lines = lineAt(text, node.end) - line + 1;
    if (lines > FUNCTION)
      faults.push({ path, line, says: `a function of ${lines} lines; at most ${FUNCTION}` });
  });
  return faults;
};

const isChapter = (node: Node, parent: Node | undefined): boolean => {
  if (parent?.type !== "CallExpression" || !(parent["arguments"] as Node[]).includes(node)) return false;
  const callee = parent["callee"] as { name?: string; object?: { name?: string } };
  return CHAPTERS.has(callee.name ?? callee.object?.name ?? "");
};
