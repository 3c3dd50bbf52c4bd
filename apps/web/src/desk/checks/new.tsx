// Planning a check: what is looked at, by whom, by which questions and until when. Public at once.

import {
  CHECK_KINDS,
  FRAME_NOUNS,
  frameStandings,
  LIMITS,
  planCheck,
  refuse,
  typedChoice,
  typedDay,
  type CheckPlan,
  type DrawSubject,
  type FrameNoun,
  type ProgrammeCode,
  type Refusal,
  type Result,
} from "@yinuo/core";
import { changeCheck, drawnForCheck, getProgramme, listProgrammes, writing } from "@yinuo/store";
import { choiceWords, fieldName } from "@yinuo/words";
import type { Doors } from "../../doors.ts";
import { inLang, localPath } from "../../lang.ts";
import { drawPath } from "../../pages/addresses.ts";
import { standingName } from "../../pages/checks/parts.tsx";
import { Button, Buttons, figure, Title, type Option } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { checkDeskWords } from "../../words/check-desk.ts";
import { checkDeskPath } from "../addresses.ts";
import { bodyOptions, deskOf, gather, keeping, type Desk } from "../context.ts";
import { fieldsOf, type Fields } from "../fields.tsx";
import { formOf, readForm, type Form } from "../form.ts";
import { afterwards, deskPage } from "../frame.tsx";
import { refused } from "../refused.tsx";
import type { ScreenedError } from "../screened.tsx";
import { listTrail } from "./trail.ts";

/** Those that are chosen here: a drawn one begins with its draw, a single one with its finding. */
const PLANNED = CHECK_KINDS.filter((kind) => kind === "scheduled" || kind === "lookBack");

export const registerNewCheck = ({ open }: Doors): void => {
  open("GET /desk/checks/new", async (c) => {
    const desk = await deskOf(c);
    const { today, by } = desk.context;
    const drawn = await drawnOf(c, c.req.query("draw"));
    const form = formOf({
      start: today,
      kind: "scheduled",
      inspectors: drawn?.inspectors ?? (by.body === undefined ? [] : [by.body]),
      draw: drawn?.draw.code,
    });
    return page(desk, { form, errors: [], status: 200 });
  });
  open("POST /desk/checks/new", plan);
};

const SUBJECTS = {
  commitments: "commitment",
  measures: "measure",
  problems: "problem",
} as const satisfies Record<DrawSubject, FrameNoun>;

/** A draw whose result stands, with the bodies that were drawn to inspect, if any were. */
const drawnOf = async (c: Ctx, code: string | undefined) => {
  const found = code === undefined ? undefined : await drawnForCheck(c.get("deps").store.db, code);
  if (found === undefined) return undefined;
  const { draw, subject, body, drawn } = found;
  const bodies = new Set(drawn.flatMap(({ inspectors }) => inspectors.map((one) => one.body)));
  return {
    draw: { code: draw, body },
    of: SUBJECTS[subject],
    count: drawn.length,
    inspectors: bodies.size > 0 ? [...bodies] : [body],
  };
};

const plan = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const form = await readForm(c);
  const again = (errors: readonly ScreenedError[]) => page(desk, { form, errors, status: 422 });
  const attempt = { place: { subject: "check" }, attempted: "check.planned" } as const;
  const code = form.text("draw");
  const drawn = code === "" ? undefined : await drawnOf(c, code);
  if (code !== "" && drawn === undefined)
    return refused(desk, [{ code: "drawUnknown", draw: code }], attempt, again);
  const input = readInput(form, drawn);
  if (!input.ok) return refused(desk, input.error, attempt, again);
  const { context } = keeping(desk, form);
  const planned = await writing(c.get("deps").store.db, async (tx) => {
    const { programme } = input.value;
    if (programme !== undefined && (await getProgramme(tx, programme)) === undefined)
      return refuse<Refusal>({ code: "programmeUnknown", field: "programme", programme });
    return changeCheck(tx, undefined, context, (_, { bodies, nextCode }) =>
      planCheck(input.value, { ...context, bodies, code: nextCode }),
    );
  });
  return planned.ok
    ? afterwards(c, checkDeskPath(planned.value.code), "check.planned")
    : refused(desk, [planned.error], attempt, again);
};

type Drawn = NonNullable<Awaited<ReturnType<typeof drawnOf>>>;

