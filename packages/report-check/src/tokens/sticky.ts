// One attempt to match at one place: the scanner never searches ahead, so its work stays linear.

export const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
};

export const wordAt = (pattern: RegExp, text: string, at: number): string | undefined =>
  matchAt(pattern, text, at)?.[0];
