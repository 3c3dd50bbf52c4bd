// `yinuo check-report`: reads reports, says which of their numbers contradict one another; needs no ledger.

import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { ok, refuse } from "@yinuo/core";
import {
  asHtml,
  asJson,
  asSarif,
  asText,
  checkReport,
  findingWords,
  type Checked,
} from "@yinuo/report-check";
import { commentDocx, readReport, type FileRefusal, type ReadReport } from "@yinuo/report-files";
import { inLang, type Words } from "./language.ts";
import type { Done, Run } from "./run.ts";

type Read = ReadReport & { readonly path: string; readonly bytes: Uint8Array };
type One = Read & { readonly checked: Checked };

const FORMATS = ["text", "json", "sarif", "html"] as const;

export const checkReportVerb = async (run: Run): Done => {
  const { typed } = run;
  const typedFormat = typed.text("format") ?? "text";
  const format = FORMATS.find((one) => one === typedFormat);
  if (format === undefined) return refuse({ code: "reportFormatUnknown", typed: typedFormat });
  const previousPath = typed.text("previous");
  const previous = previousPath === undefined ? undefined : await readOne(previousPath);
  if (previous?.ok === false)
    return refuse({ code: "reportUnreadable", path: previous.path, error: previous.error });
  const reports: One[] = [];
  for (const path of typed.subjects) {
    const read = await readOne(path);
    if (!read.ok) return refuse({ code: "reportUnreadable", path, error: read.error });
    const checked = checkReport(read.value.report, previous?.value.report);
    reports.push({ ...read.value, checked });
    tellNotes(run, read.value);
  }
  const copy = typed.text("comments");
  const notWord = copy === undefined ? undefined : reports.find((one) => one.format !== "docx");
  if (notWord !== undefined) return refuse({ code: "reportNotWord", path: notWord.path });
  await write(run, format, reports);
  const found = reports.flatMap(({ checked }) => checked.findings.map(({ severity }) => severity));
  const [faults, reviews] = (["fault", "review"] as const).map(
    (wanted) => found.filter((one) => one === wanted).length,
  );
  const fails = (faults ?? 0) > 0 || (typed.has("strict") && (reviews ?? 0) > 0);
  return fails ? refuse({ code: "reportFindings", faults: faults ?? 0, reviews: reviews ?? 0 }) : ok(true);
};

type ReadOne =
  | { readonly ok: true; readonly value: Read }
  | { readonly ok: false; readonly path: string; readonly error: FileRefusal };

const readOne = async (path: string): Promise<ReadOne> => {
  const bytes = await readFile(path);
  const read = await readReport(bytes, basename(path));
  return read.ok
    ? { ok: true, value: { ...read.value, path, bytes } }
    : { ok: false, path, error: read.error };
};

const write = async (run: Run, format: (typeof FORMATS)[number], reports: readonly One[]): Promise<void> => {
  const { typed, lang, now, print } = run;
  const text = textOf(run, format, reports);
  const out = typed.text("out");
  if (out === undefined) print(text.trimEnd());
  else await writeFile(out, text);
  const copy = typed.text("comments");
  const word = reports.find((one) => one.format === "docx");
  if (copy === undefined || word === undefined) return;
  const findings = word.checked.findings.filter(({ severity }) => severity !== "silent");
  const commented = findings.map((finding) => ({ finding, words: findingWords(lang, finding) }));
  const written = commentDocx(word.bytes, commented, now);
  if (written.ok) await writeFile(copy, written.value);
};

const textOf = ({ lang }: Run, format: (typeof FORMATS)[number], reports: readonly One[]): string => {
  if (format === "json")
    return JSON.stringify(
      reports.map(({ path, checked }) => asJson(lang, path, checked)),
      undefined,
      2,
    );
  if (format === "sarif") {
    const files = reports.map(({ path, checked, format: read }) => ({
      uri: pathToFileURL(path).href,
      checked,
      isPlainText: read === "txt",
    }));
    return JSON.stringify(asSarif(lang, files), undefined, 2);
  }
  if (format === "html")
    return reports
      .map(({ path, report, checked }) => asHtml({ lang, name: basename(path), report, checked }))
      .join("\n");
  return reports.map(({ path, checked }) => asText(lang, path, checked)).join("\n\n");
};

const NOTES: Readonly<Record<ReadReport["notes"][number], Words>> = {
  encodingGuessed: {
    zh: "编码是猜的，请看文字是否正常",
    en: "the encoding is a guess; see whether the text is right",
  },
  trackedChanges: {
    zh: "含修订：按接受全部修订后的文字检查",
    en: "has tracked changes: checked as if all were accepted",
  },
  pagesWithoutText: {
    zh: "有的页没有文字（多半是扫描件），没有检查",
    en: "some pages have no text (scans, most likely) and were not checked",
  },
};

const tellNotes = ({ lang, print, typed }: Run, { path, notes, encoding }: Read): void => {
  // What a program reads stays clean.
  if ((typed.text("format") ?? "text") !== "text") return;
  for (const note of notes)
    print(`${path}: ${inLang(lang, NOTES[note])}${note === "encodingGuessed" ? ` (${encoding ?? ""})` : ""}`);
};
