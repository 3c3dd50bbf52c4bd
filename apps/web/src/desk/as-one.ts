// What an account does about its own way in through the library, and its entry in the history: both or neither.

import { ok, refuse, type Verb } from "@yinuo/core";
import { noteOwn, writing, type Db } from "@yinuo/store";
import { authWithin, type Auth } from "../auth.ts";
import type { Desk } from "./context.ts";

/** `act` answers undefined when it did nothing; nothing is kept then. */
export const asOne = async <T>(
  { c, context, signedIn }: Desk,
  verb: Verb,
  act: (auth: Auth) => Promise<T | undefined>,
): Promise<T | undefined> => {
  const { auth, store } = c.get("deps");
  const done = await writing<T, { readonly code: "nothingDone" }>(store.db, async (tx: Db) => {
    const result = await act(authWithin(auth, tx));
    if (result === undefined) return refuse({ code: "nothingDone" });
    await noteOwn(tx, signedIn.by.account, verb, context);
    return ok(result);
  });
  return done.ok ? done.value : undefined;
};
