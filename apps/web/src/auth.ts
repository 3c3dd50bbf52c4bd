// Accounts and sessions by better-auth on the ledger's own database; our forms call its API, its own addresses stay closed.

import { createHmac } from "node:crypto";
import { accountId, bodyCode, ROLES, type Role } from "@yinuo/core";
import type { Db } from "@yinuo/store";
import { betterAuth } from "better-auth";
import { hashPassword } from "better-auth/crypto";
import type { SignedIn } from "./site.ts";

export type AuthSettings = {
  readonly db: Db;
  readonly secret: string;
  readonly origins: readonly string[];
  /** Whether every address people use is https, so that the session cookie is for https only. */
  readonly https: boolean;
};

/** Characters. Long rather than complicated: a sentence is a good password. */
export const PASSWORD = { shortest: 12, longest: 128 } as const;

export const createAuth = ({ db, secret, origins, https }: AuthSettings) =>
  betterAuth({
    // Without plugins: better-auth names the columns itself, as they are in the table.
    database: { db: db.withoutPlugins(), type: "postgres" },
    secret,
    baseURL: origins[0] ?? "http://localhost",
    trustedOrigins: [...origins],
    logger: { disabled: true },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD.shortest,
      maxPasswordLength: PASSWORD.longest,
    },
    // The word "account" is ours (a login with a role); better-auth's own "account" holds the password.
    user: {
      modelName: "account",
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
      additionalFields: {
        role: { type: "string", required: true, input: false },
        body: { type: "string", required: false, input: false },
      },
    },
    account: { modelName: "credential", fields: CREDENTIAL_FIELDS },
    session: { expiresIn: 12 * 3600, updateAge: 3600, fields: SESSION_FIELDS },
    verification: {
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
    },
    // Where somebody signs in from, and with what, is nobody's business.
    databaseHooks: {
      session: {
        create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) },
      },
    },
    advanced: {
      useSecureCookies: https,
      cookiePrefix: "yinuo",
      ipAddress: { disableIpTracking: true },
      // Done for every form by same-site.ts, by the addresses the operator configured.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
    },
    // Our own door counts attempts; see attempts.ts.
    rateLimit: { enabled: false },
  });

const SESSION_FIELDS = {
  userId: "account_id",
  expiresAt: "expires_at",
  ipAddress: "ip_address",
  userAgent: "user_agent",
  createdAt: "created_at",
  updatedAt: "updated_at",
} as const;

const CREDENTIAL_FIELDS = {
  userId: "account_id",
  accountId: "provider_account_id",
  providerId: "provider_id",
  accessToken: "access_token",
  refreshToken: "refresh_token",
  idToken: "id_token",
  accessTokenExpiresAt: "access_token_expires_at",
  refreshTokenExpiresAt: "refresh_token_expires_at",
  createdAt: "created_at",
  updatedAt: "updated_at",
} as const;

export type Auth = ReturnType<typeof createAuth>;

/** For the store, which keeps only the hash. */
export const passwordHash = (password: string): Promise<string> => hashPassword(password);

/**
 * Shown on the operator's console while nothing is set up, so that no stranger takes a fresh installation. The same in
 * every process of one installation, and useless once there is a steward.
 */
export const setUpCode = (auth: Auth): string => {
  const digest = createHmac("sha256", auth.options.secret).update("yinuo: first set-up").digest();
  const letters = [...digest.subarray(0, 12)].map((byte) => "ABCDEFGHJKMNPQRSTVWXYZ23456789"[byte % 30]);
  return letters.join("").replaceAll(/(.{4})(?=.)/g, "$1-");
};

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
