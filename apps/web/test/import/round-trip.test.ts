// What was downloaded can be brought in again: nothing changes, and one edited cell is one update.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { parseEntry } from "@yinuo/transparency-log";
import { openOffice, type Office } from "./office.ts";

let office: Office;
before(async () => {
  office = await openOffice({ filled: true });
});
after(() => office.world.close());

const download = async (noun: string, format: string, root: string): Promise<File> => {
  const response = await office.nobody.get(`${root}/${noun}/download/${format}`);
  assert.equal(response.status, 200);
  return new File([new Uint8Array(await response.arrayBuffer())], `${noun}.${format}`);
};

const preview = async (file: File): Promise<string> => {
  const html = await (await office.steward.post("/desk/import", { file })).text();
  const batch = /\/desk\/import\/[0-9a-f-]{36}/.exec(html)?.[0];
  assert.ok(batch, html.slice(0, 500));
  return office.steward.text(`${batch}?step=preview`);
};

/** The four figures above the preview's rows: created, updated, unchanged, refused. */
const counts = (html: string): readonly number[] =>
  [...html.matchAll(/show=(created|updated|unchanged|refused)[^>]*>.*?<b>([\d,]+)<\/b>/gs)].map(([, , n]) =>
    Number(n?.replaceAll(",", "")),
  );

describe("B01 B40 a download brought in again", () => {
  for (const noun of ["commitments", "bodies", "indicators", "observations"])
    for (const [format, root] of [
      ["csv", ""],
      ["xlsx", ""],
      ["csv", "/en"],
      ["xlsx", "/en"],
    ] as const)
      it(`${noun} as ${format}${root} changes nothing and refuses nothing`, async () => {
        const html = await preview(await download(noun, format, root));
        const [created, updated, unchanged, refused] = counts(html);
        assert.deepEqual(
          [created, updated, refused],
          [0, 0, 0],
          html.slice(html.indexOf("<main"), html.indexOf("<main") + 6000),
        );
        assert.ok((unchanged ?? 0) > 0);
      });

  it("one edited cell is one update, shown with its old and its new value", async () => {
    const file = await download("commitments", "csv", "");
    const text = await file.text();
    const edited = text.replace("2026-12-31", "2027-01-31");
    assert.notEqual(edited, text);
    const html = await preview(new File([edited], "commitments.csv"));
    // Published, so it wants a reason first; the cell is named.
    assert.match(html, /请写明理由/);
    const action = /action="(\/desk\/import\/[^"]+\/mapping\?reasons=1)"/.exec(html)?.[1] ?? "";
    const again = await (await office.steward.post(action, { reason: "经批准延期" })).text();
    assert.deepEqual(counts(again).toSpliced(2, 1), [0, 1, 0]);
    assert.match(again, /2027-01-31/);
    // Confirmed in a session that has the key, it is signed, though it is written by a job.
    const [batch, digest] = [action.split("/mapping")[0], /name="digest" value="([^"]+)"/.exec(again)?.[1]];
    await office.steward.post(`${batch}/apply`, { digest: digest ?? assert.fail("no digest") });
    const { db } = office.world.store;
    const rows = await db.selectFrom("log_entry").select("bytes").orderBy("index", "desc").limit(1).execute();
    const entry = parseEntry(rows[0]?.bytes ?? new Uint8Array());
    assert.ok(entry.ok);
    assert.equal(entry.value.header.type, "commitment.amended");
    assert.deepEqual(
      entry.value.signatures.map(({ body }) => body),
      [entry.value.header.body],
    );
  });

  it("B39 formula-like texts come back as they were", async () => {
    const list = `编号,任务,牵头单位\nF-1,"=HYPERLINK(""http://e"",""x"")",justice\nF-2,@SUM(1),justice\nF-3,-1+1,justice\n`;
    const html = await (
      await office.steward.post("/desk/import", { file: new File([list], "f.csv") })
    ).text();
    const batch = /\/desk\/import\/[0-9a-f-]{36}/.exec(html)?.[0] ?? "";
    assert.match(
      await office.steward.text(`${batch}?step=preview`),
      /=HYPERLINK\(&quot;http:\/\/e&quot;,&quot;x&quot;\)/,
    );
  });
});
