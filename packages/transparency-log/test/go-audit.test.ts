// Go's own log client looks at what this package writes: it accepts the log and rejects every tampered copy, as we do.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { formatVerifierKey, readBundle, writeBundle } from "@yinuo/transparency-log";
import { smallCounty } from "./county.ts";
import { LOG } from "./keys.ts";
import { isSound, logFiles, type Files } from "./log-folder.ts";
import { flipped, said, utf8 } from "./logs.ts";

const home = mkdtempSync(join(tmpdir(), "yinuo-go-audit-"));
after(() => rmSync(home, { recursive: true, force: true }));

/** Offline, with Debian's packages alone. */
const build = (): string | undefined => {
  const program = join(home, "audit");
  const source = fileURLToPath(new URL("go/audit.go", import.meta.url));
  const env = { HOME: home, ...process.env, GO111MODULE: "off", GOPATH: "/usr/share/gocode", GOFLAGS: "" };
  const built = spawnSync("go", ["build", "-o", program, source], { env, encoding: "utf8" });
  if (built.status === 0) return program;
  process.stderr.write(`The independent audit does not run: ${built.error?.message ?? built.stderr}\n`);
  return undefined;
};

const program = build();
const SIZES = [1000, 3000];
const [EARLIER = 0, NOW = 0] = SIZES;

/** Other subjects on other days make another history, signed as properly as the first. */
const entriesWith = (change: number | undefined): readonly Uint8Array[] => {
  const county = smallCounty();
  while (county.entries.length < NOW) {
    const at = county.entries.length;
    const date = at === change ? "2026-05-02" : "2026-05-01";
    county.add({ type: "progress.recorded", body: "法院", subject: `commitment/2026/FY-${at % 40}`, date });
  }
  return county.entries;
};

const entries = entriesWith(undefined);
const files: Files = logFiles(entries, SIZES);
const earlier = logFiles(entries, [EARLIER]).get("checkpoint") ?? assert.fail("no checkpoint");
const bytesOf = (path: string): Uint8Array => files.get(path) ?? assert.fail(path);
const changed = (path: string, bytes: Uint8Array): Files => new Map([...files, [path, bytes]]);

let folders = 0;
const goSays = (log: Files): string => {
  const folder = join(home, String((folders += 1)));
  for (const [path, bytes] of [...log, ["earlier", earlier] as const]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const args = [formatVerifierKey(LOG.verifier), folder, join(folder, "earlier")];
  return spawnSync(program ?? "", args, { encoding: "utf8" }).stdout;
};

const bundle = (index: number): readonly Uint8Array[] => {
  const read = readBundle(bytesOf(`tile/entries/00${index}`), 256);
  assert.ok(read.ok);
  return read.value;
};

const LAST_TILE = `tile/0/011.p/${NOW % 256}`;
const tampered: readonly (readonly [string, () => Files])[] = [
  [
    "one flipped bit of an entry",
    () => changed("tile/entries/007", flipped(bytesOf("tile/entries/007"), 40_001)),
  ],
  ["one flipped bit of a full tile", () => changed("tile/0/003", flipped(bytesOf("tile/0/003"), 12_345))],
  ["one flipped bit of a partial tile", () => changed(LAST_TILE, flipped(bytesOf(LAST_TILE), 77))],
  ["one flipped bit of the root", () => changed("checkpoint", flipped(bytesOf("checkpoint"), 8 * 30))],
  [
    "an edited size",
    () => changed("checkpoint", utf8(said(bytesOf("checkpoint")).replace("\n3000\n", "\n2999\n"))),
  ],
  ["a dropped entry", () => changed("tile/entries/004", writeBundle(bundle(4).toSpliced(9, 1)))],
  [
    "two entries in each other's place",
    () => {
      const [first, second, ...others] = bundle(4);
      return changed("tile/entries/004", writeBundle([second ?? utf8(""), first ?? utf8(""), ...others]));
    },
  ],
  ["a cut bundle", () => changed("tile/entries/004", bytesOf("tile/entries/004").subarray(0, -1))],
  ["an entry dropped and all signed again", () => logFiles(entries.toSpliced(500, 1), [EARLIER, NOW - 1])],
  ["a forked history, signed", () => logFiles(entriesWith(500), SIZES)],
  ["a log shorter than it was", () => logFiles(entries, [900])],
];

describe(
  "a log of 3,000 entries",
  { skip: program === undefined && "Go or its log client is missing" },
  () => {
    it("is accepted by Go's client and by ours", async () => {
      assert.equal(goSays(files), "OK 3000\n");
      assert.ok(await isSound(files, earlier));
    });

    it("is accepted at every size between, empty and full tiles included", () => {
      for (const size of [1000, 1024, 1025, 1279, 1280])
        assert.equal(goSays(logFiles(entries, [EARLIER, size])), `OK ${size}\n`);
    });

    for (const [what, tamper] of tampered)
      it(`is rejected by both with ${what}`, async () => {
        const log = tamper();
        assert.match(goSays(log), /^FAIL /);
        assert.ok(!(await isSound(log, earlier)));
      });
  },
);
