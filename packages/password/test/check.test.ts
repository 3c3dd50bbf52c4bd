// What is guessed first is refused with its reason; what a person can remember and nobody guesses is taken.

import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { checkPassword, lengthOf, normalPassword, oneTimePassword, PASSWORD } from "../src/index.ts";

const KNOWN = ["wang.fang@fayuan.example.gov.cn", "县人民法院", "示例县", "County Court"];

const why = async (typed: string, known = KNOWN): Promise<string> => {
  const checked = await checkPassword(typed, known);
  if (checked.ok) return "good";
  return checked.error.code === "passwordGuessable" ? checked.error.because : checked.error.code;
};

describe("a password that is guessed first", () => {
  const CASES: readonly (readonly [string, string])[] = [
    ["aaaaaaaaaaaaaa", "repeat"],
    ["一诺一诺一诺一诺一诺一诺", "repeat"],
    ["abcdefghijklmnop", "sequence"],
    ["1234567890123456", "common"],
    ["zxcvbnm,./asdf", "keyboard"],
    ["!@#$%^&*()_+", "keyboard"],
    ["1qaz2wsx3edc4rfv", "common"],
    ["password1234", "words"],
    ["P@ssw0rd2026!", "common"],
    ["woaini5201314", "words"],
    ["renminfayuan2026", "common"],
    ["weirenminfuwu123", "common"],
    ["为人民服务为人民服务为人民服务", "repeat"],
    ["床前明月光疑是地上霜举头", "words"],
    ["县人民法院办公室2026", "known"],
    ["Wang.Fang2026!", "known"],
    ["fayuan-countycourt", "known"],
  ];
  for (const [typed, because] of CASES)
    it(`${typed}: ${because}`, async () => assert.equal(await why(typed), because));

  it("is the same in full-width letters", async () => {
    assert.equal(await why("ｐａｓｓｗｏｒｄ１２３４"), "words");
  });

  it("is good for somebody else, when only a name made it easy", async () => {
    assert.equal(await why("长岭乡中心小学第2026"), "good");
    assert.equal(await why("长岭乡中心小学第2026", ["长岭乡中心小学"]), "known");
  });
});

describe("a password nobody guesses", () => {
  for (const typed of [
    "窗台上第三盆花又开了",
    "窗台上第三盆花又开了呀呀",
    "correct horse battery staple",
    "mei tian zou lu shang ban bu zuo che",
    "Zwölf Boxkämpfer jagen Viktor",
    "r8#kQ!m2Zp$w",
  ])
    it(typed, async () => assert.equal(await why(typed), lengthOf(typed) < 12 ? "passwordTooShort" : "good"));

  it("is every one that is made for somebody", async () => {
    for (let turn = 0; turn < 20; turn += 1) assert.equal(await why(oneTimePassword(randomInt)), "good");
  });
});

describe("the length", () => {
  it("counts characters as people do, in the normal form", () => {
    assert.equal(lengthOf("👩‍🌾".slice(0, 2)), 1);
    assert.equal(lengthOf("e\u0301"), 1);
    assert.equal(lengthOf("㍿"), 4);
  });

  it("is named when it is too short or too long, and 128 are still taken", async () => {
    const words = "一句只有自己知道的话 and another of my own; ";
    const long = words.repeat(4).slice(0, 128);
    assert.equal(lengthOf(long), 128);
    assert.equal((await checkPassword(long, KNOWN)).ok, true);
    assert.deepEqual(await checkPassword(`${long}x`, KNOWN), {
      ok: false,
      error: { code: "passwordTooLong", longest: PASSWORD.longest, length: 129 },
    });
    assert.deepEqual(await checkPassword("short", KNOWN), {
      ok: false,
      error: { code: "passwordTooShort", shortest: PASSWORD.shortest, length: 5 },
    });
    assert.equal(await why(""), "passwordTooShort");
  });
});

describe("any text", () => {
  it("is answered, and what is taken is in its normal form and taken again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 140 }), async (typed) => {
        const checked = await checkPassword(typed, KNOWN);
        if (!checked.ok) return;
        assert.equal(checked.value, normalPassword(typed));
        assert.deepEqual(await checkPassword(checked.value, KNOWN), checked);
      }),
      { seed: 20261125, numRuns: 60 },
    );
  });
});
