// The addresses of the desk, in the reader's language.

import { localPath, type Lang } from "../lang.ts";

type CommitmentKey = { readonly programme: string; readonly code: string };

/** Below the language root; `step` is what is done there: /edit, /progress … */
export const commitmentPath = ({ programme, code }: CommitmentKey, step = ""): string =>
  `/desk/commitments/${encodeURIComponent(programme)}/${encodeURIComponent(code)}${step}`;

export const commitmentDesk = (lang: Lang, key: CommitmentKey, step = ""): string =>
  localPath(lang, commitmentPath(key, step));

/** Below the language root; `step` is what is done there: /plan, /declare … */
export const problemDeskPath = (code: string, step = ""): string =>
  `/desk/problems/${encodeURIComponent(code)}${step}`;

export const problemDesk = (lang: Lang, code: string, step = ""): string =>
  localPath(lang, problemDeskPath(code, step));

/** Below the language root: the texts of the record that is about this subject, to ask for one to be taken out. */
export const redactPath = (subject: string): string =>
  `/desk/redactions/new?record=${encodeURIComponent(subject)}`;

/** Below the language root; `step` is what is done there: /ceremony, /abort … */
export const drawDeskPath = (code: string, step = ""): string =>
  `/desk/draws/${encodeURIComponent(code)}${step}`;

export const drawDesk = (lang: Lang, code: string, step = ""): string =>
  localPath(lang, drawDeskPath(code, step));

export const recordPath = (indicator: string): string =>
  `/desk/indicators/${encodeURIComponent(indicator)}/record`;

/** The grid of one body's figures for one period; without a period the one that is due. */
export const figuresPath = (body: string, period = ""): string =>
  `/desk/figures?body=${encodeURIComponent(body)}${period === "" ? "" : `&period=${period}`}`;

/** Below the language root; `step` is what is done there: /finish, /3, /3/appeal … */
export const checkDeskPath = (code: string, step = ""): string =>
  `/desk/checks/${encodeURIComponent(code)}${step}`;

export const checkDesk = (lang: Lang, code: string, step = ""): string =>
  localPath(lang, checkDeskPath(code, step));
