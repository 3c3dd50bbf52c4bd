// Files by their content: photographs lose their secrets and stand upright, what could run is turned away, nothing is lost.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { kindOfBytes, safeName } from "@yinuo/evidence";
import { listEvidence, listProgress } from "@yinuo/store";
import sharp from "sharp";
import { pdf } from "./pdf.ts";
import { fieldsOn, openStaff, type Browser, type Staff } from "./staff.ts";

let staff: Staff;
let justice: Browser;
before(async () => {
  staff = await openStaff();
  justice = await staff.browser("justice");
});
after(() => staff.close());

const PROGRESS = "/desk/commitments/2026/SF-03/progress";
const KEY = { programme: "2026", code: "SF-03" };
const TYPED = { text: "新增两个受理点", happenedOn: "2026-10-12" };

const newest = async (caption: string) =>
  (await listEvidence(staff.deps.store.db, { programme: "2026", commitment: "SF-03" })).find(
    (one) => one.caption === caption,
  );
const storedBytes = async (sha256: string) => readFile(staff.deps.files.path(sha256));
const texts = async () => (await listProgress(staff.deps.store.db, KEY)).map(({ text }) => text);

/** Lies on its side (Orientation 6), with a place and a camera's serial number. */
const phonePicture = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: "#2a6" } })
    .withExif({ IFD0: { Make: "SECRETCAM" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "39/1 54/1 26/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** iPhones' kind of picture: ours, lying on its side, with a camera in its Exif. */
const heic = await readFile(
  new URL("../../../../packages/evidence/test/fixtures/phone.heic", import.meta.url),
);
const file = (bytes: Uint8Array<ArrayBuffer> | string, name: string, type = ""): File =>
  new File([bytes], name, { type });

describe("a photograph", () => {
  it("is turned upright and loses place and camera (B26)", async () => {
    const picture = await phonePicture();
    assert.ok(picture.includes("SECRETCAM"));
    const response = await justice.post(PROGRESS, {
      ...TYPED,
      "file.1": file(picture, "窗口.jpg", "image/jpeg"),
      "caption.1": "受理窗口",
    });
    assert.equal(response.status, 303);
    const evidence = await newest("受理窗口");
    assert.ok(evidence);
    const bytes = await storedBytes(evidence.sha256);
    const metadata = await sharp(bytes).metadata();
    assert.deepEqual(
      [metadata.width, metadata.height, metadata.orientation, metadata.exif],
      [40, 60, undefined, undefined],
    );
    assert.ok(!bytes.includes("SECRETCAM"));
    assert.equal(evidence.showsOn, TYPED.happenedOn);
    const shown = await (
      await staff.browser()
    ).get(`/evidence/${evidence.sha256}/${encodeURIComponent("窗口.jpg")}`);
    assert.equal(shown.status, 200);
  });

  it("is made smaller than 2,560 pixels, and keeps its transparency", async () => {
    const large = await sharp({ create: { width: 4000, height: 1000, channels: 4, background: "#0000" } })
      .png()
      .toBuffer();
    await justice.post(PROGRESS, { ...TYPED, "file.2": file(large, "图.png"), "caption.2": "大图" });
    const evidence = await newest("大图");
    assert.equal(evidence?.fileName, "图.webp");
    const metadata = await sharp(await storedBytes(evidence?.sha256 ?? "")).metadata();
    assert.deepEqual([metadata.width, metadata.hasAlpha], [2560, true]);
  });

  it("in HEIC becomes one that every browser shows, also when it is called something else (B26)", async () => {
    const sent = { ...TYPED, "file.1": file(heic, "照片.heic"), "caption.1": "苹果手机的照片" };
    assert.equal((await justice.post(PROGRESS, sent)).status, 303);
    const evidence = await newest("苹果手机的照片");
    assert.deepEqual([evidence?.fileName, evidence?.mediaType], ["照片.jpg", "image/jpeg"]);
    const bytes = await storedBytes(evidence?.sha256 ?? "");
    assert.ok(!bytes.includes("SECRETCAM"));
    const thumb = await (await staff.browser()).get(`/evidence/${evidence?.sha256}/thumb.webp`);
    assert.notEqual(thumb.status, 500);
  });

  it("in HEIC cut short is refused, and nothing typed is lost", async () => {
    const before = await texts();
    const response = await justice.post(PROGRESS, {
      ...TYPED,
      "file.1": file(heic.subarray(0, 900), "x.heic"),
    });
    assert.equal(response.status, 422);
    const html = await response.text();
    assert.match(html, /href="#file\.1">“x\.heic”不完整或已损坏/);
    assert.equal(fieldsOn(html)["text"], TYPED.text);
    assert.deepEqual(await texts(), before);
  });

  it("cut short is refused", async () => {
    const picture = (await phonePicture(600, 400)).subarray(0, 900);
    const response = await justice.post(PROGRESS, { ...TYPED, "file.1": file(picture, "半张.jpg") });
    assert.match(await response.text(), /“半张.jpg”不完整或已损坏/);
  });
});

describe("a file", () => {
  const SCRIPTED: readonly [string, string][] = [
    ["图.svg", `<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>`],
    ["图.jpg", `<?xml version="1.0"?><svg onload="x()"/>`],
    ["说明.txt", "说明\n<script>alert(1)</script>"],
    ["页.html", "<!DOCTYPE html><p>hi"],
    ["页.pdf", "<html><body>"],
  ];
  for (const [name, content] of SCRIPTED)
    it(`that a browser could run is refused: ${name}`, async () => {
      const response = await justice.post(PROGRESS, { ...TYPED, "file.2": file(content, name, "image/png") });
      assert.equal(response.status, 422);
      assert.match(await response.text(), /可能带有脚本/);
    });

  it("of no kind that is accepted is refused", async () => {
    const response = await justice.post(PROGRESS, {
      ...TYPED,
      "file.2": file(Uint8Array.of(0x4d, 0x5a, 0, 1, 2), "程序.pdf"),
    });
    assert.match(await response.text(), /“程序.pdf”不是可以接收的文件/);
  });

  it("keeps its Chinese name in NFC, whatever the browser's system wrote (B47)", async () => {
    const given = "031汉堡包漢堡包, 汉堡 é.pdf";
    await justice.post(PROGRESS, {
      ...TYPED,
      "file.2": file(pdf("plan"), given.normalize("NFD")),
      "caption.2": "名字",
    });
    const evidence = await newest("名字");
    assert.equal(evidence?.fileName, given.normalize("NFC"));
    const shown = await (
      await staff.browser()
    ).get(`/evidence/${evidence?.sha256}/${encodeURIComponent(given)}`);
    assert.equal(shown.status, 200);
  });

  const NAMES: readonly [string, string][] = [
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\照片\\图.jpg", "图.jpg"],
    ["..", "file"],
    [".hidden.pdf", "hidden.pdf"],
    ["a\u202egpj.exe.pdf", "agpj.exe.pdf"],
    ["a\r\nb.pdf", "ab.pdf"],
    [`${"长".repeat(300)}.docx`, `${"长".repeat(100)}.docx`],
  ];
  for (const [given, expected] of NAMES)
    it(`called ${JSON.stringify(given.slice(0, 30))} is kept as ${JSON.stringify(expected.slice(0, 30))}`, () => {
      assert.equal(safeName(given), expected);
    });

  it("is known by its bytes", () => {
    const zip = (part: string) => Buffer.from(`PK\x03\x04......${part}`, "latin1");
    assert.equal(kindOfBytes(zip("xl/workbook.xml")), "xlsx");
    assert.equal(kindOfBytes(zip("word/document.xml")), "docx");
    assert.equal(kindOfBytes(zip("word/document.xml word/vbaProject.bin")), undefined);
    assert.equal(kindOfBytes(zip("ppt/presentation.xml")), "pptx");
    assert.equal(kindOfBytes(zip("evil.exe")), undefined);
    assert.equal(kindOfBytes(Buffer.from("编号,标题\n1,甲", "utf8")), "txt");
    assert.equal(kindOfBytes(Buffer.from("\ufeff<html>", "utf16le")), "scripted");
    assert.equal(kindOfBytes(new Uint8Array()), undefined);
  });
});

describe("too much", () => {
  it("of one file answers 413 with the limit in words, and keeps text and the other files (B50)", async () => {
    const big = file(new Uint8Array(21 * 1024 * 1024), "大.pdf");
    const response = await justice.post(PROGRESS, {
      ...TYPED,
      text: "不要丢掉这段话",
      "file.1": file(await phonePicture(), "好照片.jpg"),
      "caption.1": "好照片说明",
      "file.2": big,
    });
    assert.equal(response.status, 413);
    const html = await response.text();
    assert.match(html, /“大.pdf”有 21.0\sMB，每个文件最大 20.0\sMB/);
    assert.match(html, /好照片\.jpg.*已收到，无需重选/s);
    const fields = fieldsOn(html);
    assert.equal(fields["text"], "不要丢掉这段话");
    const done = await justice.post(PROGRESS, fields);
    assert.equal(done.status, 303);
    assert.ok(await newest("好照片说明"));
  });

  it("of everything answers 413 with the limit in words (B50)", async () => {
    const big = file(new Uint8Array(65 * 1024 * 1024), "大.pdf");
    const response = await justice.post(
      PROGRESS,
      { ...TYPED, "file.2": big },
      { headers: { "content-length": String(66 * 1024 * 1024) } },
    );
    assert.equal(response.status, 413);
    assert.match(await response.text(), /64(?:\.0)?\sMB/);
  });

  it("cannot be got round by writing a file one never sent into the form", async () => {
    const forged = Buffer.from(
      JSON.stringify({ sha256: "0".repeat(64), fileName: "x.html", mediaType: "text/html", size: 1 }),
    ).toString("base64url");
    const before = (await listEvidence(staff.deps.store.db, KEY)).length;
    const response = await justice.post(PROGRESS, { ...TYPED, "kept.1": `${forged}.AAAA` });
    assert.equal(response.status, 303);
    assert.equal((await listEvidence(staff.deps.store.db, KEY)).length, before);
  });
});

describe("progress", () => {
  it("has a form that sends files without script, and opens the camera (B51)", async () => {
    const html = await justice.text(PROGRESS);
    const forms = html.match(/<form[^>]*>.*?<\/form>/gs) ?? [];
    for (const form of forms)
      if (form.includes('type="file"')) assert.match(form, /^<form[^>]*enctype="multipart\/form-data"/);
    assert.match(html, /<input[^>]*type="file"[^>]*capture="environment"/);
  });

  it("wants words and a day that has come", async () => {
    const empty = await justice.post(PROGRESS, { text: " ", happenedOn: "2026-10-12" });
    assert.match(await empty.text(), /href="#text">请填写“进展情况”/);
    const future = await justice.post(PROGRESS, { ...TYPED, happenedOn: "2026-10-16" });
    assert.match(await future.text(), /href="#happenedOn">.*晚于今天/);
  });

  it("of another body is refused, remembered, and leaves no file behind (B06)", async () => {
    const water = await staff.browser("water");
    assert.equal((await water.get(PROGRESS)).status, 403);
    const response = await water.post(PROGRESS, {
      ...TYPED,
      text: "别人的进展",
      "file.1": file(await phonePicture(61, 41), "x.jpg"),
    });
    assert.equal(response.status, 403);
    assert.ok(!(await texts()).includes("别人的进展"));
    const refused = await staff.deps.store.db
      .selectFrom("history")
      .select(["subject", "actor_body"])
      .where("verb", "=", "permission.refused")
      .execute();
    assert.deepEqual(refused, [{ subject: "commitment/2026/SF-03", actor_body: "water" }]);
  });
});

describe("a milestone", () => {
  const milestone = "/desk/commitments/2026/SF-03/milestones/2";

  it("is not done without evidence", async () => {
    const response = await justice.post(milestone, { doneOn: "2026-10-10" });
    assert.equal(response.status, 422);
    assert.match(await response.text(), /href="#evidence">请至少上传一份佐证/);
  });

  it("is done with it, once", async () => {
    const proof = {
      doneOn: "2026-10-10",
      "file.2": file(pdf("accepted"), "验收单.pdf"),
      "caption.2": "验收单",
    };
    assert.equal((await justice.post(milestone, proof)).status, 303);
    assert.match(await (await staff.browser()).text("/commitments/2026/SF-03"), /验收单/);
    const again = await justice.post(milestone, proof);
    assert.equal(again.status, 422);
    assert.match(await again.text(), /已经完成/);
    assert.equal((await justice.get("/desk/commitments/2026/SF-03/milestones/9")).status, 404);
  });
});
