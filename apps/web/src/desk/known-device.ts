// A device from which an account has signed in before: it has its own allowance of tries, which nobody else can use up.

import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Ctx } from "../site.ts";
import { addCookie, cookieNamed } from "./cookies.ts";

const HALF_A_YEAR_SECONDS = 180 * 24 * 3600;

/** The device's number when its cookie is ours and this account's. It opens nothing: the password is asked for all the same. */
export const knownDevice = (c: Ctx, email: string): string | undefined => {
  const [number = "", sign = ""] = (cookieNamed(c, nameFor(c, email)) ?? "").split(".");
  const wanted = signed(c, `device ${email} ${number}`);
  const [a, b] = [Buffer.from(sign), Buffer.from(wanted)];
  return number !== "" && a.length === b.length && timingSafeEqual(a, b) ? number : undefined;
};

/** A cookie for each account, because several people share a computer; the name tells nobody which. */
export const rememberDevice = (c: Ctx, email: string): void => {
  const number = randomBytes(12).toString("base64url");
  const value = `${number}.${signed(c, `device ${email} ${number}`)}`;
  addCookie(
    c,
    `${nameFor(c, email)}=${value}; Max-Age=${HALF_A_YEAR_SECONDS}; Path=/; HttpOnly; SameSite=Lax`,
  );
};

const nameFor = (c: Ctx, email: string): string =>
  `yinuo.device.${signed(c, `device of ${email}`).slice(0, 12)}`;

const signed = (c: Ctx, text: string): string =>
  createHmac("sha256", c.get("deps").auth.options.secret).update(`yinuo: ${text}`).digest("base64url");
