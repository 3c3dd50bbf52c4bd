// How many kept pages a second one process serves, as a share of what nginx does with the same bytes.

import { get } from "node:http";
import { atLeast, median, type Row } from "./budget.ts";
import { CLIENT, load } from "./load.ts";
import { ensureNginx, startNginx, type Page } from "./nginx.ts";

const BAR = 0.5;
const ROUNDS = 5;
const SECONDS = 3;
const WHAT = "缓存页面，与 nginx 之比 Cached page, requests/s against nginx";
const WANTED = "≥ 0.5 (aim 0.7)";

export const cachedPage = async (origin: string): Promise<readonly Row[]> => {
  if (!ensureNginx())
    return [
      {
        what: WHAT,
        measured: "—",
        bar: WANTED,
        met: "not measured",
        note: "没有 nginx，也无法安装 nginx is missing and could not be installed",
      },
    ];
  const page = await keptPage(origin, "/commitments");
  const nginx = await startNginx(page);
  try {
    await needSame(nginx.origin, page);
    return [await compare(origin, nginx.origin, page)];
  } finally {
    await nginx.stop();
  }
};

/** In turns, so that whatever else the machine does disturbs both alike. */
const compare = async (ours: string, nginx: string, page: Page): Promise<Row> => {
  const rounds: { readonly ours: number; readonly nginx: number }[] = [];
  const rate = async (origin: string) => (await load({ origin, paths: [page.path], seconds: SECONDS })).rate;
  // The first moments of a process are its slowest.
  await rate(ours);
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ nginx: await rate(nginx), ours: await rate(ours) });
  const ratio = median(rounds.map((round) => round.ours / round.nginx));
  const [own, theirs] = [
    median(rounds.map((round) => round.ours)),
    median(rounds.map((round) => round.nginx)),
  ];
  return {
    what: WHAT,
    measured: ratio.toFixed(2),
    bar: WANTED,
    met: atLeast(ratio, BAR),
    note: `${own.toFixed(0)}/s : ${theirs.toFixed(0)}/s, ${(page.body.length / 1024).toFixed(1)} KB, ${CLIENT}, ${ROUNDS} × ${SECONDS} s`,
  };
};

/** The second answer comes from memory. */
const keptPage = async (origin: string, path: string): Promise<Page> => {
  await raw(origin + path);
  const { headers, body } = await raw(origin + path);
  const names = Object.entries(headers).map(([name, value]) => [name, value] as const);
  if (!names.some(([name]) => name === "etag")) throw new Error(`${path} is not kept in memory`);
  return { path, headers: names, body };
};

const needSame = async (nginx: string, page: Page): Promise<void> => {
  const theirs = await raw(nginx + page.path);
  const differs = page.headers.find(([name, value]) => name !== "date" && theirs.headers[name] !== value);
  if (differs !== undefined) throw new Error(`nginx does not say ${differs.join(": ")}`);
  if (!theirs.body.equals(page.body)) throw new Error("nginx sends other bytes");
};

/** As sent: fetch would unpack it. */
const raw = (address: string): Promise<{ headers: Record<string, string>; body: Buffer }> =>
  new Promise((done, fail) => {
    const request = get(address, { headers: { "accept-encoding": "gzip" } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.once("end", () =>
        done({
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
          ),
          body: Buffer.concat(parts),
        }),
      );
    });
    request.once("error", fail);
  });
