// Whether a list of parts says by its labels that nothing is missing from it.

const REST = /其他|其它|其余|\bothers?\b/i;

/** Labels that leave nothing out when they all stand in one list. */
const WHOLES: readonly (readonly RegExp[])[] = [
  [/男/, /女/],
  [/城镇|城市|城区/, /农村|乡村/],
  [/出口/, /进口/],
  [/第一产业|一产/, /第二产业|二产/, /第三产业|三产/],
  [/\bmale|\bmen\b/i, /\bfemale|\bwomen\b/i],
];

/** 0—14岁, 15—59岁, 60岁及以上: bands that begin open or end open. */
const BAND = /\d+ ?(?:[-—~至到] ?\d+)? ?(?:岁|周岁|年|元|分|小时|天|以上|以下)/;

/** A and not A: 捕 and 不捕, upheld and not upheld. */
const negates = (a: string, b: string): boolean => {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return short.length > 0 && (long === `不${short}` || long === `未${short}` || long === `not ${short}`);
};

export const isClosed = (labels: readonly string[]): boolean => {
  const last = labels.at(-1) ?? "";
  if (labels.length >= 2 && REST.test(last)) return true;
  if (
    WHOLES.some(
      (whole) =>
        whole.length === labels.length && whole.every((part) => labels.some((label) => part.test(label))),
    )
  )
    return true;
  if (
    labels.length >= 3 &&
    labels.every((label) => BAND.test(label)) &&
    /以上|以下|over|under/.test(labels.join(" "))
  )
    return true;
  return labels.length === 2 && negates(labels[0] ?? "", labels[1] ?? "");
};
