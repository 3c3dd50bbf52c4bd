// What the library does not offer to its own server: a session after a password was changed, and whose second step is due.

import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

/** Both are for our own code alone; no address leads to them. */
export const openSessions = () =>
  ({
    id: "open-sessions",
    endpoints: {
      /** A new session of the account, with its cookie in the answer. */
      openSession: createAuthEndpoint.serverOnly(
        { method: "POST", body: z.object({ account: z.string() }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.account);
          if (user === null) return ctx.json({ opened: false });
          const session = await ctx.context.internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ opened: true });
        },
      ),
      /** The account whose password was right and whose code is still due, by the signed cookie of the first step. */
      pendingAccount: createAuthEndpoint.serverOnly({ method: "POST" }, async (ctx) => {
        const { name } = ctx.context.createAuthCookie("two_factor");
        const identifier = await ctx.getSignedCookie(name, ctx.context.secret);
        if (typeof identifier !== "string") return ctx.json({ account: undefined });
        const found = await ctx.context.internalAdapter.findVerificationValue(identifier);
        const due = found !== null && found.expiresAt > new Date();
        return ctx.json({ account: due ? found.value : undefined });
      }),
    },
  }) satisfies BetterAuthPlugin;
