// A redaction's whole way at the desk: one body asks, another decides; everybody sees that and why, and the log verifies.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { auditFiles, auditOpenings, openCheckpoint, parsePolicy } from "@yinuo/transparency-log";
import { openLog } from "../log/logged.ts";
import { openStaff, type Browser, type Staff, type Who } from "./staff.ts";

let staff: Staff;
let log: Awaited<ReturnType<typeof openLog>>;
const who = {} as Record<Who | "nobody", Browser>;
before(async () => {
  staff = await openStaff();
  for (const name of ["court", "justice", "inspector", "steward", "editor"] as const)
    who[name] = await staff.browser(name);
  who.nobody = await staff.browser();
  log = await openLog(staff.world);
});
after(async () => {
  await staff.close();
  await log.remove();
});

const GONE = "联系人住幸福路三号";

/** A report of progress with an address in it, signed into the log. */
const published = async (): Promise<void> => {
  const told = { text: `自助立案设备已经到位\n${GONE}`, happenedOn: "2026-10-10" };
  const response = await who.court.post("/desk/commitments/2026/SF-03/progress", told);
  assert.equal(response.status, 303, await response.text());
  await log.sign();
};

const RECORD = "/desk/redactions/new?record=commitment%2F2026%2FSF-03";

/** What the page offers for a text: `entry:field`. */
const choiceOf = (html: string, text: string): string => {
  const at = html.indexOf(text);
  assert.ok(at > 0, `${text} is not offered`);
  return [...html.slice(0, at).matchAll(/name="text" value="([^"]+)"/g)].at(-1)?.[1] ?? "";
};

const ask = async (as: Browser, ground = "personal-data"): Promise<Response> => {
  const text = choiceOf(await as.text(RECORD), GONE);
  return as.post("/desk/redactions/new", { entry: text.split(":")[0] ?? "", text, ground });
};

const addressOf = (response: Response): string =>
  /^(\/desk\/redactions\/\d+)\?/.exec(response.headers.get("location") ?? "")?.[1] ?? assert.fail();

const asked = async (as: Browser): Promise<string> => {
  const response = await ask(as);
  assert.equal(response.status, 303, await response.text());
  return addressOf(response);
};

/** Pasted by the steward; answers the address of its import. */
const brought = async (cells: string): Promise<string> => {
  const response = await who.steward.post("/desk/import", { cells });
  return (response.headers.get("location") ?? assert.fail(await response.text())).split("?")[0] ?? "";
};

const photo = () =>
  new File(
    [
      Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "base64",
      ),
    ],
    "设备.png",
    { type: "image/png" },
  );

/** The whole log as it is served, with the published texts, by a reader who trusts nobody. */
const audited = async () => {
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    const response = await who.nobody.get(`/log/${path}`);
    return response.status === 404 ? undefined : new Uint8Array(await response.arrayBuffer());
  };
  const policy = parsePolicy((await read("policy")) ?? assert.fail());
  assert.ok(policy.ok);
  const note = (await read("checkpoint")) ?? assert.fail();
  const opened = openCheckpoint(note, { logs: policy.value.logs.map(({ key }) => key) });
  assert.ok(opened.ok);
  const tree = opened.value.checkpoint;
  const files = auditFiles({ read, tree });
  let next = await files.next();
  // A key that nobody has confirmed yet is flagged, and is no fault.
  for (; next.done !== true; next = await files.next())
    assert.ok("flag" in next.value, JSON.stringify(next.value));
  const openings = auditOpenings({ read, size: tree.size, redactions: next.value.redactions });
  let told = await openings.next();
  for (; told.done !== true; told = await openings.next()) assert.fail(JSON.stringify(told.value));
  return told.value;
};

