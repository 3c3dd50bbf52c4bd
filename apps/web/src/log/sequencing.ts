// This process as the one that sequences the log, or as the one that takes over.

import { startSequencer, type Sequencer } from "@yinuo/store/log";
import type { Deps } from "../site.ts";

export const startLog = ({ store, logFolder, config, log }: Deps, url: string): Sequencer =>
  startSequencer({
    store,
    url,
    folder: logFolder,
    dataFolder: config.data,
    origin: config.logOrigin ?? originOf(config.origins[0]),
    log,
  });

/** `ledger.example.gov/log`, where the log is served. */
const originOf = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : `${new URL(address).host}/log`;
