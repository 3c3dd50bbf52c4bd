// E-mail addresses, also with @ spelled [at] and the dot spelled [dot].

import type { Candidate } from "./candidate.ts";

/** '#' stands for @ only before the mail services where Chinese pages write it so. */
const mark =
  / ?(?:@|[[({<【] ?at ?[\])}>】]|#(?=(?:vip\.)?(?:qq|163|126|139|189|sina|sohu|foxmail|aliyun|yeah|gmail|outlook|hotmail)\.)) ?/gi;
const domain = /(?:[a-z0-9-]{1,63}(?:\.| ?[[(]dot[\])] ?)){1,8}[a-z]{2,24}/iy;
const longestLocal = 64;
/** icon@2x.png */
const imageScale = /^\dx\./i;

export function findEmails(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: at, index } of text.matchAll(mark)) {
    const start = localStart(text, index);
    domain.lastIndex = index + at.length;
    const host = domain.exec(text)?.[0];
    if (start === index || host === undefined || imageScale.test(host)) continue;
    const isPlain = at === "@" && !/[[(]/.test(host);
    const end = index + at.length + host.length;
    found.push({ kind: "email", start, end, certainty: isPlain ? "certain" : "likely" });
  }
  return found;
}

function localStart(text: string, end: number): number {
  let start = end;
  while (end - start < longestLocal && /[a-z0-9._%+-]/i.test(text.charAt(start - 1))) start--;
  while (start < end && /[.-]/.test(text.charAt(start))) start++;
  return start;
}
