// nginx as the limit of what is possible: serves one page from a file, with the very headers and bytes of ours.

import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export type Nginx = { readonly origin: string; readonly stop: () => Promise<void> };

export type Page = {
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** As sent: compressed if the headers say so. */
  readonly body: Uint8Array;
};

/** Debian's package is installed where that is possible; false when there is none in the end. */
export const ensureNginx = (): boolean => {
  if (isThere()) return true;
  if (process.getuid?.() !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) => spawnSync("apt-get", args, { stdio: "ignore", env }).status === 0;
  return (
    apt("update", "-qq") && apt("install", "-y", "-qq", "--no-install-recommends", "nginx-light") && isThere()
  );
};

/** Debian keeps it where an ordinary user does not look. */
const withSbin = { ...process.env, PATH: `${process.env["PATH"] ?? ""}:/usr/sbin:/usr/local/sbin` };

const isThere = (): boolean => spawnSync("nginx", ["-v"], { env: withSbin }).status === 0;

export const startNginx = async (page: Page): Promise<Nginx> => {
  const folder = await mkdtemp(join(tmpdir(), "yinuo-bench-nginx-"));
  const port = await freePort();
  await writeFile(join(folder, "page"), page.body);
  await writeFile(join(folder, "nginx.conf"), configOf(folder, port, page));
  const child = spawn("nginx", ["-p", folder, "-c", "nginx.conf", "-e", "error.log"], {
    stdio: "ignore",
    env: withSbin,
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const tell = (): void => void child.kill("SIGTERM");
  process.once("exit", tell);
  const nginx = {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      process.removeListener("exit", tell);
      child.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await answers(nginx.origin + page.path);
    return nginx;
  } catch (problem) {
    await nginx.stop();
    throw problem;
  }
};

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

const answers = async (address: string): Promise<void> => {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(address).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await wait(50);
  }
  throw new Error(`nginx does not answer at ${address}`);
};

/** One worker against one process; its open file is kept, nothing is logged: as fast as it can be. */
const configOf = (folder: string, port: number, { path, headers }: Page): string => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  sendfile on; tcp_nopush on; tcp_nodelay on;
  keepalive_timeout 65 65; keepalive_requests 1000000000;
  open_file_cache max=10 inactive=1h; open_file_cache_valid 1h;
  etag off; if_modified_since off; max_ranges 0;
  server {
    listen 127.0.0.1:${port} backlog=1024;
    types { }
    default_type ${quoted(headers.find(([name]) => name === "content-type")?.[1] ?? "")};
    location = ${path} {
      alias ${folder}/page;
      add_header Last-Modified "";
${headers
  .filter(([name]) => !OWN_WORDS.has(name))
  .map(([name, value]) => `      add_header ${name} ${quoted(value)};`)
  .join("\n")}
    }
  }
}
`;

/** What nginx says by itself. */
const OWN_WORDS = new Set([
  "content-type",
  "content-length",
  "connection",
  "keep-alive",
  "date",
  "transfer-encoding",
]);

const quoted = (value: string): string => `"${value.replaceAll(/["\\]/g, "\\$&")}"`;
