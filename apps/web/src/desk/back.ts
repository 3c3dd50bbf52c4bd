// Where a visitor is sent after signing in: back to a page of this ledger, and nowhere else.

/** The path and query of `typed` when it is an address below our own root; `otherwise` for anything a browser could read as another site. */
export const ownAddress = (typed: string, otherwise: string): string => {
  // Browsers read a backslash as a slash and skip tabs and line ends, so //evil can be spelt in many ways.
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(typed)) return otherwise;
  const ours = "http://ours.invalid";
  const parsed = URL.canParse(typed, ours) ? new URL(typed, ours) : undefined;
  return parsed?.origin === ours ? parsed.pathname + parsed.search : otherwise;
};
