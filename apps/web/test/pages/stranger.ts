// A stranger's own arithmetic over the downloaded files, by the rules of the method page; it imports nothing of ours.

export type Row = Readonly<Record<string, string | number | boolean | null>>;
/** The rows of each file, by the keys that the data package names. */
export type Files = Readonly<Record<string, readonly Row[]>>;

export const FILES = ["commitments", "targets", "milestones", "indicators", "observations", "programmes"];

/** RFC 4180 with the mark that Excel needs; `keys` by header. */
export const readCsv = (text: string, keys: ReadonlyMap<string, string>): readonly Row[] => {
  const cells: string[][] = [[]];
  for (const [, quoted, plain, end] of text
    .replace(/^\uFEFF/, "")
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    cells.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "") break;
    if (end !== ",") cells.push([]);
  }
  const [headers = [], ...rows] = cells;
  return rows
    .filter((row) => row.length === headers.length)
    .map((row) =>
      Object.fromEntries(
        row.map((cell, at) => [
          keys.get(headers[at] ?? "") ?? "",
          cell === "" ? null : cell.replace(/^(-?[\d.]+)%$/, "$1"),
        ]),
      ),
    );
};

/** First and last month of a period, counted from year 0. */
const monthsOf = (period: string): readonly [number, number] => {
  const year = Number(period.slice(0, 4)) * 12;
  const rest = period.slice(5);
  if (rest === "") return [year, year + 11];
  const part = Number(rest.slice(1));
  if (rest.startsWith("H")) return [year + part * 6 - 6, year + part * 6 - 1];
  if (rest.startsWith("Q")) return [year + part * 3 - 3, year + part * 3 - 1];
  const [from = "", to = from] = rest.split("..");
  const last = to.length > 2 ? Number(to.slice(0, 4)) * 12 + Number(to.slice(5)) - 1 : year + Number(to) - 1;
  return [year + Number(from) - 1, last];
};

type Figure = { readonly from: number; readonly to: number; readonly row: Row };
type Step = { readonly row: Row; readonly sign: 1 | -1 };

/** From the first month to the one after the last: through recorded periods, or back through them, which takes them away. */
const wayThrough = (from: number, to: number, figures: readonly Figure[], back: boolean) => {
  const ways = new Map<number, readonly Step[]>([[from, []]]);
  for (const [at, way] of ways) {
    if (at === to + 1) return way;
    for (const { from: first, to: last, row } of figures) {
      if (first === at && !ways.has(last + 1)) ways.set(last + 1, [...way, { row, sign: 1 }]);
      if (back && last + 1 === at && !ways.has(first)) ways.set(first, [...way, { row, sign: -1 }]);
    }
  }
  return undefined;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const at = (row: Row, key: string): number => Number(row[key]);
const missed = (row: Row): boolean => row["notCollected"] === true || row["notCollected"] === "yes";

const made = (indicator: Row, steps: readonly Step[]): number => {
  const total = (part: (row: Row) => number): number => sum(steps.map(({ row, sign }) => sign * part(row)));
  if (indicator["kind"] === "flow") return total((row) => at(row, "value"));
  if (indicator["kind"] === "ratio")
    return (
      (total((row) => at(row, "numerator")) / total((row) => at(row, "denominator"))) * at(indicator, "scale")
    );
  return total((row) => at(row, "value") * at(row, "count")) / total((row) => at(row, "count"));
};

const NEEDS: Readonly<Record<string, string>> = { flow: "value", ratio: "denominator", duration: "count" };

const actual = (indicator: Row, period: string, rows: readonly Row[]): number | undefined => {
  const own = rows.find((row) => row["period"] === period);
  if (own !== undefined) return missed(own) ? undefined : at(own, "value");
  const kind = String(indicator["kind"]);
  if (kind === "index") return undefined;
  const [from, end] = monthsOf(period);
  const all = rows.map((row): Figure => {
    const [first, last] = monthsOf(String(row["period"]));
    return { from: first, to: last, row };
  });
  const within = all.filter((one) => one.from >= from && one.to <= end);
  if (within.length === 0) return undefined;
  const to = Math.max(...within.map((one) => one.to));
  if (kind === "stock") {
    const last = within.filter((one) => one.to === to).toSorted((a, b) => b.from - a.from);
    const row = (last.find((one) => !missed(one.row)) ?? last[0])?.row;
    return row === undefined || missed(row) ? undefined : at(row, "value");
  }
  const usable = all.filter(({ row }) => !missed(row) && row[NEEDS[kind] ?? "value"] !== null);
  const way = wayThrough(from, to, usable, false) ?? wayThrough(from, to, usable, true);
  return way === undefined ? undefined : made(indicator, way);
};

const shareOf = (target: Row, indicator: Row, value: number): number => {
  const aim = at(target, "value");
  const base = target["baseline"] === null ? undefined : at(target, "baseline");
  const lower = indicator["polarity"] === "down" || (indicator["polarity"] === "none" && (base ?? 0) > aim);
  if (lower ? value <= aim : value >= aim) return 1;
  const share =
    base !== undefined && (lower ? base > aim : base < aim)
      ? (value - base) / (aim - base)
      : lower
        ? aim / value
        : value / aim;
  return Math.min(1, Math.max(0, share));
};

const milestoneShare = (milestones: readonly Row[]): number => {
  const weighted = milestones.every((row) => row["weight"] !== null);
  const weight = (row: Row) => (weighted ? at(row, "weight") : 1);
  return sum(milestones.filter((row) => row["doneOn"] !== null).map(weight)) / sum(milestones.map(weight));
};

/** 0 to 1, or null where it cannot be known. */
export const completionFrom = (files: Files, commitment: Row): number | null => {
  const own = (row: Row) =>
    row["programme"] === commitment["programme"] && row["commitment"] === commitment["code"];
  const parts = (files["targets"] ?? []).filter(own).map((target) => {
    const indicator = files["indicators"]?.find((row) => row["code"] === target["indicator"]) ?? {};
    const rows = (files["observations"] ?? []).filter(
      (row) => row["indicator"] === target["indicator"] && row["body"] === target["body"],
    );
    const value = actual(indicator, String(target["period"]), rows);
    return value === undefined ? undefined : shareOf(target, indicator, value);
  });
  const steps = (files["milestones"] ?? []).filter(own);
  if (steps.length > 0) parts.push(milestoneShare(steps));
  const known = parts.filter((part) => part !== undefined);
  if (parts.length === 0 || known.length < parts.length) return null;
  const rule = files["programmes"]?.find((row) => row["code"] === commitment["programme"])?.[
    "completionRule"
  ];
  return rule === "least" ? Math.min(...known) : sum(known) / known.length;
};

/** As the pages round it: only what is all done reads 100 %, only what has not begun reads 0 %. */
export const asShown = (share: number): string => {
  const whole = Math.round(share * 100);
  if (whole === 100 && share < 1) return "99.9%";
  if (whole === 0 && share > 0) return `${Math.max(0.1, Math.round(share * 1000) / 10).toFixed(1)}%`;
  return `${whole}%`;
};
