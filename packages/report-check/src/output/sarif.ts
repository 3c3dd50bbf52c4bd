// Findings as SARIF 2.1.0 (OASIS standard, 27 March 2020), for whatever shows results of checks beside a document.

import type { Checked } from "../check.ts";
import { KIND_OF, type Code, type Finding } from "../finding.ts";
import type { Lang } from "../words/catalogue.ts";
import { findingWords, placeText, titleOf } from "../words/finding-words.ts";

const LEVEL = { fault: "error", review: "warning", silent: "note" } as const;

export type SarifFile = {
  /** Relative or absolute, as a URI reference. */
  readonly uri: string;
  readonly checked: Checked;
  /** Offsets count in the file itself only where it is plain text. */
  readonly isPlainText: boolean;
};

export const asSarif = (lang: Lang, files: readonly SarifFile[]): unknown => {
  const codes = [
    ...new Set(files.flatMap(({ checked }) => checked.findings.map(({ code }) => code))),
  ].toSorted();
  const rules = codes.map((code) => ({
    id: code,
    shortDescription: { text: titleOf(lang, code) },
    properties: { kind: KIND_OF[code] },
  }));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "yinuo-check-report", language: lang, rules } },
        columnKind: "utf16CodeUnits",
        artifacts: files.map(({ uri }) => ({ location: { uri } })),
        results: files.flatMap(({ uri, checked, isPlainText }) =>
          checked.findings.map((finding) => result(lang, finding, { uri, isPlainText, codes })),
        ),
      },
    ],
  };
};

type Where = { readonly uri: string; readonly isPlainText: boolean; readonly codes: readonly Code[] };

/** Section 3.30.1: a region says where it is by line or by offset; of a .docx neither is known. */
const regionOf = ({ start, end, quote, place }: Finding, isPlainText: boolean): object => {
  const snippet = { text: quote };
  if (isPlainText) return { region: { charOffset: start, charLength: end - start, snippet } };
  return place.line === undefined ? {} : { region: { startLine: place.line, snippet } };
};

const result = (lang: Lang, finding: Finding, { uri, isPlainText, codes }: Where): unknown => {
  const { code, severity, quote, place, kind, reads } = finding;
  const words = findingWords(lang, finding);
  const { page, paragraph, cell } = place;
  const inside =
    cell === undefined
      ? `paragraph ${paragraph}`
      : `table ${cell.table + 1}/${cell.row + 1}/${cell.column + 1}`;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVEL[severity],
    message: {
      text: [words.says, words.arithmetic, words.todo].filter((part) => part !== undefined).join("\n"),
    },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri }, ...regionOf(finding, isPlainText) },
        logicalLocations: [
          {
            name: placeText(lang, place),
            fullyQualifiedName: page === undefined ? inside : `page ${page}/${inside}`,
          },
        ],
      },
    ],
    properties: {
      kind,
      quote,
      offsetInParagraph: place.offset,
      reads,
      arithmetic: finding.arithmetic ?? null,
    },
  };
};
