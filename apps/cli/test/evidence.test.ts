// Evidence from a terminal takes the same road as at the desk: cleaned, read for personal data, recorded with what it proves.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { filled, freshFolder, query, terminal, type Terminal } from "./terminal.ts";

const data = freshFolder();
let url: string;
let yinuo: Terminal;
let commitment: readonly [string, string];
before(async () => {
  url = await filled(data);
  yinuo = terminal({ DATABASE_URL: url, YINUO_DATA: data });
  const [row] = await query(
    url,
    "SELECT programme, code FROM commitment WHERE stage = 'published' ORDER BY 1 DESC, 2 LIMIT 1",
  );
  commitment = [String(row?.["programme"]), String(row?.["code"])];
});

const PHONE = "13800001234";
const progress = (text: string, ...more: readonly string[]) =>
  yinuo("record-progress", ...commitment, "--text", text, ...more);
const written = (name: string, content: string): string => {
  const path = join(data, name);
  writeFileSync(path, content);
  return path;
};
const photo = join(import.meta.dirname, "../../../packages/evidence/test/fixtures/phone.heic");
const counted = async (table: string) =>
  Number((await query(url, `SELECT count(*)::int AS n FROM ${table}`))[0]?.["n"]);

describe("evidence", () => {
  it("goes with progress: several files, each with its caption and day, a photograph cleaned", async () => {
    const list = written("清单.csv", "受理点,件数\n一号,12\n");
    const said = await progress(
      "新增受理点",
      "--on",
      "2026-05-06",
      "--evidence",
      photo,
      "--caption",
      "一号受理点",
      "--shows",
      "2026-05-04",
      "--evidence",
      list,
      "--json",
    );
    assert.equal(said.code, 0, said.err);
    const told = JSON.parse(said.out) as { progress: { id: number; text: string }; evidence: string[] };
    assert.equal(told.progress.text, "新增受理点");
    const kept = await query(
      url,
      `SELECT caption, shows_on::text, file_name, media_type, screening FROM evidence JOIN file USING (sha256)
       WHERE progress = ${told.progress.id} ORDER BY id`,
    );
    assert.deepEqual(kept, [
      {
        caption: "一号受理点",
        shows_on: "2026-05-04",
        file_name: "phone.jpg",
        media_type: "image/jpeg",
        screening: "picture",
      },
      {
        caption: "清单.csv",
        shows_on: "2026-05-06",
        file_name: "清单.csv",
        media_type: "text/csv",
        screening: "read",
      },
    ]);
    const sha256 = String(told.evidence[0]);
    const bytes = readFileSync(join(data, "files", sha256.slice(0, 2), sha256));
    assert.ok(!bytes.includes("SECRETCAM"));
  });

  it("with personal data inside is refused with its line, or kept with a reason; half of it is never recorded", async () => {
    const list = written("值班.csv", `受理点,电话\n一号,${PHONE}\n`);
    const before = await counted("progress");
    const refused = await progress("值班表", "--evidence", list);
    assert.equal(refused.code, 1);
    assert.match(
      refused.err,
      /The file “值班\.csv” holds personal data: mobile number “138\*{4}1234” in line 2/,
    );
    assert.ok(!refused.err.includes(PHONE));
    assert.equal(await counted("progress"), before);
    const kept = await progress("值班表", "--evidence", list, "--keep-personal-data", "对外公布的电话");
    assert.equal(kept.code, 0, kept.err);
    const [entry] = await query(url, "SELECT verb, reason FROM history ORDER BY seq DESC LIMIT 1");
    assert.deepEqual(entry, { verb: "evidence.added", reason: "对外公布的电话" });
  });

  it("of a kind that is not accepted is refused with a sentence, for a script as one line of JSON", async () => {
    const page = written("页.pdf", "<html><script>1</script>");
    const said = await progress("网页", "--evidence", page, "--json", "--language", "zh-CN");
    assert.equal(said.code, 1);
    assert.equal(said.out, "");
    const told = JSON.parse(said.err) as { code: string; says: string };
    assert.equal(told.code, "filesRefused");
    assert.match(told.says, /^“页\.pdf”是网页或 SVG/);
  });

  it("goes with a figure too, and shows the period's last day", async () => {
    const [figure] = await query(
      url,
      "SELECT indicator, body, period, value::float, last_day::text FROM observation WHERE shape = 'number' AND value > 20 ORDER BY 1, 2, 3 LIMIT 1",
    );
    const key = [String(figure?.["indicator"]), String(figure?.["body"]), String(figure?.["period"])];
    const said = await yinuo(
      "record-observation",
      ...key,
      "--value",
      String(Number(figure?.["value"]) + 1),
      "--reason",
      "漏报",
      "--confirmed",
      "已核对",
      "--evidence",
      written("月报.txt", "结案 21 件"),
      "--caption",
      "月报",
      "--json",
    );
    assert.equal(said.code, 0, said.err);
    const [kept] = await query(
      url,
      "SELECT indicator, caption, shows_on::text FROM evidence ORDER BY id DESC LIMIT 1",
    );
    assert.deepEqual(kept, { indicator: key[0], caption: "月报", shows_on: figure?.["last_day"] });
    assert.equal((JSON.parse(said.out) as { period: string }).period, key[2]);
  });
});

describe("a reason to keep personal data", () => {
  it("is asked for in a text and in a list to import, and stands in the history", async () => {
    const text = `咨询电话${PHONE}`;
    assert.match((await progress(text)).err, /holds personal data: mobile number/);
    const kept = await progress(text, "--keep-personal-data", "公开的咨询电话");
    assert.equal(kept.code, 0, kept.err);
    const list = written("新事项.csv", `编号,事项,牵头单位\nKEEP-1,${text}上墙,新设中心\n`);
    const args = [
      "import",
      list,
      "--noun",
      "commitments",
      "--programme",
      commitment[0],
      "--create-bodies",
      "--json",
    ];
    const refused = await yinuo(...args);
    assert.equal(refused.code, 1);
    const told = JSON.parse(refused.out) as {
      counts: { refused: number };
      refused: { code: string; row: number }[];
    };
    assert.deepEqual(
      [told.counts.refused, told.refused[0]?.code, told.refused[0]?.row],
      [1, "personalDataFound", 2],
    );
    const done = await yinuo(...args, "--keep-personal-data", "公开的咨询电话");
    assert.equal(done.code, 0, done.err);
    const [entry] = await query(
      url,
      "SELECT reason FROM history WHERE verb = 'commitment.drafted' ORDER BY seq DESC LIMIT 1",
    );
    assert.equal(entry?.["reason"], "公开的咨询电话");
  });
});
