// The words around choosing files.

export const uploadWords = {
  "zh-CN": {
    files: "照片或文件",
    hint: (files: number, size: string) =>
      `最多 ${files} 个，每个不超过 ${size}。照片会自动转正并去掉位置信息；请勿拍到个人面部、证件或车牌。`,
    photo: "拍照",
    file: (n: number) => `第 ${n} 个照片或文件`,
    caption: (n: number) => `第 ${n} 个文件的说明`,
    captionHint: "图中是什么、在哪里。不写就用文件名。",
    showsOn: "照片或文件反映的日期",
    kept: "已收到，无需重选",
    drop: "不要这个文件",
    other: "换一个文件",
  },
  en: {
    files: "Photographs or files",
    hint: (files: number, size: string) =>
      `Up to ${files}, each at most ${size}. Photographs are turned upright and lose their location; show no faces, papers or plates.`,
    photo: "Take a photograph",
    file: (n: number) => `Photograph or file ${n}`,
    caption: (n: number) => `Caption of file ${n}`,
    captionHint: "What it shows, and where. Without one the file's name stands.",
    showsOn: "Day the files show",
    kept: "Received, no need to choose it again",
    drop: "Leave this file out",
    other: "Choose another file instead",
  },
} as const;
