// The stylesheet keeps its promises: few colours and sizes, contrast in both schemes, and a small weight.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";

const css = readFileSync(new URL("../../src/parts/look.css", import.meta.url), "utf8");
const tokens = [...css.matchAll(/--(\w+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
  ([, name, light, dark]) => ({
    name: name ?? "",
    light: light ?? "",
    dark: dark ?? "",
  }),
);

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const colour = (name: string, scheme: "light" | "dark"): string =>
  tokens.find((token) => token.name === name)?.[scheme] ?? "";

describe("look.css", () => {
  it("has eight colours, and no other is written anywhere outside print", () => {
    assert.equal(tokens.length, 8);
    const rest = css.slice(css.indexOf("}") + 1, css.indexOf("@media print"));
    assert.doesNotMatch(rest, /#[0-9a-f]{3,8}\b|rgba?\(|hsl\(/i);
  });

  it("has five sizes of text, and every text has one of them", () => {
    assert.equal([...css.matchAll(/--s\d: /g)].length, 5);
    const body = css.slice(css.indexOf("}") + 1, css.indexOf("@media print"));
    for (const [, size] of body.matchAll(/font-size: ([^;]+);/g)) {
      assert.match(size ?? "", /^(var\(--s\d\)|clamp\(var\(--s\d\), \d+vw, var\(--s\d\)\))$/);
    }
    for (const [, font] of body.matchAll(/\bfont:\s+([^;]+);/g))
      assert.match(font ?? "", /^inherit$|var\(--s\d\)/);
  });

  for (const scheme of ["light", "dark"] as const) {
    for (const ground of ["paper", "sheet"] as const) {
      for (const name of ["ink", "faint", "seal", "kept", "claim"]) {
        it(`${scheme}: ${name} on ${ground} can be read (4.5)`, () => {
          const ratio = contrast(colour(name, scheme), colour(ground, scheme));
          assert.ok(ratio >= 4.5, ratio.toFixed(2));
        });
      }
    }
    it(`${scheme}: buttons and the sample banner can be read`, () => {
      assert.ok(contrast(colour("paper", scheme), colour("ink", scheme)) >= 4.5);
      assert.ok(contrast(colour("paper", scheme), colour("seal", scheme)) >= 4.5);
      assert.ok(contrast(colour("ink", scheme), colour("rule", scheme)) >= 4.5);
    });
  }

  it("black on white is 21, as WCAG says", () => {
    assert.equal(Math.round(contrast("#000000", "#ffffff")), 21);
  });

  it("weighs at most 6 KB", () => {
    assert.ok(gzipSync(css).length <= 6 * 1024, String(gzipSync(css).length));
  });

  it("knows print, forced colours and reduced motion, and animates nothing outside it", () => {
    for (const query of [
      "@media print",
      "(forced-colors: active)",
      "(prefers-reduced-motion: no-preference)",
      ":focus-visible",
    ]) {
      assert.ok(css.includes(query), query);
    }
    assert.equal(css.split("transition:").length, 2);
  });
});
