// A copy of a .docx with each finding as a comment at its words (ECMA-376 part 1, 17.13.4); nothing else is changed.

import { placeInBlocks, type Finding, type FindingWords, type Report } from "@yinuo/report-check";
import { zipSync } from "fflate";
import { MAIN_PART, readWord, type WordReport } from "./docx.ts";
import type { FileRefusal } from "./reading.ts";
import type { Source } from "./word-xml.ts";

export type Commented = { readonly finding: Finding; readonly words: FindingWords };

export type CommentsResult =
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly error: FileRefusal };

type Comment = {
  readonly id: number;
  readonly begin: number;
  readonly end: number;
  readonly lines: readonly string[];
};

const COMMENTS_PART = "word/comments.xml";
const RELATIONS_PART = "word/_rels/document.xml.rels";
const TYPES_PART = "[Content_Types].xml";
const NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

export const commentDocx = (
  bytes: Uint8Array,
  findings: readonly Commented[],
  date: Date,
): CommentsResult => {
  const read = readWord(bytes);
  if (!read.ok) return read;
  const { archive } = read.value;
  const files: Record<string, Uint8Array> = {};
  for (const name of archive.names.filter((one) => !one.endsWith("/"))) {
    const part = archive.bytesOf(name);
    if (part === undefined) return { ok: false, error: { code: "fileDamaged" } };
    files[name] = part;
  }
  const before = archive.textOf(COMMENTS_PART);
  const first =
    1 + Math.max(-1, ...[...(before ?? "").matchAll(/\bw:id="(\d{1,9})"/g)].map(([, id]) => Number(id)));
  const comments = placed(read.value, findings, first);
  files[MAIN_PART] = encode(withMarks(read.value.xml, comments));
  files[COMMENTS_PART] = encode(commentsXml(before, comments, date));
  files[RELATIONS_PART] = encode(withRelation(archive.textOf(RELATIONS_PART)));
  files[TYPES_PART] = encode(withType(archive.textOf(TYPES_PART) ?? ""));
  return { ok: true, value: zipSync(files) };
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const placed = (
  { report, sources }: WordReport,
  findings: readonly Commented[],
  first: number,
): readonly Comment[] => {
  const last = sources.findLast((each) => each.length > 0)?.at(-1);
  return findings.flatMap(({ finding, words }, at) => {
    const anchor = anchorOf(report, sources, finding) ?? (last && { begin: last.begin, end: last.close });
    return anchor === undefined ? [] : [{ id: first + at, ...anchor, lines: linesOf(finding, words) }];
  });
};

const linesOf = (
  { quote }: Finding,
  { severity, title, says, arithmetic, todo }: FindingWords,
): readonly string[] => [
  `【${severity}】${title}`,
  `“${quote.replace(/\s+/g, " ").slice(0, 200)}”`,
  says,
  ...(arithmetic === undefined ? [] : [arithmetic]),
  todo,
];

/** From the run the words begin in to the run they end in; of words in other elements, the whole paragraph. */
const anchorOf = (
  report: Report,
  sources: readonly (readonly Source[])[],
  { start, end }: Finding,
): { begin: number; end: number } | undefined => {
  const { block, offset } = placeInBlocks(report, start);
  const source = sources[block]?.findLast(({ from }) => from <= offset);
  if (source === undefined) return undefined;
  const until = Math.min(source.to, offset + end - start);
  const touched = source.runs.filter(({ from, to }) => to > offset && from < until);
  const [first, last] = [touched[0], touched.at(-1)];
  const covered = first !== undefined && last !== undefined && first.from <= offset && last.to >= until;
  return covered ? { begin: first.start, end: last.end } : { begin: source.begin, end: source.close };
};

const withMarks = (xml: string, comments: readonly Comment[]): string => {
  const insertions = comments.flatMap(({ id, begin, end }) => [
    { at: begin, xml: `<w:commentRangeStart w:id="${id}"/>` },
    {
      at: end,
      xml: `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
    },
  ]);
  const pieces: string[] = [];
  let at = 0;
  for (const insertion of insertions.toSorted((a, b) => a.at - b.at)) {
    pieces.push(xml.slice(at, insertion.at), insertion.xml);
    at = insertion.at;
  }
  const marked = pieces.join("") + xml.slice(at);
  // Documents name the namespace w; one that does not would not know our elements.
  return new RegExp(`xmlns:w="${NAMESPACE}"`).test(marked.slice(0, 8000))
    ? marked
    : marked.replace(/<(\w+:)?document\b/, `$& xmlns:w="${NAMESPACE}"`);
};

const escape = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const commentsXml = (before: string | undefined, comments: readonly Comment[], date: Date): string => {
  const day = date.toISOString().replace(/\.\d+/, "");
  const ours = comments
    .map(({ id, lines }) => {
      const paragraphs = lines
        .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escape(line)}</w:t></w:r></w:p>`)
        .join("");
      return `<w:comment w:id="${id}" w:author="yinuo" w:date="${day}" w:initials="YN">${paragraphs}</w:comment>`;
    })
    .join("");
  const end = before?.lastIndexOf("</w:comments>") ?? -1;
  if (before !== undefined && end !== -1) return before.slice(0, end) + ours + before.slice(end);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${NAMESPACE}">${ours}</w:comments>`;
};

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";

const withRelation = (before: string | undefined): string => {
  const relation = `<Relationship Id="rIdYinuoComments" Type="${RELATION}" Target="comments.xml"/>`;
  if (before === undefined)
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`;
  return before.includes(`${RELATION}"`)
    ? before
    : before.replace("</Relationships>", `${relation}</Relationships>`);
};

const withType = (before: string): string => {
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
  return before.includes(type)
    ? before
    : before.replace("</Types>", `<Override PartName="/${COMMENTS_PART}" ContentType="${type}"/></Types>`);
};
