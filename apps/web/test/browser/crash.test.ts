// What was acknowledged is there after a power cut, and what was not acknowledged left nothing half-done.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sampleAccount, SAMPLE_PASSWORD } from "./browser.ts";
import { startLedger, type Ledger } from "./ledger-process.ts";

type Session = {
  readonly post: (path: string, fields: Readonly<Record<string, string | File>>) => Promise<Response>;
  readonly get: (path: string) => Promise<Response>;
};

const signIn = async ({ address, said }: Ledger, role: string): Promise<Session> => {
  const send = (path: string, cookie: string, body?: FormData) =>
    fetch(`${address}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { origin: address, cookie },
      redirect: "manual",
      ...(body === undefined ? {} : { body }),
    });
  const answer = await send(
    "/sign-in",
    "",
    form({ email: sampleAccount(said(), role), password: SAMPLE_PASSWORD }),
  );
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  assert.notEqual(cookie, "", `not signed in: ${answer.status}`);
  return { get: (path) => send(path, cookie), post: (path, fields) => send(path, cookie, form(fields)) };
};

const form = (fields: Readonly<Record<string, string | File>>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

/** Codes among the downloaded bodies that start with the prefix: bodies are public as soon as they are written. */
const bodiesThere = async (ledger: Ledger, prefix: string): Promise<Set<string>> => {
  const file = (await (await fetch(`${ledger.address}/bodies/download/json`)).json()) as {
    bodies: { code: string }[];
  };
  return new Set(file.bodies.map(({ code }) => code).filter((code) => code.startsWith(prefix)));
};

describe("kill -9", () => {
  it(
    "during two hundred acknowledged forms loses none of them; a thousand writes are in the tests of the store",
    { timeout: 240_000 },
    async () => {
      let ledger = await startLedger();
      try {
        const acknowledged: string[] = [];
        let next = 0;
        for (let round = 0; round < 2; round += 1) {
          const steward = await signIn(ledger, "steward");
          const killAt = (round + 1) * 100;
          const write = async (): Promise<void> => {
            while (acknowledged.length < killAt) {
              next += 1;
              const code = `K${next}`;
              try {
                const answer = await steward.post("/desk/bodies/new", { code, name: `单位 ${next}` });
                if (answer.status === 303) acknowledged.push(code);
                else assert.equal(answer.status, 303, await answer.text());
              } catch (problem) {
                if (problem instanceof assert.AssertionError) throw problem;
                return;
              }
            }
          };
          const writers = Promise.all(Array.from({ length: 8 }, write));
          while (acknowledged.length < killAt) await sleep(5);
          await ledger.kill();
          await writers;
          ledger = await ledger.again();
          const there = await bodiesThere(ledger, "K");
          assert.deepEqual(
            acknowledged.filter((code) => !there.has(code)),
            [],
          );
        }
        assert.ok(acknowledged.length >= 200);
      } finally {
        await ledger.stop();
      }
    },
  );

  it(
    "during an import leaves all of it or nothing, and the import goes on after the next start",
    { timeout: 240_000 },
    async () => {
      let ledger = await startLedger();
      try {
        const steward = await signIn(ledger, "steward");
        const rows = Array.from({ length: 10_000 }, (_, index) => `M${index},批量单位 ${index}`);
        const file = new File([`单位编码,单位名称\n${rows.join("\n")}\n`], "单位.csv");
        const batch = new URL(
          (await steward.post("/desk/import", { file })).headers.get("location") ?? "",
          ledger.address,
        ).pathname;
        const preview = await (await steward.get(`${batch}?step=preview`)).text();
        const digest = /name="digest" value="([^"]+)"/.exec(preview)?.[1] ?? "";
        assert.notEqual(digest, "", preview.slice(0, 500));
        assert.equal((await steward.post(`${batch}/apply`, { digest })).status, 303);
        await sleep(700);
        await ledger.kill();
        ledger = await ledger.again();
        const counts = new Set<number>();
        const there = async (): Promise<number> => (await bodiesThere(ledger, "M")).size;
        for (let tries = 0; tries < 600 && !counts.has(10_000); tries += 1) {
          counts.add(await there());
          await sleep(200);
        }
        assert.deepEqual(
          [...counts].filter((count) => count !== 0),
          [10_000],
        );
      } finally {
        await ledger.stop();
      }
    },
  );
});
