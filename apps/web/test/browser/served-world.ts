// The small invented ledger on a port, as a browser meets it.

import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "../../src/app.ts";
import type { Deps } from "../../src/site.ts";

export type Served = { readonly address: string; readonly stop: () => Promise<void> };

/** `port`: an address that was served before; 0 for any. */
export const serve = async (deps: Deps, port = 0): Promise<Served> => {
  const answer = getRequestListener(createApp(deps).fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const at = server.address();
  return {
    address: `http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
};
