// `yinuo`: reads the command, runs its verb, and answers with an exit code: 0 done, 1 refused, 2 not understood, 3 nobody answered.

import { languageTyped, readArguments } from "./arguments.ts";
import { inLang, langOf, readLanguage } from "./language.ts";
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
  "check-report": async () => (await import("./check-report.ts")).checkReportVerb,
  backup: async () => (await import("./backup.ts")).backupVerb,
  restore: async () => (await import("./restore.ts")).restoreVerb,
};

const { env } = process;
const args = process.argv.slice(2);
const asked = languageTyped(args);
const lang = (asked === undefined ? undefined : readLanguage(asked)) ?? langOf(env);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const main = async (): Promise<number> => {
  if (asked !== undefined && readLanguage(asked) === undefined) {
    say(
      inLang(lang, {
        zh: `没有“${asked}”这种语言；可选 zh-CN、en。`,
        en: `There is no language “${asked}”; choose zh-CN or en.`,
      }),
    );
    return 2;
  }
  const read = readArguments(args);
  if (read.is === "help") {
    process.stdout.write(`${usage(lang)}\n`);
    return 0;
  }
  if (read.is === "wrong") {
    say(inLang(lang, { zh: `没有看懂：${read.why}`, en: `Not understood: ${read.why}` }));
    say(usage(lang));
    return 2;
  }
  const { typed } = read;
  const databaseUrl = env["DATABASE_URL"] === "" ? undefined : env["DATABASE_URL"];
  const verb = await VERBS[typed.verb]();
  const done = await verb({
    typed,
    place: { dataFolder: typed.text("data") ?? env["YINUO_DATA"] ?? ".data", databaseUrl },
    lang,
    now: new Date(),
    print: (line) => void process.stdout.write(`${line}\n`),
    warn: say,
  });
  if (done.ok) return 0;
  const says = refusalText(lang, done.error);
  say(typed.has("json") ? JSON.stringify({ code: done.error.code, says }) : says);
  return EXIT_CODES.get(done.error.code) ?? 1;
};

/** A sentence for what an operator can mend (a file not found, a server that does not answer); the trace for the rest. */
const explain = (problem: unknown): string => {
  if (problem instanceof Error && "code" in problem) return `${problem.message} (${String(problem.code)})`;
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
};

const run = async (): Promise<void> => {
  try {
    process.exitCode = await main();
  } catch (problem) {
    say(explain(problem));
    process.exitCode = 1;
  }
};

void run();
