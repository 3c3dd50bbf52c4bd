// Every address and who may use it, in one table; an address that is not written here does not open.

import { ROLES, type Role } from "@yinuo/core";
import { Hono, type Handler } from "hono";
import { MACHINE_DOORS } from "./machine-doors.ts";
import type { Env } from "./site.ts";

const ANYONE = "anyone";
const STAFF = ROLES;
const SPEAKERS = ["steward", "officer"] as const satisfies readonly Role[];
const STEWARD = ["steward"] as const satisfies readonly Role[];
const WORKERS = ["steward", "officer", "inspector"] as const satisfies readonly Role[];
const INSPECTORS = ["steward", "inspector"] as const satisfies readonly Role[];

/** The written permissions, by method and path below the language root. The decisions in core check again, per body. */
export const DOORS = {
  // Public pages
  "GET /": ANYONE,
  "GET /commitments": ANYONE,
  "GET /commitments/download/:format": ANYONE,
  "GET /commitments/:programme/:code": ANYONE,
  "GET /commitments/:programme/:code/history": ANYONE,
  "GET /commitments/:programme/:code/poster": ANYONE,
  "GET /bodies": ANYONE,
  "GET /bodies/download/:format": ANYONE,
  "GET /bodies/:code": ANYONE,
  "GET /bodies/:code/poster": ANYONE,
  "GET /indicators": ANYONE,
  "GET /indicators/download/:format": ANYONE,
  "GET /indicators/:code": ANYONE,
  "GET /indicators/:code/download/:format": ANYONE,
  "GET /observations/download/:format": ANYONE,
  "GET /milestones/download/:format": ANYONE,
  "GET /targets/download/:format": ANYONE,
  "GET /programmes/download/:format": ANYONE,
  "GET /problems": ANYONE,
  "GET /problems/download/:format": ANYONE,
  "GET /problems/rounds": ANYONE,
  "GET /problems/rounds/:month": ANYONE,
  "GET /problems/rounds/:month/download/:format": ANYONE,
  "GET /problems/:code": ANYONE,
  "GET /silence": ANYONE,
  "GET /silence/download/:format": ANYONE,
  "GET /draws": ANYONE,
  "GET /draws/size": ANYONE,
  "GET /draws/download/:format": ANYONE,
  "GET /draws/:code": ANYONE,
  "GET /draws/:code/tickets": ANYONE,
  "GET /draws/:code/download/:file": ANYONE,
  "GET /checks": ANYONE,
  "GET /checks/download/:format": ANYONE,
  "GET /findings/download/:format": ANYONE,
  "GET /checks/:code": ANYONE,
  "GET /checks/:code/:number": ANYONE,
  "GET /evidence/:sha256/:name": ANYONE,
  "GET /method": ANYONE,
  "GET /data": ANYONE,
  "GET /data/datapackage.json": ANYONE,
  "GET /history": ANYONE,
  "GET /corrections": ANYONE,
  "GET /corrections/download/:format": ANYONE,
  "GET /redactions": ANYONE,
  "GET /redactions/download/:format": ANYONE,
  "GET /changes": ANYONE,
  "GET /accessibility": ANYONE,
  "GET /offline": ANYONE,
  "GET /check-report": ANYONE,
  "POST /check-report": ANYONE,
  "GET /log": ANYONE,
  "GET /verify": ANYONE,
  "GET /verify/download/:file": ANYONE,
  "GET /health": ANYONE,
  // Without a language: what search engines and programs read
  "GET /sitemap.xml": ANYONE,
  "GET /robots.txt": ANYONE,
  ...MACHINE_DOORS,
  // Signing in and first set-up
  "GET /sign-in": ANYONE,
  "POST /sign-in": ANYONE,
  "GET /sign-in/code": ANYONE,
  "POST /sign-in/code": ANYONE,
  "GET /sign-in/backup-code": ANYONE,
  "POST /sign-in/backup-code": ANYONE,
  "POST /sign-out": STAFF,
  "GET /setup": ANYONE,
  "POST /setup": ANYONE,
  // The desk
  "GET /desk": STAFF,
  "POST /desk/drafts/:draft/discard": STAFF,
  "GET /desk/commitments": STAFF,
  "GET /desk/commitments/new": SPEAKERS,
  "POST /desk/commitments/new": SPEAKERS,
  "GET /desk/commitments/:programme/:code": STAFF,
  "GET /desk/commitments/:programme/:code/edit": SPEAKERS,
  "POST /desk/commitments/:programme/:code/edit": SPEAKERS,
  "POST /desk/commitments/:programme/:code/publish": SPEAKERS,
  "POST /desk/commitments/publish-drafts": SPEAKERS,
  "GET /desk/commitments/:programme/:code/withdraw": SPEAKERS,
  "POST /desk/commitments/:programme/:code/withdraw": SPEAKERS,
  "GET /desk/commitments/:programme/:code/progress": SPEAKERS,
  "POST /desk/commitments/:programme/:code/progress": SPEAKERS,
  "GET /desk/commitments/:programme/:code/milestones/:milestone": SPEAKERS,
  "POST /desk/commitments/:programme/:code/milestones/:milestone": SPEAKERS,
  "GET /desk/commitments/:programme/:code/milestones/:milestone/reopen": SPEAKERS,
  "POST /desk/commitments/:programme/:code/milestones/:milestone/reopen": SPEAKERS,
  "POST /desk/commitments/:programme/:code/declare": SPEAKERS,
  "GET /desk/commitments/:programme/:code/take-back": SPEAKERS,
  "POST /desk/commitments/:programme/:code/take-back": SPEAKERS,
  "GET /desk/commitments/:programme/:code/verdict": INSPECTORS,
  "POST /desk/commitments/:programme/:code/verdict": INSPECTORS,
  "GET /desk/problems": STAFF,
  "GET /desk/problems/new": WORKERS,
  "POST /desk/problems/new": WORKERS,
  "GET /desk/problems/:code": STAFF,
  "GET /desk/problems/:code/plan": SPEAKERS,
  "POST /desk/problems/:code/plan": SPEAKERS,
  "GET /desk/problems/:code/steps/:step": SPEAKERS,
  "POST /desk/problems/:code/steps/:step": SPEAKERS,
  "GET /desk/problems/:code/declare": SPEAKERS,
  "POST /desk/problems/:code/declare": SPEAKERS,
  "GET /desk/problems/:code/extend": WORKERS,
  "POST /desk/problems/:code/extend": WORKERS,
  "GET /desk/problems/:code/list": INSPECTORS,
  "POST /desk/problems/:code/list": INSPECTORS,
  "GET /desk/problems/:code/check": INSPECTORS,
  "POST /desk/problems/:code/check": INSPECTORS,
  "GET /desk/problems/:code/amend": WORKERS,
  "POST /desk/problems/:code/amend": WORKERS,
  "GET /desk/problems/:code/move": INSPECTORS,
  "POST /desk/problems/:code/move": INSPECTORS,
  "GET /desk/problems/:code/look-back": INSPECTORS,
  "POST /desk/problems/:code/look-back": INSPECTORS,
  "GET /desk/redactions": WORKERS,
  "GET /desk/redactions/new": WORKERS,
  "POST /desk/redactions/new": WORKERS,
  "GET /desk/redactions/:id": WORKERS,
  "POST /desk/redactions/:id": WORKERS,
  "GET /desk/draws": INSPECTORS,
  "GET /desk/draws/new": INSPECTORS,
  "POST /desk/draws/new": INSPECTORS,
  "GET /desk/draws/:code": INSPECTORS,
  "GET /desk/draws/:code/ceremony": INSPECTORS,
  "POST /desk/draws/:code/ceremony": INSPECTORS,
  "GET /desk/draws/:code/abort": INSPECTORS,
  "POST /desk/draws/:code/abort": INSPECTORS,
  "GET /desk/draws/:code/replace": INSPECTORS,
  "POST /desk/draws/:code/replace": INSPECTORS,
  "GET /desk/draws/:code/call-off": INSPECTORS,
  "POST /desk/draws/:code/call-off": INSPECTORS,
  "GET /desk/checks": STAFF,
  "GET /desk/checks/new": INSPECTORS,
  "POST /desk/checks/new": INSPECTORS,
  "GET /desk/checks/:code": STAFF,
  "POST /desk/checks/:code/open": INSPECTORS,
  "GET /desk/checks/:code/finish": INSPECTORS,
  "POST /desk/checks/:code/finish": INSPECTORS,
  "GET /desk/checks/:code/call-off": INSPECTORS,
  "POST /desk/checks/:code/call-off": INSPECTORS,
  "GET /desk/checks/:code/:number": INSPECTORS,
  "POST /desk/checks/:code/:number": INSPECTORS,
  "GET /desk/checks/:code/:number/reassign": INSPECTORS,
  "POST /desk/checks/:code/:number/reassign": INSPECTORS,
  "GET /desk/checks/:code/:number/appeal": SPEAKERS,
  "POST /desk/checks/:code/:number/appeal": SPEAKERS,
  "GET /desk/checks/:code/:number/answer": INSPECTORS,
  "POST /desk/checks/:code/:number/answer": INSPECTORS,
  "GET /desk/indicators": STAFF,
  "GET /desk/indicators/new": STEWARD,
  "POST /desk/indicators/new": STEWARD,
  "GET /desk/indicators/:code/edit": STEWARD,
  "POST /desk/indicators/:code/edit": STEWARD,
  "GET /desk/indicators/:code/record": SPEAKERS,
  "POST /desk/indicators/:code/record": SPEAKERS,
  "GET /desk/indicators/:code/withdraw": SPEAKERS,
  "POST /desk/indicators/:code/withdraw": SPEAKERS,
  "GET /desk/figures": SPEAKERS,
  "POST /desk/figures": SPEAKERS,
  "GET /desk/bodies": STAFF,
  "GET /desk/bodies/new": STEWARD,
  "POST /desk/bodies/new": STEWARD,
  "GET /desk/bodies/:code/edit": STEWARD,
  "POST /desk/bodies/:code/edit": STEWARD,
  "GET /desk/programmes": STAFF,
  "GET /desk/programmes/new": STEWARD,
  "POST /desk/programmes/new": STEWARD,
  "GET /desk/programmes/:code/edit": STEWARD,
  "POST /desk/programmes/:code/edit": STEWARD,
  "POST /desk/programmes/:code/publish": STEWARD,
  "GET /desk/accounts": STEWARD,
  "GET /desk/accounts/new": STEWARD,
  "POST /desk/accounts/new": STEWARD,
  "GET /desk/accounts/download/:format": STEWARD,
  "GET /desk/accounts/:id": STEWARD,
  "POST /desk/accounts/:id": STEWARD,
  "POST /desk/accounts/:id/reset-password": STEWARD,
  "POST /desk/accounts/:id/reset-second-step": STEWARD,
  "POST /desk/accounts/:id/end-sessions": STEWARD,
  "POST /desk/accounts/:id/close": STEWARD,
  "POST /desk/accounts/:id/reopen": STEWARD,
  // One's own account
  "GET /desk/account": STAFF,
  "GET /desk/account/password": STAFF,
  "POST /desk/account/password": STAFF,
  "GET /desk/account/second-step": STAFF,
  "POST /desk/account/second-step": STAFF,
  "GET /desk/account/second-step/off": STAFF,
  "POST /desk/account/second-step/off": STAFF,
  "GET /desk/account/backup-codes": STAFF,
  "POST /desk/account/backup-codes": STAFF,
  "POST /desk/account/end-session": STAFF,
  "POST /desk/account/give-key": STAFF,
  "POST /desk/account/rotate-key": STAFF,
  "GET /desk/jurisdiction": STEWARD,
  "POST /desk/jurisdiction": STEWARD,
  // Spreadsheets in
  "GET /desk/import": SPEAKERS,
  "POST /desk/import": SPEAKERS,
  "GET /desk/import/:batch": SPEAKERS,
  "POST /desk/import/:batch/reading": SPEAKERS,
  "POST /desk/import/:batch/mapping": SPEAKERS,
  "POST /desk/import/:batch/apply": SPEAKERS,
  "POST /desk/import/:batch/undo": SPEAKERS,
  "GET /desk/import/:batch/refused": SPEAKERS,
} as const satisfies Record<string, typeof ANYONE | readonly Role[]>;

