// Planning a draw: looked at first, then published for good.

import {
  DRAW_SUBJECTS,
  LIMITS,
  mayPlanDraw,
  PROBLEM_STANDINGS,
  STRATIFICATIONS,
  type Draw,
} from "@yinuo/core";
import type { Day } from "@yinuo/period";
import { addDraw, inspectorsByBody, listProgrammes, previewDraw } from "@yinuo/store";
import { choiceWords, refusalText } from "@yinuo/words";
import type { Doors } from "../../doors.ts";
import { inLang, localPath } from "../../lang.ts";
import { drawSizePath } from "../../pages/addresses.ts";
import { PlanOf } from "../../pages/draws/plan.tsx";
import { MARK_OF, SHOWN } from "../../pages/standings.ts";
import { Button, Buttons, figure, Notice, Part, statusWord, Title } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { drawDeskWords } from "../../words/draw-desk.ts";
import { drawsWords } from "../../words/draw-pages.ts";
import { problemsWords } from "../../words/problems.ts";
import { drawDeskPath } from "../addresses.ts";
import { bodyOptions, deskOf, keeping, type Desk } from "../context.ts";
import { fieldsOf, type Fields } from "../fields.tsx";
import { formOf, readForm, type Form } from "../form.ts";
import { afterwards, deskPage } from "../frame.tsx";
import { refused } from "../refused.tsx";
import type { ScreenedError } from "../screened.tsx";
import { instantNow } from "./instant.ts";
import { listTrail } from "./list.tsx";
import { inspecting, PROBLEM, readPlan } from "./read.ts";

export const registerNewDraw = ({ open }: Doors): void => {
  open("GET /desk/draws/new", async (c) => {
    const desk = await deskOf(c);
    return page(desk, { form: formOf(await begun(desk)), errors: [], status: 200 });
  });
  open("POST /desk/draws/new", plan);
};

/** A round is usually a quarter; places stand for the inspectors there are. */
const begun = async (desk: Desk): Promise<Record<string, string>> => {
  const staff = await inspectorsByBody(desk.c.get("deps").store.db);
  const places = inspecting(desk).map(
    ({ code }) => [`places.${code}`, String(staff.get(code)?.length ?? 0)] as const,
  );
  return {
    round: desk.c.req.query("round") ?? quarterOf(desk.context.today),
    sharePercent: "5",
    surePercent: "95",
    inspectorsEach: "0",
    dice: "10",
    ...Object.fromEntries(places),
  };
};

const quarterOf = (day: Day): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const plan = async (c: Ctx): Promise<Response> => {
  const form = await readForm(c);
  const desk = keeping(await deskOf(c), form);
  const again = (errors: readonly ScreenedError[], previewed?: Draw) =>
    page(desk, { form, errors, previewed, status: errors.length > 0 ? 422 : 200 });
  const attempt = { place: { subject: "draw" }, attempted: "draw.planned" } as const;
  const read = readPlan(desk, form);
  if (!read.ok) return refused(desk, read.error, attempt, again);
  const { db } = c.get("deps").store;
  const context = { ...desk.context, at: instantNow(c) };
  const look = form.has("preview");
  const planned = await (look ? previewDraw : addDraw)(db, read.value, context);
  if (!planned.ok) return refused(desk, [planned.error], attempt, again);
  return look ? again([], planned.value) : afterwards(c, drawDeskPath(planned.value.code), "draw.planned");
};

type Shown = {
  readonly form: Form;
  readonly errors: readonly ScreenedError[];
  readonly previewed?: Draw | undefined;
  readonly status: 200 | 422;
};

const page = async (desk: Desk, { form, errors, previewed, status }: Shown): Promise<Response> => {
  const { c, lang } = desk;
  const words = drawDeskWords[lang];
  const fields = fieldsOf({ lang, form, errors });
  const programmes = await listProgrammes(c.get("deps").store.db, { published: true });
  const years = programmes.map(({ code, title, titleEn }) => ({
    value: code as string,
    text: inLang(lang, title, titleEn),
  }));
  return deskPage(
    c,
    { title: words.add, section: "draws", trail: listTrail(lang), status },
    <>
      <Title title={words.add} lead={words.newLead} />
      <Who desk={desk} />
      {fields.summary()}
      {previewed === undefined ? null : <Previewed desk={desk} draw={previewed} />}
      <form class="fill" method="post" action={localPath(lang, "/desk/draws/new")}>
        <From desk={desk} fields={fields} years={years} />
        <HowMany desk={desk} fields={fields} />
        <Inspecting desk={desk} fields={fields} />
        <Ceremony desk={desk} fields={fields} />
        {fields.screened()}
        <Buttons>
          <Button kind={previewed === undefined ? "main" : undefined} name="preview" value="yes">
            {words.preview}
          </Button>
          <Button kind={previewed === undefined ? undefined : "main"}>{words.publish}</Button>
        </Buttons>
      </form>
    </>,
  );
};

