// Every part in both languages: strict markup, nothing the content policy forbids, light enough for a slow line.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import type { Lang } from "../../src/parts/index.ts";
import { pages } from "./gallery.tsx";
import { read } from "./markup.ts";

const css = readFileSync(new URL("../../src/parts/look.css", import.meta.url), "utf8");
const rendered = await Promise.all(
  (["zh-CN", "en"] as const).flatMap((lang: Lang) =>
    Object.entries(pages).map(async ([name, page]) => ({
      name: `${name} ${lang}`,
      lang,
      html: String(await page(lang)),
    })),
  ),
);

describe("every page of parts", () => {
  for (const { name, lang, html } of rendered) {
    const { elements, faults } = read(html);

    it(`${name}: is one well nested document in its language`, () => {
      assert.deepEqual(faults, []);
      assert.match(html, /^<!doctype html><html lang="/);
      assert.equal(elements[0]?.attributes.get("lang"), lang);
      assert.equal(elements.filter(({ tag }) => tag === "h1").length, 1);
      assert.equal(elements.filter(({ tag, path }) => tag === "title" && path.at(-1) === "head").length, 1);
    });

    it(`${name}: has no script, no style element, no style or event attribute`, () => {
      assert.deepEqual(
        elements.filter(
          ({ tag, attributes }) =>
            tag === "script" ||
            tag === "style" ||
            [...attributes.keys()].some((key) => key === "style" || key.startsWith("on")),
        ),
        [],
      );
    });

    it(`${name}: ids are unique, and what points to an id finds it`, () => {
      const ids = elements.flatMap(({ attributes }) => attributes.get("id") ?? []);
      assert.deepEqual(ids, [...new Set(ids)]);
      const pointed = elements.flatMap(({ attributes }) => [
        ...["for", "aria-describedby", "aria-labelledby"].flatMap(
          (key) => attributes.get(key)?.split(" ") ?? [],
        ),
        ...(attributes.get("href")?.startsWith("#") ? [attributes.get("href")?.slice(1) ?? ""] : []),
      ]);
      // Pages of the real site hold the history a revision links to; the record page of the gallery does too.
      assert.deepEqual(
        pointed.filter((id) => !ids.includes(id)),
        [],
      );
    });

    it(`${name}: every input has a label, every picture an alternative, every drawing a name or none`, () => {
      for (const { tag, attributes, path } of elements) {
        if (tag === "img") assert.ok(attributes.has("alt"));
        if (tag === "svg" && !path.includes("svg")) {
          assert.ok(
            attributes.get("aria-hidden") === "true" ||
              attributes.has("aria-label") ||
              attributes.has("aria-labelledby"),
          );
        }
        if (
          ["input", "select", "textarea"].includes(tag) &&
          attributes.get("type") !== "hidden" &&
          !path.includes("label")
        ) {
          assert.ok(
            elements.some(
              (other) => other.tag === "label" && other.attributes.get("for") === attributes.get("id"),
            ),
            attributes.get("name"),
          );
        }
      }
    });

    it(`${name}: weighs at most 30 KB with its stylesheet`, () => {
      assert.ok(gzipSync(html).length + gzipSync(css).length <= 30 * 1024);
    });

    it(`${name}: has the words of its own language only`, () => {
      const text = html.replaceAll(/<[^>]*(lang="zh-CN")[^>]*>[^<]*</g, "<").replaceAll(/<[^>]+>/g, " ");
      if (lang === "en") assert.doesNotMatch(text, /[\u4e00-\u9fff]/u);
      else assert.match(text, /[\u4e00-\u9fff]/u);
    });
  }

  it("what people type is escaped", () => {
    const desk = rendered.find(({ name }) => name === "desk zh-CN")?.html ?? "";
    assert.match(desk, /&lt;b&gt;&quot;&amp;<\/textarea>/);
    assert.doesNotMatch(desk, /<b>"/);
  });
});
