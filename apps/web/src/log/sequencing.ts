// This process as the one that sequences the log, or as the one that takes over.

import { startSequencer, type Sequencer } from "@yinuo/store/log";
import type { Deps } from "../site.ts";

export const startLog = ({ store, logFolder, config, log }: Deps, url: string): Sequencer =>
  startSequencer({
    store,
    url,
    folder: logFolder,
    dataFolder: config.data,
    origin: originOf(config),
    log,
  });

/** `ledger.example.gov/log`, where the log is served. */
export const originOf = ({ logOrigin, origins: [address] }: Deps["config"]): string | undefined =>
  logOrigin ?? (address === undefined ? undefined : `${new URL(address).host}/log`);
