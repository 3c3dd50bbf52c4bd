// Tiles and bundles: the paths and sizes of the specification, growth in any steps, proofs out of tiles.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  edgeRoot,
  growBundles,
  parseTilePath,
  partialTiles,
  proveConsistencyFromTiles,
  proveInclusionFromTiles,
  readBundle,
  readEdge,
  tilePath,
  tilesBetween,
  verifyConsistency,
  verifyInclusion,
  writeBundle,
} from "@yinuo/transparency-log";
import { fast, hex, leafOf, leaves, seed, tileFolder, utf8, rootAt } from "./logs.ts";

describe("paths of tiles", () => {
  it("are those of the specification, and only those are read", () => {
    const known: readonly (readonly [string, ReturnType<typeof parseTilePath>])[] = [
      ["tile/0/x001/x234/067", { level: 0, index: 1_234_067, width: 256 }],
      ["tile/0/000", { level: 0, index: 0, width: 256 }],
      ["tile/63/999.p/255", { level: 63, index: 999, width: 255 }],
      ["tile/entries/x001/000.p/1", { level: "entries", index: 1000, width: 1 }],
    ];
    for (const [path, tile] of known) {
      assert.deepEqual(parseTilePath(path), tile);
      assert.equal(tile && tilePath(tile), path);
    }
  });

  for (const path of [
    "",
    "/tile/0/000",
    "tile/0",
    "tile/0/0",
    "tile/0/00",
    "tile/0/0000",
    "tile/0/1000",
    "tile/00/000",
    "tile/64/000",
    "tile/-1/000",
    "tile/0/x000/001",
    "tile/0/001/002",
    "tile/0/x001",
    "tile/0/000.p/0",
    "tile/0/000.p/01",
    "tile/0/000.p/256",
    "tile/0/000.p/999",
    "tile/0/000.p/",
    "tile/0/000/",
    "tile/0/000 ",
    "tile/0/../000",
    "tile/data/000",
    "tile/0/x999/x999/x999/x999/x999/999",
  ])
    it(`“${path}” is no path`, () => assert.equal(parseTilePath(path), undefined));
});

describe("which tiles a tree has", () => {
  const shape = (from: number, to: number) => tilesBetween({ from, to }).map(tilePath);

  it("at size 70,000: 273 full and one of 112, one full and one of 17, one of 1", () => {
    const tiles = tilesBetween({ from: 0, to: 70_000 });
    assert.equal(tiles.filter(({ level, width }) => level === 0 && width === 256).length, 273);
    assert.equal(tiles.filter(({ level, width }) => level === 1 && width === 256).length, 1);
    assert.equal(tiles.length, 273 + 1 + 1 + 1 + 1);
    assert.deepEqual(partialTiles(70_000).map(tilePath), [
      "tile/0/273.p/112",
      "tile/1/001.p/17",
      "tile/2/000.p/1",
    ]);
  });

  it("at size 256: one full, and one hash above it", () => {
    assert.deepEqual(shape(0, 256), ["tile/0/000", "tile/1/000.p/1"]);
  });

  it("only what appears: nothing between equal sizes, nothing of width 0", () => {
    assert.deepEqual(shape(0, 0), []);
    assert.deepEqual(shape(300, 300), []);
    assert.deepEqual(shape(255, 257), ["tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1"]);
    assert.deepEqual(shape(257, 258), ["tile/0/001.p/2"]);
    assert.deepEqual(shape(65_535, 65_536), ["tile/0/255", "tile/1/000", "tile/2/000.p/1"]);
  });
});

