// Redactions at the desk: asked for by one body, decided by another, and the list of both.

import type { Doors } from "../../doors.ts";
import { deskRedactions } from "./list.tsx";
import { registerAsking } from "./ask.tsx";
import { registerDeciding } from "./decide.tsx";

export const registerRedactions = (doors: Doors): void => {
  doors.open("GET /desk/redactions", deskRedactions);
  // Before the addresses of single ones.
  registerAsking(doors);
  registerDeciding(doors);
};
