// A whole log is audited from its files, and what was done to it is named by the entry or the file it was done to.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  auditFiles,
  auditOpenings,
  formatOpening,
  openCheckpoint,
  type FileFinding,
  type FilesToAudit,
  type OpeningFinding,
} from "@yinuo/transparency-log";
import { saltOf, smallCounty } from "./county.ts";
import { LOG } from "./keys.ts";
import { logFiles, type Files } from "./log-folder.ts";
import { fast, flipped, hex, rootAt, said, utf8 } from "./logs.ts";

const NOW = 1500;

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
const files = logFiles(entries, [700, NOW]);
const bytesOf = (path: string): Uint8Array => files.get(path) ?? assert.fail(path);

const treeOf = (log: Files) => {
  const opened = openCheckpoint(log.get("checkpoint") ?? assert.fail("no checkpoint"), {
    logs: [LOG.verifier],
  });
  assert.ok(opened.ok);
  return opened.value.checkpoint;
};

const audited = async (log: Files, wish: Partial<FilesToAudit> = {}) => {
  const findings: FileFinding[] = [];
  const audit = auditFiles({
    read: async (path) => log.get(path),
    tree: treeOf(log),
    hashing: fast,
    verify: () => true,
    ...wish,
  });
  for (;;) {
    const { done, value } = await audit.next();
    if (done === true) return { findings, report: value };
    findings.push(value);
  }
};

const altered = (path: string, bytes: Uint8Array | undefined): Files => {
  const log = new Map(files);
  if (bytes === undefined) log.delete(path);
  else log.set(path, bytes);
  return log;
};

describe("an audit of files", () => {
  it("has nothing to say of a sound log that continues the ones before", async () => {
    const told: number[] = [];
    const { findings, report } = await audited(files, {
      earlier: [treeOf(logFiles(entries, [700])), treeOf(logFiles(entries, [1024]))],
      told: (checked) => void told.push(checked),
    });
    assert.deepEqual(findings, []);
    assert.deepEqual([report.size, hex(report.root)], [NOW, hex(treeOf(files).root)]);
    assert.deepEqual(told, [NOW]);
  });

  it("is the same with partial files gone and the full ones in their place", async () => {
    const log = logFiles(entries, [1279, NOW]);
    for (const partial of ["tile/0/004.p/255", "tile/entries/004.p/255"]) assert.ok(log.delete(partial));
    const tree = treeOf(logFiles(entries, [1279]));
    assert.deepEqual((await audited(log, { tree })).findings, []);
  });

  const at1000 = 1000;
  const full = bytesOf("tile/0/003");
  const cases: readonly (readonly [string, () => Files, readonly object[]])[] = [
    [
      "a flipped bit in an entry, by its number",
      () =>
        altered(
          "tile/entries/003",
          flipped(bytesOf("tile/entries/003"), offsetOf(3, at1000 - 768) * 8 + 700),
        ),
      [{ fault: "entryDiffers", index: at1000 }],
    ],
    [
      "a flipped bit in a tile, by the number of the entry it stands for",
      () => altered("tile/0/003", flipped(full, (at1000 - 768) * 256 + 5)),
      [{ fault: "hashDiffers", index: at1000 }],
    ],
    [
      "a flipped bit in the partial tile",
      () => altered("tile/0/005.p/220", flipped(bytesOf("tile/0/005.p/220"), 77)),
      [{ fault: "hashDiffers", index: 1280 }],
    ],
    [
      "a flipped bit above the leaves, by the entries below it",
      () => altered("tile/1/000.p/5", flipped(bytesOf("tile/1/000.p/5"), 2 * 256 + 9)),
      [{ fault: "nodeDiffers", path: "tile/1/000.p/5", from: 512, to: 768 }],
    ],
    [
      "a missing bundle",
      () => altered("tile/entries/004", undefined),
      [{ fault: "fileMissing", path: "tile/entries/004", from: 1024, to: 1280 }],
    ],
    [
      "a missing tile",
      () => altered("tile/0/004", undefined),
      [{ fault: "fileMissing", path: "tile/0/004", from: 1024, to: 1280 }],
    ],
    [
      "a cut bundle",
      () => altered("tile/entries/004", bytesOf("tile/entries/004").subarray(0, -1)),
      [{ fault: "fileMalformed", path: "tile/entries/004", from: 1024, to: 1280 }],
    ],
  ];
  for (const [what, tampered, wanted] of cases)
    it(`names ${what}`, async () => {
      const { findings } = await audited(tampered());
      // What refers to an entry that cannot be trusted cannot be checked either: that comes after.
      assert.deepEqual(findings.slice(0, wanted.length), wanted);
      const after = findings
        .slice(wanted.length)
        .map((found) => ("fault" in found ? found.fault : found.flag));
      assert.deepEqual(
        after.filter((fault) => fault !== "prevWrong" && fault !== "seqWrong"),
        [],
      );
    });

  it("names a flipped bit in an upper tile that the last entries did not touch", async () => {
    const leaf = (at: number) => utf8(`entry ${at}`);
    const log = logFiles(
      Array.from({ length: 4196 }, (_, at) => leaf(at)),
      [4196],
    );
    const path = "tile/1/000.p/16";
    log.set(path, flipped(log.get(path) ?? assert.fail(path), 3 * 256));
    const { findings } = await audited(log);
    assert.deepEqual(findings.at(-1), { fault: "nodeDiffers", path, from: 768, to: 1024 });
  });

  it("names a dropped entry by its place, and every one that moved into another's", async () => {
    const bundle = bytesOf("tile/entries/003");
    const [from, to] = [offsetOf(3, 10), offsetOf(3, 11)];
    const { findings } = await audited(
      altered("tile/entries/003", Buffer.concat([bundle.subarray(0, from), bundle.subarray(to)])),
    );
    assert.deepEqual(findings.slice(0, 2), [
      { fault: "fileMalformed", path: "tile/entries/003", from: 768, to: 1024 },
      { fault: "entryDiffers", index: 778 },
    ]);
  });

  it("sees a fork, a log that shrank, and a root over other entries, though all is signed", async () => {
    const earlier = [treeOf(logFiles(entries, [700]))];
    assert.deepEqual((await audited(logFiles(entriesWith(500), [NOW]), { earlier })).findings, [
      { fault: "forked", size: 700 },
    ]);
    assert.deepEqual((await audited(logFiles(entries, [600]), { earlier })).findings, [
      { fault: "shrunk", size: 600, was: 700 },
    ]);
    const { findings } = await audited(files, { tree: { size: NOW, root: rootAt(NOW) } });
    assert.deepEqual(findings, [{ fault: "rootDiffers", size: NOW }]);
  });

  it("passes each signature on with the number of its entry, for whoever checks them elsewhere", async () => {
    const seen: number[] = [];
    await audited(logFiles(entries, [20]), { verify: (...claim) => seen.push(claim[3]) > 0 });
    assert.deepEqual(
      [...new Set(seen)],
      Array.from({ length: 20 }, (_, index) => index),
    );
  });
});

