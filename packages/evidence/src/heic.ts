// Photographs as iPhones take them (HEIC: ISO/IEC 23008-12, coded as HEVC), decoded to plain pixels.

import type { HeifImage } from "./libheif.ts";
import { stop, type ReadingLimits } from "./limits.ts";

/** Four bytes a pixel. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgba: Uint8ClampedArray };

/** Upright: the decoder turns the picture as its own properties say, and what Exif says besides does not count (6.5.10). */
export const decodeHeic = async (bytes: Uint8Array, limits: ReadingLimits): Promise<Pixels> => {
  const { loadLibheif } = await import("./libheif.ts");
  const images = new (await loadLibheif()).HeifDecoder().decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (image === undefined) throw stop("fileDamaged");
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > limits.pixels) throw stop("fileTooMuch");
  return { width, height, rgba: await display(image, { width, height }) };
};

const display = (image: HeifImage, size: { readonly width: number; readonly height: number }) =>
  new Promise<Uint8ClampedArray>((done, fail) => {
    const data = new Uint8ClampedArray(size.width * size.height * 4);
    image.display({ data, ...size }, (shown) => (shown === null ? fail(stop("fileDamaged")) : done(data)));
  });
