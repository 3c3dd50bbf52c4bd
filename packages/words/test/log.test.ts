// What an audit of the log found is said in both languages, with the entry or file it was found at.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkpointRefusalText, logFindingText } from "@yinuo/words/log";

describe("what an audit found", () => {
  it("names the entry, the file, the field and the days", () => {
    assert.equal(
      logFindingText("en", { fault: "entryDiffers", index: 12 }),
      "Entry 12 was changed: it is not the one that the signed root covers.",
    );
    assert.equal(
      logFindingText("zh-CN", { fault: "fileMissing", path: "tile/0/004", from: 1024, to: 1280 }),
      "缺少文件 tile/0/004（第 1024 至 1279 条）。",
    );
    assert.equal(
      logFindingText("zh-CN", { fault: "fieldMismatch", index: 3, field: "title" }),
      "第 3 条的“title”不是当时记入日志的内容。",
    );
    assert.match(logFindingText("en", { flag: "loggedLate", index: 3, days: 40 }), /40 days after/);
    assert.match(
      logFindingText("en", {
        fault: "entryRefused",
        index: 3,
        refusal: { code: "entryMalformed", at: "fields" },
      }),
      /entryMalformed fields/,
    );
  });
});

describe("a checkpoint that is not believed", () => {
  it("is told with whoever did sign it", () => {
    assert.match(
      checkpointRefusalText("en", { code: "quorumMissed", cosigned: ["a.example"] }),
      /: a\.example\.$/,
    );
    assert.match(checkpointRefusalText("zh-CN", { code: "quorumMissed", cosigned: [] }), /只有零个签了/);
    assert.match(checkpointRefusalText("en", { code: "originUnknown", origin: "x.example" }), /“x\.example”/);
  });
});
