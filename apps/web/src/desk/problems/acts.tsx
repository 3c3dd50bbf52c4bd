// What may be done about a problem, one form each: who may, what is typed, and the decision that is asked.

import {
  declareFixed,
  delistProblem,
  extendProblem,
  finishStep,
  LIMITS,
  LISTING_LEVELS,
  listProblem,
  lookBack,
  mayCheck,
  mayExtend,
  mayWorkOn,
  refuse,
  reopenProblem,
  returnProblem,
  typedChoice,
  typedDay,
  UNDER_WAY,
  type Body,
  type Change,
  type Context,
  type Delisting,
  type Problem,
  type ProblemStage,
  type Refusal,
  type Result,
  type Shown,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { choiceWords } from "@yinuo/words";
import type { Child } from "hono/jsx";
import type { Lang } from "../../lang.ts";
import { problemDeskWords } from "../../words/problem-desk.ts";
import type { Fields } from "../fields.tsx";
import type { Option } from "../../parts/index.ts";
import type { Form } from "../form.ts";
import type { Did } from "../frame.tsx";
import { amend, move } from "./change-acts.tsx";

export type ActName = "step" | "declare" | "extend" | "list" | "amend" | "move" | "check" | "lookBack";

export type Act = {
  readonly stages: readonly ProblemStage[];
  readonly may: (problem: Problem, context: Pick<Context, "by">) => Result<unknown, Refusal>;
  /** What is attempted, as the history calls it. */
  readonly verb: (form: Form) => Extract<Did, `problem.${string}`>;
  /** The field with the day that files show; without it the form takes no files. */
  readonly shownOn?: "on" | "doneOn";
  /** What the form begins with, besides today. */
  readonly start?: (problem: Problem) => Readonly<Record<string, string | undefined>>;
  readonly fields: (fields: Fields, lang: Lang, seen: Seen) => Child;
  readonly decide: (problem: Problem, form: Form, given: Shown & Given) => Result<Change<Problem>, Refusal>;
};

type Given = Delisting & { readonly step: string; readonly bodies: ReadonlyMap<string, Body> };

/** The problem as it is, and the bodies there are to choose from. */
type Seen = { readonly form: Form; readonly bodies: readonly Option[] };

const needDay = (form: Form, field: string): Result<Day, Refusal> => {
  const read = typedDay(field, form.text(field));
  if (!read.ok) return read;
  return read.value === undefined ? refuse({ code: "textMissing", field }) : { ok: true, value: read.value };
};

const needChoice = <const Choice extends string>(
  form: Form,
  field: string,
  choices: readonly Choice[],
): Result<Choice, Refusal> => {
  const read = typedChoice(field, choices, form.text(field));
  if (!read.ok) return read;
  return read.value === undefined ? refuse({ code: "textMissing", field }) : { ok: true, value: read.value };
};

const step: Act = {
  stages: UNDER_WAY,
  may: mayWorkOn,
  verb: () => "problem.step-done",
  shownOn: "doneOn",
  fields: (fields) => fields.day("doneOn", { required: true }),
  decide: (problem, form, given) => {
    const doneOn = needDay(form, "doneOn");
    return doneOn.ok ? finishStep(problem, { step: given.step, doneOn: doneOn.value }, given) : doneOn;
  },
};

const declare: Act = {
  stages: UNDER_WAY,
  may: mayWorkOn,
  verb: () => "problem.declared-fixed",
  shownOn: "on",
  fields: (fields, lang) => (
    <>
      {fields.area("declared", {
        hint: problemDeskWords[lang].declaredHint,
        required: true,
        maxlength: LIMITS.text,
      })}
      {fields.day("on", { required: true })}
    </>
  ),
  decide: (problem, form, given) => {
    const on = needDay(form, "on");
    return on.ok ? declareFixed(problem, { text: form.text("declared"), on: on.value }, given) : on;
  },
};

const extend: Act = {
  stages: UNDER_WAY,
  may: mayExtend,
  verb: () => "problem.extended",
  fields: (fields, lang) => (
    <>
      {fields.day("due", { label: problemDeskWords[lang].newDue, required: true })}
      {fields.area("reason", { required: true, maxlength: LIMITS.reason })}
    </>
  ),
  decide: (problem, form, given) => {
    const due = needDay(form, "due");
    return due.ok ? extendProblem(problem, { due: due.value, reason: form.text("reason") }, given) : due;
  },
};

const list: Act = {
  stages: UNDER_WAY,
  may: mayCheck,
  verb: () => "problem.listed",
  fields: (fields, lang) => (
    <>
      {fields.select(
        "level",
        LISTING_LEVELS.map((value) => ({ value, text: choiceWords[lang].listingLevel[value] })),
      )}
      {fields.day("deadline", { hint: problemDeskWords[lang].dueHint, required: true })}
    </>
  ),
  decide: (problem, form, given) => {
    const level = needChoice(form, "level", LISTING_LEVELS);
    if (!level.ok) return level;
    const deadline = needDay(form, "deadline");
    return deadline.ok
      ? listProblem(problem, { level: level.value, deadline: deadline.value }, given)
      : deadline;
  },
};

type Outcome = keyof (typeof problemDeskWords)["en"]["outcomes"];

const Outcomes = (
  fields: Fields,
  { lang, outcomes }: { readonly lang: Lang; readonly outcomes: readonly Outcome[] },
) => {
  const words = problemDeskWords[lang];
  return (
    <>
      {fields.select(
        "outcome",
        outcomes.map((value) => ({ value, text: words.outcomes[value] })),
        { label: words.outcome },
      )}
      {fields.area("checked", { hint: words.checkedHint, required: true, maxlength: LIMITS.text })}
      {fields.day("on", { label: words.checkedOn, required: true })}
    </>
  );
};

const CHECKED = ["delisted", "returned"] as const;

const check: Act = {
  stages: ["declared"],
  may: mayCheck,
  verb: (form) => (form.text("outcome") === "returned" ? "problem.returned" : "problem.delisted"),
  shownOn: "on",
  fields: (fields, lang) => Outcomes(fields, { lang, outcomes: CHECKED }),
  decide: (problem, form, given) => {
    const outcome = needChoice(form, "outcome", CHECKED);
    if (!outcome.ok) return outcome;
    const on = needDay(form, "on");
    if (!on.ok) return on;
    const input = { on: on.value, text: form.text("checked") };
    return (outcome.value === "returned" ? returnProblem : delistProblem)(problem, input, given);
  },
};

const LOOKED = ["held", "reopened"] as const;

const lookingBack: Act = {
  stages: ["delisted"],
  may: mayCheck,
  verb: (form) => (form.text("outcome") === "reopened" ? "problem.reopened" : "problem.looked-back"),
  shownOn: "on",
  fields: (fields, lang) => (
    <>
      {Outcomes(fields, { lang, outcomes: LOOKED })}
      {fields.day("due", {
        label: problemDeskWords[lang].newDue,
        hint: problemDeskWords[lang].newDueHint,
        required: false,
      })}
    </>
  ),
  decide: (problem, form, given) => {
    const outcome = needChoice(form, "outcome", LOOKED);
    if (!outcome.ok) return outcome;
    const on = needDay(form, "on");
    if (!on.ok) return on;
    const input = { on: on.value, text: form.text("checked") };
    if (outcome.value === "held") return lookBack(problem, input, given);
    const due = needDay(form, "due");
    return due.ok ? reopenProblem(problem, { ...input, due: due.value }, given) : due;
  },
};

export const ACTS: Readonly<Record<ActName, Act>> = {
  step,
  declare,
  extend,
  list,
  amend,
  move,
  check,
  lookBack: lookingBack,
};

/** The last part of its address. */
export const PATHS: Readonly<Record<Exclude<ActName, "step">, string>> = {
  declare: "/declare",
  extend: "/extend",
  list: "/list",
  amend: "/amend",
  move: "/move",
  check: "/check",
  lookBack: "/look-back",
};

/** What this account may do about this problem as it stands; the decisions ask again. */
export const actsFor = (problem: Problem, context: Context): readonly (keyof typeof PATHS)[] =>
  (Object.keys(PATHS) as (keyof typeof PATHS)[]).filter(
    (name) => ACTS[name].stages.includes(problem.stage) && ACTS[name].may(problem, context).ok,
  );
