// Hears of every change of the history, also by other processes; connects again when the connection is lost.

import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Log } from "./connection.ts";

export type Listener = { readonly fresh: () => boolean; readonly close: () => Promise<void> };

type Hearing = { readonly heard: () => void; readonly log: Log };

/** The first connection must succeed. */
export const listen = async (url: string, { heard, log }: Hearing): Promise<Listener> => {
  const state: { client: pg.Client | undefined; closed: boolean } = { client: undefined, closed: false };
  const connect = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: "yinuo listen",
      keepAlive: true,
    });
    client.on("notification", heard);
    client.on("error", (problem) => log({ event: "database.listenerLost", problem: problem.message }));
    client.once("end", () => {
      state.client = undefined;
      if (!state.closed) void again();
    });
    await client.connect();
    await client.query("LISTEN yinuo_changed");
    state.client = client;
  };
  const again = async (): Promise<void> => {
    for (let pause = 50; !state.closed && state.client === undefined; pause = Math.min(pause * 2, 5000)) {
      await wait(pause, undefined, { ref: false });
      try {
        await connect();
        // What happened in between was not heard.
        heard();
        log({ event: "database.listenerBack" });
        return;
      } catch {
        // The next round tries again; an attempt that got as far as connecting ends and starts its own round.
        if (state.client !== undefined) return;
      }
    }
  };
  await connect();
  return {
    fresh: () => state.client !== undefined,
    close: async () => {
      state.closed = true;
      await state.client?.end();
    },
  };
};
