// The sample's pictures: drawn, neutral, each with the words "sample picture" in it; two of every motif.

export const PICTURES = {
  counter: "窗口",
  chart: "图表",
  pipes: "管道",
  hall: "大厅",
  classroom: "教室",
  clinic: "候诊区",
  scaffold: "施工",
  meter: "水表",
  board: "公示栏",
  screen: "显示屏",
  books: "资料",
  lamp: "路灯",
} as const;

export type PictureName = keyof typeof PICTURES;

/** Beneath the package's data folder. */
export const pictureFile = (name: PictureName, variant: 1 | 2): string => `pictures/${name}-${variant}.webp`;
