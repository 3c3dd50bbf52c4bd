// A program in another language, which shares nothing with this one, draws the same from the same files.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { canonicalJson, commitmentTo, firstRoundFrom, runDraw, standingOf } from "@yinuo/random-draw";
import { files, plan, result, seed } from "./finished.ts";
import { draft, frames, planned, seedFor } from "./round.ts";

const SCRIPT = fileURLToPath(new URL("../../../docs/draw-recompute.py", import.meta.url));
const python = ["python3", "python"].find((name) => spawnSync(name, ["-c", "import hashlib"]).status === 0);
const missing =
  python === undefined && "THERE IS NO PYTHON 3 HERE: the draw was NOT recomputed by a second program";
if (missing !== false) process.stderr.write(`\n${"!".repeat(72)}\n${missing}\n${"!".repeat(72)}\n\n`);

const folder = mkdtempSync(join(tmpdir(), "yinuo-draw-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const recompute = (texts: readonly [string, string, string, string]) => {
  const names = ["plan.json", "frame.txt", "seed.json", "result.json"].map((name) => join(folder, name));
  for (const [at, name] of names.entries()) writeFileSync(name, texts[at] ?? "");
  const { status, stdout, stderr } = spawnSync(python ?? "", [SCRIPT, ...names], {
    encoding: "utf8",
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  assert.equal(stderr, "");
  return { status, lines: stdout.trim().split(/\r?\n/) };
};

const CHECKS = ["plan", "leaf", "seed", "frame", "picks", "replaced"];
const matching = CHECKS.map((name) => `${name}: matches`);

describe("docs/draw-recompute.py", { skip: missing }, () => {
  it("picks the same, and finds the same replacement", () => {
    const { status, lines } = recompute([files.plan, `${files.frame}\n`, files.seed, files.result]);
    assert.deepEqual(lines, [...result.picks.map(({ id }) => id), ...matching]);
    assert.equal(status, 0);
    assert.notDeepEqual(
      standingOf(result),
      result.picks.map(({ id }) => id),
    );
  });

  it("from files laid out in another way, in Chinese, and with every kind of source", () => {
    const round = firstRoundFrom(draft.ceremonyAt);
    const value = "0123456789abcdef".repeat(4);
    const rich = planned({
      ...draft,
      eligible: "2026年已申报完成的承诺事项，“含”工作措施\u2028",
      seed: [
        { source: "reveal", by: "法院", commitment: commitmentTo(value) },
        { source: "dice", sides: 10, rolls: 20 },
        { source: "beacon", chain: "drand-quicknet", round },
        { source: "checkpoint", size: 145 },
      ],
    });
    const richSeed = {
      ...seedFor(rich),
      parts: [
        { source: "reveal", by: "法院", value },
        { source: "dice", rolls: "23546992048967376252" },
        { source: "beacon", round, signature: "ab".repeat(48) },
        { source: "checkpoint", size: 145, root: "cd".repeat(32) },
      ],
    } as const;
    const drawn = runDraw({ plan: rich, frames: frames(), seed: richSeed });
    assert.ok(drawn.ok);
    const { status, lines } = recompute([
      JSON.stringify(rich, null, 2),
      files.frame,
      JSON.stringify(richSeed, null, 1),
      canonicalJson(drawn.value),
    ]);
    assert.deepEqual(lines, [...drawn.value.picks.map(({ id }) => id), ...matching]);
    assert.equal(status, 0);
  });

  const [first, ...rest] = result.picks;
  const changed: readonly (readonly [string, readonly [string, string, string, string]])[] = [
    ["plan", [canonicalJson({ ...plan, eligible: "x" }), files.frame, files.seed, files.result]],
    ["frame", [files.plan, `${files.frame}\nwater\tC-41\tWATER`, files.seed, files.result]],
    ["seed", [files.plan, files.frame, canonicalJson({ ...seed, leaf: "00".repeat(32) }), files.result]],
    ["picks", [files.plan, files.frame, files.seed, canonicalJson({ ...result, picks: [...rest, first] })]],
    [
      "replaced",
      [
        files.plan,
        files.frame,
        files.seed,
        canonicalJson({ ...result, replaced: result.replaced.map((one) => ({ ...one, by: "C-10" })) }),
      ],
    ],
  ];
  for (const [what, texts] of changed)
    it(`says that the ${what} was changed`, () => {
      const { status, lines } = recompute(texts);
      assert.ok(lines.includes(`${what}: DIFFERS`), lines.join());
      assert.equal(status, 1);
    });

  it("has thirty lines at most and needs only what comes with Python", () => {
    const text = readFileSync(SCRIPT, "utf8");
    assert.ok(text.trimEnd().split("\n").length <= 30);
    assert.deepEqual(
      [...text.matchAll(/^(?:import|from) (.*)$/gm)].map(([, names]) => names),
      ["hashlib, json, sys"],
    );
  });
});
