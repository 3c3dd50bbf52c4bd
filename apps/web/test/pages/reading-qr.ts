// What a telephone would read from the QR code on a page.

import { decodeQR } from "qr/decode.js";
import sharp from "sharp";

export const readQr = async (svg: string): Promise<string> => {
  const { data, info } = await sharp(Buffer.from(svg))
    .resize(600)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) });
};
