// What every page handler is given: language, words, the jurisdiction, the day, who is signed in.

import type { IncomingMessage } from "node:http";
import type { By, Jurisdiction } from "@yinuo/core";
import type { Day } from "@yinuo/period";
import type { FileStore, Store } from "@yinuo/store";
import type { LogFolder } from "@yinuo/store/log";
import type { Context } from "hono";
import type { Auth } from "./auth.ts";
import type { Config } from "./config.ts";
import type { Jobs } from "./jobs.ts";
import type { Lang } from "./lang.ts";
import type { PageCache } from "./page-cache.ts";

/** Opened once per process and handed down; nothing below reads the environment or the clock. */
export type Deps = {
  readonly store: Store;
  readonly files: FileStore;
  /** The published files of the transparency log. */
  readonly logFolder: LogFolder;
  readonly auth: Auth;
  readonly config: Config;
  readonly pages: PageCache;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly log: (line: Record<string, unknown>) => void;
};

export type SignedIn = {
  readonly by: By;
  readonly name: string;
  readonly email: string;
  readonly sessionId: string;
  /** The password was made by somebody else: nothing opens before an own one is chosen. */
  readonly mustChangePassword: boolean;
  /** Whether signing in takes a code as well. */
  readonly secondStep: boolean;
};

export type Env = {
  Variables: {
    deps: Deps;
    lang: Lang;
    jurisdiction: Jurisdiction;
    today: Day;
    signedIn: SignedIn | undefined;
    /** The permission key of the matched door; absent means no door was written for it. */
    door: string | undefined;
  };
  Bindings: { incoming: IncomingMessage };
};

export type Ctx = Context<Env>;
