// Draws the sample's pictures into data/pictures: flat, neutral, each saying that it is a sample. Run by hand after a change.

import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { PICTURES, pictureFile, type PictureName } from "../src/content/pictures.ts";

const PALETTES = [
  {
    sky: "#e8ecef",
    ground: "#c9d2d6",
    main: "#3b6a86",
    second: "#a8b8c0",
    light: "#ffffff",
    dark: "#2c3e48",
  },
  {
    sky: "#f0ece4",
    ground: "#d8cfbf",
    main: "#7a5c3e",
    second: "#c4b49c",
    light: "#ffffff",
    dark: "#43382c",
  },
] as const;
type Palette = (typeof PALETTES)[number];

const rect = (x: number, y: number, width: number, height: number, fill: string, more = ""): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
const circle = (x: number, y: number, r: number, fill: string, more = ""): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`;
const text = (x: number, y: number, size: number, fill: string, said: string): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="middle" font-family="Noto Sans CJK SC, Noto Serif CJK SC, sans-serif">${said}</text>`;
const times = (count: number, drawn: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => drawn(index)).join("");
const bars = (heights: readonly number[], drawn: (height: number, index: number) => string): string =>
  heights.map(drawn).join("");

const MOTIFS: Readonly<Record<PictureName, (p: Palette) => string>> = {
  counter: (p) =>
    rect(60, 250, 520, 130, p.main) +
    times(
      3,
      (i) =>
        rect(90 + i * 170, 170, 130, 80, p.light) + text(155 + i * 170, 222, 34, p.dark, `${i + 1}号窗口`),
    ) +
    rect(40, 240, 560, 18, p.dark),
  chart: (p) =>
    rect(110, 70, 420, 270, p.light, `stroke="${p.dark}" stroke-width="6"`) +
    bars([60, 90, 80, 120, 140, 130, 170], (height, i) =>
      rect(145 + i * 52, 310 - height, 34, height, p.main),
    ) +
    rect(300, 340, 40, 60, p.dark),
  pipes: (p) =>
    rect(0, 260, 640, 160, p.ground) +
    times(
      3,
      (i) =>
        rect(40, 215 + i * 55, 560, 38, i === 1 ? p.main : p.second) +
        rect(200 + i * 90, 208 + i * 55, 26, 52, p.dark),
    ),
  hall: (p) =>
    rect(80, 110, 480, 270, p.light) +
    times(4, (i) => rect(110 + i * 115, 140, 75, 150, p.second)) +
    `<polygon points="60,110 320,30 580,110" fill="${p.main}"/>` +
    rect(250, 250, 140, 130, p.dark),
  classroom: (p) =>
    rect(140, 70, 360, 140, p.main, `stroke="${p.dark}" stroke-width="8"`) +
    text(320, 155, 40, p.light, "教室") +
    times(
      6,
      (i) =>
        rect(90 + (i % 3) * 170, 260 + Math.floor(i / 3) * 70, 120, 18, p.dark) +
        rect(100 + (i % 3) * 170, 278 + Math.floor(i / 3) * 70, 10, 36, p.second),
    ),
  clinic: (p) =>
    rect(110, 90, 420, 290, p.light) +
    rect(290, 130, 60, 160, p.main) +
    rect(240, 180, 160, 60, p.main) +
    times(4, (i) => rect(140 + i * 95, 320, 70, 40, p.second)),
  scaffold: (p) =>
    rect(170, 90, 300, 300, p.second) +
    times(4, (i) => rect(140, 110 + i * 75, 360, 8, p.dark)) +
    times(5, (i) => rect(150 + i * 84, 80, 8, 310, p.dark)) +
    times(6, (i) => rect(200 + (i % 3) * 90, 135 + Math.floor(i / 3) * 130, 50, 60, p.light)),
  meter: (p) =>
    rect(60, 240, 520, 40, p.second) +
    circle(320, 240, 120, p.main) +
    circle(320, 240, 95, p.light) +
    rect(255, 200, 130, 44, p.dark) +
    text(320, 234, 34, p.light, "00128") +
    rect(318, 260, 6, 50, p.main),
  board: (p) =>
    rect(100, 80, 440, 260, p.main) +
    rect(120, 100, 400, 220, p.light) +
    text(320, 150, 40, p.dark, "公示栏") +
    times(4, (i) => rect(160, 180 + i * 32, 320 - i * 30, 12, p.second)) +
    rect(140, 340, 20, 60, p.dark) +
    rect(480, 340, 20, 60, p.dark),
  screen: (p) =>
    rect(110, 80, 420, 250, p.dark) +
    rect(128, 98, 384, 214, p.main) +
    times(3, (i) => rect(160, 130 + i * 56, 90, 32, p.light) + rect(270, 138 + i * 56, 200, 16, p.second)) +
    rect(290, 330, 60, 60, p.dark),
  books: (p) =>
    bars([230, 210, 230, 200, 220], (height, i) =>
      rect(150 + i * 70, 380 - height, 56, height, i % 2 === 0 ? p.main : p.second),
    ) +
    rect(100, 380, 440, 16, p.dark) +
    times(5, (i) => rect(162 + i * 70, 200, 32, 8, p.light)),
  lamp: (p) =>
    rect(0, 330, 640, 90, p.dark) +
    times(5, (i) => rect(20 + i * 130, 370, 70, 8, p.light)) +
    times(
      3,
      (i) =>
        rect(120 + i * 200, 110, 10, 230, p.main) +
        rect(120 + i * 200, 110, 60, 8, p.main) +
        circle(182 + i * 200, 124, 16, p.light),
    ),
};

const draw = (name: PictureName, palette: Palette): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480" width="640" height="480">` +
  rect(0, 0, 640, 420, palette.sky) +
  rect(0, 390, 640, 40, palette.ground) +
  MOTIFS[name](palette) +
  rect(0, 420, 640, 60, palette.dark) +
  text(320, 460, 28, palette.light, `示例图片 / sample picture · ${PICTURES[name]}`) +
  `</svg>`;

for (const name of Object.keys(PICTURES) as PictureName[])
  for (const variant of [1, 2] as const) {
    const file = join(import.meta.dirname, "..", "data", pictureFile(name, variant));
    mkdirSync(dirname(file), { recursive: true });
    const palette = PALETTES[variant - 1] ?? PALETTES[0];
    await sharp(Buffer.from(draw(name, palette)))
      .webp({ quality: 70 })
      .toFile(file);
  }
