// The name a file is published under: as people gave it, without what could harm or mislead.

/** The name people gave it, in one spelling (NFC), without what would lead out of a folder or hide its ending. */
export const safeName = (given: string): string => {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .replaceAll(/[<>:"|?*]/g, "_")
    .replace(/^[.\s]+/, "")
    .trim();
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(plain)?.[0] ?? "";
  // By characters, since half of one cannot be read.
  const stem = Array.from(plain.slice(0, plain.length - ending.length))
    .slice(0, 100)
    .join("");
  return stem === "" ? `file${ending}` : `${stem}${ending}`;
};

/** The name's ending says what the content is, since that is what a reader's computer goes by. */
export const withEnding = (name: string, kind: string): string => {
  const endings: readonly string[] = ENDINGS[kind] ?? [kind];
  const ending = /\.([\p{L}\p{N}]{1,8})$/u.exec(name)?.[1]?.toLowerCase();
  if (ending !== undefined && endings.includes(ending)) return name;
  return `${ending === undefined ? name : name.slice(0, -ending.length - 1)}.${endings[0] ?? kind}`;
};

const ENDINGS: Readonly<Record<string, readonly string[]>> = { jpg: ["jpg", "jpeg"], txt: ["txt", "csv"] };
