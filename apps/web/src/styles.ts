// The one stylesheet, named by its content so that it may be kept for ever.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const bytes = readFileSync(new URL("./parts/look.css", import.meta.url));
const name = createHash("sha256").update(bytes).digest("base64url").slice(0, 10);

export const styles = { path: `/look-${name}.css`, bytes } as const;
