// A stranger with nothing but the downloads computes every completion anew and finds what the pages show.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openWorld, type World } from "./world.ts";

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());

type Row = Readonly<Record<string, string | number | boolean | null>>;
const download = async (noun: string): Promise<readonly Row[]> =>
  ((await (await world.get(`/${noun}/download/json`)).json()) as Record<string, readonly Row[]>)[noun] ?? [];

// What follows imports nothing of ours: it reads only the files, by the rules of the method page.

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

/** Recorded periods that lie end to end over the months, or nothing. */
const cover = (from: number, to: number, figures: readonly Figure[]): readonly Figure[] | undefined => {
  if (from > to) return [];
  for (const figure of figures.filter((one) => one.from === from && one.to <= to)) {
    const rest = cover(figure.to + 1, to, figures);
    if (rest !== undefined) return [figure, ...rest];
  }
  return undefined;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const at = (row: Row, key: string): number => Number(row[key]);

const actual = (indicator: Row, period: string, rows: readonly Row[]): number | undefined => {
  const [from, end] = monthsOf(period);
  const figures = rows
    .map((row) => ({ from: monthsOf(String(row["period"]))[0], to: monthsOf(String(row["period"]))[1], row }))
    .filter((one) => one.from >= from && one.to <= end);
  const to = Math.max(...figures.map((one) => one.to));
  if (figures.length === 0) return undefined;
  if (indicator["kind"] === "stock") {
    const last = figures.find((one) => one.to === to)?.row;
    return last === undefined || last["notCollected"] === true ? undefined : at(last, "value");
  }
  const parts = cover(
    from,
    to,
    figures.filter(({ row }) => row["notCollected"] !== true),
  )?.map(({ row }) => row);
  if (parts === undefined) return undefined;
  if (indicator["kind"] === "flow") return sum(parts.map((row) => at(row, "value")));
  if (indicator["kind"] === "ratio")
    return (
      (sum(parts.map((row) => at(row, "numerator"))) / sum(parts.map((row) => at(row, "denominator")))) *
      at(indicator, "scale")
    );
  if (indicator["kind"] === "duration")
    return (
      sum(parts.map((row) => at(row, "value") * at(row, "count"))) / sum(parts.map((row) => at(row, "count")))
    );
  return parts.length === 1 ? at(parts[0] ?? {}, "value") : undefined;
};

const shareOf = (target: Row, indicator: Row, value: number): number => {
  const aim = at(target, "value");
  const lower = indicator["polarity"] === "down";
  if (lower ? value <= aim : value >= aim) return 1;
  const base = target["baseline"];
  if (typeof base === "number") return Math.min(1, Math.max(0, (value - base) / (aim - base)));
  return Math.min(1, Math.max(0, lower ? aim / value : value / aim));
};

const milestoneShare = (milestones: readonly Row[]): number => {
  const weighted = milestones.every((row) => row["weight"] !== null);
  const weight = (row: Row) => (weighted ? at(row, "weight") : 1);
  return sum(milestones.filter((row) => row["doneOn"] !== null).map(weight)) / sum(milestones.map(weight));
};

describe("with the downloads alone", () => {
  it("every completion comes out as it is shown", async () => {
    const [commitments, targets, milestones, indicators, observations, programmes] = await Promise.all(
      ["commitments", "targets", "milestones", "indicators", "observations", "programmes"].map(download),
    );
    const seen = { known: 0, unknown: 0 };
    for (const commitment of commitments ?? []) {
      const own = (row: Row) =>
        row["programme"] === commitment["programme"] && row["commitment"] === commitment["code"];
      const parts = (targets ?? []).filter(own).map((target) => {
        const indicator = indicators?.find((row) => row["code"] === target["indicator"]) ?? {};
        const rows = (observations ?? []).filter(
          (row) => row["indicator"] === target["indicator"] && row["body"] === target["body"],
        );
        const value = actual(indicator, String(target["period"]), rows);
        return value === undefined ? undefined : shareOf(target, indicator, value);
      });
      const steps = (milestones ?? []).filter(own);
      if (steps.length > 0) parts.push(milestoneShare(steps));
      const known = parts.filter((part) => part !== undefined);
      const rule = programmes?.find((row) => row["code"] === commitment["programme"])?.["completionRule"];
      const whole =
        parts.length === 0 || known.length < parts.length
          ? null
          : rule === "least"
            ? Math.min(...known)
            : sum(known) / known.length;
      const shown = commitment["completion"] ?? null;
      const code = String(commitment["code"]);
      if (whole === null) assert.equal(shown, null, code);
      else
        assert.ok(
          Math.abs(Number(shown) - whole * 100) < 0.01,
          `${code}: ${String(shown)} is not ${whole * 100}`,
        );
      seen[whole === null ? "unknown" : "known"] += 1;
      await isOnThePage(commitment, whole);
    }
    assert.ok(seen.known >= 3 && seen.unknown >= 3, JSON.stringify(seen));
  });
});

const isOnThePage = async (commitment: Row, whole: number | null): Promise<void> => {
  if (String(commitment["code"]).startsWith("SW-") && commitment["code"] !== "SW-00") return;
  const html = await world.text(
    `/commitments/${String(commitment["programme"])}/${String(commitment["code"])}`,
  );
  const section = /id="completion"[\s\S]*?<\/section>/.exec(html)?.[0] ?? "";
  assert.ok(
    whole === null ? /没有可计算|无数据/.test(section) : section.includes(`${Math.round(whole * 100)}%`),
    String(commitment["code"]),
  );
};
