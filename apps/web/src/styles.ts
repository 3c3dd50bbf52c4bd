// The stylesheets, each named by its content so that it may be kept for ever.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const read = (file: string) => {
  const bytes = readFileSync(new URL(`./parts/${file}.css`, import.meta.url));
  const name = createHash("sha256").update(bytes).digest("base64url").slice(0, 10);
  return { path: `/${file}-${name}.css`, bytes } as const;
};

/** Of every page. */
export const styles = read("look");

/** Beside it on posters alone, so that nobody else pays for them. */
export const posterStyles = read("poster");
