// File names say what is inside, exports have one name everywhere, and a module begins by saying what it is for.

import { basename } from "node:path/posix";
import type { Fault, Source } from "./sources.ts";

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|bench|generated|d))?\.(ts|tsx|mjs)$/;
/** Words that name a drawer instead of a thing (STYLE, principle 4). */
const DRAWERS = /(^|[-/])(utils?|helpers?|manager|service|misc|impl)(?=[-./]|$)/;

export const checkNames = ({ path, text, hasDefaultExport }: Source): readonly Fault[] => {
  const inside = path.replace(/^(packages|apps)\/[^/]+\//, "");
  const says = [
    ...(inside.split("/").slice(0, -1).every(isKebab) && KEBAB.test(basename(path))
      ? []
      : ["the name is not kebab-case"]),
    ...(DRAWERS.test(inside) ? ["the name says nothing about what is inside"] : []),
    ...(hasDefaultExport ? ["a default export; name it"] : []),
    ...(/^(#!.*\n)?(\/\/|\/\*\*?)\s*\S/.test(text)
      ? []
      : ["the first line does not say what the module is for"]),
  ];
  return says.map((each) => ({ path, line: 1, says: each }));
};

const isKebab = (folder: string): boolean =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(folder) || /^[a-z]{2}-[A-Z]{2}$/.test(folder);
