// Small pictures of photographs, so that a page of evidence opens on a slow line.

/** Every thumbnail has this size in CSS pixels; what does not fit is cut at its sides. */
export const THUMB = { width: 160, height: 120 } as const;

/** The only kinds that are shown in the browser: photographs are re-encoded to one of these when they are stored. */
const RE_ENCODED = ["image/jpeg", "image/png", "image/webp", "image/avif"];

export const isReEncodedImage = (mediaType: string): boolean => RE_ENCODED.includes(mediaType);

/** Twice the size in pixels, for sharp screens. */
export const thumbOf = async (bytes: Uint8Array): Promise<Buffer> => {
  const { default: sharp } = await import("sharp");
  return sharp(bytes, { limitInputPixels: 100_000_000 })
    .rotate()
    .resize(THUMB.width * 2, THUMB.height * 2, { fit: "cover" })
    .webp({ quality: 70 })
    .toBuffer();
};
