// The permanent public addresses, in the reader's language.

import { localPath, type Lang } from "../lang.ts";

type CommitmentKey = { readonly programme: string; readonly code: string };
type Query = Readonly<Record<string, string | number | undefined>>;

const part = encodeURIComponent;

/** `?a=1&b=2` without what is empty; nothing when all is. */
export const queryString = (query: Query): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== "") params.set(name, String(value));
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
};

export const overviewPath = (lang: Lang, programme?: string): string =>
  `${localPath(lang, "/")}${queryString({ programme })}`;

export const commitmentsPath = (lang: Lang, query: Query = {}): string =>
  `${localPath(lang, "/commitments")}${queryString(query)}`;

export const commitmentPath = (lang: Lang, { programme, code }: CommitmentKey): string =>
  localPath(lang, `/commitments/${part(programme)}/${part(code)}`);

export const bodyPath = (lang: Lang, code: string): string => localPath(lang, `/bodies/${part(code)}`);

export const indicatorPath = (lang: Lang, code: string, body?: string): string =>
  `${localPath(lang, `/indicators/${part(code)}`)}${queryString({ body })}`;

export const problemsPath = (lang: Lang, query: Query = {}): string =>
  `${localPath(lang, "/problems")}${queryString(query)}`;

export const problemPath = (lang: Lang, code: string): string => localPath(lang, `/problems/${part(code)}`);

/** The monthly rounds; with a month, its paper. */
export const roundsPath = (lang: Lang, month?: string): string =>
  localPath(lang, month === undefined ? "/problems/rounds" : `/problems/rounds/${part(month)}`);

/** What is owed and late. */
export const silencePath = (lang: Lang, query: Query = {}): string =>
  `${localPath(lang, "/silence")}${queryString(query)}`;

export const historyPath = (lang: Lang, query: Query = {}): string =>
  `${localPath(lang, "/history")}${queryString(query)}`;

export const correctionsPath = (lang: Lang, query: Query = {}): string =>
  `${localPath(lang, "/corrections")}${queryString(query)}`;

export const redactionsPath = (lang: Lang, query: Query = {}): string =>
  `${localPath(lang, "/redactions")}${queryString(query)}`;

export const changesPath = (lang: Lang, query: Query = {}): string =>
  `${localPath(lang, "/changes")}${queryString(query)}`;

/** What hangs in the service hall, for a record at this address. */
export const posterPath = (recordPath: string): string => `${recordPath}/poster`;

/** Files have one address whatever the language of the page that links to them. */
export const evidencePath = (file: { readonly sha256: string; readonly fileName: string }): string =>
  `/evidence/${file.sha256}/${part(file.fileName)}`;

export const downloadPath = (lang: Lang, noun: string, format: string, query: Query = {}): string =>
  `${localPath(lang, `/${noun}/download/${format}`)}${queryString(query)}`;

export const checkReportPath = (lang: Lang): string => localPath(lang, "/check-report");

export const logPath = (lang: Lang): string => localPath(lang, "/log");

/** Where a leaf of the log is shown and verified; without one, a receipt from anywhere. */
export const verifyPath = (lang: Lang, entry?: number): string =>
  `${localPath(lang, "/verify")}${queryString({ entry })}`;

/** The verifier as one file to keep. */
export const verifierPath = (lang: Lang): string => localPath(lang, "/verify/download/yinuo-verify.html");

export const receiptPath = (index: number): string => `/log/proof/${index}.tlog-proof`;

export const drawsPath = (lang: Lang, query: Query = {}): string =>
  `${localPath(lang, "/draws")}${queryString(query)}`;

export const drawPath = (lang: Lang, code: string): string => localPath(lang, `/draws/${part(code)}`);

export const drawSizePath = (lang: Lang, query: Query = {}): string =>
  `${localPath(lang, "/draws/size")}${queryString(query)}`;

/** Every ticket of a draw, page by page. */
export const ticketsPath = (lang: Lang, code: string, page = 1): string =>
  `${drawPath(lang, code)}/tickets${queryString({ page: page === 1 ? undefined : page })}`;

/** What recomputes a draw; files have one address whatever the language. */
export const drawFilePath = (code: string, file: string): string => `/draws/${part(code)}/download/${file}`;
export const checksPath = (lang: Lang, query: Query = {}): string =>
  `${localPath(lang, "/checks")}${queryString(query)}`;

export const checkPath = (lang: Lang, code: string): string => localPath(lang, `/checks/${part(code)}`);

/** One subject of a check, with its finding. */
export const findingPath = (lang: Lang, code: string, number: number): string =>
  localPath(lang, `/checks/${part(code)}/${number}`);
