// A server of the command: where it listens, and that it ends when it is asked to.

import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ok, refuse, type Result } from "@yinuo/core";
import type { LogRefusal } from "./refusals.ts";

/** 0: any that is free. Refuses: numberUnreadable. */
export const readPort = (option: string, typed: string): Result<number, LogRefusal> =>
  /^\d{1,5}$/.test(typed) && Number(typed) <= 65_535
    ? ok(Number(typed))
    : refuse({ code: "numberUnreadable", option, typed });

export const listening = (server: Server, port: number, host: string): Promise<string> =>
  new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, host, () => {
      const { address, port, family } = server.address() as AddressInfo;
      done(`http://${family === "IPv6" ? `[${address}]` : address}:${port}`);
    });
  });

/** Until it is asked to stop; what is under way is finished. */
export const stopped = (server: Server): Promise<void> =>
  new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        server.close(() => done());
        server.closeIdleConnections();
      });
  });
