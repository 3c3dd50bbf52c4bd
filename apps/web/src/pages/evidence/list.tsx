// Evidence files as they are listed under what they show.

import type { Evidence as EvidenceRecord } from "@yinuo/core";
import { formatDay } from "@yinuo/period";
import type { Lang } from "../../lang.ts";
import { Evidence, type EvidenceFile } from "../../parts/index.ts";
import { commitmentsWords } from "../../words/commitments.ts";
import { evidencePath } from "../addresses.ts";
import { isReEncodedImage, THUMB } from "./thumb.ts";

export function EvidenceList({ lang, files }: { lang: Lang; files: readonly EvidenceRecord[] }) {
  return (
    <Evidence
      lang={lang}
      label={commitmentsWords[lang].evidence}
      files={files.map((file) => shown(file, lang))}
    />
  );
}

const shown = (file: EvidenceRecord, lang: Lang): EvidenceFile => {
  const href = evidencePath(file);
  return {
    href,
    caption: file.caption,
    kind: kindOf(file),
    bytes: file.size,
    day: formatDay(file.showsOn, lang),
    sha256: file.sha256,
    ...(isReEncodedImage(file.mediaType) ? { thumb: { src: `${href}?thumb`, ...THUMB } } : {}),
  };
};

const kindOf = ({ fileName, mediaType }: EvidenceRecord): string => {
  const ending = /\.([\p{L}\p{N}]{1,5})$/u.exec(fileName)?.[1];
  return (ending ?? mediaType.split("/").at(-1) ?? "").toUpperCase();
};