/** A steward whose body does not inspect is told before the form is filled in. */
const Who = ({ desk }: { readonly desk: Desk }) => {
  const may = mayPlanDraw(desk.context);
  return may.ok ? null : (
    <Notice lang={desk.lang} kind="warning">
      {refusalText(desk.lang, may.error, desk.nameOf)}
    </Notice>
  );
};

const Previewed = ({ desk, draw }: { readonly desk: Desk; readonly draw: Draw }) => {
  const { c, lang, nameOf } = desk;
  const { timeZone } = c.get("jurisdiction");
  const [all, n] = [draw.frame.split("\n").length, draw.plan.strata.reduce((sum, one) => sum + one.draw, 0)];
  return (
    <Part id="frame" title={drawsWords[lang].plan.title}>
      <Notice
        lang={lang}
        kind="note"
        title={drawDeskWords[lang].previewed(figure(all, lang), figure(n, lang))}
      />
      <PlanOf lang={lang} draw={draw} nameOf={nameOf} timeZone={timeZone} />
    </Part>
  );
};

type PartProps = { readonly desk: Desk; readonly fields: Fields };
type Option = { readonly value: string; readonly text: string };

const From = ({ desk, fields, years }: PartProps & { readonly years: readonly Option[] }) => {
  const { lang } = desk;
  const words = drawDeskWords[lang];
  const choices = choiceWords[lang];
  const standings = [
    { value: "", text: words.anyStanding },
    ...SHOWN.map((name) => ({
      value: name as string,
      text: words.ofCommitments(statusWord(MARK_OF[name], lang)),
    })),
    ...PROBLEM_STANDINGS.map((name) => ({
      value: `${PROBLEM}${name}`,
      text: words.ofProblems(problemsWords[lang].standings[name]),
    })),
  ];
  return (
    <>
      {fields.text("round", { hint: words.roundHint, required: true, short: true, maxlength: 30 })}
      <h2>{words.parts.frame}</h2>
      {fields.select(
        "subject",
        DRAW_SUBJECTS.map((value) => ({ value, text: choices.drawSubject[value] })),
      )}
      {fields.select("programme", [{ value: "", text: words.anyProgramme }, ...years])}
      {fields.select("body", bodyOptions(desk, "", words.anyBody))}
      {fields.select("standing", standings)}
      {fields.area("eligible", { hint: words.eligibleHint, required: true, maxlength: LIMITS.text, rows: 2 })}
      {fields.area("excluded", { hint: words.excludedHint, required: false, rows: 2 })}
    </>
  );
};

const HowMany = ({ desk: { lang }, fields }: PartProps) => {
  const words = drawDeskWords[lang];
  return (
    <>
      <h2>{words.parts.size}</h2>
      {fields.select(
        "stratify",
        STRATIFICATIONS.map((value) => ({ value, text: choiceWords[lang].stratification[value] })),
      )}
      {fields.number("drawSize", { hint: words.sizeHint, required: false })}
      {fields.number("sharePercent", { required: false })}
      {fields.number("surePercent", { required: false })}
      <p>
        <a href={drawSizePath(lang)}>{words.calculator}</a>
      </p>
    </>
  );
};

const Inspecting = ({ desk, fields }: PartProps) => {
  const words = drawDeskWords[desk.lang];
  return (
    <>
      <h2>{words.parts.inspectors}</h2>
      {fields.number("inspectorsEach", { hint: words.eachHint, required: false })}
      {inspecting(desk).map(({ code }) =>
        fields.number(`places.${code}`, {
          label: words.placesOf(desk.nameOf(code)),
          hint: words.placesHint,
          required: false,
        }),
      )}
      {fields.area("recused", { hint: words.recusedHint, required: false, rows: 2 })}
    </>
  );
};

const Ceremony = ({ desk: { lang }, fields }: PartProps) => {
  const words = drawDeskWords[lang];
  return (
    <>
      <h2>{words.parts.ceremony}</h2>
      {fields.select(
        "dice",
        ["10", "6"].map((value) => ({ value, text: words.dice[value] ?? value })),
      )}
      {fields.day("ceremonyAt", { label: words.day, required: true })}
      {fields.text("ceremonyTime", { label: words.time, hint: words.timeHint, required: true, short: true })}
      {fields.text("venue", { hint: words.venueHint, required: true, maxlength: LIMITS.name })}
      <h2>{words.parts.redraw}</h2>
      {fields.area("reason", {
        hint: words.reasonHint,
        required: false,
        maxlength: LIMITS.reason,
        rows: 2,
      })}
    </>
  );
};
