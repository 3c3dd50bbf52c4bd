// Reads the numbers in a report's prose and tables, and says which of them contradict one another.
export { tokenize } from "./tokens/tokenize.ts";
export type { Bound, DateToken, Name, Quantity, Ratio, Sort, Token } from "./tokens/token.ts";
export type { Interval } from "./interval.ts";
export { checkReport, type Checked } from "./check.ts";
export type { Arithmetic, Claim, Code, Finding, Kind, Reading, Severity } from "./finding.ts";
export { placeInBlocks, plainReport, reportOf } from "./report.ts";
export type { Block, BlockKind, CellPlace, Part, Place, Report } from "./report.ts";
export type { Lang } from "./words/catalogue.ts";
export { findingWords, type FindingWords } from "./words/finding-words.ts";
export { asHtml } from "./output/html.ts";
export { asJson } from "./output/json.ts";
export { asSarif, type SarifFile } from "./output/sarif.ts";
export { asText } from "./output/text.ts";
