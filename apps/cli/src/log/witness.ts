// `yinuo witness` and `yinuo witness-key`: a witness for other logs, and its key.

import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { ok, refuse, type Result } from "@yinuo/core";
import { writeNew } from "@yinuo/store/whole-file";
import {
  formatSignerKey,
  formatVerifierKey,
  isKeyName,
  parseSignerKey,
  parseVerifierKey,
  signerKey,
  type SignerKey,
  type VerifierKey,
} from "@yinuo/transparency-log";
import type { Typed } from "../arguments.ts";
import { inLang } from "../language.ts";
import type { CliRefusal, Done, Run } from "../run.ts";
import { readKept } from "./kept-file.ts";
import { CRYPTO } from "./node-crypto.ts";
import { listening, readPort, stopped } from "./serving.ts";
import { openMemory } from "./witness-memory.ts";
import { witnessServer } from "./witness-server.ts";

/** A key never takes another's place. */
export const witnessKeyVerb = async ({ typed, lang, print }: Run): Done => {
  const [name = "", file = ""] = typed.subjects;
  if (!isKeyName(name)) return refuse({ code: "keyNameUnreadable", typed: name });
  const path = resolve(file);
  const key = signerKey({ name, kind: "cosignature", seed: randomBytes(32) }, CRYPTO);
  const bytes = Buffer.from(`${formatSignerKey(key)}\n`);
  await writeNew(path, bytes, 0o600);
  if (!bytes.equals((await readKept(path)) ?? new Uint8Array())) return refuse({ code: "fileIsThere", path });
  print(formatVerifierKey(key.verifier));
  print(
    inLang(lang, {
      zh: `私钥在 ${path}，请妥善保管，不要外传；上面一行是公钥，交给请您作见证的日志。`,
      en: `The private key is in ${path}: keep it safe and to yourself. The line above is the public one, for the logs that ask you to witness.`,
    }),
  );
  return ok(true);
};

export const witnessVerb = async (run: Run): Done => {
  const { typed, lang, print } = run;
  const wish = await wishOf(typed);
  if (!wish.ok) return wish;
  const { signer, logs, port, host } = wish.value;
  const folder = resolve(typed.text("data") ?? ".witness");
  const memory = await openMemory({ folder, logs });
  if (!memory.ok) return memory;
  try {
    const server = witnessServer({ signer, logs, memory: memory.value });
    const address = await listening(server, port, host);
    print(
      inLang(lang, {
        zh: `见证 ${signer.verifier.name} 在 ${address} 等候，数据在 ${folder}。按 Ctrl-C 停止。`,
        en: `The witness ${signer.verifier.name} listens at ${address}; its data is in ${folder}. Ctrl-C stops it.`,
      }),
    );
    await stopped(server);
  } finally {
    memory.value.close();
  }
  return ok(true);
};

type Wish = {
  readonly signer: SignerKey;
  readonly logs: readonly VerifierKey[];
  readonly port: number;
  readonly host: string;
};

/** Refuses: numberUnreadable, logKeyUnreadable, keyFileUnreadable. */
const wishOf = async (typed: Typed): Promise<Result<Wish, CliRefusal>> => {
  const port = readPort("port", typed.text("port") ?? "");
  if (!port.ok) return port;
  const given = typed.texts("log");
  const logs: VerifierKey[] = [];
  for (const text of given.length === 0 ? [""] : given) {
    const key = parseVerifierKey(text);
    if (!key.ok || key.value.kind !== "note") return refuse({ code: "logKeyUnreadable", typed: text });
    logs.push(key.value);
  }
  const path = typed.text("key") ?? "";
  const bytes = path === "" ? undefined : await readKept(resolve(path));
  const signer = parseSignerKey(
    Buffer.from(bytes ?? [])
      .toString()
      .trim(),
    CRYPTO,
  );
  if (!signer.ok || signer.value.verifier.kind !== "cosignature")
    return refuse({ code: "keyFileUnreadable", path });
  return ok({ signer: signer.value, logs, port: port.value, host: typed.text("host") ?? "127.0.0.1" });
};
