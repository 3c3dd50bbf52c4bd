// The form of a plan, read: what is drawn from, how many, who inspects, with which dice, when and where.

import {
  DRAW_SUBJECTS,
  PROBLEM_STANDINGS,
  refuse,
  STRATIFICATIONS,
  typedChoice,
  typedDay,
  typedNumber,
  type DrawInput,
  type Refusal,
  type Result,
  type SampleWish,
} from "@yinuo/core";
import type { PlacesWish, PlanWish } from "@yinuo/store";
import { SHOWN } from "../../pages/standings.ts";
import { gather, gathered, type Desk } from "../context.ts";
import type { Form } from "../form.ts";
import { instantOf } from "./instant.ts";

/** Standings of problems, which share words with those of commitments. */
export const PROBLEM = "problem.";

const MOST_PLACES = 200;

export const readPlan = (desk: Desk, form: Form): Result<PlanWish, readonly Refusal[]> => {
  const { refusals, take, need } = gather();
  const subject = need("subject", typedChoice("subject", DRAW_SUBJECTS, form.text("subject")));
  const stratify = need("stratify", typedChoice("stratify", STRATIFICATIONS, form.text("stratify")));
  const standing = take(standingOf(form.text("standing"), subject ?? "commitments"));
  const sample = take(sampleOf(form));
  const each = take(wholeNumber("inspectorsEach", form.text("inspectorsEach"), MOST_PLACES));
  const places = inspecting(desk).map(({ code }) => ({
    body: code,
    places: take(wholeNumber("inspectorPlaces", form.text(`places.${code}`), MOST_PLACES)) ?? 0,
  }));
  const day = need("ceremonyAt", typedDay("ceremonyAt", form.text("ceremonyAt")));
  const { timeZone } = desk.c.get("jurisdiction");
  const ceremonyAt =
    day === undefined ? undefined : take(instantOf(day, form.text("ceremonyTime"), timeZone));
  const text = (name: string): string | undefined => form.text(name).trim() || undefined;
  return gathered(refusals, () => ({
    input: {
      round: form.text("round"),
      subject: subject ?? "commitments",
      filter: { programme: text("programme"), body: text("body"), standing } as DrawInput["filter"],
      stratify: stratify ?? "none",
      eligible: form.text("eligible"),
      sample: sample ?? { draw: 0 },
      excluded: linesOf(form.text("excluded"), 2).map(([id = "", reason = ""]) => ({ id, reason })),
      inspectors:
        each === undefined || each === 0 ? undefined : { each, recused: recusedIn(form.text("recused")) },
      sides: form.text("dice") === "6" ? 6 : 10,
      ceremonyAt: ceremonyAt ?? "",
      venue: form.text("venue"),
      reason: form.text("reason"),
    },
    places: places as PlacesWish,
  }));
};

/** Bodies that inspect and are open. */
export const inspecting = ({ bodies, context }: Desk) =>
  bodies.filter(
    ({ inspects, closedOn }) => inspects && (closedOn === undefined || closedOn >= context.today),
  );

const standingOf = (typed: string, subject: DrawInput["subject"]): Result<string | undefined, Refusal> => {
  if (typed === "") return { ok: true, value: undefined };
  const ofProblem = typed.startsWith(PROBLEM);
  const wanted = ofProblem ? typed.slice(PROBLEM.length) : typed;
  const known: readonly string[] = ofProblem ? PROBLEM_STANDINGS : SHOWN;
  return ofProblem === (subject === "problems") && known.includes(wanted)
    ? { ok: true, value: wanted }
    : refuse({ code: "choiceUnknown", field: "standing", typed: wanted });
};

const sampleOf = (form: Form): Result<SampleWish, Refusal> => {
  const draw = wholeNumber("drawSize", form.text("drawSize"), 1_000_000);
  if (!draw.ok) return draw;
  if (draw.value !== undefined) return { ok: true, value: { draw: draw.value } };
  const share = typedNumber("sharePercent", form.text("sharePercent"));
  if (!share.ok) return share;
  const sure = typedNumber("surePercent", form.text("surePercent"));
  if (!sure.ok) return sure;
  if (share.value === undefined || sure.value === undefined)
    return refuse({ code: "textMissing", field: "drawSize" });
  return { ok: true, value: { sharePercent: share.value, surePercent: sure.value } };
};

const wholeNumber = (field: string, typed: string, most: number): Result<number | undefined, Refusal> => {
  const number = typedNumber(field, typed);
  if (!number.ok || number.value === undefined) return number;
  return Number.isInteger(number.value) && number.value >= 0 && number.value <= most
    ? number
    : refuse({ code: "numberOutOfRange", field, least: 0, most });
};

/** Each line in so many pieces; the last one has all that is left. */
const linesOf = (text: string, pieces: number): readonly (readonly string[])[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const words = line.split(/\s+/);
      return [...words.slice(0, pieces - 1), words.slice(pieces - 1).join(" ")];
    });

const recusedIn = (text: string) =>
  linesOf(text, 3).map(([inspector = "", subject = "", reason = ""]) => ({
    inspector,
    ...(subject === "*" ? {} : { subject }),
    reason,
  }));
