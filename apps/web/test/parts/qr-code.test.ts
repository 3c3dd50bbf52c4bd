// A QR code is worth something only when a reader that is not ours gets the same text back.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { QrCode } from "../../src/parts/index.ts";
import { readQr } from "../pages/reading-qr.ts";

describe("a QR code", () => {
  for (const value of [
    "https://ledger.example.gov/commitments/2026/A-01",
    "otpauth://totp/%E4%B8%80%E8%AF%BA:steward@example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E4%B8%80%E8%AF%BA&digits=6&period=30",
    "本年度承诺事项：窗口等候不超过十五分钟",
  ])
    it(`is read back as ${value.slice(0, 30)}…`, async () => {
      assert.equal(await readQr(String(QrCode({ value, label: "二维码" }))), value);
    });

  it("has a name for screen readers, white around it, and nothing from elsewhere", () => {
    const svg = String(QrCode({ value: "https://x.example/a", label: "<这条承诺>" }));
    assert.match(svg, /role="img"/);
    assert.match(svg, /aria-label="&lt;这条承诺(?:&gt;|>)"/);
    assert.match(svg, /<rect[^>]*fill="#fff"/);
    assert.doesNotMatch(svg, /style=|href=|<image/);
    // The first dark module is behind four of white, and stays so at the other edge.
    assert.match(svg, /d="M4 4h7v1H4z/);
  });

  it("of a long address stays below 12 KB of markup", () => {
    const value = `https://ledger.example.gov/en/commitments/2026/${"A-01/".repeat(20)}`;
    assert.ok(String(QrCode({ value, label: "x" })).length < 12_000);
  });
});
