// Photographs of iPhones are taken as they come from the phone, and lose their secrets like any other.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, it } from "node:test";
import { fileStore } from "@yinuo/store";
import sharp from "sharp";
import { pixelsOfHeic, READING, storeUploads } from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "yinuo-evidence-"));
after(() => rmSync(folder, { recursive: true }));

/** Ours, made with heif-enc: 96 × 64 pixels lying on their side (irot), with a camera and a place in their Exif. */
const photo = readFileSync(new URL("fixtures/phone.heic", import.meta.url));
const files = await fileStore(folder);
const send = (bytes: Uint8Array<ArrayBuffer>, name: string) => storeUploads(files, [new File([bytes], name)]);

it("a HEIC photograph becomes an upright JPEG without camera and place, whatever it was called", async () => {
  assert.ok(photo.includes("SECRETCAM"));
  for (const [given, name] of [
    ["IMG_0001.HEIC", "IMG_0001.jpg"],
    ["照片.jpg", "照片.jpg"],
  ] as const) {
    const { stored, refused } = await send(photo, given);
    assert.deepEqual(refused, []);
    const [one] = stored;
    assert.deepEqual([one?.fileName, one?.mediaType, one?.screening], [name, "image/jpeg", "picture"]);
    const bytes = readFileSync(files.path(one?.sha256 ?? ""));
    assert.ok(!bytes.includes("SECRETCAM"));
    const { width, height, exif, orientation } = await sharp(bytes).metadata();
    assert.deepEqual([width, height, exif, orientation], [64, 96, undefined, undefined]);
    // The white corner was on the left before the phone was turned, and the red one on the right.
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) =>
      [0, 1, 2].map((channel) => data[(y * info.width + x) * info.channels + channel]);
    assert.ok(at(60, 4).every((value) => value !== undefined && value > 240));
    assert.ok(Number(at(4, 92)[0]) > 180 && Number(at(4, 92)[1]) < 70);
  }
});

it("one cut short is refused with a sentence of its own, one with too many pixels or for too long as too much", async () => {
  const { stored, refused } = await send(photo.subarray(0, 1150), "半张.heic");
  assert.deepEqual([stored, refused], [[], [{ code: "pictureDamaged", name: "半张.heic" }]]);
  for (const limits of [{ pixels: 6143 }, { milliseconds: 1 }])
    assert.deepEqual(await pixelsOfHeic(photo, { ...READING, ...limits }), {
      ok: false,
      error: "fileTooMuch",
    });
  assert.ok((await pixelsOfHeic(photo, { ...READING, pixels: 6144 })).ok);
});
