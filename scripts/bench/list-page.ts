// How long the list of commitments takes when nothing kept can answer: every request is for another page of another search.

import { atMost, median, type Row } from "./budget.ts";
import { BIG, WORDS } from "./ledger.ts";
import { CLIENT, load } from "./load.ts";

const BAR = 60;
const ROUNDS = 3;
const SECONDS = 5;

export const listPage = async (origin: string): Promise<readonly Row[]> => {
  // Never asked for twice: what is kept is kept by its address.
  let asked = 0;
  const fresh = (many: number) => Array.from({ length: many }, () => pathOf(asked++));
  await load({ origin, paths: fresh(20_000), seconds: SECONDS });
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push(await load({ origin, paths: fresh(20_000), seconds: SECONDS }));
  const p99 = median(rounds.map((round) => round.p99));
  const p50 = median(rounds.map((round) => round.p50));
  const rate = median(rounds.map((round) => round.rate));
  return [
    {
      what: `列表（${BIG.commitments} 项承诺），第 99 百分位 Uncached list page, p99`,
      measured: `${p99.toFixed(0)} ms`,
      bar: `≤ ${BAR} ms`,
      met: atMost(p99, BAR),
      note: `p50 ${p50.toFixed(0)} ms, ${rate.toFixed(0)}/s, 50 connections, ${CLIENT}`,
    },
  ];
};

const SORTS = ["due", "code", "title", "completion", "recorded"];

/** Plain pages, filters and searches, in the proportion of a third each. */
const pathOf = (at: number): string => {
  const query = new URLSearchParams({ sort: SORTS[at % SORTS.length] ?? "due", page: String(1 + (at % 40)) });
  if (at % 3 === 1) query.set("body", `b${at % BIG.bodies}`);
  if (at % 3 === 1) query.set("page", String(1 + (at % 4)));
  if (at % 3 === 2) query.set("q", WORDS[Math.floor(at / 3) % WORDS.length] ?? "");
  // An address nobody asked for before.
  query.set("n", String(at));
  return `/commitments?${query.toString()}`;
};