export type Door = keyof typeof DOORS;

/** The pages that are there for their script. Every other page runs none, and its policy forbids any. */
export const SCRIPTED: ReadonlySet<Door> = new Set<Door>(["GET /offline", "GET /verify", "GET /draws/:code"]);

/** Doors that stand once and not in every language. */
export const hasNoLanguage = (door: Door): boolean =>
  /^[A-Z]+ \/(?:api(?:$|\/)|log\/|sitemap\.xml$|robots\.txt$)/.test(door);

/** The methods an address takes, whoever may use it: none where there is no door. `path` is below the language root. */
export const methodsOf = (path: string): readonly string[] => {
  const matching = (Object.keys(DOORS) as Door[])
    .map((door) => door.split(" ") as [method: string, pattern: string])
    .filter(([, pattern]) => patternOf(pattern).test(path));
  // A door for everything below an address makes none of it an address.
  if (matching.every(([, pattern]) => pattern.endsWith("*"))) return [];
  const methods = new Set(matching.flatMap(([method]) => (method === "GET" ? ["GET", "HEAD"] : [method])));
  return [...methods].toSorted();
};

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replaceAll(".", "\\.")
      .replaceAll("*", ".*")
      .replaceAll(/:[a-zA-Z0-9]+/g, "[^/]+")}$`,
  );

/** May this role (or nobody, `undefined`) use the door? */
export const mayOpen = (door: Door, role: Role | undefined): boolean => {
  const who: typeof ANYONE | readonly Role[] = DOORS[door];
  return who === ANYONE || (role !== undefined && who.includes(role));
};

/** A group of addresses: the only way to register a handler, so that none exists without a door. */
export type Doors = {
  readonly app: Hono<Env>;
  readonly open: (door: Door, handler: Handler<Env>) => void;
};

/** `guard` answers for those who may not pass. */
export const createDoors = (guard: (door: Door) => Handler<Env>): Doors => {
  const app = new Hono<Env>();
  return {
    app,
    open: (door, handler) => {
      const [method, path] = door.split(" ") as [string, string];
      app.on(method, path, guard(door), handler);
    },
  };
};
