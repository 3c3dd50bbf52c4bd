// The form a password is kept in: what looks the same on two keyboards is the same password.

/** Characters as people count them. Long rather than complicated: a sentence is a good password. */
export const PASSWORD = { shortest: 12, longest: 128 } as const;

/**
 * NFKC, as NIST SP 800-63B 5.1.1.2 has it: a full-width letter of an input method is the letter, and an accent is the
 * same whether the keyboard sent one code point or two.
 */
export const normalPassword = (typed: string): string => typed.normalize("NFKC");

/** In code points of the normal form: a character outside the basic plane is one. */
export const lengthOf = (typed: string): number => [...normalPassword(typed)].length;
