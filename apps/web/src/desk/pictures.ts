// Photographs made fit to publish: upright, of a sensible size, without place, camera or time in their metadata.

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
    const upright = image
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true });
    return hasAlpha
      ? { bytes: await upright.webp({ quality: 85 }).toBuffer(), mediaType: "image/webp", ending: "webp" }
      : {
          bytes: await upright.jpeg({ quality: 85, mozjpeg: true }).toBuffer(),
          mediaType: "image/jpeg",
          ending: "jpg",
        };
  } catch {
    return undefined;
  }
};
