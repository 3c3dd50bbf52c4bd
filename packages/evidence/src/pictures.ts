// Photographs made fit to publish: upright, of a sensible size, without place, camera or time in their metadata.

import type { Sharp } from "sharp";
import { ok, type Result } from "@yinuo/core";
import type { ReadingRefusal } from "./limits.ts";
import { pixelsOfHeic } from "./reading.ts";

/** Pixels along the longer side: a sign on a wall stays readable, and a phone's picture becomes a tenth. */
const LONGEST_SIDE = 2560;

export type Picture = { readonly bytes: Uint8Array; readonly mediaType: string; readonly ending: string };

/**
 * JPEG, PNG, WebP or AVIF in; JPEG out, or WebP where something is transparent. Everything but the pixels is left behind
 * (sharp keeps no metadata unless told to). `undefined` when the picture cannot be read to its end.
 */
export const cleanPicture = async (bytes: Uint8Array): Promise<Picture | undefined> => {
  const { default: sharp } = await import("sharp");
  try {
    const image = sharp(bytes, { failOn: "truncated", limitInputPixels: 100_000_000 });
    const { hasAlpha } = await image.metadata();
    const upright = sized(image.autoOrient());
    return hasAlpha
      ? { bytes: await upright.webp({ quality: 85 }).toBuffer(), mediaType: "image/webp", ending: "webp" }
      : await asJpeg(upright);
  } catch {
    return undefined;
  }
};

/** HEIC in, which few browsers show; JPEG out. Refuses as `pixelsOfHeic`. */
export const cleanHeic = async (bytes: Uint8Array): Promise<Result<Picture, ReadingRefusal>> => {
  const pixels = await pixelsOfHeic(bytes);
  if (!pixels.ok) return pixels;
  const { default: sharp } = await import("sharp");
  const { width, height, rgba } = pixels.value;
  const image = sharp(rgba, { raw: { width, height, channels: 4 } }).removeAlpha();
  return ok(await asJpeg(sized(image)));
};

const sized = (image: Sharp): Sharp =>
  image.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true });

const asJpeg = async (image: Sharp): Promise<Picture> => ({
  bytes: await image.jpeg({ quality: 85, mozjpeg: true }).toBuffer(),
  mediaType: "image/jpeg",
  ending: "jpg",
});