describe("a redaction at the desk", () => {
  it("is asked for by one body and decided by another, and is told to everybody with why and by whom", async () => {
    await published();
    assert.match(await who.nobody.text("/commitments/2026/SF-03"), new RegExp(GONE));
    const form = await who.court.text(RECORD);
    // Figures, days, codes and verdicts are not offered.
    assert.doesNotMatch(form, /value="\d+:[^"]*(?:lead|due|figure)[^"]*"/);
    const one = await asked(who.court);
    assert.match(await who.inspector.text("/desk/redactions"), new RegExp(`href="${one}"`));
    // Until it is decided nothing says where to look.
    assert.doesNotMatch(await who.nobody.text("/redactions"), /SF-03/);
    assert.match(await who.court.text(one), /提请的单位不能自己决定/);
    assert.equal((await who.court.post(one, { decision: "agree" })).status, 403);
    assert.match(await who.nobody.text("/commitments/2026/SF-03"), new RegExp(GONE));
    const shown = await who.inspector.text(one);
    assert.match(shown, new RegExp(GONE));
    const done = await who.inspector.post(one, { decision: "agree" });
    assert.equal(done.status, 303, await done.text());
    await log.sign();
    for (const path of [
      "/commitments/2026/SF-03",
      "/commitments/2026/SF-03/history",
      "/history",
      "/redactions",
      "/api/history",
      "/commitments?q=幸福路",
    ])
      assert.doesNotMatch(await who.nobody.text(path), new RegExp(`${GONE}|value="\\d+:`), path);
    for (const by of [who.court, who.inspector, who.steward])
      for (const path of [one, RECORD, "/desk/commitments/2026/SF-03"])
        assert.doesNotMatch(await by.text(path), new RegExp(GONE), path);
    const page = await who.nobody.text("/commitments/2026/SF-03");
    assert.match(page, /本记录有内容依规删除/);
    assert.match(page, /理由：个人信息，由县政府督查室.[^<]*法院共同决定/);
    const verdicts = await audited();
    assert.ok(verdicts.redacted > 0);
    assert.deepEqual([verdicts["missing-unexplained"], verdicts.mismatch], [0, 0]);
  });

  it("is counted per body in public, with filters and files", async () => {
    const english = await who.nobody.text("/en/redactions");
    assert.match(english, /How often each body had a hand in it/);
    assert.match(english, /asked by [^,]+, decided by /);
    assert.match(await who.nobody.text("/redactions?body=justice"), /没有符合条件的删除/);
    assert.match(await who.nobody.text("/redactions?body=court&ground=personal-data"), /符合条件的共 1 次/);
    assert.match(await who.nobody.text("/log"), /参与删除/);
    const file = await who.nobody.get("/redactions/download/json?body=court");
    const { redactions } = (await file.json()) as { redactions: Record<string, unknown>[] };
    assert.equal(redactions.length, 1);
    const [{ commitment, ground, proposedBy, decidedBy, fields } = {}] = redactions;
    assert.deepEqual(
      [commitment, ground, proposedBy, decidedBy],
      ["SF-03", "personal-data", "court", "inspection"],
    );
    assert.ok(Number(fields) > 0);
    for (const format of ["csv", "xlsx"])
      assert.equal((await who.nobody.get(`/redactions/download/${format}`)).status, 200);
  });

  it("that another body declines leaves the text, and may be asked for again", async () => {
    await published();
    const one = await asked(who.justice);
    assert.equal((await who.inspector.post(one, { decision: "" })).status, 422, "no button, no decision");
    assert.equal((await who.inspector.post(one, { decision: "decline" })).status, 303);
    assert.match(await who.nobody.text("/commitments/2026/SF-03"), new RegExp(GONE));
    const late = await who.court.post(one, { decision: "agree" });
    assert.equal(late.status, 422);
    assert.match(await late.text(), /已经有了结果/);
    assert.match(await who.inspector.text("/desk/redactions?state=refused"), new RegExp(`href="${one}"`));
    assert.equal((await ask(who.court)).status, 303);
  });

  it("of a photograph takes the file from its address and out of the list, and says so", async () => {
    const told = {
      text: "自助设备已经装好",
      happenedOn: "2026-10-11",
      "caption.1": "新装的设备",
      "file.1": photo(),
    };
    assert.equal((await who.court.post("/desk/commitments/2026/SF-03/progress", told)).status, 303);
    await log.sign();
    const page = await who.nobody.text("/commitments/2026/SF-03");
    const [, file = ""] = /href="(\/evidence\/[0-9a-f]{64}\/[^"]+)">新装的设备/.exec(page) ?? [];
    const kept = await who.nobody.get(file);
    // Whoever keeps a copy asks again: a redaction reaches browsers and proxies.
    assert.match(kept.headers.get("cache-control") ?? "", /no-cache/);
    const etag = kept.headers.get("etag") ?? "";
    assert.equal((await who.nobody.get(file, { headers: { "if-none-match": etag } })).status, 304);
    const form = await who.court.text(RECORD);
    const text = choiceOf(form, /佐证文件 设备\.\w+/.exec(form)?.[0] ?? assert.fail(form));
    assert.match(text, /sha256$/);
    const one = addressOf(await who.court.post("/desk/redactions/new", { text, ground: "personal-safety" }));
    assert.match(await who.inspector.text(one), /同一个文件在别的记录里也会一并删除/);
    assert.equal((await who.inspector.post(one, { decision: "agree" })).status, 303);
    await log.sign();
    for (const path of [file, `${file}?thumb`])
      assert.equal((await who.nobody.get(path, { headers: { "if-none-match": etag } })).status, 404, path);
    assert.equal(await staff.deps.files.open(file.split("/")[2] ?? ""), undefined);
    assert.match(await who.nobody.text("/commitments/2026/SF-03"), /佐证文件：[^<]*人身安全/);
    const verdicts = await audited();
    assert.deepEqual([verdicts["missing-unexplained"], verdicts.mismatch], [0, 0]);
  });

  it("destroys the spreadsheets that carry the text, whatever became of them, and their imports say so", async () => {
    await published();
    const cells = `编号\t任务\t牵头单位\nSF-90\t公示牌\t县司法局\nSF-91\t${GONE}，请勿外传\t县司法局\n`;
    const clean = await brought(`编号\t任务\t牵头单位\nSF-92\t公示牌\t县司法局\n`);
    const carrying = await brought(cells);
    const one = await asked(who.court);
    assert.equal((await who.inspector.post(one, { decision: "agree" })).status, 303);
    assert.match(await who.steward.text(carrying), /文件已销毁/);
    assert.equal((await who.steward.get(`${carrying}/refused`)).status, 303);
    assert.equal((await who.steward.post(`${carrying}/apply`, { digest: "x" })).status, 303);
    assert.doesNotMatch(await who.steward.text(clean), /文件已销毁/);
  });

  it("is refused with a sentence to whoever speaks for no body, and where nothing was chosen", async () => {
    await published();
    const text = choiceOf(await who.steward.text(RECORD), GONE);
    const bodiless = await who.steward.post("/desk/redactions/new", { text, ground: "personal-data" });
    assert.equal(bodiless.status, 403);
    assert.match(await who.steward.text(RECORD), /不代表任何单位/);
    assert.equal((await who.editor.get(RECORD)).status, 403);
    for (const fields of [
      { text: "", ground: "personal-data" },
      { text: "999999:new.text", ground: "personal-data" },
      { text, ground: "mistake" },
      { text: text.replace(/:.*/, ":record.lead"), ground: "personal-data" },
    ])
      assert.equal(
        (await who.court.post("/desk/redactions/new", fields)).status,
        422,
        JSON.stringify(fields),
      );
    assert.match(await who.court.text("/desk/redactions/new?entry=999999"), /没有这个编号的存证/);
    assert.equal((await who.court.get("/desk/redactions/999999")).status, 404);
  });
});