describe("a log that grows", () => {
  it("in any steps writes the tiles it should and has the root it has from scratch", async () => {
    const steps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(steps, async (sizes) => {
        const folder = tileFolder();
        let size = 0;
        const expected = new Set<string>();
        for (const step of sizes) {
          for (const tile of tilesBetween({ from: size, to: size + step })) expected.add(tilePath(tile));
          const edge = folder.grow(leaves(size, size + step));
          size += step;
          const again = await readEdge(size, folder.read);
          assert.ok(again.ok);
          assert.equal(hex(edgeRoot(again.value, fast)), hex(edgeRoot(edge, fast)));
        }
        assert.deepEqual([...folder.files.keys()].toSorted(), [...expected].toSorted());
        const edge = folder.grow([]);
        assert.equal(hex(edgeRoot(edge, fast)), hex(rootAt(size)));
      }),
      { seed, numRuns: 25 },
    );
  });

  it("proves out of its tiles what it proves out of its hashes, past two levels", async () => {
    const folder = tileFolder();
    const sizes = [1, 256, 257, 40_000, 65_536, 70_000];
    const roots = new Map([[0, fast.empty]]);
    let before = 0;
    for (const size of sizes) {
      roots.set(size, edgeRoot(folder.grow(leaves(before, size)), fast));
      before = size;
    }
    const root = (size: number) => roots.get(size) ?? assert.fail(`no root of ${size}`);
    assert.equal(hex(root(70_000)), hex(rootAt(70_000)));
    for (const size of sizes)
      for (const index of [0, 1, 255, 256, 39_999, 65_535, 65_536, size - 1].filter((each) => each < size)) {
        const proof = await proveInclusionFromTiles({ index, size }, folder.read, fast);
        assert.ok(proof.ok, `${index} of ${size}`);
        assert.ok(
          verifyInclusion({ index, size, leaf: leafOf(index), root: root(size), proof: proof.value }, fast),
        );
      }
    for (const to of sizes)
      for (const from of [0, ...sizes].filter((each) => each <= to)) {
        const proof = await proveConsistencyFromTiles({ from, to }, folder.read, fast);
        assert.ok(proof.ok, `${from} to ${to}`);
        const claim = {
          old: { size: from, root: root(from) },
          new: { size: to, root: root(to) },
          proof: proof.value,
        };
        assert.ok(verifyConsistency(claim, fast));
      }
  });

  it("reads the full tile where the partial one was cleared away, and names the tile that is missing or cut", async () => {
    const folder = tileFolder();
    folder.grow(leaves(0, 10));
    folder.grow(leaves(10, 300));
    folder.files.delete("tile/0/000.p/10");
    const place = { index: 3, size: 10 };
    assert.ok((await proveInclusionFromTiles(place, folder.read)).ok);

    const missing = await proveInclusionFromTiles(place, async () => undefined);
    assert.deepEqual(missing, { ok: false, error: { code: "tileMissing", path: "tile/0/000.p/10" } });
    const cut = await proveInclusionFromTiles(place, async (tile) => (await folder.read(tile))?.subarray(1));
    assert.deepEqual(cut, { ok: false, error: { code: "tileMalformed", path: "tile/0/000" } });
    assert.deepEqual(await readEdge(300, async () => new Uint8Array(31)), {
      ok: false,
      error: { code: "tileMalformed", path: "tile/0/001.p/44" },
    });
  });

  it("proves nothing outside the tree", async () => {
    const { read } = tileFolder();
    const outside = { ok: false, error: { code: "outsideTree" } };
    for (const place of [
      { index: 3, size: 3 },
      { index: -1, size: 3 },
      { index: 0.5, size: 3 },
    ])
      assert.deepEqual(await proveInclusionFromTiles(place, read), outside);
    for (const sizes of [
      { from: 4, to: 3 },
      { from: -1, to: 3 },
      { from: 0, to: Number.NaN },
    ])
      assert.deepEqual(await proveConsistencyFromTiles(sizes, read), outside);
  });
});

describe("entry bundles", () => {
  it("hold the entries with their lengths, most significant byte first", () => {
    assert.equal(hex(writeBundle([utf8("ab"), utf8("")])), "000261620000");
  });

  it("are read back, however the log grew", () => {
    const entry = fc.uint8Array({ maxLength: 700 });
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 300 }),
        fc.array(entry, { maxLength: 300 }),
        (first, second) => {
          const files = new Map(
            growBundles({ size: 0, partial: [] }, first).map((file) => [file.path, file]),
          );
          const partial = first.slice(first.length - (first.length % 256));
          const later = growBundles({ size: first.length, partial }, second);
          for (const file of later) files.set(file.path, file);
          const wanted = tilesBetween({ from: first.length, to: first.length + second.length })
            .filter(({ level }) => level === 0)
            .map((tile) => tilePath({ ...tile, level: "entries" }));
          assert.deepEqual(
            later.map(({ path }) => path),
            wanted,
          );
          const all = [...first, ...second];
          for (const { tile, bytes } of later) {
            const read = readBundle(bytes, tile.width);
            assert.ok(read.ok);
            assert.deepEqual(
              read.value.map(hex),
              all.slice(tile.index * 256, tile.index * 256 + tile.width).map(hex),
            );
          }
        },
      ),
      { seed, numRuns: 40 },
    );
  });

  it("that are cut, padded or of another width are refused", () => {
    const bytes = writeBundle([utf8("ab"), utf8("c")]);
    assert.ok(readBundle(bytes, 2).ok);
    for (let length = 0; length < bytes.length; length += 1)
      assert.ok(!readBundle(bytes.subarray(0, length), 2).ok);
    assert.ok(!readBundle(new Uint8Array([...bytes, 0]), 2).ok);
    assert.deepEqual(readBundle(bytes, 1), { ok: false, error: { code: "bundleMalformed" } });
    assert.ok(!readBundle(bytes, 3).ok);
  });

  it("never hold an entry that is longer than its length can say", () => {
    assert.throws(() => writeBundle([new Uint8Array(65_536)]), RangeError);
    assert.throws(() => writeBundle(Array.from({ length: 257 }, () => new Uint8Array())), RangeError);
    assert.throws(() => growBundles({ size: 3, partial: [] }, []), RangeError);
  });
});
