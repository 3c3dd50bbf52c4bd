// The documents agree with the tree: links and files they name exist, commands they show work, words they explain are all.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { readArguments } from "../../apps/cli/src/arguments.ts";
import { readConfig } from "../../apps/web/src/config.ts";
import { choiceWords } from "../../packages/words/src/choices.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const text = (file: string): string => readFileSync(join(root, file), "utf8");
const places = ["*.md", "docs/**/*.md", "{packages,apps}/*/*.md"];
const documents = globSync(places, { cwd: root })
  .map((file) => file.replaceAll("\\", "/"))
  .toSorted();
const prose = (file: string): string => text(file).replaceAll(/^```.*?^```$/gms, "");

describe("documents", () => {
  it("link to files that exist, screenshots among them", () => {
    const broken = documents.flatMap((file) =>
      [...prose(file).matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target]) => (target ?? "").replace(/#.*/, ""))
        .filter((target) => target !== "" && !/^[a-z]+:/.test(target))
        .filter((target) => !existsSync(join(root, dirname(file), decodeURI(target))))
        .map((target) => `${file}: ${target}`),
    );
    assert.deepEqual(broken, []);
  });

  it("name paths that exist", () => {
    const gone = documents.flatMap((file) =>
      [...prose(file).matchAll(/`((?:apps|packages|scripts|docs|\.ci)\/[\w./-]+)`/g)]
        .map(([, path]) => path ?? "")
        .filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, dirname(file), path)))
        .map((path) => `${file}: ${path}`),
    );
    assert.deepEqual(gone, []);
  });

  it("list every decision in docs/decisions/README.md", () => {
    const index = text("docs/decisions/README.md");
    const files = globSync("docs/decisions/*.md", { cwd: root }).map((file) => basename(file));
    assert.deepEqual(
      files.filter((file) => file !== "README.md" && !index.includes(`](${file})`)),
      [],
    );
  });

  it("have every package and app on the map in README.md", () => {
    const map = text("README.md");
    const folders = globSync("{packages,apps}/*/package.json", { cwd: root }).map((file) => dirname(file));
    assert.deepEqual(
      folders.filter((folder) => !map.includes(`| \`${folder.replaceAll("\\", "/")}\` |`)),
      [],
    );
  });

  it("carry the whole licence that every package names", () => {
    const hash = createHash("sha256").update(text("LICENSE").replaceAll("\r\n", "\n")).digest("hex");
    assert.equal(hash, AGPL_3);
    for (const file of globSync("{.,packages/*,apps/*}/package.json", { cwd: root }))
      assert.equal((JSON.parse(text(file)) as { license?: string }).license, "AGPL-3.0-or-later", file);
  });
});

/** Of the text the Free Software Foundation published on 19 November 2007. */
const AGPL_3 = "57c8ff33c9c0cfc3ef00e650a1cc910d7ee479a8bc509f6c9209a7c2a11399d6";

describe("commands", () => {
  const scripts = (JSON.parse(text("package.json")) as { scripts: Record<string, string> }).scripts;
  const blocks = documents.flatMap((file) =>
    [...text(file).matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block]) =>
      (block ?? "").split("\n").map((line) => ({ file, line: line.replace(/\s+#.*/, "").trim() })),
    ),
  );
  const inline = documents.flatMap((file) =>
    [...prose(file).matchAll(/`((?:[A-Z_]+=\S+ )*npm (?:start|test|run)[^`]*)`/g)].map(([, line]) => ({
      file,
      line: line ?? "",
    })),
  );
  const shown = [...blocks, ...inline].filter(({ line }) => /\bnpm (start|test|run)\b/.test(line));

  it("that the documents show are there to be run", () => {
    const unknown = shown.filter(({ line }) => {
      const [, verb, name] = /\bnpm (start|test|run)(?: ([\w-]+))?/.exec(line) ?? [];
      return scripts[verb === "run" ? (name ?? "") : (verb ?? "")] === undefined;
    });
    assert.deepEqual(unknown, []);
    assert.ok(
      shown.some(({ line }) => line === "npm start") && shown.some(({ line }) => line === "npm test"),
    );
  });

  it("take the options that are shown with them", () => {
    const runner = text("scripts/test.mjs");
    for (const { file, line } of shown) {
      const given = (/ -- (.*)/.exec(line)?.[1] ?? "").split(/\s+/).filter((part) => part !== "");
      if (/npm (start|run dev)/.test(line)) {
        const read = readConfig(given, environmentOf(line));
        assert.ok(read.ok, `${file}: ${line}: ${read.ok ? "" : read.sentences.join("; ")}`);
      } else if (!/npm run yinuo/.test(line))
        for (const option of given.filter((part) => part.startsWith("--")))
          assert.ok(runner.includes(`${option.slice(2)}: { type:`), `${file}: ${line}`);
    }
  });

  it("of yinuo are understood as they stand there", () => {
    const typed = blocks.flatMap(({ file, line }) => {
      const [, words] = /^(?:npm run yinuo -- |yinuo )(.*)/.exec(line) ?? [];
      return words === undefined ? [] : [{ file, line, words: words.match(/"[^"]*"|\S+/g) ?? [] }];
    });
    assert.ok(typed.length >= 7);
    const wrong = typed.filter(({ words }) => readArguments(words).is === "wrong");
    assert.deepEqual(wrong, []);
  });

  it("have every option and variable of the program explained in README.md or docs/operating.md", () => {
    const explained = text("README.md") + text("docs/operating.md");
    const source = text("apps/web/src/config.ts");
    const options = [...source.matchAll(/^\s+(\w+): \{ type: "/gm)].map(([, name]) => `--${name}`);
    const variables = [...source.matchAll(/env\["(\w+)"\]/g)].map(([, name]) => name ?? "");
    assert.ok(options.length >= 5 && variables.length >= 6);
    assert.deepEqual(
      [...options, ...variables].filter((name) => !explained.includes(name)),
      [],
    );
  });
});

const environmentOf = (line: string): Record<string, string> =>
  Object.fromEntries([...line.matchAll(/\b([A-Z_]+)=(\S+)/g)].map(([, name, value]) => [name, value]));

describe("the glossary", () => {
  it("explains every choice the interface offers, in both languages", () => {
    const glossary = text("GLOSSARY.md").toLowerCase();
    const missing = (["zh-CN", "en"] as const).flatMap((lang) =>
      Object.values(choiceWords[lang]).flatMap((names) =>
        Object.values(names as Record<string, string>)
          // What stands in brackets explains the name.
          .map((name) => name.replace(/\s*[（(].*/, "").toLowerCase())
          .filter((name) => !glossary.includes(name)),
      ),
    );
    assert.deepEqual(missing, []);
  });
});