const readInput = (form: Form, drawn: Drawn | undefined): Result<CheckPlan, readonly Refusal[]> => {
  const { refusals, need } = gather();
  const kind = drawn === undefined ? need("kind", typedChoice("kind", PLANNED, form.text("kind"))) : "drawn";
  const of = drawn?.of ?? need("of", typedChoice("of", FRAME_NOUNS, form.text("of")));
  const start = need("start", typedDay("start", form.text("start")));
  const due = need("due", typedDay("due", form.text("due")));
  if (kind === undefined || of === undefined || start === undefined || due === undefined)
    return refuse(refusals);
  const given = (name: string) => form.text(name) || undefined;
  return {
    ok: true,
    value: {
      kind,
      title: form.text("title"),
      titleEn: form.text("titleEn"),
      programme: given("programme") as ProgrammeCode | undefined,
      draw: drawn?.draw,
      frame: { of, body: given("body"), standing: given("standing"), words: form.text("words") },
      checklist: form.text("checklist").split("\n"),
      inspectors: form.texts("inspectors"),
      start,
      due,
    },
  };
};

type Shown = {
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  readonly status: 200 | 422;
};

const page = async (desk: Desk, { form, errors, status }: Shown): Promise<Response> => {
  const { c, lang } = desk;
  const words = checkDeskWords[lang];
  const fields = fieldsOf({ lang, form, errors });
  return deskPage(
    c,
    { title: words.add, section: "checks", trail: listTrail(lang), status },
    <>
      <Title title={words.add} lead={words.newLead} />
      {fields.summary()}
      <form class="fill" method="post" action={localPath(lang, "/desk/checks/new")}>
        {await PlanFields({ desk, form, fields })}
        {fields.screened()}
        <Buttons>
          <Button kind="main">{words.add}</Button>
        </Buttons>
      </form>
    </>,
  );
};

/** Of a check that is not drawn: how its subjects are come by. */
const FrameFields = async ({ desk, form, fields }: FieldsProps) => {
  const { c, lang } = desk;
  const words = checkDeskWords[lang];
  const programmes = await listProgrammes(c.get("deps").store.db, { published: true });
  return (
    <>
      {fields.select("kind", choices(PLANNED, choiceWords[lang].checkKind), { hint: words.kindHint })}
      {fields.select(
        "programme",
        [
          { value: "", text: words.whole },
          ...programmes.map(({ code, title, titleEn }) => ({
            value: code,
            text: inLang(lang, title, titleEn),
          })),
        ],
        { hint: words.programmeHint },
      )}
      {fields.select("of", choices(FRAME_NOUNS, choiceWords[lang].frameNoun), { hint: words.ofHint })}
      {fields.select("body", bodyOptions(desk, form.text("body"), words.anyBody), {
        label: words.bodyLabel,
      })}
      {fields.select("standing", standings(desk), { label: words.standingLabel, hint: words.standingHint })}
      {fields.text("words", { hint: words.wordsHint, required: false, maxlength: LIMITS.name })}
    </>
  );
};

type FieldsProps = { readonly desk: Desk; readonly form: Form; readonly fields: Fields };

const PlanFields = async ({ desk, form, fields }: FieldsProps) => {
  const { c, lang, bodies, nameOf } = desk;
  const words = checkDeskWords[lang];
  const drawn = await drawnOf(c, form.text("draw"));
  const inspecting = bodies.filter(({ inspects, closedOn }) => inspects && closedOn === undefined);
  return (
    <>
      {fields.text("title", { hint: words.titleHint, required: true, maxlength: LIMITS.title })}
      {drawn === undefined ? (
        await FrameFields({ desk, form, fields })
      ) : (
        <p>
          <input type="hidden" name="draw" value={drawn.draw.code} />
          {words.fromDraw(figure(drawn.count, lang))}{" "}
          <a href={drawPath(lang, drawn.draw.code)}>{drawn.draw.code}</a>
        </p>
      )}
      {fields.area("checklist", {
        hint: words.checklistHint,
        required: false,
        rows: 5,
        maxlength: LIMITS.text,
      })}
      <fieldset class="field">
        <legend>{fieldName(lang, "inspectors")}</legend>
        <p class="hint">{words.inspectorsHint}</p>
        {inspecting.map(({ code }) => fields.tick("inspectors", { label: nameOf(code), value: code }))}
      </fieldset>
      {fields.day("start", { required: true })}
      {fields.day("due", { hint: words.dueHint, required: true })}
      {fields.text("titleEn", { required: false, maxlength: LIMITS.title })}
    </>
  );
};

const choices = <Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): readonly Option[] => values.map((value) => ({ value, text: words[value] }));

/** Those of commitments and those of problems, each once. */
const standings = ({ lang }: Desk): readonly Option[] => {
  const of = (noun: FrameNoun): readonly Option[] =>
    frameStandings(noun).map((value) => ({ value, text: standingName(noun, value, lang) }));
  const all = [...of("commitment"), ...of("problem")];
  return [
    { value: "", text: checkDeskWords[lang].anyStanding },
    ...Map.groupBy(all, ({ value }) => value)
      .values()
      .map((same) => ({
        value: same[0]?.value ?? "",
        text: [...new Set(same.map(({ text }) => text))].join(" / "),
      })),
  ];
};
