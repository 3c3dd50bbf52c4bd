// Recording a period's figures in one form: only changed rows are written, all of them or none.

import {
  recordObservation,
  speaksFor,
  wantsConfirmation,
  type ObservationInput,
  type Refusal,
} from "@yinuo/core";
import { recordObservations } from "@yinuo/store";
import type { Doors } from "../../doors.ts";
import { inLang } from "../../lang.ts";
import type { Ctx } from "../../site.ts";
import { figuresWords } from "../../words/figures.ts";
import { figuresPath } from "../addresses.ts";
import { deskOf, errorOf, errorsOf, keeping, type Desk } from "../context.ts";
import { draftOf, forgetDraft, savedAsDraft } from "../drafts.tsx";
import { readForm, type Form } from "../form.ts";
import { afterwards } from "../frame.tsx";
import { forbiddenPage, notAllowed } from "../refused.tsx";
import type { ScreenedError } from "../screened.tsx";
import { gridPage, noGridPage } from "./page.tsx";
import { firstField } from "./row.tsx";
import {
  caughtUp,
  fieldIn,
  gridForm,
  overtakenRows,
  paste,
  postedRows,
  readRows,
  type ReadRow,
} from "./rows.ts";
import { gridOf, type Grid, type GridRow } from "./subject.ts";

export const registerFigures = (doors: Doors): void => {
  doors.open("GET /desk/figures", async (c) => {
    const desk = await deskOf(c);
    const asked = { body: c.req.query("body") ?? "", period: c.req.query("period") ?? "" };
    const kept = await draftOf(desk);
    const found = await gridOf(desk, asked, kept === undefined ? [] : postedRows(kept));
    if (!found.ok) return noGridPage(desk, { ...asked, error: errorOf(desk, found.error) });
    const grid = found.value;
    if (!speaksFor(desk.context.by, [grid.body.code]))
      return forbiddenPage(desk, { code: "notYourBody", body: grid.body.code });
    if (kept === undefined) return gridPage(desk, { grid, form: gridForm(grid), errors: [], status: 200 });
    const { rows } = grid;
    const overtaken = overtakenRows(kept, rows);
    return gridPage(desk, { grid, form: caughtUp(kept, rows), errors: [], status: 200, overtaken });
  });
  doors.open("POST /desk/figures", record);
};

const record = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const form = await readForm(c);
  const asked = { body: form.text("body"), period: form.text("period") };
  const found = await gridOf(desk, asked, postedRows(form));
  if (!found.ok) return noGridPage(desk, { ...asked, error: errorOf(desk, found.error) });
  const grid = found.value;
  const { body } = grid;
  if (!speaksFor(desk.context.by, [body.code]))
    return notAllowed(
      desk,
      { code: "notYourBody", body: body.code },
      { place: { subject: `body/${body.code}`, body: body.code }, attempted: "observation.recorded" },
    );
  const kept = await savedAsDraft(desk, form, (text) =>
    gridPage(desk, { grid, form, errors: [{ text }], status: 422 }),
  );
  if (kept !== undefined) return kept;
  if (form.has("paste")) return pasted(desk, grid, form);
  const read = readRows(form, grid.rows, grid.period);
  if (read.length === 0) {
    const errors = [{ text: figuresWords[desk.lang].nothing }];
    return gridPage(desk, { grid, form, errors, status: 422 });
  }
  const refused = read.filter(({ refusals }) => refusals.length > 0);
  if (refused.length > 0) return again(desk, grid, { form, refused });
  return save(desk, grid, { form, read });
};

const pasted = (desk: Desk, grid: Grid, form: Form): Promise<Response> => {
  const { form: filled, filled: count, problems } = paste(form, grid.rows, desk.lang);
  return gridPage(desk, {
    grid,
    form: filled,
    errors: problems.map((text) => ({ field: "column", text })),
    status: 200,
    note: count === 0 ? undefined : figuresWords[desk.lang].pasted(count),
  });
};

type Reading = { readonly form: Form; readonly read: readonly ReadRow[] };

const save = async (desk: Desk, grid: Grid, { form, read }: Reading): Promise<Response> => {
  const { context } = keeping(desk, form);
  const inputs = new Map<string, ObservationInput>(
    read.flatMap(({ row, input }) => (input === undefined ? [] : [[row.indicator.code, input]])),
  );
  const key = { body: grid.body.code, period: grid.period, indicators: [...inputs.keys()] };
  const done = await recordObservations(desk.c.get("deps").store.db, key, context, (current, deps) => {
    const input = inputs.get(deps.indicator.code);
    if (input === undefined) throw new Error(`nothing was typed for ${deps.indicator.code}`);
    return recordObservation(current, input, { ...context, ...deps });
  });
  if (done.ok) {
    await forgetDraft(desk, form);
    return afterwards(desk.c, figuresPath(grid.body.code, grid.period), "figures.recorded");
  }
  if (done.error.code !== "rowsRefused")
    return noGridPage(desk, { ...key, error: errorOf(desk, done.error) });
  const { rows } = done.error;
  const refused = read.flatMap(({ row }) => {
    const refusal = rows.get(row.indicator.code);
    return refusal === undefined ? [] : [{ row, refusals: [refusal] }];
  });
  return again(desk, grid, { form, refused });
};

type Refused = {
  readonly form: Form;
  readonly refused: readonly { readonly row: GridRow; readonly refusals: readonly Refusal[] }[];
};

/** Everything as typed, each row that cannot be accepted named; what others wrote meanwhile stands above it. */
const again = async (desk: Desk, grid: Grid, { form, refused }: Refused): Promise<Response> => {
  const errors = refused.flatMap(({ row, refusals }) => rowErrors(desk, grid, row, refusals));
  const conflict = refused.some(({ refusals }) => refusals.some(({ code }) => code === "changedMeanwhile"));
  if (!conflict) return gridPage(desk, { grid, form, errors, status: 422 });
  // Read again: what somebody wrote since the page was read is what must be shown.
  const now = await gridOf(desk, { body: grid.body.code, period: grid.period }, postedRows(form));
  const fresh = now.ok ? now.value : grid;
  return gridPage(desk, {
    grid: fresh,
    form: caughtUp(form, fresh.rows),
    errors,
    status: 422,
    overtaken: overtakenRows(form, fresh.rows),
  });
};

const rowErrors = (
  desk: Desk,
  grid: Grid,
  row: GridRow,
  refusals: readonly Refusal[],
): readonly ScreenedError[] => {
  const { indicator } = row;
  const ordinal = grid.rows.indexOf(row) + 1;
  const name = inLang(desk.lang, indicator.name, indicator.nameEn);
  return refusals.flatMap((refusal) =>
    errorsOf(desk, refusal).map((error) => ({
      ...error,
      field: fieldIn(indicator, fieldOf(refusal, error, indicator)),
      text: figuresWords[desk.lang].row(ordinal, name) + error.text,
    })),
  );
};

const OWN = ["value", "numerator", "denominator", "count", "source", "note", "reason", "confirmed"];

const fieldOf = (
  refusal: Refusal,
  { field = "" }: ScreenedError,
  indicator: GridRow["indicator"],
): string => {
  if (wantsConfirmation(refusal)) return "confirmed";
  if (field === "value" && indicator.kind === "ratio") return "numerator";
  return OWN.includes(field) ? field : firstField(indicator);
};
