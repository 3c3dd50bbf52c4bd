// `yinuo verify-log`: everything a log says of itself, computed again by whoever asks.

import { ok, refuse } from "@yinuo/core";
import { auditFiles, auditOpenings, checkCheckpoint } from "@yinuo/transparency-log";
import { logFindingText } from "@yinuo/words/log";
import { inLang } from "../language.ts";
import type { CliRefusal, Done, Run } from "../run.ts";
import { hashedBeside } from "./digester.ts";
import { checkBeside, CRYPTO, HASHING, SHA256 } from "./node-crypto.ts";
import { openSource, readCheckpoint, reaching } from "./source.ts";
import { findTrust, memoryOf, readLastSeen, remember } from "./trust.ts";
import { MOST_PRINTED, tellVerified, type Finding, type Opened, type Verified } from "./verified-text.ts";

export const verifyLogVerb = (run: Run): Done => reaching<true, CliRefusal>(() => verifyLog(run));

const verifyLog = async (run: Run): Done => {
  const source = openSource(run.typed.subjects[0] ?? "");
  const bytes = await readCheckpoint(source);
  if (!bytes.ok) return bytes;
  const memory = memoryOf(run, bytes.value);
  const trust = await findTrust({ typed: run.typed, source, memory });
  if (!trust.ok) return trust;
  const opened = checkCheckpoint(bytes.value, trust.value.policy, CRYPTO);
  if (!opened.ok) return refuse({ code: "checkpointRefused", refusal: opened.error });
  const last = await readLastSeen(memory, trust.value);
  if (!last.ok) return last;
  const verified = await verifyFiles(run, {
    source,
    trust: trust.value,
    opened: opened.value,
    last: last.value,
  });
  tellVerified(run, verified);
  if (verified.faults > 0) return refuse({ code: "logFaulty", faults: verified.faults });
  const grew = opened.value.checkpoint.size >= (last.value?.size ?? 0);
  await remember(memory, { trust: trust.value, checkpoint: bytes.value, grew });
  return ok(true);
};

const MOST_TOLD = 1000;
/** Signatures under way before the audit waits for them. */
const MOST_WAITING = 4096;

const verifyFiles = async (run: Run, opened: Opened): Promise<Verified> => {
  const { source, last } = opened;
  const { size, root } = opened.opened.checkpoint;
  const found: Finding[] = [];
  let [faults, flags] = [0, 0];
  const note = (finding: Finding): void => {
    if ("fault" in finding) faults += 1;
    else flags += 1;
    if (found.length < MOST_TOLD) found.push(finding);
    if (!run.typed.has("json") && faults + flags <= MOST_PRINTED)
      run.print(logFindingText(run.lang, finding));
  };
  const withSignatures = !run.typed.has("skip-signatures");
  const checks = checkBeside();
  const progress = progressOf(run, size);
  const audit = await hashedBeside(size, (digest) =>
    each(
      auditFiles({
        read: source.read,
        tree: { size, root },
        earlier: last === undefined ? [] : [last],
        hashing: HASHING,
        verify: withSignatures ? checks.verify : "unchecked",
        told: (entries) => {
          progress(entries);
          return checks.settled(MOST_WAITING);
        },
        ...(digest && { digest }),
      }),
      note,
    ),
  );
  await checks.settled();
  for (const index of checks.wrong.toSorted((a, b) => a - b)) note({ index, fault: "signatureWrong" });
  const openings = run.typed.has("open")
    ? await each(
        auditOpenings({
          read: source.read,
          size,
          redactions: audit.redactions,
          digest: SHA256,
          told: progress,
        }),
        note,
      )
    : undefined;
  return { ...opened, found, faults, flags, audit, openings, withSignatures };
};

/** Passes on what is yielded; answers what is returned. */
const each = async <T, R>(generator: AsyncGenerator<T, R>, note: (yielded: T) => void): Promise<R> => {
  for (;;) {
    const { done, value } = await generator.next();
    if (done === true) return value;
    note(value);
  }
};

const STEPS = 20;

/** On the side where no script reads; twenty lines at most, and none for a small log. */
const progressOf = ({ warn, lang }: Run, size: number): ((entries: number) => void) => {
  const step = Math.max(Math.ceil(size / STEPS), 20_000);
  let next = step;
  return (entries) => {
    if (entries < next || entries === size) return;
    next = entries + step;
    const [done, all] = [entries, size].map((one) => one.toLocaleString(lang));
    warn(inLang(lang, { zh: `已核验 ${done} / ${all} 条`, en: `${done} of ${all} entries` }));
  };
};
