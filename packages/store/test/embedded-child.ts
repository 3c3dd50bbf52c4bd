// Run as a process of its own by the tests of the embedded database: owns a folder until it is killed.

import pg from "pg";
import { EmbeddedRefused, startEmbedded } from "../src/embedded/index.ts";

const [folder = "", task = "wait", namespaces = "yes"] = process.argv.slice(2);

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const main = async (): Promise<void> => {
  say("starting");
  const embedded = await startEmbedded({
    dataFolder: folder,
    log: () => undefined,
    namespaces: namespaces === "yes",
  });
  // Before it says so: whoever hears "ready" may send the signal at once.
  process.once("SIGTERM", () => void embedded.stop().then(() => process.exit(0)));
  say(`ready ${embedded.pid}`);
  if (task === "leave") process.exit(0);
  if (task === "stop") return embedded.stop();
  if (task === "write") await writeForEver(embedded.url);
  setInterval(() => undefined, 1000);
};

/** Says each number only after the database has acknowledged it. */
const writeForEver = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("CREATE TABLE IF NOT EXISTS written (n integer PRIMARY KEY)");
  for (let n = 1; ; n += 1) {
    await client.query("INSERT INTO written VALUES ($1)", [n]);
    say(`wrote ${n}`);
  }
};

main().catch((problem: unknown) => {
  say(problem instanceof EmbeddedRefused ? `refused ${problem.code} ${problem.pid ?? ""}` : String(problem));
  process.exitCode = 3;
});
