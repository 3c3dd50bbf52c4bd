// One command from what was typed to its exit code: 0 done, 1 refused, 2 not understood, 3 nobody answered.

import { languageTyped, readArguments, type Typed } from "./arguments.ts";
import { inLang, langOf, readLanguage, type Lang } from "./language.ts";
import { EXIT_CODES } from "./log/refusals.ts";
import { refusalText } from "./refusal-text.ts";
import type { Done, Run } from "./run.ts";
import { usage, type VerbName } from "./usage.ts";

/** Loaded when asked for: help and a mistyped command need neither a database nor a spreadsheet. */
const VERBS: Readonly<Record<VerbName, () => Promise<(run: Run) => Done>>> = {
  import: async () => (await import("./import.ts")).importVerb,
  export: async () => (await import("./export.ts")).exportVerb,
  "record-observation": async () => (await import("./record-observation.ts")).recordObservationVerb,
  "record-progress": async () => (await import("./record-progress.ts")).recordProgressVerb,
  "account add": async () => (await import("./account.ts")).accountAdd,
  "account list": async () => (await import("./account.ts")).accountList,
  "account reset-password": async () => (await import("./account.ts")).accountResetPassword,
  "account reset-second-step": async () => (await import("./account.ts")).accountResetSecondStep,
  "account close": async () => (await import("./account.ts")).accountClose,
  "account reopen": async () => (await import("./account.ts")).accountReopen,
  "draw size": async () => (await import("./draw.ts")).drawSize,
  "draw plan": async () => (await import("./draw.ts")).drawPlan,
  "draw run": async () => (await import("./draw.ts")).drawRun,
  "draw verify": async () => (await import("./draw.ts")).drawVerify,
  "verify-log": async () => (await import("./log/verify-log.ts")).verifyLogVerb,
  mirror: async () => (await import("./log/mirror.ts")).mirrorVerb,
  gazette: async () => (await import("./log/gazette.ts")).gazetteVerb,
  witness: async () => (await import("./log/witness.ts")).witnessVerb,
  "witness-key": async () => (await import("./log/witness.ts")).witnessKeyVerb,
  "log take-over": async () => (await import("./log/take-over.ts")).takeOverVerb,
  "log go-on": async () => (await import("./log/take-over.ts")).goOnVerb,
  "check-report": async () => (await import("./check-report.ts")).checkReportVerb,
  backup: async () => (await import("./backup.ts")).backupVerb,
  restore: async () => (await import("./restore.ts")).restoreVerb,
};

/** Where a command is typed: its variables, and where its lines go. */
export type Terminal = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly write: (out: string | Uint8Array) => void;
  readonly warn: (line: string) => void;
};

export const command = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  try {
    return await answer(args, terminal);
  } catch (problem) {
    terminal.warn(explain(problem));
    return 1;
  }
};

const answer = async (args: readonly string[], { env, write, warn }: Terminal): Promise<number> => {
  const asked = languageTyped(args);
  const lang = (asked === undefined ? undefined : readLanguage(asked)) ?? langOf(env);
  if (asked !== undefined && readLanguage(asked) === undefined) {
    warn(
      inLang(lang, {
        zh: `没有“${asked}”这种语言；可选 zh-CN、en。`,
        en: `There is no language “${asked}”; choose zh-CN or en.`,
      }),
    );
    return 2;
  }
  const read = readArguments(args);
  if (read.is === "help") {
    write(`${usage(lang)}\n`);
    return 0;
  }
  if (read.is === "wrong") {
    warn(inLang(lang, { zh: `没有看懂：${read.why}`, en: `Not understood: ${read.why}` }));
    warn(usage(lang));
    return 2;
  }
  return runVerb(read.typed, lang, { env, write, warn });
};

const runVerb = async (typed: Typed, lang: Lang, { env, write, warn }: Terminal): Promise<number> => {
  const databaseUrl = env["DATABASE_URL"] === "" ? undefined : env["DATABASE_URL"];
  const verb = await VERBS[typed.verb]();
  const done = await verb({
    typed,
    place: { dataFolder: typed.text("data") ?? env["YINUO_DATA"] ?? ".data", databaseUrl },
    lang,
    env,
    now: new Date(),
    print: (line) => write(`${line}\n`),
    write,
    warn,
  });
  if (done.ok) return 0;
  const says = refusalText(lang, done.error);
  warn(typed.has("json") ? JSON.stringify({ code: done.error.code, says }) : says);
  return EXIT_CODES.get(done.error.code) ?? 1;
};

/** A sentence for what an operator can mend (a file not found, a server that does not answer); the trace for the rest. */
const explain = (problem: unknown): string => {
  if (problem instanceof Error && "code" in problem) return `${problem.message} (${String(problem.code)})`;
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
};