/** Where an entry begins in its bundle. */
const offsetOf = (bundle: number, entry: number): number =>
  entries.slice(bundle * 256, bundle * 256 + entry).reduce((sum, { length }) => sum + 2 + length, 0);

describe("openings", () => {
  const county = smallCounty();
  const fields = county.fields;
  const redaction = {
    target: 4,
    field: "reason.1",
    ground: "personal-data",
    approvers: ["司法局", "督查办公室"],
  } as const;
  const small = logFiles(county.entries, [county.entries.length]);
  const opened = async (
    opening: Uint8Array | undefined,
    redactions: readonly (typeof redaction & { index: number })[] = [],
    at = "open/4.json",
  ) => {
    const findings: OpeningFinding[] = [];
    const audit = auditOpenings({
      read: async (path) => (path === at ? opening : small.get(path)),
      size: county.entries.length,
      redactions,
    });
    for (;;) {
      const { done, value } = await audit.next();
      if (done === true) return { findings, report: value };
      findings.push(value);
    }
  };
  const of = (open: typeof fields) => formatOpening({ index: 4, fields: open });

  it("are told apart: ok, redacted, missing without a reason, and not what was sealed", async () => {
    assert.deepEqual(await opened(of(fields)), {
      findings: [],
      report: { ok: 3, redacted: 0, "missing-unexplained": 0, mismatch: 0 },
    });
    const without = fields.filter(({ name }) => name !== "reason.1");
    assert.deepEqual(await opened(of(without), [{ ...redaction, index: 5 }]), {
      findings: [],
      report: { ok: 2, redacted: 1, "missing-unexplained": 0, mismatch: 0 },
    });
    assert.deepEqual((await opened(of(without))).findings, [
      { index: 4, fault: "fieldMissing", field: "reason.1" },
    ]);
    const changed = fields.map((field) => (field.name === "title" ? { ...field, salt: saltOf(9) } : field));
    assert.deepEqual((await opened(of(changed))).findings, [
      { index: 4, fault: "fieldMismatch", field: "title" },
    ]);
  });

  it("may come for a whole bundle at once, one a line", async () => {
    const lines = utf8(`${said(of(fields))}\n`);
    assert.equal((await opened(lines, [], "open/tile/0.jsonl")).report.ok, 3);
  });

  it("that are damaged, absent or shown in spite of a redaction are named", async () => {
    assert.equal((await opened(new Uint8Array([123]))).findings[0]?.index, 4);
    assert.equal((await opened(undefined)).report["missing-unexplained"], 3);
    assert.deepEqual((await opened(of(fields), [{ ...redaction, index: 5 }])).findings, [
      { index: 4, flag: "redactionUnfulfilled", field: "reason.1" },
    ]);
  });
});
