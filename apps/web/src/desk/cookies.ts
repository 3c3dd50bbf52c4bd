// Cookies as they come and go: each as safe as the address the form was sent from.

import type { Ctx } from "../site.ts";

export const cookieNamed = (c: Ctx, name: string): string | undefined => {
  const pair = (c.req.header("cookie") ?? "").split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
};

/** Under several addresses, some of them https, a cookie given over https is for https only. */
export const addCookie = (c: Ctx, cookie: string): void => {
  const safe =
    c.get("deps").auth.options.advanced.defaultCookieAttributes.secure ||
    c.req.header("origin")?.startsWith("https:") === true;
  const secured = safe && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie;
  c.header("set-cookie", secured, { append: true });
};

export const passCookies = (c: Ctx, response: Response): void => {
  for (const cookie of response.headers.getSetCookie()) addCookie(c, cookie);
};

/** The token of the session that an answer of the library opens. */
export const sessionTokenIn = (response: Response): string | undefined => {
  const cookie = response.headers
    .getSetCookie()
    .findLast((one) => /^[^=]*session_token=[^;]/.test(one) && !/max-age=0\b/i.test(one));
  const value = cookie?.slice(cookie.indexOf("=") + 1).split(";")[0];
  return value === undefined ? undefined : decodeURIComponent(value).split(".")[0];
};

/** What the library is told of a request: the cookies whose names contain `cookie`, and the browser's family. */
export const headersWith = (c: Ctx, cookie: string): Headers => {
  const cookies = (c.req.header("cookie") ?? "").split(/;\s*/).filter((one) => one.includes(cookie));
  return new Headers({ cookie: cookies.join("; "), "user-agent": c.req.header("user-agent") ?? "" });
};
