// Accounts and sessions by better-auth on the ledger's own database; our forms call its API, its own addresses stay closed.

import { createHmac, randomInt } from "node:crypto";
import { accountId, bodyCode, ROLES, type Role } from "@yinuo/core";
import { oneTimePassword, PASSWORD } from "@yinuo/password";
import { LONGEST_SESSION_DAYS, type Db } from "@yinuo/store";
import type { DeriveKey } from "@yinuo/store/keys";
import { betterAuth } from "better-auth";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { twoFactor } from "better-auth/plugins/two-factor";
import { deviceOf } from "./device.ts";
import { openSessions } from "./open-sessions.ts";
import type { SignedIn } from "./site.ts";

export type AuthSettings = {
  readonly db: Db;
  readonly secret: string;
  readonly origins: readonly string[];
  /** Whether every address people use is https, so that the session cookie is for https only. */
  readonly https: boolean;
  /** The slow part of every sign-in; a test counts how often it is done. */
  readonly hashing?: Hashing;
};

export type Hashing = {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (tried: { readonly hash: string; readonly password: string }) => Promise<boolean>;
  /** The key that opens the account's own; as slow as the hash. */
  readonly derive?: DeriveKey | undefined;
};

export const createAuth = (settings: AuthSettings) => {
  const auth = makeAuth(settings, true);
  settingsOf.set(auth, settings);
  return auth;
};

const settingsOf = new WeakMap<object, AuthSettings>();

/** The same within a transaction, so that what the library writes and our history are one. */
export const authWithin = (auth: Auth, tx: Db): Auth => {
  const settings = settingsOf.get(auth);
  if (settings === undefined) throw new Error("an auth that was not made here");
  return makeAuth({ ...settings, db: tx }, false);
};

/** `validateSchema`: the library looks once whether the tables are as it expects, which it cannot within a transaction. */
const makeAuth = ({ db, secret, origins, https, hashing = SCRYPT }: AuthSettings, validateSchema: boolean) =>
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
      // Ours counts characters as people do; a character may be two of theirs.
      maxPasswordLength: PASSWORD.longest * 2,
      password: hashing,
    },
    // The word "account" is ours (a login with a role); better-auth's own "account" holds the password.
    user: {
      modelName: "account",
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
      additionalFields: {
        role: { type: "string", required: true, input: false },
        body: { type: "string", required: false, input: false },
        closedOn: { type: "string", required: false, input: false, fieldName: "closed_on" },
        oneTimeUntil: { type: "date", required: false, input: false, fieldName: "one_time_until" },
      },
    },
    account: { modelName: "credential", fields: CREDENTIAL_FIELDS },
    session: {
      expiresIn: 12 * 3600,
      updateAge: 3600,
      fields: SESSION_FIELDS,
      additionalFields: { device: { type: "string", required: false, input: false } },
    },
    plugins: [twoFactor(SECOND_STEP), openSessions()],
    verification: {
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
    },
    databaseHooks: { session: { create: { before: withoutTraces } } },
    advanced: { ...ADVANCED, ...cookies(https), database: { validateSchema } },
    // Our own door counts attempts; see attempts.ts.
    rateLimit: { enabled: false },
  });

/** `__Host-` is stricter than the library's own `__Secure-`: no other host of the same domain can set such a cookie. */
const cookies = (https: boolean) => ({
  useSecureCookies: false,
  cookiePrefix: https ? "__Host-yinuo" : "yinuo",
  defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/", secure: https } as const,
});

const ADVANCED = {
  ipAddress: { disableIpTracking: true },
  // Done for every form by same-site.ts, by the addresses the operator configured.
  disableCSRFCheck: true,
  disableOriginCheck: true,
} as const;

const SCRYPT: Hashing = { hash: hashPassword, verify: verifyPassword, derive: undefined };

/** Where somebody signs in from is nobody's business; of the browser two words are kept, for their owner to know it by. */
const withoutTraces = async (session: { readonly userAgent?: unknown; readonly device?: unknown }) => ({
  data: {
    ...session,
    ipAddress: null,
    userAgent: null,
    device: session.device ?? deviceOf(typeof session.userAgent === "string" ? session.userAgent : ""),
  },
});

/** Nobody is locked out: five tries for each right password, and our own count slows the next; see attempts.ts. */
const SECOND_STEP = {
  accountLockout: { enabled: false },
  backupCodeOptions: {
    customBackupCodesGenerate: () => Array.from({ length: 10 }, () => oneTimePassword(randomInt, 3)),
  },
  schema: {
    user: { fields: { twoFactorEnabled: "second_step" } },
    twoFactor: {
      modelName: "second_step",
      fields: {
        userId: "account_id",
        backupCodes: "backup_codes",
        failedVerificationCount: "failed_verification_count",
        lockedUntil: "locked_until",
      },
    },
  },
};

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
export const passwordHash = (password: string, auth?: Auth): Promise<string> =>
  (auth?.options.emailAndPassword.password ?? SCRYPT).hash(password);

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
  if (found === null || role === undefined || found.user.closedOn) return undefined;
  if (Date.now() - found.session.createdAt.getTime() > LONGEST_SESSION_DAYS * 24 * 3600_000) return undefined;
  return {
    by: await by(found.user, role, inspects),
    name: found.user.name,
    email: found.user.email,
    sessionId: found.session.id,
    mustChangePassword: Boolean(found.user.oneTimeUntil),
    secondStep: found.user.twoFactorEnabled === true,
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
