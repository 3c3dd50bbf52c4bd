// What the operator may set: the command line first, then the environment, then the defaults.

import { parseArgs } from "node:util";
import { z } from "zod";

const Settings = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(8080),
  host: z.string().min(1).default("127.0.0.1"),
  data: z.string().min(1).default(".data"),
  databaseUrl: z.string().optional(),
  /** The addresses people type, e.g. https://ledger.example.gov; forms are accepted from these. */
  origins: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter((origin) => origin !== ""))
    .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin))),
  /** How many proxies in front may be believed about the visitor's address. */
  trustedProxies: z.coerce.number().int().min(0).max(5).default(0),
  secret: z.string().min(32).optional(),
  /** The name of a transparency log that begins now: its address without the scheme. It stays for good. */
  logOrigin: z
    .string()
    .regex(/^[^\s+]+$/u)
    .optional(),
  empty: z.boolean().default(false),
  sample: z.enum(["county", "canada"]).default("county"),
});
export type Config = z.infer<typeof Settings>;

export type ConfigRead =
  | { readonly ok: true; readonly value: Config }
  | { readonly ok: false; readonly sentences: readonly string[] };

/** Reads `--port --host --data --empty --sample` and PORT, HOST, YINUO_DATA, DATABASE_URL, YINUO_ORIGINS, YINUO_TRUSTED_PROXIES, YINUO_SECRET, YINUO_LOG_ORIGIN. */
export const readConfig = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ConfigRead => {
  const typed = readArgs(args);
  if (typeof typed === "string") return { ok: false, sentences: [typed] };
  const read = Settings.safeParse({
    port: typed.port ?? env["PORT"],
    host: typed.host ?? env["HOST"],
    data: typed.data ?? env["YINUO_DATA"],
    databaseUrl: env["DATABASE_URL"] === "" ? undefined : env["DATABASE_URL"],
    origins: env["YINUO_ORIGINS"],
    trustedProxies: env["YINUO_TRUSTED_PROXIES"],
    secret: env["YINUO_SECRET"],
    logOrigin: env["YINUO_LOG_ORIGIN"] === "" ? undefined : env["YINUO_LOG_ORIGIN"],
    empty: typed.empty,
    sample: typed.sample,
  });
  if (read.success) return { ok: true, value: read.data };
  return {
    ok: false,
    sentences: read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
  };
};

const readArgs = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        host: { type: "string" },
        data: { type: "string" },
        empty: { type: "boolean" },
        sample: { type: "string" },
      },
    }).values;
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
};
