// A telephone with an authenticator, for the tests: codes by RFC 6238 from the secret that the page showed.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { fieldsOn, PASSWORD, type Browser } from "./staff.ts";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

const bytesOf = (secret: string): Buffer => {
  let bits = "";
  for (const letter of secret.replaceAll(/[\s=]/g, ""))
    bits += BASE32.indexOf(letter).toString(2).padStart(5, "0");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};

/** `ahead`: steps of half a minute. 0 and 1 are right also when a step ends while the test is at it. */
export const codeOf = (secret: string, ahead: 0 | 1 = 0): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const mac = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
};

/** Not the code of any step that could be meant now. */
export const wrongCode = (secret: string): string => {
  const right = [-1, 0, 1, 2].map((ahead) => codeOf(secret, ahead as 0));
  return ["111111", "222222", "333333", "444444", "555555"].find((code) => !right.includes(code)) ?? "666666";
};

/** `used`: the code it was switched on with. */
export type SecondStep = {
  readonly secret: string;
  readonly used: string;
  readonly codes: readonly string[];
};

export const secretOn = (html: string): string => /<code class="secret">([A-Z2-7 ]+)</.exec(html)?.[1] ?? "";

export const codesOn = (html: string): readonly string[] =>
  [...html.matchAll(/<code>((?:[a-z2-9]{4}-){2}[a-z2-9]{4})<\/code>/g)].map(([, code = ""]) => code);

/** Switches the second step on as its owner does it, with the first code of the step that `ahead` names. */
export const turnOn = async (browser: Browser, ahead: 0 | 1 = 0): Promise<SecondStep> => {
  const shown = await (await browser.post("/desk/account/second-step", { password: PASSWORD })).text();
  const secret = secretOn(shown);
  const { uri = "" } = fieldsOn(shown);
  const used = codeOf(secret, ahead);
  const done = await browser.post("/desk/account/second-step", { uri, code: used });
  assert.equal(done.status, 200);
  const codes = codesOn(await done.text());
  assert.equal(codes.length, 10);
  return { secret, used, codes };
};
