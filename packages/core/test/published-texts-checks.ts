// The decisions about checks by which a text becomes public.

import {
  answerAppeal,
  appealFinding,
  callOffCheck,
  checkCodeOf,
  createBody,
  finishCheck,
  openCheck,
  planCheck,
  reassignSubject,
  recordFinding,
  reviseFinding,
  type Change,
  type CheckPlan,
  type FindingInput,
  type Refusal,
  type Result,
} from "../src/index.ts";
import * as world from "./world.ts";

const { value, today } = world;

type Door = (text: string, keepPersonalData?: string) => Result<Change<unknown>, Refusal>;
type Keep = string | undefined;

const full = (keepPersonalData: Keep) => ({ ...world.context(world.steward), keepPersonalData });
const inspecting = (keepPersonalData: Keep) => ({ by: world.inspector, today, keepPersonalData });

const planned = (more: Partial<CheckPlan>, keep: Keep) =>
  planCheck(
    { ...world.checkPlan, ...more },
    { ...world.opening(world.inspector, keep), code: checkCodeOf(today, 1) },
  );
const found = (more: Partial<FindingInput>, keep: Keep) =>
  recordFinding(
    world.running(),
    { ...world.saying, ...more },
    { ...inspecting(keep), acted: false, existing: undefined },
  );
const withAnother = new Map([
  ...world.bodies,
  [
    "DISC",
    value(
      createBody(
        { code: "DISC", name: "县效能办", inspects: true },
        { by: world.steward, today, bodies: new Map() },
      ),
    ).state,
  ],
]);
export const CHECK_DOORS: readonly (readonly [string, string, Door])[] = [
  ["check", "title", (title, keep) => planned({ title }, keep)],
  ["check", "checklist", (question, keep) => planned({ checklist: [question] }, keep)],
  ["frame of a check", "words", (words, keep) => planned({ frame: { of: "problem", words } }, keep)],
  [
    "subject reassigned",
    "reason",
    (reason, keep) =>
      reassignSubject(
        value(
          openCheck(
            world.planned({ inspectors: ["AUDIT"] }),
            { frozen: world.frozen },
            inspecting(undefined),
          ),
        ).state,
        { number: 1, to: "DISC", reason },
        { ...inspecting(keep), bodies: withAnother, found: new Set() },
      ),
  ],
  [
    "check finished",
    "missed.2",
    (why, keep) =>
      finishCheck(world.running(), { missed: { 2: why } }, { ...inspecting(keep), found: new Set([1]) }),
  ],
  ["check called off", "reason", (reason, keep) => callOffCheck(world.running(), reason, inspecting(keep))],
  ["finding", "finding", (finding, keep) => found({ finding }, keep)],
  ["finding", "place", (place, keep) => found({ place }, keep)],
  [
    "revised finding",
    "finding",
    (finding, keep) =>
      reviseFinding(
        world.finding(),
        { ...world.saying, finding, reason: "补充" },
        { ...inspecting(keep), acted: false, check: world.running() },
      ),
  ],
  [
    "revised finding",
    "reason",
    (reason, keep) =>
      reviseFinding(
        world.finding(),
        { ...world.saying, conclusion: "partly", reason },
        { ...inspecting(keep), acted: false, check: world.running() },
      ),
  ],
  [
    "appeal",
    "appeal",
    (text, keep) => appealFinding(world.finding(), { text }, { ...full(keep), appealDays: 15 }),
  ],
  [
    "answer to an appeal",
    "answer",
    (text, keep) =>
      answerAppeal(world.appealed(), { outcome: "stands", text }, { ...inspecting(keep), acted: false }),
  ],
];
