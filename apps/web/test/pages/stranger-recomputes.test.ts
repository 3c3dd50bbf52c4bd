// A stranger with nothing but the downloads computes every completion anew and finds what the pages and lists show.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { accountId } from "@yinuo/core";
import { loadSample } from "@yinuo/sample";
import { addAccount } from "@yinuo/store";
import { TODAY } from "./steps.ts";
import { asShown, completionFrom, FILES, readCsv, type Files, type Row } from "./stranger.ts";
import { openWorld, type World } from "./world.ts";

const json = async (world: World): Promise<Files> => {
  const read = async (noun: string) =>
    ((await (await world.get(`/${noun}/download/json`)).json()) as Files)[noun] ?? [];
  return Object.fromEntries(await Promise.all(FILES.map(async (noun) => [noun, await read(noun)])));
};

type Described = {
  readonly resources: readonly {
    readonly name: string;
    readonly schema: { readonly fields: readonly { readonly name: string; readonly key: string }[] };
  }[];
};

const csv = async (world: World): Promise<Files> => {
  const described = (await (await world.get("/en/data/datapackage.json")).json()) as Described;
  const read = async (noun: string) => {
    const fields = described.resources.find(({ name }) => name === noun)?.schema.fields ?? [];
    const text = Buffer.from(await (await world.get(`/en/${noun}/download/csv`)).arrayBuffer()).toString();
    return readCsv(text, new Map(fields.map(({ name, key }) => [name, key])));
  };
  return Object.fromEntries(await Promise.all(FILES.map(async (noun) => [noun, await read(noun)])));
};

const onPage = async (world: World, commitment: Row): Promise<string | undefined> => {
  const html = await world.text(
    `/en/commitments/${encodeURIComponent(String(commitment["programme"]))}/${encodeURIComponent(String(commitment["code"]))}`,
  );
  return /id="completion"[\s\S]*?<b>([^<]*)<\/b>/.exec(
    /id="completion"[\s\S]*?<\/section>/.exec(html)?.[0] ?? "",
  )?.[1];
};

/** What the list says of each commitment, by its address. */
const onLists = async (world: World): Promise<ReadonlyMap<string, string>> => {
  const shown = new Map<string, string>();
  for (let page = 1; page < 20; page += 1) {
    const before = shown.size;
    const html = await world.text(`/en/commitments?sort=code&page=${page}`);
    for (const [row] of html.matchAll(/<tr[^>]*>[\s\S]*?<\/tr>/g)) {
      const href = /href="\/en(\/commitments\/[^"/]+\/[^"/]+)"/.exec(row)?.[1];
      const said = /<b>([^<]*)<\/b>/.exec(row)?.[1];
      if (href !== undefined && said !== undefined) shown.set(href, said);
    }
    if (shown.size === before) break;
  }
  return shown;
};

const holdsFor = async (
  world: World,
  files: Files,
): Promise<Readonly<Record<"known" | "unknown", number>>> => {
  const seen = { known: 0, unknown: 0 };
  const lists = await onLists(world);
  for (const commitment of files["commitments"] ?? []) {
    const code = `${String(commitment["programme"])}/${String(commitment["code"])}`;
    const whole = completionFrom(files, commitment);
    const downloaded = commitment["completion"] ?? null;
    const inList = lists.get(`/commitments/${code.split("/").map(encodeURIComponent).join("/")}`);
    if (whole === null) {
      seen.unknown += 1;
      assert.equal(downloaded, null, code);
      assert.doesNotMatch(inList ?? "", /%/, code);
      assert.doesNotMatch((await onPage(world, commitment)) ?? "", /%/, code);
      continue;
    }
    seen.known += 1;
    const differs = Math.abs(Number(downloaded) - whole * 100);
    assert.ok(differs < 0.01, `${code}: ${String(downloaded)} is not ${whole * 100}`);
    assert.equal(inList, asShown(whole), code);
    assert.equal(await onPage(world, commitment), asShown(whole), code);
  }
  return seen;
};

describe("with the downloads alone, every completion of", () => {
  let small: World;
  let county: World;
  before(async () => {
    small = await openWorld();
    county = await openWorld({ empty: true });
    const { store, files } = county.deps;
    const loaded = await loadSample(store.db, files, {
      which: "county",
      today: TODAY,
      createAccount: (db, input, context) =>
        addAccount(db, { input, id: accountId(randomUUID()), passwordHash: "none" }, context),
    });
    assert.ok(loaded.ok);
  });
  after(async () => {
    await small.close();
    await county.close();
  });

  for (const [name, read] of [
    ["JSON", json],
    ["CSV", csv],
  ] as const) {
    it(`a small ledger comes out as it is shown, from its ${name} files`, async () => {
      const seen = await holdsFor(small, await read(small));
      assert.ok(seen.known >= 3 && seen.unknown >= 3, JSON.stringify(seen));
    });

    it(`the sample county comes out as it is shown, from its ${name} files`, async () => {
      const seen = await holdsFor(county, await read(county));
      assert.ok(seen.known >= 30 && seen.unknown >= 1, JSON.stringify(seen));
    });
  }
});
