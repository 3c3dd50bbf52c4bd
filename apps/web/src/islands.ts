// The scripts for browsers, each of one page and named by its content: offline reading with the worker it registers, the verifier, and a draw again.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { LANGS, localPath } from "./lang.ts";
import { posterStyles, styles } from "./styles.ts";
import { offlineWords } from "./words/offline.ts";

const read = (file: string): string => readFileSync(new URL(`./islands/${file}.js`, import.meta.url), "utf8");
const digestOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 10);

const script = read("offline");
export const offlineScript = { path: `/offline-${digestOf(script)}.js`, text: script } as const;

/** Bundled of `verify.js` and what it imports; a test says when it is no longer the same, and writes it again. */
const verifier = read("verify.generated");
export const verifyScript = { path: `/verify-${digestOf(verifier)}.js`, text: verifier } as const;

/** Bundled of `draw.js` in the same way. */
const drawing = read("draw.generated");
export const drawScript = { path: `/draw-${digestOf(drawing)}.js`, text: drawing } as const;

const source = read("service-worker");
const settings = {
  words: Object.fromEntries(LANGS.map((lang) => [lang, offlineWords[lang].worker])),
  assets: [styles.path, posterStyles.path, offlineScript.path, "/favicon.svg"],
  offlinePages: LANGS.map((lang) => localPath(lang, "/offline")),
};
const version = digestOf(source + JSON.stringify(settings));

/** At one address for ever, since browsers look there for a new one; its version is what the pages' looks are. */
export const serviceWorker = {
  path: "/service-worker.js",
  text: source.replace("__SETTINGS__", JSON.stringify({ version, ...settings })),
} as const;
