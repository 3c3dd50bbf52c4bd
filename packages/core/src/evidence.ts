// Evidence: a file known by its SHA-256, what it shows, and the day it shows.

import type { Day } from "@yinuo/period";

export type Evidence = {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly caption: string;
  readonly showsOn: Day;
};
