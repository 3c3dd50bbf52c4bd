// `yinuo draw …`: a draw from files alone, without a ledger: planned, run, and recomputed by anyone.

import { readFile, writeFile } from "node:fs/promises";
import { ok, refuse } from "@yinuo/core";
import * as draw from "@yinuo/random-draw";
import { isFromQuicknet } from "@yinuo/random-draw/drand";
import { readEvidence } from "@yinuo/random-draw/log-evidence";
import { parsePolicy } from "@yinuo/transparency-log";
import { boundText, sampleText, stepText, verificationText } from "@yinuo/words/draws";
import type { CliRefusal, Done, Run } from "./run.ts";

type Read<T> = Promise<
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CliRefusal }
>;

/** How many to look at; with `--drawn` and `--faults`, what they say about all. */
export const drawSize = async ({ typed, lang, print }: Run): Done => {
  const [size] = typed.subjects;
  const number = (option: string, otherwise: number): number => Number(typed.text(option) ?? otherwise);
  const [share, sure] = [number("share", 5), number("sure", 95)];
  const said =
    typed.text("drawn") === undefined
      ? sampleText(lang, { size: Number(size), sharePercent: share, surePercent: sure })
      : boundText(lang, {
          size: Number(size),
          drawn: number("drawn", 0),
          faults: number("faults", 0),
          surePercent: sure,
        });
  if (said === undefined) return refuse({ code: "sizesUnclear" });
  print(said);
  return ok(true);
};

export const drawPlan = async (run: Run): Done => {
  const [draftFile = "", frameFile = ""] = run.typed.subjects;
  const draft = drawn(draw.readDraft(await text(draftFile)));
  if (!draft.ok) return draft;
  const frames = await framesOf(run, frameFile);
  if (!frames.ok) return frames;
  const plan = drawn(draw.planOf(draft.value, frames.value));
  if (!plan.ok) return plan;
  await give(run, plan.value);
  run.print(`sha256 ${draw.planDigest(plan.value)}`);
  for (const { id, draw: n, size } of plan.value.strata) run.print(`${id}\t${n}/${size}`);
  return ok(true);
};

export const drawRun = async (run: Run): Done => {
  const [planFile = "", frameFile = "", seedFile = ""] = run.typed.subjects;
  const plan = drawn(draw.readPlan(await text(planFile)));
  if (!plan.ok) return plan;
  const frames = await framesOf(run, frameFile);
  if (!frames.ok) return frames;
  const seed = drawn(draw.readSeed(await text(seedFile)));
  if (!seed.ok) return seed;
  const listed = run.typed.text("replaced");
  const replaced = drawn(draw.readReplacements(listed === undefined ? "[]" : await text(listed)));
  if (!replaced.ok) return replaced;
  const files = { plan: plan.value, frames: frames.value, seed: seed.value };
  const result = drawn(draw.runDraw(files, replaced.value));
  if (!result.ok) return result;
  await give(run, result.value);
  const inspectors = new Map(result.value.assigned.map(({ subject, inspectors }) => [subject, inspectors]));
  for (const id of draw.standingOf(result.value)) run.print([id, ...(inspectors.get(id) ?? [])].join("\t"));
  return ok(true);
};

export const drawVerify = async (run: Run): Done => {
  const [plan = "", frame = "", seed = "", result = ""] = run.typed.subjects;
  const shown = await shownBy(run);
  if (!shown.ok) return shown;
  const inspectors = run.typed.text("inspectors");
  const verification = draw.verifyDraw(
    {
      plan: await text(plan),
      frame: await text(frame),
      inspectors: inspectors === undefined ? undefined : await text(inspectors),
      seed: await text(seed),
      result: await text(result),
    },
    shown.value,
  );
  for (const step of verification.steps) run.print(stepText(run.lang, step));
  run.print(verificationText(run.lang, verification));
  return verification.ok ? ok(true) : refuse({ code: "drawNotVerified" });
};

const text = (file: string): Promise<string> => readFile(file, "utf8");

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: draw.DrawRefusal };

const drawn = <T>(outcome: Outcome<T>) =>
  outcome.ok ? outcome : refuse({ code: "drawRefused" as const, refusal: outcome.error });

const framesOf = async ({ typed }: Run, file: string): Read<draw.Frames> => {
  const subjects = drawn(draw.readFrame(await text(file)));
  if (!subjects.ok) return subjects;
  const listed = typed.text("inspectors");
  if (listed === undefined) return ok({ subjects: subjects.value });
  const inspectors = drawn(draw.readFrame(await text(listed)));
  return inspectors.ok ? ok({ subjects: subjects.value, inspectors: inspectors.value }) : inspectors;
};

/** Evidence is worth what the policy says that the reader trusts; without it nothing counts as shown. */
const shownBy = async ({ typed }: Run): Read<draw.Shown> => {
  const [evidence, policy] = [typed.text("evidence"), typed.text("policy")];
  if (evidence === undefined || policy === undefined) return ok({});
  const trusted = parsePolicy(await readFile(policy));
  if (!trusted.ok) return refuse({ code: "policyUnreadable", line: trusted.error.line });
  const shown = drawn(readEvidence(await text(evidence), trusted.value));
  return shown.ok ? ok({ ...shown.value, isFromBeacon: isFromQuicknet }) : shown;
};

/** To a file, or with the rest on the terminal. */
const give = async ({ typed, print }: Run, value: object): Promise<void> => {
  const out = typed.text("out");
  if (out === undefined) print(draw.canonicalJson(value));
  else await writeFile(out, `${draw.canonicalJson(value)}\n`);
};
