// An import of ten thousand rows, as a steward does it: upload, preview, apply, over the forms of a running server.

import { setTimeout as wait } from "node:timers/promises";
import { writeXlsx } from "../../packages/spreadsheet/src/index.ts";
import { atMost, seconds, type Row } from "./budget.ts";
import { STEWARD, titleOf } from "./ledger.ts";
import { page, type Server } from "./server.ts";

const ROWS = 10_000;

export const importRows = async (server: Server): Promise<readonly Row[]> => {
  const cookie = await signIn(server.origin);
  const began = performance.now();
  const batch = await upload(server.origin, cookie);
  const preview = await page(`${batch}?step=preview`, { cookie });
  const previewed = performance.now();
  const digest = /name="digest" value="([^"]+)"/.exec(preview)?.[1];
  if (digest === undefined) throw new Error(`The preview has nothing to apply: ${preview.slice(0, 2000)}`);
  await post(`${batch}/apply`, cookie, new URLSearchParams({ digest }));
  await applied(batch, cookie);
  const end = performance.now();
  const what = `导入 ${ROWS} 行 Import of ${ROWS} rows (xlsx)`;
  return [
    row(`${what}: preview`, previewed - began, 5000, "from sending the file to the whole preview"),
    row(`${what}: apply`, end - previewed, 15_000, "from pressing the button until it is written"),
    memoryRow(`${what}: peak memory`, server.peakMemory()),
  ];
};

const row = (what: string, took: number, bar: number, note: string): Row => ({
  what,
  measured: seconds(took),
  bar: `≤ ${bar / 1000} s`,
  met: atMost(took, bar),
  note,
});

const memoryRow = (what: string, peak: number | undefined): Row => {
  const bar = "≤ 500 MB";
  if (peak === undefined) return { what, measured: "—", bar, met: "not measured", note: "needs /proc" };
  const note = "the whole server, without PostgreSQL";
  return { what, measured: `${peak.toFixed(0)} MB`, bar, met: atMost(peak, 500), note };
};

const signIn = async (origin: string): Promise<string> => {
  const answer = await post(`${origin}/sign-in`, "", new URLSearchParams({ ...STEWARD }));
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (cookies.length === 0) throw new Error("the steward could not sign in");
  return cookies.join("; ");
};

const upload = async (origin: string, cookie: string): Promise<string> => {
  const form = new FormData();
  form.set("file", new File([workbook()], "commitments.xlsx"));
  const answer = await post(`${origin}/desk/import`, cookie, form);
  const place = answer.headers.get("location");
  if (place === null) throw new Error(`The file was not taken: ${answer.status}`);
  return new URL(place, origin).href.replace(/\?.*/, "");
};

const post = async (address: string, cookie: string, body: FormData | URLSearchParams): Promise<Response> => {
  const headers = { cookie, origin: new URL(address).origin };
  const answer = await fetch(address, { method: "POST", headers, body, redirect: "manual" });
  if (answer.status >= 400) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  return answer;
};

const applied = async (batch: string, cookie: string): Promise<void> => {
  const late = performance.now() + 120_000;
  while (performance.now() < late) {
    await wait(100);
    // The page of a batch asks to be loaded again until the batch is at its end.
    if (!/http-equiv="refresh"/i.test(await page(batch, { cookie }))) break;
  }
  const origin = new URL(batch).origin;
  const found = await page(`${origin}/desk/commitments?q=${encodeURIComponent(`第${ROWS - 1}项`)}`, {
    cookie,
  });
  if (!found.includes(`N-${ROWS - 1}`)) throw new Error("the last row was not written");
};

/** Twelve columns, as long lists have them. */
const workbook = (): Uint8Array<ArrayBuffer> => {
  const text = (key: string, header: string) => ({ key, header, kind: "text" }) as const;
  const columns = [
    text("code", "编号"),
    text("externalId", "外部编号"),
    text("title", "事项"),
    text("titleEn", "事项（英文）"),
    text("promise", "承诺内容"),
    text("beneficiaries", "受益对象"),
    text("criterion", "评判办法"),
    text("lead", "牵头单位"),
    text("support", "配合单位"),
    { key: "start", header: "开始日期", kind: "day" },
    { key: "due", header: "完成时限", kind: "day" },
    text("source", "依据"),
  ] as const;
  const rows = Array.from({ length: ROWS }, (_, at) => ({
    code: `N-${at}`,
    externalId: `EXT-${at}`,
    title: titleOf(at),
    titleEn: `Improving service number ${at}`,
    promise: `年底前办结第${at}项，群众可在网上查看进度。${"工作进展按月公布，接受监督。".repeat(4)}`,
    beneficiaries: `全县居民${at}户`,
    criterion: "办结率不低于百分之九十五",
    lead: `第${at % 50}单位`,
    support: `第${(at + 1) % 50}单位`,
    start: "2026-01-01",
    due: `2026-${String((at % 12) + 1).padStart(2, "0")}-15`,
    source: "政府工作报告",
  }));
  return writeXlsx([{ name: "台账", columns, rows }]).slice();
};
