// Accounts and sessions by better-auth on the ledger's own database; our forms call its API, its own addresses stay closed.

import { accountId, bodyCode, ROLES, type Role } from "@yinuo/core";
import type { Db } from "@yinuo/store";
import { betterAuth } from "better-auth";
import type { SignedIn } from "./site.ts";

export type AuthSettings = {
  readonly db: Db;
  readonly secret: string;
  readonly origins: readonly string[];
  /** Whether the address people use is https, so that the session cookie is for https only. */
  readonly https: boolean;
};

export const createAuth = ({ db, secret, origins, https }: AuthSettings) =>
  betterAuth({
    database: { db, type: "postgres" },
    secret,
    baseURL: origins[0] ?? "http://localhost",
    trustedOrigins: [...origins],
    logger: { disabled: true },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
    },
    // The word "account" is ours (a login with a role); better-auth's own "account" holds the password.
    user: {
      modelName: "account",
      additionalFields: {
        role: { type: "string", required: true, input: false },
        body: { type: "string", required: false, input: false },
      },
    },
    account: { modelName: "credential" },
    session: { expiresIn: 12 * 3600, updateAge: 3600 },
    advanced: { useSecureCookies: https, cookiePrefix: "yinuo", ipAddress: { disableIpTracking: true } },
    // Our own door counts attempts; see sign-in.
    rateLimit: { enabled: false },
  });

export type Auth = ReturnType<typeof createAuth>;

/** Who the request's session cookie speaks for; `undefined` when nobody is signed in. */
export const whoIs = async (
  auth: Auth,
  headers: Headers,
  inspects: (body: string) => Promise<boolean>,
): Promise<SignedIn | undefined> => {
  if (!headers.get("cookie")?.includes("yinuo.session_token")) return undefined;
  const found = await auth.api.getSession({ headers });
  const role = ROLES.find((known) => known === found?.user.role);
  if (found === null || role === undefined) return undefined;
  return {
    by: await by(found.user, role, inspects),
    name: found.user.name,
    email: found.user.email,
    sessionId: found.session.id,
  };
};

const by = async (
  user: { readonly id: string; readonly body?: string | null | undefined },
  role: Role,
  inspects: (body: string) => Promise<boolean>,
): Promise<SignedIn["by"]> => {
  const body = user.body ? bodyCode(user.body) : undefined;
  return {
    account: accountId(user.id),
    role,
    body,
    inspects: body !== undefined && (await inspects(body)),
  };
};
