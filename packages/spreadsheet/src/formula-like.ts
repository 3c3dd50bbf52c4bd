// Text that a spreadsheet program would run as a formula: neutralised on the way out, restored on the way in.
// CSV injection: https://owasp.org/www-community/attacks/CSV_Injection

/** Formula signs in both widths, after any white space; tab and CR count as signs because programs strip them. */
const FORMULA_LIKE = /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/u;
const APOSTROPHES_THEN_FORMULA = /^'+(?:[\t\r]|\s*[=+\-@＝＋－＠])/u;

export function isFormulaLike(text: string): boolean {
  return FORMULA_LIKE.test(text);
}

/** One apostrophe in front. Text that looks neutralised already gets one more, so that restoring loses nothing. */
export function neutralise(text: string): string {
  return FORMULA_LIKE.test(text) ? `'${text}` : keepApostrophes(text);
}

/** For files in which a cell's type already keeps a formula from running: only what `restore` would eat is doubled. */
export function keepApostrophes(text: string): string {
  return APOSTROPHES_THEN_FORMULA.test(text) ? `'${text}` : text;
}

/** Takes away exactly the one apostrophe that `neutralise` put there. */
export function restore(text: string): string {
  return text.startsWith("'") && APOSTROPHES_THEN_FORMULA.test(text) ? text.slice(1) : text;
}
