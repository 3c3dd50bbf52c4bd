// The staff's side of the ledger: signing in, the first set-up, and the desk.

import type { Doors } from "../doors.ts";
import { registerSetUp } from "./setup.tsx";
import { registerSignIn } from "./sign-in.tsx";

export const registerDesk = (doors: Doors): void => {
  registerSignIn(doors);
  registerSetUp(doors);
};
